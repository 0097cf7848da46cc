// SPDX-License-Identifier: Apache-2.0
// The same small annex in every format, without a fault, for tests to put one in.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace cli {

inline const std::string csv_annex = "id,part,section,objective,partners,initiative,annex.declaration\n"
                                     "ma-2013-p1-001,1,mobilite,1,UE,Un texte.,eu-morocco-2013\n"
                                     "ma-2013-p1-002,1,mobilite,2,UE|IT,Un autre.,eu-morocco-2013\n";

inline const std::string json_annex =
    "{\"annex\": {\"declaration\": \"eu-morocco-2013\"}, \"initiatives\": [\n"
    "{\"id\": \"ma-2013-p1-001\", \"part\": 1, \"section\": \"mobilite\", \"objective\": 1, \"partners\": [\"UE\"], "
    "\"initiative\": \"Un texte.\"},\n"
    "{\"id\": \"ma-2013-p1-002\", \"part\": 1, \"section\": \"mobilite\", \"objective\": 2, \"partners\": [\"UE\", "
    "\"IT\"], "
    "\"initiative\": \"Un autre.\"}\n"
    "]}\n";

inline const std::string ndjson_annex =
    "{\"id\": \"ma-2013-p1-001\", \"part\": 1, \"section\": \"mobilite\", \"objective\": 1, \"partners\": [\"UE\"], "
    "\"initiative\": \"Un texte.\"}\n"
    "{\"id\": \"ma-2013-p1-002\", \"part\": 1, \"section\": \"mobilite\", \"objective\": 2, \"partners\": [\"UE\", "
    "\"IT\"], "
    "\"initiative\": \"Un autre.\"}\n";

inline const std::string xml_annex =
    "<annex declaration=\"eu-morocco-2013\">\n"
    "<initiative><id>ma-2013-p1-001</id><part>1</part><section>mobilite</section><objective>1</objective>"
    "<partners><partner>UE</partner></partners><initiative>Un texte.</initiative></initiative>\n"
    "<initiative><id>ma-2013-p1-002</id><part>1</part><section>mobilite</section><objective>2</objective>"
    "<partners><partner>UE</partner><partner>IT</partner></partners><initiative>Un autre.</initiative></initiative>\n"
    "</annex>\n";

/// The text with the first `from` replaced by `to`.
inline std::string with(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    CAPTURE(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// `text`, as often as said.
inline std::string times(std::size_t count, std::string_view text) {
    std::string result;
    result.reserve(count * text.size());
    for (; count > 0; --count) result += text;
    return result;
}

/// UTF-8 text as UTF-16 without a byte order mark.
enum class Order { little, big };
inline std::string utf16(std::string_view text, Order order) {
    std::string result;
    const auto add = [&](std::uint32_t unit) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        result += order == Order::little ? low : high;
        result += order == Order::little ? high : low;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        std::uint32_t point = size == 1 ? lead : lead & (0x7FU >> size);
        for (std::size_t i = 1; i < size; ++i) point = point << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        if (point >= 0x10000) add(0xD800 + ((point - 0x10000) >> 10));
        add(point >= 0x10000 ? 0xDC00 + ((point - 0x10000) & 0x3FF) : point);
        at += size;
    }
    return result;
}

} // namespace cli
