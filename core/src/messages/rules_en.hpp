// SPDX-License-Identifier: Apache-2.0
// What is said of the core's own rules in English. The host puts quotation marks around submitted texts.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit {

inline constexpr sdk::RuleWords rules_en[] = {
    {.id = "field.missing",
     .summary = "A required field is not there.",
     .message = "{field} is missing",
     .hint = "every initiative needs a value for {field}; {nearest} comes near its name; of cells that were merged, "
             "only the first holds {merged}",
     .why = "Without it an initiative cannot be counted, followed up or compared with the others. The schema names the "
            "field under \"required\" (JSON Schema draft-04)."},
    {.id = "field.blank",
     .summary = "A text is empty or holds nothing but white space.",
     .message = "{field} is blank",
     .hint = "write a value, or leave the field out where it is optional",
     .why =
         "A cell of spaces looks filled to a program and empty to a reader, so nobody notices what is missing. "
         "\"minLength\" of JSON Schema draft-04 counts a space as a character; annexkit does not take it for a value."},
    {.id = "field.blank-item",
     .summary = "An item of a list is empty or holds white space only.",
     .message = "an item of {field} is empty",
     .hint = "remove it with its separator, or write what is missing",
     .why = "An empty item is counted and says nothing: it is left from a separator at the end of the list, or "
            "somebody forgot a name. \"minLength\" of JSON Schema draft-04 counts a space as a character; annexkit "
            "does not take it for a value."},
    {.id = "field.kind",
     .summary = "A value is not of the kind that the field has.",
     .message = "{field} is {value}, but must be {wanted}",
     .hint =
         "write it as {nearest}; nothing else stands there, as in {example}; the text is not that of "
         "objective {doubted}, so correct the one that is wrong; the text begins like that of objective {alike}, so "
         "correct the one that is wrong; {dated} is a date that a spreadsheet may have made of the number, so take "
         "that from its source",
     .why = "A number that is written as text is sorted as text, with 10 before 9, and many programs leave it out of "
            "totals. The schema says under \"type\" what each field holds (JSON Schema draft-04)."},
    {.id = "field.out-of-range",
     .summary = "A number is below the field's minimum or above its maximum.",
     .message = "{field} is {value}, but must be {wanted}",
     .hint = "correct the figure, or its unit",
     .why = "A figure beyond its bounds is a slip or has another unit, and spoils every total that it enters. The "
            "schema sets the bounds with \"minimum\" and \"maximum\" (JSON Schema draft-04)."},
    {.id = "field.not-in-list",
     .summary = "A value is not in the field's code list.",
     .message = "{field} is {value}, which is not in its code list",
     .hint = "the nearest code is {nearest}; the codes are {known}",
     .why = "Whoever filters or counts by the code misses an initiative that spells it otherwise. The schema lists the "
            "codes under \"enum\" (JSON Schema draft-04)."},
    {.id = "field.malformed",
     .summary = "A text does not have the form that the field's pattern asks for.",
     .message = "{field} is {value}, which does not match the pattern {pattern}",
     .hint = "write it as {nearest}; it should look like {known}",
     .why = "What has another form cannot be used for what it is: nobody can write to a contact that is no address. "
            "The schema states the form as a regular expression under \"pattern\" (JSON Schema draft-04)."},
    {.id = "field.length",
     .summary = "A text is shorter or longer than the field allows.",
     .message = "{field} has {length} characters, but must have {wanted}",
     .hint = "complete the text, or shorten it",
     .why = "A text that is too short says nothing, and one that is too long is cut by a form or a database that has "
            "no more room. The schema sets the bounds with \"minLength\" and \"maxLength\" (JSON Schema draft-04), "
            "counted in Unicode code points."},
    {.id = "field.items",
     .summary = "A list has fewer or more items than the field allows.",
     .message = "{field} has {count} items, but must have {wanted}",
     .hint = "add the items that are missing, or remove those that are too many",
     .why = "An initiative without partners, say, is counted for nobody, and nobody answers for it. The schema sets "
            "the bounds with \"minItems\" and \"maxItems\" (JSON Schema draft-04)."},
    {.id = "field.repeated-item",
     .summary = "A list holds the same item twice.",
     .message = "{field} holds {value} twice",
     .hint = "name it once",
     .why = "Whoever counts the items counts one twice, and it may stand where another was meant. The schema asks for "
            "items that differ with \"uniqueItems\" (JSON Schema draft-04)."},
    {.id = "field.duplicate",
     .summary = "An initiative has the same field twice.",
     .message = "{name} is given twice",
     .hint = "keep one of the two",
     .why = "Some programs keep the first value, some the last, some neither, so that two readers of one file see two "
            "initiatives. RFC 8259, section 4, warns of it for JSON."},
    {.id = "field.unknown",
     .summary = "An initiative has a field that the schema does not know.",
     .message = "{name} is no field of this declaration; it is carried through",
     .hint = "the nearest field is {nearest}; the fields are {known}",
     .why = "A misspelt name hides its value from everybody who looks for the right one. Fields of one's own may stand "
            "beside the schema's where \"additionalProperties\" is true (JSON Schema draft-04); they reach every "
            "output, but no program knows what they mean."},
    {.id = "field.not-allowed",
     .summary = "An initiative has a field beyond those that the schema allows.",
     .message = "{name} is no field of this declaration, which allows no others",
     .hint = "the nearest field is {nearest}; the fields are {known}",
     .why = "Whoever reads the annex by its schema does not expect the field, and drops it or refuses the initiative. "
            "The schema admits no others: \"additionalProperties\" is false (JSON Schema draft-04)."},
    {.id = "id.malformed",
     .summary = "An id does not have the form that the declaration asks for.",
     .message = "the id {value} does not match the pattern {pattern}",
     .hint = "write it as {nearest}; it should look like {known}",
     .why = "An initiative is quoted and updated by its id from one version of the annex to the next; nobody finds one "
            "of another form. The schema states the form under \"pattern\" (JSON Schema draft-04). In the mobility "
            "partnership of 2013, point 45 has the annex updated regularly."},
    {.id = "id.duplicate",
     .summary = "Two initiatives have the same id.",
     .message = "the id {id} is taken by initiative no. {first}",
     .hint = "give each initiative an id of its own",
     .why = "Where two share an id, a reference leads to either, and an update of one overwrites the other. In the "
            "mobility partnership of 2013, points 44 and 45 ask for follow-up of the initiatives and regular updates, "
            "which need ids that stay and differ."},
    {.id = "record.incomplete",
     .summary = "An initiative lacks several required fields.",
     .message = "{fields} are missing",
     .hint = "every initiative needs a value for each of them; of cells that were merged, only the first row holds "
             "{merged}",
     .why =
         "A spreadsheet writes the value of merged cells in the first row alone, and the initiatives below it belong "
         "to no section, objective or partner any more. The schema names the fields under \"required\" (JSON Schema "
         "draft-04)."},
    {.id = "record.fragment",
     .summary = "A record has at most one value and is no initiative.",
     .message = "this is no initiative: of the {count} required fields it has at most one",
     .hint = "remove it; in a table, it may be a title or a remark between the rows, or a cell with a line end that is "
             "not quoted",
     .why = "Taken for an initiative it would be counted, and break a rule with each field that it lacks. The schema "
            "lists the fields that an initiative has under \"required\" (JSON Schema draft-04)."},
    {.id = "record.headings",
     .summary = "A record repeats the headings of the table.",
     .message = "these are the headings once more, not an initiative",
     .hint = "remove the row",
     .why = "Tables that are joined one below the other bring their headings along. RFC 4180, section 2, rule 3, has "
            "one heading row, as the first of the file."},
    {.id = "part.unknown",
     .summary = "An initiative stands in a part that the annex does not have.",
     .message = "there is no part {value}",
     .hint = "the parts are {known}",
     .why = "The parts are the tables of the annex: an initiative that is in none of them is counted in none. The "
            "annex of the mobility partnership of 2013 has two, new projects and projects under way."},
    {.id = "section.unknown",
     .summary = "A section code is none of the declaration's.",
     .message = "{value} is no section of the declaration",
     .hint = "the nearest section is {nearest}; the sections are {known}",
     .why = "Initiatives are grouped and counted by section, so one with a code of its own drops out of every total. "
            "The sections are those of the declaration: in the mobility partnership of 2013, points 1 to 37 stand "
            "under five headings."},
    {.id = "section.heading-differs",
     .summary = "A section heading is quoted otherwise than the declaration has it.",
     .message = "the heading says {annex} where the declaration says {declaration}",
     .hint = "write it as the declaration does, or correct the section",
     .why = "The signatories agreed on the wording; a heading that says something else, or less, names another field "
            "of work to whoever reads the annex alone. The declaration's own heading counts."},
    {.id = "objective.unknown",
     .summary = "An objective number is none of the declaration's.",
     .message = "there is no objective {value}",
     .hint = "the declaration has the objectives {wanted}",
     .why = "An initiative for an objective that does not exist carries out nothing that was agreed, and is missing "
            "from the coverage. In the mobility partnership of 2013 the objectives are points 1 to 37; points 38 to 46 "
            "are about implementation."},
    {.id = "objective.outside-section",
     .summary = "An objective belongs to another section than the initiative's.",
     .message = "objective {value} is not in section {section}",
     .hint = "it belongs to section {expected}",
     .why = "One of the two is wrong, and until it is known which, totals by section and by objective disagree. Each "
            "objective stands under one section of the declaration: in the mobility partnership of 2013, points 12 to "
            "20 under the second."},
    {.id = "objective.text-differs",
     .summary = "An objective is quoted otherwise than the declaration has it.",
     .message = "objective {objective} says {annex} where the declaration says {declaration}",
     .hint = "write it as the declaration does, or correct the number",
     .why = "The wording was negotiated: to pursue is not to strengthen. Whoever reads the annex alone takes the "
            "quotation for what was signed. The declaration's own text counts, in the mobility partnership of 2013 "
            "that of points 1 to 37."},
    {.id = "objective.text-of-other",
     .summary = "The text of the objective is that of another one than its number says.",
     .message = "this is the text of objective {other}, but the number is {objective}",
     .hint = "correct the number or the text, whichever is wrong",
     .why = "Either the number or the text was copied from another row, and only the author knows which. Programs "
            "count the initiative by the number, people by the text. In the mobility partnership of 2013, the "
            "objectives are points 1 to 37."},
    {.id = "partner.unknown",
     .summary = "A partner is no signatory of the declaration.",
     .message = "{value} is no signatory",
     .hint = "the nearest code is {nearest}; the codes are {known}",
     .why = "Only signatories propose initiatives and answer for them; one of anybody else is counted for nobody. In "
            "the mobility partnership of 2013, point 40 says who contributes, and leaves it open to other member "
            "states, which then need a code in the schema."},
    {.id = "partner.combined",
     .summary = "Several partners stand in one item of the list.",
     .message = "{value} names several partners at once",
     .hint = "make each partner an item of its own",
     .why = "To a program \"UE/IT\" is one partner whom nobody knows, so the initiative is counted for neither. The "
            "schema has a list of codes, with an item for each (\"items\" of JSON Schema draft-04)."},
    {.id = "annex.other-declaration",
     .summary = "The annex head names another declaration than the schema.",
     .message = "the annex belongs to {declaration}, the schema to {expected}",
     .hint = "use --schema to name the right one",
     .why = "By the wrong schema sound initiatives look wrong and wrong ones may pass: objective 3 is something else "
            "in every declaration."},
    {.id = "annex.schema-assumed",
     .summary = "The input names no declaration; the only known one was taken.",
     .message = "the input names no declaration; {schema} is assumed",
     .hint = "use --schema to say which one",
     .why = "That is right only as long as one declaration is known: where there is a second, the same file is refused "
            "until --schema names one. A file that names its declaration means the same everywhere."},
    {.id = "annex.unknown-member",
     .summary = "The annex head has a member that is not known.",
     .message = "the annex head has a member {name} that is not known; it is carried through",
     .hint = "correct its name if it is misspelt",
     .why = "A misspelt name hides what it says. The head of an annex has \"declaration\", \"as_of\" and \"language\"; "
            "anything else is carried along where the format has room for it, but no program acts on it."},
    {.id = "annex.malformed-date",
     .summary = "A date of the annex head is not written YYYY-MM-DD.",
     .message = "{name} is {value}, which is no date",
     .hint = "write dates as 2013-03-25",
     .why = "03/04/2013 is in April to one reader and in March to another, and dates of several forms cannot be "
            "sorted. The form is the \"full-date\" of RFC 3339, after ISO 8601."},
    {.id = "initiative.repeated",
     .summary = "An initiative says what another one of the same part and objective says, in nearly all its words.",
     .message = "{percent} % of the text is that of initiative {other}",
     .hint = "keep one of the two, or say what sets them apart",
     .why = "One project is counted twice, and whoever updates one copy forgets the other. Lists of several ministries "
            "bring such pairs along; in the mobility partnership of 2013, point 45 asks the signatories to coordinate "
            "their efforts."},
    {.id = "initiative.in-both-parts",
     .summary = "An initiative says what another one in another part of the annex says, in nearly all its words.",
     .message = "{percent} % of the text is that of initiative {other}, which stands in part {part}",
     .hint = "keep it in the part that it belongs to",
     .why = "The parts tell projects of different standing apart, so one project in two of them is counted twice, and "
            "one of the two no longer holds. In the mobility partnership of 2013 a project is new or under way; point "
            "45 has the actions updated in the light of progress."},
    {.id = "initiative.under-two-objectives",
     .summary = "An initiative says what another one under another objective says, in nearly all its words.",
     .message = "{percent} % of the text is that of initiative {other}, which serves objective {objective}",
     .hint = "keep it under the objective that it serves, or say what it does for each",
     .why = "One project makes two objectives look served, so the coverage promises more than there is. It may be "
            "meant so; then each copy should say what it does for its objective."},
    {.id = "text.mojibake",
     .summary = "UTF-8 was read as another encoding, mostly Windows-1252, before the text came here.",
     .message = "{value} stands where something else was written: UTF-8 was read as {encoding}",
     .hint = "it was {nearest}",
     .why =
         "Each accented letter has become two or three signs: readers stumble, searches miss the word, and with every "
         "wrong turn it gets worse. It happens where a program does not know that a file is UTF-8 (RFC 3629)."},
    {.id = "text.windows-1252",
     .summary = "A text holds a control character of Latin-1 that Windows-1252 has a letter or mark for.",
     .message = "{code} is a control character: Windows-1252 was read as Latin-1",
     .hint = "it was {nearest}",
     .why = "The apostrophe, dash or euro sign that was written cannot be seen any more. From 80 to 9F, Windows-1252 "
            "has signs and ISO 8859-1 controls; browsers read both as Windows-1252 (WHATWG Encoding Standard), other "
            "programs do not."},
    {.id = "text.replacement-character",
     .summary = "A text holds U+FFFD, or a question mark within a word, where a character was lost.",
     .message = "a character was lost on the way: {code} stands for it",
     .hint = "take the text from its source again",
     .why = "A program met bytes that it could not read and put U+FFFD in their place (Unicode, section 3.9), or an "
            "encoding had no such letter and a question mark took its place. This copy does not say what stood there, "
            "which may be part of a name; only the source does."},
    {.id = "text.control-character",
     .summary = "A text holds a control character.",
     .message = "there is a control character, {code}",
     .hint = "remove it",
     .why = "Nobody sees it, but searches for the word around it fail, and XML 1.0, section 2.2, has no way to write "
            "most of them. It comes with text copied out of other programs."},
    {.id = "text.not-composed",
     .summary = "A text is not in normalization form C of Unicode, so that searches miss it.",
     .message = "{value} is not composed: it is another text to a program",
     .hint = "write the text in normalization form C",
     .why = "É as one character and as E with an accent behind it look the same, but to a program they are two texts: "
            "searches and comparisons miss one of them. Form C (UAX #15) is what keyboards write; text copied out of "
            "PDF files is often decomposed. What only differs in the order of marks, or is one character for another "
            "that looks the same, as keyboards for Arabic and Greek write it, is let be."},
    {.id = "text.truncated",
     .summary = "A text stops within a sentence at a length that spreadsheets and databases cut at.",
     .message = "the text stops within a sentence after {length} characters, where programs cut",
     .hint = "take the text from its source again",
     .why = "The end of the text is missing, and nothing else shows that there was more. Many columns of databases "
            "hold 255 characters, and a cell of Excel 32,767."},
    {.id = "text.unbalanced-bracket",
     .summary = "A bracket has no partner.",
     .message = "{value} has no partner",
     .hint = "close it, open it or remove it",
     .why = "Part of the text was lost, or stands in another cell. In the annex of the mobility partnership of 2013 "
            "brackets hold the bodies that are responsible, which nobody can tell from the rest then."},
    {.id = "text.unbalanced-quote",
     .summary = "A quote has no partner.",
     .message = "{character} has no partner",
     .hint = "close it, open it or remove it",
     .why = "A reader cannot tell where the quotation ends, or its end was lost. The quote may also be left over from "
            "a CSV file that was taken apart without its quoting (RFC 4180, section 2)."},
    {.id = "text.number-as-date",
     .summary = "A text is a date as spreadsheets make them of numbers such as 3-12.",
     .message = "{value} is a date that a spreadsheet may have made of a number",
     .hint = "write what was meant, and format the column as text",
     .why = "A spreadsheet that opens a file turns what looks like a date into one, and what was written is gone: from "
            "\"12-mars\" nobody can tell whether it was 12-3 or 12/03. Columns that are imported as text stay as they "
            "are."},
    {.id = "text.spreadsheet-error",
     .summary = "A text is what a spreadsheet shows where it has no value.",
     .message = "{value} is what a spreadsheet shows in place of a value",
     .hint = "write the value that was meant",
     .why = "The formula of the cell failed, or the column was too narrow, and the mark was saved instead. The value "
            "is lost. ECMA-376, part 1, section 18.18.11, lists the error values of spreadsheets."},
    {.id = "text.lost-zeros",
     .summary = "A code lacks the zeros that it should begin with.",
     .message = "{value} lacks leading zeros",
     .hint = "write {nearest}, and format the column as text",
     .why =
         "A spreadsheet took a number with zeros before it for a plain number and dropped them, and the code no longer "
         "matches the same code elsewhere. The schema states the form under \"pattern\" (JSON Schema draft-04)."},
    {.id = "text.outer-space",
     .summary = "A text begins or ends with white space.",
     .message = "there is white space at an end of the text",
     .hint = "remove it",
     .why = "Nobody sees it, but to a program that sorts, groups or compares it is another text. White space belongs "
            "to the text in CSV (RFC 4180, section 2) and XML (XML 1.0, section 2.10), so no format takes it away."},
    {.id = "text.doubled-space",
     .summary = "Spaces follow each other within a line.",
     .message = "two or more spaces follow each other",
     .hint = "keep one of them",
     .why = "A search for the words with one space between them misses the text, and a comparison calls it different. "
            "Doubled spaces are what is left of a word that was taken out, or of a justified line of a PDF file."},
    {.id = "text.broken-word",
     .summary = "A hyphen and a line break or a space divide a word, as on a printed page.",
     .message = "a word is divided behind its hyphen",
     .hint = "join it again, with its hyphen where it has one; a dash has a space on both sides",
     .why = "A search for the word does not find its halves, and the hyphen stays wherever the text is set anew. It "
            "comes with text copied out of a printed page or a PDF file."},
    {.id = "text.markup",
     .summary = "Marks of HTML, Markdown or a spreadsheet stand in a text.",
     .message = "{value} is a mark of another program",
     .hint = "write the text alone",
     .why = "Where the text is shown as it is, readers see the marks; where a page takes them for HTML, they act, and "
            "a text that was submitted could bring a script along (CWE-79). The texts of an annex are plain."},
    {.id = "text.malformed-address",
     .summary = "A web address cannot be followed as it is written.",
     .message = "{value} is no web address",
     .hint = "write it like https://example.org/page",
     .why = "The link leads nowhere, or no program makes one of it. RFC 3986, section 3, asks for a scheme, a colon, "
            "two slashes and a host."},
    {.id = "input.empty",
     .summary = "The input has no bytes at all.",
     .message = "the input is empty",
     .hint = "check how the file was saved or sent",
     .why = "A file of no bytes is a copy or a download that failed. Taken for an annex without initiatives, it would "
            "replace a full one unnoticed."},
    {.id = "input.wrong-format",
     .summary = "The content is of another format than the name says.",
     .message = "the name says {wanted}, but the content is {found}",
     .hint = "use --from to say what it is",
     .why = "Read as what its name says, the file would give many faults of syntax that hide the one thing that is "
            "wrong: its name."},
    {.id = "input.not-text",
     .summary = "The input is a file of another program, such as a workbook, and no text.",
     .message = "this is {kind}, not text",
     .hint = "{absent}; open it in its program and save it as CSV (UTF-8)",
     .why = "Its bytes mean something to that program alone. Annexes are read as CSV (RFC 4180), JSON (RFC 8259) or "
            "XML (XML 1.0), which are text."},
    {.id = "input.no-initiatives",
     .summary = "The annex holds no initiative.",
     .message = "the annex holds no initiative",
     .hint = "check how the file was saved or sent",
     .why = "An annex lists initiatives; one that has none comes from a filter or an export that went wrong, and would "
            "replace a full one unnoticed."},
    {.id = "limit.input-bytes",
     .summary = "The input is longer than the limit.",
     .message = "the input goes on behind {limit} bytes",
     .hint = "raise the limit with --limit input-bytes=N",
     .why =
         "Whoever takes files from strangers sets how much of them is read at most (CWE-400). Nothing behind the limit "
         "is read, so that the file counts as one that could not be read to its end."},
    {.id = "limit.records",
     .summary = "There are more initiatives than the limit.",
     .message = "here begins one initiative more than {limit}",
     .hint = "raise the limit with --limit records=N",
     .why = "Every id is kept to find those that come twice, so that many small initiatives take memory (CWE-770). A "
            "declaration has some hundred."},
    {.id = "limit.record-bytes",
     .summary = "One initiative is longer than the limit.",
     .message = "what begins here is longer than {limit} bytes",
     .hint = "raise the limit with --max-record-bytes",
     .why = "A quote or bracket that is never closed makes one initiative of the rest of the file, and without a limit "
            "it would fill the memory (CWE-770). Initiatives have some kilobytes; the limit is far above that."},
    {.id = "limit.field-bytes",
     .summary = "A field is longer than the limit.",
     .message = "{field} is longer than {limit} bytes",
     .hint = "raise the limit with --limit field-bytes=N",
     .why =
         "What takes the annexes in, such as a spreadsheet with its 32,767 characters to a cell, has limits of its own "
         "and may cut what is longer. The initiative is left out, since it cannot be kept whole."},
    {.id = "limit.fields",
     .summary = "There are more unknown fields than the limit.",
     .message = "there are {count} fields that the declaration does not know, and the limit is {limit}",
     .hint = "raise the limit with --limit fields=N",
     .why = "Each unknown field is a finding and, in a table, a column; thousands of them come from a wrong delimiter "
            "or a "
            "hostile file (CWE-770)."},
    {.id = "encoding.assumed",
     .summary = "The encoding is not declared and was inferred.",
     .message = "the encoding is taken to be {encoding}: {reason}",
     .hint = "use --from-option encoding=NAME to say which one; where letters look wrong, try macintosh or ibm850",
     .why = "Bytes tell UTF-8 from the rest, but not Windows-1252 from its relatives: a wrong guess shows in single "
            "letters and is easily overlooked. UTF-8 (RFC 3629) or an encoding that is named leaves nothing to guess."},
    {.id = "encoding.invalid",
     .summary = "Bytes are not valid in the encoding of the input.",
     .message = "the bytes {bytes} are not valid in {encoding}",
     .hint = "save the file as UTF-8, or name its encoding with --from-option encoding=NAME",
     .why = "Nobody knows what these bytes meant, and to guess would change names unnoticed. JSON is UTF-8 (RFC 8259, "
            "section 8.1), and XML says what it is in (XML 1.0, section 4.3.3)."},
    {.id = "encoding.nul",
     .summary = "The input holds a NUL byte.",
     .message = "there is a NUL byte, which no text holds",
     .hint = "check that the file is text, and save it as UTF-8",
     .why = "The file is binary, damaged, or UTF-16 that is read as something else, and many programs take a text to "
            "end there (CWE-158). Neither JSON (RFC 8259, section 7) nor XML (XML 1.0, section 2.2) lets one stand in "
            "a text."},
    {.id = "encoding.utf16-without-bom",
     .summary = "The input looks like UTF-16, but has no byte order mark.",
     .message = "this looks like {encoding} without a byte order mark",
     .hint = "save the file as UTF-8, or read it with --from-option encoding={encoding}",
     .why = "Without the mark the order of the bytes is a guess, and the wrong one gives other characters throughout. "
            "XML 1.0, section 4.3.3, has UTF-16 begin with it; JSON is UTF-8 (RFC 8259, section 8.1)."},
    {.id = "encoding.unsupported",
     .summary = "The input declares an encoding that is not supported.",
     .message = "the encoding {encoding} is not supported",
     .hint = "save the file as UTF-8; known: utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1, macintosh, ibm850",
     .why = "Read in another encoding than the one it declares, the text would change unnoticed. Every reader of XML "
            "knows UTF-8 and UTF-16 (XML 1.0, section 4.3.3); what others there are depends on the program."},
    {.id = "encoding.contradicted",
     .summary = "The input is in another encoding than the one that it declares.",
     .message = "the input declares the encoding {declared}, but {reason}",
     .hint = "correct the declaration, or name the encoding with --from-option encoding=NAME, which goes before it",
     .why =
         "Who goes by the declaration reads other characters than who goes by the bytes. XML 1.0, section 4.3.3, makes "
         "it a fatal error, unless the encoding is known from elsewhere."},
    {.id = "heading.unknown",
     .summary = "A column heading is no field of the declaration.",
     .message = "the heading {heading} is no field; its cells are carried through",
     .hint = "the nearest heading is {nearest}; the fields without a column are {known}",
     .why = "A misspelt heading hides its whole column: the cells are kept, but counted and checked as no field of the "
            "declaration. A heading is the name of a field (RFC 4180, section 2, rule 3), or its title in the schema."},
    {.id = "heading.not-allowed",
     .summary = "A column heading is no field of a declaration that allows no others.",
     .message = "the heading {heading} is no field of this declaration, which allows no others",
     .hint = "the nearest heading is {nearest}; the fields without a column are {known}",
     .why =
         "Whoever reads the annex by its schema does not expect the column, and drops it or refuses each row that has "
         "a cell there. The schema admits no other fields: \"additionalProperties\" is false (JSON Schema draft-04)."},
    {.id = "heading.missing",
     .summary = "A required field has no column.",
     .message = "there is no column for {field}",
     .hint =
         "the heading {nearest} comes near it; it may be the column {foreign}, the one whose heading is no field, and "
         "whose cells are carried through; it may be the one column without a heading, whose cells are carried "
         "through rather than read as {unheaded}; the column is headed {title}",
     .why = "No row can have the field, which is one fault of the table and not one of each row. The schema names the "
            "field under \"required\" (JSON Schema draft-04)."},
    {.id = "heading.blank",
     .summary = "Columns of a table have no heading.",
     .message = "columns without a heading: {count}; their cells are carried through",
     .hint = "delete them where they are empty, or give each a heading",
     .why = "Spreadsheets save columns that were once in use, with nothing in them. Where there is something, nobody "
            "can tell what it means. RFC 4180, section 2, rule 3: the heading row names every field."},
    {.id = "plugin.failed",
     .summary = "A plugin failed or broke the contract.",
     .message = "the plugin failed: {reason}",
     .hint = "report this to the plugin's maker",
     .why = "What the plugin would have delivered is missing or cannot be trusted, and the input is not to blame. The "
            "contract is annexkit/plugin.h."},
    {.id = "plugin.silent-failure",
     .summary = "A plugin's function failed without saying why.",
     .message = "{function} of {plugin} failed without saying why",
     .hint = "report this to the plugin's maker",
     .why = "Nobody can tell from the report what is to be mended. By the contract (annexkit/plugin.h), a function "
            "that cannot go on reports a finding first."},
    {.id = "plugin.crashed",
     .summary = "A plugin that runs in a process of its own did not come back.",
     .message = "plugin {plugin} crashed: {reason}",
     .hint = "report this to the plugin's maker; --limit plugin-time=SECONDS lets it take longer than {longer_than} s; "
             "--limit "
             "plugin-memory=BYTES lets it take more than {more_than}",
     .why = "What the plugin would have delivered is missing, and nothing is written of it. It ran apart from annexkit "
            "(--isolate), so that other files and their outputs are as they would be without it."},
    {.id = "loss.kind",
     .summary = "A value comes back from the output as another kind.",
     .message = "{name} is written as text, and is read back as another kind of value",
     .hint = "write to a format that keeps kinds, such as json",
     .why = "Whoever reads the output gets text where the input had a number, say, and may sort or compare it "
            "otherwise. A CSV file has texts alone (RFC 4180); JSON keeps kinds."},
    {.id = "loss.field",
     .summary = "A field is left out because an option says so.",
     .message = "{name} is left out",
     .hint = "write to a format that has a place for it, such as json",
     .why = "Whoever gets the output alone cannot know that the input said more, so the report tells what was asked to "
            "be left out."},
    {.id = "loss.head",
     .summary = "A member of the annex head has no room in the output.",
     .message = "{name} of the annex head has no place in the output",
     .hint = "write to a format that has a place for it, such as json",
     .why = "The output no longer says what the head said, such as the declaration that it belongs to, so that its "
            "readers have to be told. NDJSON, for one, has lines of initiatives alone."},
    {.id = "loss.character",
     .summary = "The output format cannot hold a character.",
     .message = "{name} holds {character}, which the output format cannot hold",
     .hint = "remove it, or have it replaced, where the format can: --to-option replace-unrepresentable=TEXT",
     .why = "A file with it would be read by no program, and a file without it would say something else; neither is "
            "written unasked. XML 1.0, section 2.2, leaves out most control characters, even as references."},
    {.id = "loss.replaced",
     .summary = "A character that the output cannot hold was replaced as asked for.",
     .message = "{name} held {character}, which was replaced",
     .hint = "remove it from the input, or write to another format",
     .why = "The output differs from the input here, and what stood there does not come back. XML 1.0, section 2.2, "
            "has no way to write the character, and the option replace-unrepresentable says what to write instead."},
    {.id = "loss.encoding",
     .summary = "The output encoding lacks a character.",
     .message = "{encoding} has no character {character}",
     .hint = "write UTF-8 instead",
     .why = "Windows-1252 and ISO 8859-1 hold some two hundred characters of Western Europe, and no Arabic; the text "
            "would lose what makes it readable. UTF-8 (RFC 3629) holds every character."},
    {.id = "annex.objective-without-initiative",
     .summary = "No initiative of a whole annex serves an objective.",
     .message = "objective {objective} has no initiative",
     .hint = "add one; a part of an annex is checked without --whole-annex",
     .why = "What was agreed stays on paper where nobody proposes anything for it. In the mobility partnership of "
            "2013, point 42 has the signatories meet at least twice a year to follow up and, where needed, to review "
            "the priorities: they need to know where there is nothing."},
    {.id = "annex.signatory-without-initiative",
     .summary = "A signatory proposes no initiative of a whole annex.",
     .message = "{value} proposes no initiative",
     .hint = "add one; a part of an annex is checked without --whole-annex",
     .why =
         "Either the signatory has promised nothing yet, or its list never reached the annex, and both want an answer "
         "before the annex is final. In the mobility partnership of 2013, point 40, all intend to contribute."},
    {.id = "annex.unbalanced-section",
     .summary =
         "A section has a smaller share of the initiatives of a whole annex than the declaration's balance asks.",
     .message = "section {section} has {count} of {total} initiatives, less than {percent} %",
     .hint = "add initiatives to the section",
     .why = "An annex that hardly serves one section gives up the balance on which the signatories agreed. In the "
            "mobility partnership of 2013, point 39 asks for a balanced and global approach. The least share is "
            "\"least_percent\" of the schema's \"whole_annex\"."},
    {.id = "annex.objectives-apart",
     .summary = "Of objectives that belong together a whole annex serves some only.",
     .message = "objective {there} has initiatives, but {lacking} has none; they belong together",
     .hint = "propose initiatives for both or for neither",
     .why = "What was negotiated as one whole is carried out in part. In the mobility partnership of 2013, point 39 "
            "names the agreements on visas and on readmission, objectives 3 and 13. The groups are \"together\" of the "
            "schema's \"whole_annex\"."},
    {.id = "annex.follow-up",
     .summary = "A text of a whole annex holds a mark that the declaration follows up, such as a reservation.",
     .message = "{value} is to be followed up",
     .hint = "settle it with its author, then remove the mark",
     .why = "A reservation that nobody lists is forgotten, and the initiative passes for settled. In the mobility "
            "partnership of 2013, points 44 and 45 have the signatories follow up the initiatives and update the "
            "annex. The marks are \"marks\" of the schema's \"whole_annex\"."},
};

} // namespace annexkit
