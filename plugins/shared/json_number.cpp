// SPDX-License-Identifier: Apache-2.0
#include "json_number.hpp"

#include "json_bytes.hpp"

#include <cstring>

namespace annexkit::json {
namespace {

// The longest numbers that are within the range of a double whatever their spelling (9e99).
constexpr std::size_t always_small = 4;

/// Reads the parts of a number one after the other.
class Digits {
  public:
    Digits(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] char byte() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char wanted) {
        if (byte() != wanted) return false;
        ++at_;
        return true;
    }
    /// One digit or more.
    bool run() {
        const std::size_t from = at_;
        while (is_digit(byte())) ++at_;
        return at_ > from;
    }

  private:
    std::string_view text_;
    std::size_t at_;
};

bool read_parts(Digits& digits) {
    digits.take('-');
    if (!digits.take('0') && !digits.run()) return false;
    if (digits.take('.') && !digits.run()) return false;
    if (digits.take('e') || digits.take('E')) {
        if (!digits.take('+')) digits.take('-');
        return digits.run();
    }
    return true;
}

bool belongs_to_numbers(char byte) {
    return is_digit(byte) || byte == '.' || byte == 'e' || byte == 'E' || byte == '+' || byte == '-';
}

} // namespace

Number read_number(std::string_view text, std::size_t at) {
    Digits digits(text, at);
    const bool whole = read_parts(digits);
    return {digits.at(), whole && !belongs_to_numbers(digits.byte())};
}

NumberPlace find_number(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size();) {
        if (text[at] == '"') {
            at = string_end(text, at + 1) + 1;
        } else if (is_digit(text[at]) || text[at] == '-') {
            const Number number = read_number(text, at);
            if (number.whole) return {at, number.end};
            // What goes wrong as a number has no whole number in it.
            at = number.end;
            while (at < text.size() && belongs_to_numbers(text[at])) ++at;
        } else {
            ++at;
        }
    }
    return {text.size(), text.size()};
}

void mask_numbers(char* data, std::string_view original, std::size_t from) {
    for (NumberPlace number = find_number(original, from); number.begin < original.size();
         number = find_number(original, number.end)) {
        const std::size_t size = number.end - number.begin;
        if (size <= always_small) continue;
        std::memset(data + number.begin, '0', size);
        data[number.begin + 1] = '.';
    }
}

} // namespace annexkit::json
