// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include "failure.hpp"

#include <cerrno>
#include <cstring>
#include <iterator>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace annexkit::cli {
namespace {

bool steers_terminal(UChar32 c) {
    if (c < 0) return true;
    switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR: return true;
    default: break;
    }
    // Embeddings, overrides and isolates reorder what surrounds them; plain marks in Arabic text do not.
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

} // namespace

std::string printable(std::string_view text) {
    std::string result;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t from = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (!steers_terminal(c)) {
            result.append(text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from)));
        } else if (c == '\n') {
            result += "\\n";
        } else {
            fmt::format_to(std::back_inserter(result), "\\u{{{:X}}}",
                           c >= 0 ? static_cast<unsigned>(c)
                                  : static_cast<unsigned char>(text[static_cast<std::size_t>(from)]));
        }
    }
    return result;
}

void print_error(std::string_view message, std::string_view hint) {
    std::string text = fmt::format("annexkit: error: {}\n", printable(message));
    if (!hint.empty()) text += fmt::format("  hint: {}\n", printable(hint));
    std::fputs(text.c_str(), stderr);
}

void print(std::FILE* stream, std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stream) == text.size()) return;
    throw Failure{{ErrorKind::output, std::string("cannot write the report: ") + std::strerror(errno), {}}};
}

} // namespace annexkit::cli
