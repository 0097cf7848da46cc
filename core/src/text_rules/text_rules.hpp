// SPDX-License-Identifier: Apache-2.0
// The rules on texts (text.*): what editors, spreadsheets and wrong encodings leave behind.
#pragma once

#include "text_rules/signs.hpp"

#include <annexkit/finding.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// A rule that a text breaks, and the first stretch of the text that does.
struct TextFault {
    const char* rule = nullptr;
    std::size_t offset = 0;
    std::size_t size = 0;
    std::vector<Argument> arguments;
};
using TextFaults = std::vector<TextFault>;

/// The rules on texts that the text breaks, each once, in the order of their places. Allocates nothing for a text
/// that breaks none.
///
/// Shape:  valid UTF-8. French typography (no-break spaces, guillemets, apostrophes, ligatures) breaks no rule, nor
///         does any script.
/// Source: the rules' summaries in messages/rules_en.hpp.
[[nodiscard]] TextFaults faults_in(std::string_view text);

// The parts of faults_in(), each of which adds what it finds.

/// Mojibake, characters of Windows-1252 read as Latin-1, replacement characters. Returns whether there are any: then
/// the text is not what was written, and whatever else it breaks follows from that.
bool find_wrong_encoding(std::string_view text, TextFaults& faults);
/// A question mark within a word, where an encoding had no such letter.
void find_lost_letter(std::string_view text, TextFaults& faults);
/// Control characters, and characters that are not composed.
void find_odd_characters(std::string_view text, const Signs& signs, TextFaults& faults);
/// Texts that end where a spreadsheet or a database cuts them. Returns whether this one does.
bool find_truncation(std::string_view text, TextFaults& faults);
/// Brackets and quotes without their partners.
void find_unbalanced(std::string_view text, const Signs& signs, TextFaults& faults);
/// Spaces at the ends, doubled spaces, words that are divided behind a hyphen.
void find_spacing(std::string_view text, const Signs& signs, TextFaults& faults);
/// Marks of HTML, Markdown and other programs.
void find_markup(std::string_view text, const Signs& signs, TextFaults& faults);
/// Web addresses that lead nowhere.
void find_addresses(std::string_view text, TextFaults& faults);

/// Whether the whole text is a date as spreadsheets make them of numbers such as 3-12: "12-mars", "Mar-12",
/// "2012-03-01 00:00:00".
[[nodiscard]] bool is_spreadsheet_date(std::string_view text);

/// Whether the whole text is what spreadsheets show where there is no value: "#REF!", "#NOM?", "####".
[[nodiscard]] bool is_spreadsheet_error(std::string_view text);

/// The text as it was written, where all of it went through the wrong encoding and nothing else can have been meant:
/// each of its characters beyond ASCII stands for a byte, and the bytes are UTF-8. Else nothing.
[[nodiscard]] std::optional<std::string> unmisread(std::string_view text);
/// The text with control characters of Latin-1 replaced by what Windows-1252 has in their place, where it has
/// something.
[[nodiscard]] std::string with_windows_1252(std::string_view text);
/// In normalization form C.
[[nodiscard]] std::string composed(std::string_view text);
/// Without white space at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// With one space for each run that breaks text.doubled-space.
[[nodiscard]] std::string with_single_spaces(std::string_view text);

} // namespace annexkit
