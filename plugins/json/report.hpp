// SPDX-License-Identifier: Apache-2.0
// Findings that the scan of the frame and the parse of records have in common.
#pragma once

#include "sax.hpp"
#include "shared/json_bytes.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace annexkit::json {

/// The character at `at`; nothing at the end of the text.
inline annexkit_span character_at(std::string_view text, std::size_t at) {
    std::size_t end = std::min(at + 1, text.size());
    while (end < text.size() && is_continuation(text[end])) ++end;
    return {at, end - at};
}

/// Reports json.syntax or json.too-deep. record: index in the chunk, or ANNEXKIT_NONE.
inline annexkit_status report_fault(const sdk::Sink& sink, const Outcome& fault, std::string_view text,
                                    std::size_t max_depth, std::uint64_t record = ANNEXKIT_NONE) {
    const annexkit_span span = character_at(text, fault.at);
    if (fault.problem == Problem::too_deep) {
        const std::string limit = std::to_string(max_depth);
        return sink.report({.rule = "json.too-deep", .span = span, .record = record}, {sdk::argument("limit", limit)});
    }
    const Words words = words_of(fault.problem);
    return sink.report({.rule = "json.syntax", .span = span, .record = record},
                       {sdk::argument("problem", words.english), sdk::argument("problem_fr", words.french)});
}

/// Reports a value that is not what was wanted.
inline annexkit_status report_kind(const sdk::Sink& sink, const sdk::Finding& finding, const Words& wanted,
                                   char first_byte) {
    const Words found = words_of_value(first_byte);
    return sink.report(finding, {sdk::argument("wanted", wanted.english), sdk::argument("wanted_fr", wanted.french),
                                 sdk::argument("found", found.english), sdk::argument("found_fr", found.french)});
}

} // namespace annexkit::json
