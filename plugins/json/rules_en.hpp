// SPDX-License-Identifier: Apache-2.0
// What is said of the rules in English. The host puts quotation marks around names and values that were submitted.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::json {

inline constexpr sdk::RuleWords rules_en[] = {
    {.id = "json.syntax",
     .summary = "The text is not JSON as RFC 8259 defines it.",
     .message = "this is not JSON: {problem}",
     .hint = "mend the text at this place",
     .why = "Behind such a fault programs disagree on what is meant, so reading ends there. RFC 8259 is the grammar: "
            "no comma behind the last item, no comments, names and texts in double quotes."},
    {.id = "json.too-deep",
     .summary = "Brackets are nested deeper than the reader allows.",
     .message = "brackets are nested more than {limit} deep here",
     .hint = "flatten the value, or allow more with --from-option max-depth=N (at most 1000)",
     .why = "A file of brackets alone would exhaust the memory of a program that follows it down (CWE-674). RFC 8259, "
            "section 9, lets a reader set a limit; an annex needs few levels."},
    {.id = "json.not-an-initiative",
     .summary = "Something else stands where initiatives are expected.",
     .message = "{wanted} is expected here, but there is {found}",
     .hint = "an annex is {{\"annex\": {{...}}, \"initiatives\": [...]}}, an array of objects, or one object a "
             "line; each object is an initiative",
     .why = "A text or a number has no fields, so it can be neither judged nor written, and would be lost. An "
            "initiative is an object (RFC 8259, section 4) with the fields of the schema."},
    {.id = "json.not-a-head",
     .summary = "The member \"annex\" of the document is no object.",
     .message = "\"annex\" holds the head of the annex and must be {wanted}, but it is {found}",
     .hint = "write it as {{\"declaration\": \"...\", ...}}, or leave it out",
     .why = "The head says in its members which declaration the annex belongs to and of what day it is. What is no "
            "object (RFC 8259, section 4) has no members, and what it says would be lost."},
    {.id = "json.head-after-initiatives",
     .summary = "The annex head stands behind the initiatives, which cannot be read without it.",
     .message = "\"annex\" stands after \"initiatives\", but the head must be known before the first initiative",
     .hint = "put \"annex\" first in the document",
     .why =
         "The head says by which declaration the initiatives are judged, and a large file is read piece by piece, so "
         "it must come first. The order means nothing in JSON (RFC 8259, section 1), so any program may write it so."},
    {.id = "json.unknown-member",
     .summary = "The document has a member that annexkit does not know and would lose.",
     .message = "the document has a member {name}, which is neither \"annex\" nor \"initiatives\"; it is not read",
     .hint = "move what it says into \"annex\", or remove it; the list of initiatives is called \"initiatives\"",
     .why = "Beside the head and the initiatives no format has a place for it, so it would be missing from every "
            "output. In \"annex\" it is carried along."},
    {.id = "json.duplicate-member",
     .summary = "An object has two members of the same name.",
     .message = "the name {name} is given twice in the same object",
     .hint = "keep one of the two, or rename one",
     .why = "Some programs keep the first, some the last, some stop, so that two readers of one file see different "
            "data. RFC 8259, section 4, says that names should be unique for this reason."},
    {.id = "json.no-initiatives",
     .summary = "The document has no member \"initiatives\".",
     .message = "this object has no member \"initiatives\" with the list of initiatives",
     .hint = "an annex is {{\"annex\": {{...}}, \"initiatives\": [...]}}, an array of initiatives, or one "
             "initiative a line",
     .why = "There is nothing to read. Taken for an annex without initiatives, a file of another kind, or one whose "
            "list has another name, would pass unnoticed."},
    {.id = "json.options",
     .summary = "An option of format json is out of its range.",
     .message = "option {name} is {value}, but must be a whole number in the range {wanted}",
     .why = "With another value than the one that was asked for, the run would do something that nobody wanted, so it "
            "does nothing. annexkit formats lists the options."},
};

} // namespace annexkit::json
