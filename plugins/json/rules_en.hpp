// SPDX-License-Identifier: Apache-2.0
// What is said of the rules in English. The host puts quotation marks around names and values that were submitted.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::json {

inline constexpr sdk::RuleWords rules_en[] = {
    {.id = "json.syntax",
     .summary = "The text is not JSON as RFC 8259 defines it.",
     .message = "this is not JSON: {problem}",
     .hint = "mend the text at this place"},
    {.id = "json.too-deep",
     .summary = "Brackets are nested deeper than the reader allows.",
     .message = "brackets are nested more than {limit} deep here",
     .hint = "flatten the value, or allow more with --from-option max-depth=N (at most 1000)"},
    {.id = "json.not-an-initiative",
     .summary = "Something else stands where initiatives are expected.",
     .message = "{wanted} is expected here, but there is {found}",
     .hint = "an annex is {{\"annex\": {{...}}, \"initiatives\": [...]}}, an array of objects, or one object a "
             "line; each object is an initiative"},
    {.id = "json.not-a-head",
     .summary = "The member \"annex\" of the document is no object.",
     .message = "\"annex\" holds the head of the annex and must be {wanted}, but it is {found}",
     .hint = "write it as {{\"declaration\": \"...\", ...}}, or leave it out"},
    {.id = "json.head-after-initiatives",
     .summary = "The annex head stands behind the initiatives, which cannot be read without it.",
     .message = "\"annex\" stands after \"initiatives\", but the head must be known before the first initiative",
     .hint = "put \"annex\" first in the document"},
    {.id = "json.unknown-member",
     .summary = "The document has a member that annexkit does not know and would lose.",
     .message = "the document has a member {name}, which is neither \"annex\" nor \"initiatives\"; it is not read",
     .hint = "move what it says into \"annex\", or remove it"},
    {.id = "json.duplicate-member",
     .summary = "An object has two members of the same name.",
     .message = "the name {name} is given twice in the same object",
     .hint = "keep one of the two, or rename one"},
    {.id = "json.no-initiatives",
     .summary = "The document has no member \"initiatives\".",
     .message = "this object has no member \"initiatives\" with the list of initiatives",
     .hint = "an annex is {{\"annex\": {{...}}, \"initiatives\": [...]}}, an array of initiatives, or one "
             "initiative a line"},
    {.id = "json.options",
     .summary = "An option of format json is out of its range.",
     .message = "option {name} is {value}, but must be a whole number in the range {wanted}"},
};

} // namespace annexkit::json
