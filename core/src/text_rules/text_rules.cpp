// SPDX-License-Identifier: Apache-2.0
#include "text_rules/text_rules.hpp"

#include <algorithm>

namespace annexkit {

TextFaults faults_in(std::string_view text) {
    TextFaults faults;
    Signs signs = signs_of(text);
    if (signs.foreign && find_wrong_encoding(text, faults)) return faults;
    if (signs.angle) find_lost_letter(text, faults);
    if (signs.control || signs.foreign) find_odd_characters(text, signs, faults);
    // What a cut text opened, it cannot close; where it was cut between words, it ends with a space.
    const bool is_cut = find_truncation(text, faults);
    signs.space_at_end = signs.space_at_end && !is_cut;
    if (!is_cut && (signs.bracket || signs.quote || signs.foreign)) find_unbalanced(text, signs, faults);
    if (signs.space_at_end || signs.twice || signs.line_end || signs.hyphen || signs.foreign)
        find_spacing(text, signs, faults);
    if (signs.angle || signs.quote || signs.twice || signs.bracket || signs.line_end) find_markup(text, signs, faults);
    if (signs.address || signs.twice) find_addresses(text, faults);
    if (is_spreadsheet_date(text))
        faults.push_back({"text.number-as-date", 0, text.size(), {{"value", std::string(text)}}});
    if (is_spreadsheet_error(text))
        faults.push_back({"text.spreadsheet-error", 0, text.size(), {{"value", std::string(text)}}});
    if (faults.size() < 2) return faults;
    std::stable_sort(faults.begin(), faults.end(),
                     [](const TextFault& one, const TextFault& other) { return one.offset < other.offset; });
    return faults;
}

} // namespace annexkit
