// SPDX-License-Identifier: Apache-2.0
#include "lists.hpp"

namespace annexkit::csv {
namespace {

constexpr std::string_view one_empty_item = "\\e";

} // namespace

void split_list(char* text, std::size_t size, char separator, std::vector<annexkit_text>& items) {
    items.clear();
    if (size == 0) return;
    if (std::string_view(text, size) == one_empty_item) return items.push_back({text, 0});
    char* item = text;
    char* to = text;
    for (std::size_t at = 0; at < size; ++at) {
        if (text[at] == separator) {
            items.push_back({item, static_cast<std::size_t>(to - item)});
            item = to;
            continue;
        }
        const bool escape = text[at] == '\\' && at + 1 < size && (text[at + 1] == separator || text[at + 1] == '\\');
        if (escape) ++at;
        *to++ = text[at];
    }
    items.push_back({item, static_cast<std::size_t>(to - item)});
}

void place_list(std::string_view source, const Cell& cell, const Dialect& dialect, std::vector<annexkit_span>& items) {
    items.clear();
    if (cell.begin == cell.end) return;
    std::size_t item = cell.begin;
    for (std::size_t at = cell.begin; at < cell.end; ++at) {
        if (source[at] == dialect.list_separator) {
            items.push_back({item, at - item});
            item = at + 1;
        } else if (source[at] == '\\' && at + 1 < cell.end &&
                   (source[at + 1] == dialect.list_separator || source[at + 1] == '\\')) {
            ++at;
        }
    }
    items.push_back({item, cell.end - item});
}

void join_list(std::span<const annexkit_text> items, char separator, std::string& joined) {
    joined.clear();
    if (items.size() == 1 && items[0].size == 0) joined = one_empty_item;
    const char special[] = {separator, '\\'};
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) joined += separator;
        std::string_view rest = sdk::view(items[i]);
        for (std::size_t found; (found = rest.find_first_of({special, 2})) != std::string_view::npos;) {
            joined.append(rest.substr(0, found));
            joined += '\\';
            joined += rest[found];
            rest.remove_prefix(found + 1);
        }
        joined.append(rest);
    }
}

} // namespace annexkit::csv
