// SPDX-License-Identifier: Apache-2.0
// What is said of the rules in English. The host puts quotation marks around names and values that were submitted.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::csv {

inline constexpr sdk::RuleWords rules_en[] = {
    {.id = "csv.options",
     .summary = "An option of format csv cannot be used.",
     .message = "option {name} is {value}, but must be {wanted}"},
    {.id = "csv.no-heading",
     .summary = "None of the first 16 rows holds the name of a field.",
     .message = "none of the first 16 rows has the name or a title of a field",
     .hint = "put the names of the fields above the data, name the delimiter with --from-option delimiter=C, "
             "or say --from-option header=false when the columns are in the schema's order"},
    {.id = "csv.ambiguous-delimiter",
     .summary = "Two delimiters fit the headings equally well.",
     .message = "{first_delimiter} and {second_delimiter} may both be the delimiter",
     .hint = "name it with --from-option delimiter=C"},
    {.id = "csv.dialect-assumed",
     .summary = "The delimiter was detected and is not a comma.",
     .message = "{delimiter} is taken for the delimiter: {known} of {total} headings are known",
     .hint = "if that is wrong, name it with --from-option delimiter=C"},
    {.id = "csv.rows-above-heading",
     .summary = "Rows stand above the headings and are not read.",
     .message = "rows above the headings that are not read: {count}",
     .hint = "remove them"},
    {.id = "csv.duplicate-heading",
     .summary = "Two columns stand for the same thing.",
     .message = "a second column {name}",
     .hint = "keep one of the two"},
    {.id = "csv.blank-row",
     .summary = "A row without any value is passed over.",
     .message = "a blank row",
     .hint = "remove it"},
    {.id = "csv.stray-quote",
     .summary = "A quote stands where a cell cannot have one.",
     .message = "a quote inside a cell, or text after its closing quote",
     .hint = "put the whole cell in quotes and double each quote in it, or name another quote with "
             "--from-option quote=C"},
    {.id = "csv.unclosed-quote",
     .summary = "The input ends inside a quoted cell.",
     .message = "the quote that opens here is never closed",
     .hint = "close it at the end of the cell"},
    {.id = "csv.ragged-row",
     .summary = "A row has not as many cells as there are columns.",
     .message = "the row has {cells} cells, but there are {columns} columns",
     .hint = "add the missing delimiters, or quote a cell that holds a delimiter"},
    {.id = "csv.head-disagrees",
     .summary = "Rows tell different things about the whole annex.",
     .message = "{name} is {value} here, but {expected} on the first row",
     .hint = "write the same value on every row"},
    {.id = "csv.other-fields",
     .summary = "The cell other_fields holds no JSON object.",
     .message = "other_fields is not a JSON object",
     .hint = "write it as {{\"name\": \"value\"}}, or leave the cell empty"},
    {.id = "loss.blank-row",
     .summary = "An initiative without any value becomes a blank row, which is passed over.",
     .message = "an initiative without any value is written as a blank row and does not come back",
     .hint = "give it a value"},
};

} // namespace annexkit::csv
