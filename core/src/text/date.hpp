// SPDX-License-Identifier: Apache-2.0
// Dates as ISO 8601 writes them.
#pragma once

#include <chrono>
#include <string_view>

namespace annexkit {

/// Whether the text is a date YYYY-MM-DD; months may have 31 days. Such dates compare as texts.
inline bool is_date(std::string_view text) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (!digit(text[i])) return false;
    const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    const std::chrono::year year(two(0) * 100 + two(2));
    return std::chrono::year_month_day(year, std::chrono::month(static_cast<unsigned>(two(5))),
                                       std::chrono::day(static_cast<unsigned>(two(8))))
        .ok();
}

} // namespace annexkit
