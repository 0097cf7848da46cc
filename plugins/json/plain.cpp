// SPDX-License-Identifier: Apache-2.0
#include "plain.hpp"

#include <algorithm>
#include <cstring>

namespace annexkit::json {
namespace {

// What an escape of two characters stands for; NUL for those that are none.
char escaped(char byte) {
    switch (byte) {
    case '"':
    case '\\':
    case '/': return byte;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return '\0';
    }
}

// Names are short, and a call takes longer than their bytes.
bool begins_with(const char* text, std::string_view name) {
    std::uint64_t one;
    std::uint64_t other;
    const auto differ = [&](std::size_t at) {
        std::memcpy(&one, text + at, sizeof one);
        std::memcpy(&other, name.data() + at, sizeof other);
        return one != other;
    };
    if (name.size() < sizeof one) return std::memcmp(text, name.data(), name.size()) == 0;
    for (std::size_t at = 0; at + sizeof one < name.size(); at += sizeof one)
        if (differ(at)) return false;
    return !differ(name.size() - sizeof one);
}

} // namespace

Plain::Plain(std::span<const annexkit_field> fields, Places places, bool in_lines)
    : with_places_(places == Places::wanted), in_lines_(in_lines), values_(fields.size()),
      places_(with_places_ ? fields.size() : 0) {
    names_.reserve(fields.size());
    for (const auto& field : fields) {
        const std::string_view text = sdk::view(field.name);
        // A name that JSON spells with escapes is RapidJSON's.
        are_plain_ = are_plain_ && plain_end(text.data(), text.data() + text.size()) == text.data() + text.size();
        std::string name = "\"";
        name += text;
        name += '"';
        names_.push_back(std::move(name));
    }
}

std::optional<std::size_t> Plain::read(const Text& text, std::size_t from) {
    if (!are_plain_) return std::nullopt;
    text_ = text;
    at_ = text.original + from;
    end_ = text.original + text.size;
    has_decoded_ = false;
    items_.clear();
    lists_.clear();
    std::memset(values_.data(), 0, values_.size() * sizeof values_[0]);
    item_spans_.clear();
    std::fill(places_.begin(), places_.end(), annexkit_place{});
    if (!skip('{') || !read_members()) {
        restore(text, from, place());
        return std::nullopt;
    }
    for (const auto& [field, first] : lists_) {
        values_[field].items = items_.data() + first;
        if (with_places_) places_[field].items = item_spans_.data() + first;
    }
    return place();
}

void Plain::restore(const Text& text, std::size_t from, std::size_t end) {
    if (has_decoded_) std::memcpy(text.data + from, text.original + from, end - from);
}

bool Plain::read_members() {
    skip_blank();
    if (is_at('}')) return skip('}');
    for (std::size_t field = 0;; ++field) {
        const auto left = static_cast<std::size_t>(end_ - at_);
        const auto is_here = [&](const std::string& name) { return name.size() <= left && begins_with(at_, name); };
        while (field < names_.size() && !is_here(names_[field])) ++field;
        if (field == names_.size()) return false;
        at_ += names_[field].size();
        skip_blank();
        if (!skip(':')) return false;
        skip_blank();
        const char* const begin = at_;
        if (!read_value(field)) return false;
        if (with_places_) set_place(field, begin);
        skip_blank();
        if (is_at('}')) return skip('}');
        if (!skip(',')) return false;
        skip_blank();
    }
}

// Of a text its content, without the quotation marks.
void Plain::set_place(std::size_t field, const char* begin) {
    const std::size_t mark = values_[field].kind == ANNEXKIT_TEXT ? 1 : 0;
    places_[field].value = {static_cast<std::size_t>(begin - text_.original) + mark,
                            static_cast<std::size_t>(at_ - begin) - 2 * mark};
}

bool Plain::read_value(std::size_t field) {
    if (at_ == end_) return false;
    annexkit_value& value = values_[field];
    switch (*at_) {
    case '"': value.kind = ANNEXKIT_TEXT; return read_text(value.text);
    case '[': return read_list(field);
    case 'n': return read_literal("null");
    case 't':
    case 'f':
        value.kind = ANNEXKIT_BOOLEAN;
        value.text = *at_ == 't' ? sdk::text("true") : sdk::text("false");
        return read_literal(sdk::view(value.text));
    default: return read_number(value);
    }
}

bool Plain::read_number(annexkit_value& value) {
    if (*at_ != '-' && !is_digit(*at_)) return false;
    const std::size_t begin = place();
    const Number number = json::read_number(text_.view(), begin);
    value.kind = ANNEXKIT_NUMBER;
    value.text = {at_, number.end - begin};
    at_ = text_.original + number.end;
    return number.whole;
}

bool Plain::read_list(std::size_t field) {
    annexkit_value& value = values_[field];
    value.kind = ANNEXKIT_LIST;
    const std::size_t first = items_.size();
    lists_.emplace_back(field, first);
    skip('[');
    skip_blank();
    if (is_at(']')) return skip(']');
    for (;;) {
        const std::size_t begin = place() + 1;
        if (!is_at('"') || !read_text(items_.emplace_back())) return false;
        if (with_places_) item_spans_.push_back({begin, place() - 1 - begin});
        skip_blank();
        if (is_at(']')) break;
        if (!skip(',')) return false;
        skip_blank();
    }
    value.count = static_cast<std::uint32_t>(items_.size() - first);
    return skip(']');
}

bool Plain::read_text(annexkit_text& text) {
    ++at_;
    const char* stop = plain_end(at_, end_);
    if (stop == end_) return false;
    if (*stop == '"') {
        text = {at_, static_cast<std::size_t>(stop - at_)};
        at_ = stop + 1;
        return true;
    }
    // Decoded in place: it grows no longer by that.
    char* const begin = text_.data + (at_ - text_.original);
    char* const to = decode(begin, stop);
    if (to == nullptr) return false;
    text = {begin, static_cast<std::size_t>(to - begin)};
    return true;
}

// Decodes the text from at_ on, which is plain up to `stop`. Returns where it ends; nullptr where it has no end or is
// not plain.
char* Plain::decode(char* to, const char* stop) {
    has_decoded_ = true;
    for (;; stop = plain_end(at_, end_)) {
        const auto size = static_cast<std::size_t>(stop - at_);
        std::memcpy(to, at_, size);
        to += size;
        at_ = stop;
        if (is_at('"')) {
            ++at_;
            return to;
        }
        const char meant = is_at('\\') && end_ - at_ > 1 ? escaped(at_[1]) : '\0';
        if (meant == '\0') return nullptr;
        *to++ = meant;
        at_ += 2;
    }
}

bool Plain::read_literal(std::string_view literal) {
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(literal)) return false;
    at_ += literal.size();
    return true;
}

bool Plain::skip(char wanted) {
    if (!is_at(wanted)) return false;
    ++at_;
    return true;
}

} // namespace annexkit::json
