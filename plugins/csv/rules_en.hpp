// SPDX-License-Identifier: Apache-2.0
// What is said of the rules in English. The host puts quotation marks around names and values that were submitted.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::csv {

inline constexpr sdk::RuleWords rules_en[] = {
    {.id = "csv.options",
     .summary = "An option of format csv cannot be used.",
     .message = "option {name} is {value}, but must be {wanted}",
     .why = "With one character for two purposes, say, nobody could tell where a cell ends, so the run does nothing. "
            "annexkit formats lists the options."},
    {.id = "csv.no-heading",
     .summary = "None of the first 16 rows holds the name of a field.",
     .message = "none of the first 16 rows has the name or a title of a field",
     .hint = "put the names of the fields above the data, name the delimiter, as in --from-option 'delimiter=;', "
             "correct a first line such as sep=, that names another one, or say --from-option header=false when the "
             "columns are in the schema's order",
     .why = "Nobody knows then which column holds what, and by their order alone partners could be read as objectives. "
            "RFC 4180, section 2, rule 3, leaves the heading to those who exchange the file; here it is needed."},
    {.id = "csv.ambiguous-delimiter",
     .summary = "Two delimiters fit the headings equally well.",
     .message = "{first_delimiter} and {second_delimiter} may both be the delimiter",
     .hint = "name it, as in --from-option 'delimiter=;'",
     .why = "Each of them gives another table, and the wrong one cuts every cell in the wrong place. RFC 4180 knows "
            "the comma alone, but spreadsheets write semicolons where the comma is the decimal mark, as in French."},
    {.id = "csv.dialect-assumed",
     .summary = "The delimiter was detected and is not a comma.",
     .message = "{delimiter} is taken for the delimiter: {known} of {total} headings are known",
     .hint = "if that is wrong, name it with --from-option delimiter=C",
     .why = "Nothing in the file says what its delimiter is, so that a person may look whether the columns are right. "
            "RFC 4180 knows the comma alone, but spreadsheets write semicolons where the comma is the decimal mark, as "
            "in French."},
    {.id = "csv.rows-above-heading",
     .summary = "Rows stand above the headings and are not read.",
     .message = "rows above the headings that are not read: {count}",
     .hint = "remove them",
     .why = "A title or a date that stands there is missing from every output, and other programs take the first row "
            "for the headings (RFC 4180, section 2, rule 3)."},
    {.id = "csv.duplicate-heading",
     .summary = "Two columns stand for the same thing.",
     .message = "{name} is a second column for what {heading} holds",
     .hint = "keep one of the two, or give the other a heading that says what it holds",
     .why = "Some programs keep the first column, some the last, and the other is lost. RFC 4180, section 2, rule 3: "
            "the headings are the names of the fields, so each stands once."},
    {.id = "csv.blank-row",
     .summary = "A row without any value is passed over.",
     .message = "a blank row",
     .hint = "remove it",
     .why = "It holds no initiative, but other programs make an empty one of it, or take the table to end there. RFC "
            "4180, section 2, has the same number of cells in every row, and no rows without."},
    {.id = "csv.stray-quote",
     .summary = "A quote stands where a cell cannot have one.",
     .message = "a quote inside a cell, or text after its closing quote",
     .hint = "put the whole cell in quotes and double each quote in it, or name another quote with "
             "--from-option quote=C",
     .why = "Programs differ on where such a cell ends, and the cells behind it may move to other columns. RFC 4180, "
            "section 2, rules 5 and 7: a cell with a quote is quoted as a whole, and each quote in it is doubled."},
    {.id = "csv.unclosed-quote",
     .summary = "The input ends inside a quoted cell.",
     .message = "the quote that opens here is never closed",
     .hint = "close it at the end of the cell",
     .why = "All that follows the quote is one cell, and the initiatives behind it are lost in its text; or the file "
            "was cut short. RFC 4180, section 2, rules 5 to 7, says how cells are quoted."},
    {.id = "csv.ragged-row",
     .summary = "A row has not as many cells as there are columns.",
     .message = "cells in the row: {cells}; columns in the table: {columns}",
     .hint = "write as many delimiters as in the heading row, or quote a cell that holds one",
     .why = "A delimiter in a cell that is not quoted moves the cells behind it to other columns, and the initiative "
            "says what nobody proposed. RFC 4180, section 2, rule 4: every row has the same number of cells."},
    {.id = "csv.split-row",
     .summary = "A line break without quotes cuts a row into several lines.",
     .message = "a line break within a cell cuts this row; its lines: {count}",
     .hint = "put the cell between quotes, or remove the line break",
     .why = "Each line would be an initiative of its own, without the cells of the others, and the one that was meant "
            "is lost. RFC 4180, section 2, rule 6: a cell with a line break stands between quotes."},
    {.id = "csv.other-delimiter",
     .summary = "Another delimiter than the table's divides the cells of a row.",
     .message = "{delimiter} divides the cells of this row, but {expected} those of the table",
     .hint = "write the row with the table's delimiter",
     .why = "A row that was copied from another file keeps the delimiter of that file, and to other programs all of it "
            "is one cell. RFC 4180, section 2, rule 4: cells are divided in the same way throughout a table."},
    {.id = "csv.shifted-row",
     .summary = "Cells of a row stand in other columns than their own.",
     .message = "cells stand in other columns than their own: {value} stands in {heading} and belongs to {name}",
     .hint = "move them to the {direction}; columns: {count}",
     .why = "Where a cell was inserted or deleted in one row alone, all cells behind it say something else than was "
            "meant. That they were moved is known by codes, numbers and the annex head, which fit once they are moved "
            "back."},
    {.id = "csv.head-disagrees",
     .summary = "Rows tell different things about the whole annex.",
     .message = "{name} is {value} here, but {expected} on the first row",
     .hint = "write the same value on every row",
     .why = "A table has no place for the head of an annex but its columns annex.*, whose cells must agree. Where they "
            "differ, two files were joined, or a spreadsheet counted up when a cell was filled down."},
    {.id = "csv.other-fields",
     .summary = "The cell other_fields holds no JSON object.",
     .message = "other_fields is not a JSON object",
     .hint = "write it as {{\"name\": \"value\"}}, or leave the cell empty",
     .why = "Fields that have no column travel in this cell as a JSON object (RFC 8259, section 4); what cannot be "
            "read as one would be lost."},
    {.id = "loss.blank-row",
     .summary = "An initiative without any value becomes a blank row, which is passed over.",
     .message = "an initiative without any value is written as a blank row and does not come back",
     .hint = "give it a value",
     .why = "A row of empty cells cannot be told from a blank row, so the output, read again, has an initiative less. "
            "RFC 4180 has no sign for a value that is not there."},
    {.id = "csv.quote-assumed",
     .summary = "The quote was detected and is not the usual one.",
     .message = "{character} is taken for the quote: with it, the rows have as many cells as there are headings",
     .hint = "if that is wrong, name it with --from-option quote=C",
     .why = "RFC 4180, section 2, knows the quotation mark alone. Other programs take other quotes for letters of the "
            "text, and cut cells where the text has a delimiter."},
    {.id = "csv.sep-line",
     .summary = "The first line names the delimiter, as Excel reads and writes it.",
     .message = "the first line says that {delimiter} is the delimiter; it is no row of the table",
     .hint = "remove it: other programs take it for headings",
     .why = "The line is Excel's own, and stands in no standard: RFC 4180, section 2, rule 3, has the headings first."},
    {.id = "csv.total-row",
     .summary = "A row is a sum of others rather than an initiative, and is passed over.",
     .message = "a row that begins with {value} and holds nothing but numbers or formulas; it is passed over",
     .hint = "remove it",
     .why = "Taken for an initiative, it would be one without partners and text, and would be counted."},
    {.id = "csv.formula",
     .summary = "A cell holds what a spreadsheet takes for a formula.",
     .message = "{value} is a formula to a spreadsheet",
     .hint = "write the text so that it does not begin with =, +, - or @",
     .why =
         "Whoever opens the table in a spreadsheet sees the result in place of the text, and a formula may send data "
         "elsewhere or start a program (CWE-1236). Numbers and telephone numbers such as -1 and +33 1 23 45 67 89 are "
         "none. A hyphen or a plus sign with a space behind it begins an item of a list, and is none either, unless it "
         "calls a program, as \"- cmd|' /C calc'!A1\" does."},
    {.id = "csv.runaway-quote",
     .summary = "A quote takes whole rows into its cell.",
     .message = "the quote that opens here takes the rows below it into its cell: {count}",
     .hint = "close it at the end of the cell, or double it where it belongs to the text",
     .why = "The rows in the cell are initiatives that nobody would see. RFC 4180, section 2, rules 5 to 7, has every "
            "quoted cell closed, and quotes within it doubled."},
    {.id = "loss.formula",
     .summary = "A text that a spreadsheet takes for a formula was written with an apostrophe before it, as asked for.",
     .message = "{value} of {name} is a formula to a spreadsheet; an apostrophe was put before it",
     .why = "The apostrophe keeps spreadsheets from computing the text (CWE-1236), and is read back as part of it."},
};

} // namespace annexkit::csv
