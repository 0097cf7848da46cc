// SPDX-License-Identifier: Apache-2.0
// A finding: one rule broken at one place.
#pragma once

#include <annexkit/export.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// What breaks a rule that is off is not reported and counts for nothing.
enum class Severity { off = 0, note = 1, warning = 2, error = 3 };

/// The word for a severity: "off", "note", "warning" or "error".
[[nodiscard]] ANNEXKIT_API std::string_view to_string(Severity severity);

/// Where something stands in the original input, before any decoding.
///
/// Units: line and column count from 1, 0 where there is none; a line ends with LF, CRLF or CR; columns count Unicode
/// code
///        points; offset and size count bytes of the original input.
struct Place {
    std::string source;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    /// Tables: row and column as a spreadsheet counts them, from 1, blank rows too; 0 where there is none.
    std::uint64_t row = 0;
    std::uint64_t cell_column = 0;
    /// The format's own address: the cell "D7" or row "7:7", a JSON Pointer (RFC 6901), an XPath. May be empty.
    std::string address;
};

/// The line of the input around a place, in UTF-8, to show it by.
///
/// Shape: without its line end, of the initiative alone, and at most some 200 bytes before the place and 400 from it
/// on. Units: offset and size count bytes of `text`; a stretch that goes on behind `text` is marked to its end.
struct Frame {
    std::string text;
    std::size_t offset = 0;
    std::size_t size = 0;
    bool cut_before = false;
    bool cut_after = false;
};

struct Argument {
    std::string name;
    std::string value;
    bool operator==(const Argument&) const = default;
};

struct Finding {
    std::string rule;
    Severity severity = Severity::error;
    /// What the rule's sentence speaks of; RuleCatalogue::render fills it in.
    std::vector<Argument> arguments;
    /// Id of the initiative, or empty where there is none or it has none.
    std::string initiative;
    /// Number of the initiative in the input, from 1; 0 for findings that concern no initiative.
    std::uint64_t ordinal = 0;
    /// Name of the field, or empty. Of record.incomplete the names of all that are missing, with commas.
    std::string field;
    /// Index of the item in a list, from 0, or -1.
    std::int32_t item = -1;
    /// The beginning of the text at the place, as the input spells it.
    std::string excerpt;
    /// The text at the place goes on behind the excerpt.
    bool excerpt_is_cut = false;
    /// Empty where the finding stands at no place.
    Frame frame;
    Place place;
    /// JSON Pointer to the part of the schema that says so, or empty.
    std::string schema_pointer;
};

} // namespace annexkit
