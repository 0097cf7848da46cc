// SPDX-License-Identifier: Apache-2.0
#include "lists.hpp"

namespace annexkit::csv {

std::span<const annexkit_text> ListReader::split(std::string_view text) {
    items_.clear();
    if (text == one_empty_item) items_.push_back(sdk::text(text.substr(0, 0)));
    if (text.empty() || text == one_empty_item) return items_;
    for (std::string_view rest = text;;) {
        const std::size_t mark = marks_.find(rest);
        if (mark < rest.size() && rest[mark] != separator_) {
            split_escaped(text);
            return items_;
        }
        items_.push_back(sdk::text(rest.substr(0, mark)));
        if (mark == rest.size()) return items_;
        rest.remove_prefix(mark + 1);
    }
}

void ListReader::split_escaped(std::string_view text) {
    items_.clear();
    room_.clear();
    // The items point into the room: it must not move.
    room_.reserve(text.size());
    std::size_t item = 0;
    const auto end_item = [&] {
        items_.push_back({room_.data() + item, room_.size() - item});
        item = room_.size();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == separator_) {
            end_item();
            continue;
        }
        const bool escape = text[at] == '\\' && at + 1 < text.size() && marks_.holds(text[at + 1]);
        if (escape) ++at;
        room_ += text[at];
    }
    end_item();
}

std::span<const annexkit_span> ListReader::place(std::string_view table, const Cell& cell) {
    places_.clear();
    if (cell.begin == cell.end) return places_;
    std::size_t item = cell.begin;
    for (std::size_t at = cell.begin; at < cell.end; ++at) {
        if (table[at] == separator_) {
            places_.push_back({item, at - item});
            item = at + 1;
        } else if (table[at] == '\\' && at + 1 < cell.end && marks_.holds(table[at + 1])) {
            ++at;
        }
    }
    places_.push_back({item, cell.end - item});
    return places_;
}

} // namespace annexkit::csv
