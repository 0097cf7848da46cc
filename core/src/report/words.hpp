// SPDX-License-Identifier: Apache-2.0
// The reports' own words in English and French.
#pragma once

#include <annexkit/report.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// A noun that is counted.
struct Noun {
    std::string_view one;
    std::string_view several;
};

struct Words {
    Noun error, warning, note, initiative, finding, files;
    std::string_view line, column, offset, row, cell, field, number, hint, not_checked, colon;
    std::string_view file, severity, rule, message, value;
    std::string_view objective, part, section, total, count;
    std::string_view passed, failed, all_parts;
};

[[nodiscard]] const Words& words(Language language);

/// The word for a severity, in the singular.
[[nodiscard]] std::string_view word(const Words& words, Severity severity);

/// "9999", "10,000"; French has a narrow no-break space in place of the comma.
[[nodiscard]] std::string number_text(std::uint64_t number, Language language);
/// "1 error", "0 errors"; French has the singular for 0.
[[nodiscard]] std::string counted(std::uint64_t count, const Noun& noun, Language language);

/// "105 initiatives, 0 errors, 68 warnings, 0 notes"
[[nodiscard]] std::string totals(const Counts& counts, Language language);

/// "2 files: 210 initiatives, 0 errors, 136 warnings, 0 notes"
[[nodiscard]] std::string total_line(std::uint64_t files, const Counts& counts, Language language);
/// Adds what totals() tells.
void add(const Counts& counts, Counts& to);

/// A sentence of a rule for whatever it finds: with what `shown` makes of each "{name}", and single braces for double
/// ones. The braces match, as RuleCatalogue::add() sees to.
[[nodiscard]] std::string general(std::string_view sentence,
                                  const std::function<std::string(std::string_view argument)>& shown);

/// "json, utf-8, eu-morocco-2013": what the input was read as.
[[nodiscard]] std::string read_as(const Summary& summary);

/// "100 of 2000 findings are listed, errors first", where some are left out; else nothing.
[[nodiscard]] std::string left_out(std::uint64_t listed, std::uint64_t all, Language language);
/// The same where they are listed as they came: "the first 100 of 2000 findings are listed".
[[nodiscard]] std::string first_listed(std::uint64_t listed, std::uint64_t all, Language language);

/// "initiative ma-2013-p1-003, field partners, cell G4": where a finding is, but for line and column. Not printable.
/// With the schema, what is not English has the title of the field too: "champ partners (Partenaire)".
[[nodiscard]] std::string whereabouts(const Finding& finding, Language language, const Schema* schema = nullptr);
/// Appends the same.
void append_whereabouts(const Finding& finding, Language language, const Schema* schema, std::string& text);

/// The text in lines of at most so many columns, broken at spaces, but not at no-break ones; a longer word has a line
/// of its own.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view printable_text, std::size_t columns);

/// A text of the declaration in the language of the report, else in any.
[[nodiscard]] std::string_view in_language(const Translations& texts, Language language);

} // namespace annexkit
