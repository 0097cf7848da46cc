// SPDX-License-Identifier: Apache-2.0
// Excel's line "sep=;" above a table, which tells its delimiter.
#pragma once

#include "dialect.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace annexkit::csv {

struct SepLine {
    char delimiter = '\0';
    /// With its line end.
    std::size_t size = 0;
    /// More of the text may make it one.
    bool is_open = false;
};

/// The line at the start of the text, if it is one, in quotes or not. last: nothing follows the text.
[[nodiscard]] inline std::optional<SepLine> sep_line(std::string_view text, bool last) {
    constexpr std::string_view word = "sep=";
    const std::size_t quote = text.starts_with('"') ? 1 : 0;
    const std::string_view rest = text.substr(quote);
    const std::string_view beginning = rest.substr(0, word.size());
    // In any case: "Sep=;" and "SEP=;" are read too.
    for (std::size_t i = 0; i < beginning.size(); ++i)
        if ((beginning[i] | 0x20) != word[i] && beginning[i] != word[i]) return std::nullopt;
    const std::size_t needed = word.size() + 1 + quote + 2;
    if (rest.size() < needed && !last) return SepLine{'\0', 0, true};
    if (rest.size() < word.size() + 1 + quote || rest[word.size()] == '\r' || rest[word.size()] == '\n')
        return std::nullopt;
    std::size_t end = word.size() + 1;
    if (quote == 1 && rest[end++] != '"') return std::nullopt;
    const std::string_view line_end = rest.substr(end, 2);
    if (line_end.empty() && last) return SepLine{rest[word.size()], quote + end, false};
    if (line_end == "\r\n") return SepLine{rest[word.size()], quote + end + 2, false};
    if (line_end.starts_with('\n') || line_end.starts_with('\r'))
        return SepLine{rest[word.size()], quote + end + 1, false};
    return std::nullopt;
}

/// Whether a table of the dialect can have the line's delimiter. Its quote is NUL where it is to be found.
[[nodiscard]] inline bool is_usable(const SepLine& line, const Dialect& dialect) {
    const char quote = dialect.quote == '\0' ? '"' : dialect.quote;
    return line.delimiter != quote && line.delimiter != dialect.list_separator && line.delimiter != '\\' &&
           line.delimiter != '\0';
}

} // namespace annexkit::csv
