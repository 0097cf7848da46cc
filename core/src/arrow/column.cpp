// SPDX-License-Identifier: Apache-2.0
#include "arrow/column.hpp"

#include "arrow/array.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace annexkit::arrow {
namespace {

constexpr std::size_t most_bytes = std::numeric_limits<std::int32_t>::max();
// What is enough for a batch; a text of its own may go beyond.
constexpr std::size_t enough_bytes = std::size_t{64} << 20;

void set_bit(std::vector<std::uint8_t>& bits, std::int64_t at, bool value) {
    const auto index = static_cast<std::size_t>(at) / 8;
    if (index == bits.size()) bits.push_back(0);
    if (value) bits[index] = static_cast<std::uint8_t>(bits[index] | (1U << (static_cast<unsigned>(at) % 8)));
}

// A decimal number of that many digits is the same after it was a double (IEEE 754, binary64).
constexpr int safe_digits = std::numeric_limits<double>::digits10;

int significant_digits(std::string_view number) {
    number = number.substr(0, number.find_first_of("eE"));
    int digits = 0;
    int zeros = 0;
    for (const char each : number) {
        if (each < '0' || each > '9' || (each == '0' && digits == 0)) continue;
        zeros = each == '0' ? zeros + 1 : 0;
        ++digits;
    }
    return digits - zeros;
}

} // namespace

Type type_of(FieldKind kind) {
    switch (kind) {
    case FieldKind::text: return Type::text;
    case FieldKind::integer: return Type::integer;
    case FieldKind::number: return Type::number;
    case FieldKind::boolean: return Type::boolean;
    case FieldKind::list: return Type::list;
    }
    return Type::text;
}

const char* format_of(Type type) {
    switch (type) {
    case Type::text: return "u";
    case Type::integer: return "l";
    case Type::number: return "g";
    case Type::boolean: return "b";
    case Type::list: return "+l";
    }
    return "u";
}

Column::Column(Type type) : type_(type) {
    if (type == Type::text || type == Type::list) offsets_.push_back(0);
    if (type == Type::list) items_ = std::make_unique<Column>(Type::text);
}

bool Column::add(const annexkit_value& value) {
    const std::string_view text = sdk::view(value.text);
    if (value.kind == ANNEXKIT_ABSENT) {
        add_null();
        return true;
    }
    if (type_ == Type::text && (value.kind == ANNEXKIT_TEXT || value.kind == ANNEXKIT_UNTYPED)) {
        add_text(text);
        return true;
    }
    if (type_ == Type::list && value.kind == ANNEXKIT_LIST) {
        add_list(value);
        return true;
    }
    if (type_ == Type::boolean && value.kind == ANNEXKIT_BOOLEAN) {
        set_bit(truths_, length_, text == "true");
        end_row(true);
        return true;
    }
    if (value.kind == ANNEXKIT_NUMBER) {
        if (type_ == Type::integer && add_integer(text)) return true;
        if (type_ == Type::number && add_number(text)) return true;
    }
    add_null();
    return false;
}

void Column::add_text(std::string_view text) {
    bytes_ += text;
    offsets_.push_back(static_cast<std::int32_t>(std::min(bytes_.size(), most_bytes)));
    end_row(true);
}

void Column::add_list(const annexkit_value& value) {
    for (const auto& item : std::span(value.items, value.count)) items_->add_text(sdk::view(item));
    offsets_.push_back(static_cast<std::int32_t>(items_->length_));
    end_row(true);
}

bool Column::add_integer(std::string_view text) {
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    // Only what would be spelled the same again is the same.
    std::array<char, 24> again{};
    const auto wrote = std::to_chars(again.begin(), again.end(), number);
    if (read.ec != std::errc() || read.ptr != end || text != std::string_view(again.data(), wrote.ptr)) return false;
    integers_.push_back(number);
    end_row(true);
    return true;
}

bool Column::add_number(std::string_view text) {
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    const int digits = significant_digits(text);
    const bool is_exact = digits <= safe_digits && (number == 0 ? digits == 0 : std::isnormal(number));
    if (read.ec != std::errc() || read.ptr != end || !is_exact) return false;
    numbers_.push_back(number);
    end_row(true);
    return true;
}

void Column::add_null() {
    switch (type_) {
    case Type::text:
    case Type::list: offsets_.push_back(offsets_.back()); break;
    case Type::integer: integers_.push_back(0); break;
    case Type::number: numbers_.push_back(0); break;
    case Type::boolean: set_bit(truths_, length_, false); break;
    }
    end_row(false);
}

void Column::end_row(bool is_valid) {
    set_bit(validity_, length_, is_valid);
    if (!is_valid) ++null_count_;
    ++length_;
}

std::size_t Column::extent() const {
    return items_ ? std::max(items_->extent(), static_cast<std::size_t>(items_->length_)) : bytes_.size();
}

bool Column::is_full() const { return extent() >= enough_bytes; }
bool Column::is_beyond() const { return extent() > most_bytes; }

ArrowArray Column::exported(std::unique_ptr<Column> column) {
    Column& filled = *column;
    ArrayParts parts;
    parts.length = filled.length_;
    parts.null_count = filled.null_count_;
    parts.children.reserve(1);
    parts.buffers.push_back(filled.null_count_ == 0 ? nullptr : filled.validity_.data());
    switch (filled.type_) {
    case Type::text:
        parts.buffers.push_back(filled.offsets_.data());
        parts.buffers.push_back(filled.bytes_.data());
        break;
    case Type::list:
        parts.buffers.push_back(filled.offsets_.data());
        parts.children.push_back(exported(std::move(filled.items_)));
        break;
    case Type::integer: parts.buffers.push_back(filled.integers_.data()); break;
    case Type::number: parts.buffers.push_back(filled.numbers_.data()); break;
    case Type::boolean: parts.buffers.push_back(filled.truths_.data()); break;
    }
    parts.keeper = std::move(column);
    return exported_array(std::move(parts));
}

} // namespace annexkit::arrow
