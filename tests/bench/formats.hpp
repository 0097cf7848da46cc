// SPDX-License-Identifier: Apache-2.0
// Initiatives as bytes of each format, spelled as annexkit spells them, but by code of its own.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace annexkit::bench {

using Texts = std::vector<std::string>;
using Value = std::variant<int, std::string, Texts>;

struct Field {
    std::string_view name;
    Value value;
};

using Initiative = std::vector<Field>;

/// The members of an annex head, or none.
using Head = std::vector<std::pair<std::string, std::string>>;

/// One format: what stands before, between and after the initiatives, and how one is written.
struct Format {
    std::string_view name;
    std::string (*begin)(const Head& head, const Initiative& first);
    std::string_view separator;
    void (*append)(const Initiative& initiative, const Head& head, std::string& to);
    std::string_view end;
};

/// csv, ndjson, json and xml.
const std::vector<Format>& formats();

/// One line of NDJSON, without its line break.
std::string json_line(const Initiative& initiative);

} // namespace annexkit::bench
