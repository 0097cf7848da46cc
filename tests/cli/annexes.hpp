// SPDX-License-Identifier: Apache-2.0
// The same small annex in every format, without a fault, for tests to put one in.
#pragma once

#include <doctest/doctest.h>

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

/// ASCII text as UTF-16 without a byte order mark.
enum class Order { little, big };
inline std::string utf16(std::string_view text, Order order) {
    std::string result;
    for (const char unit : text) {
        if (order == Order::big) result += '\0';
        result += unit;
        if (order == Order::little) result += '\0';
    }
    return result;
}

} // namespace cli
