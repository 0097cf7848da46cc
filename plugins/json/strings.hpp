// SPDX-License-Identifier: Apache-2.0
// Texts as JSON strings (RFC 8259, section 7).
#pragma once

#include "shared/json_bytes.hpp"

#include <cstddef>
#include <string_view>

namespace annexkit::json {

/// The escape of a byte that cannot stand in a string as it is.
template <class Output> void append_escape(char byte, Output& output) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(byte);
    switch (byte) {
    case '"': output.append("\\\""); break;
    case '\\': output.append("\\\\"); break;
    case '\b': output.append("\\b"); break;
    case '\f': output.append("\\f"); break;
    case '\n': output.append("\\n"); break;
    case '\r': output.append("\\r"); break;
    case '\t': output.append("\\t"); break;
    default:
        output.append("\\u00");
        output.append(digits.substr(code / 16u, 1));
        output.append(digits.substr(code % 16u, 1));
    }
}

/// The text with quotation marks around it. Output: append(std::string_view).
template <class Output> void append_string(std::string_view text, Output& output) {
    const char* at = text.data();
    const char* const end = at + text.size();
    output.append("\"");
    for (;;) {
        const char* const stop = plain_end(at, end);
        output.append(std::string_view(at, static_cast<std::size_t>(stop - at)));
        if (stop == end) break;
        append_escape(*stop, output);
        at = stop + 1;
    }
    output.append("\"");
}

} // namespace annexkit::json
