// SPDX-License-Identifier: Apache-2.0
#include "validate/number.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace annexkit {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// The parts of a JSON number.
struct Number {
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
    bool has_exponent = false;
    std::int64_t exponent = 0;

    [[nodiscard]] std::size_t digits() const { return whole.size() + fraction.size(); }
    /// The digit at an index, counted over whole part and fraction; 0 behind them.
    [[nodiscard]] char digit(std::size_t index) const {
        if (index < whole.size()) return whole[index];
        return index < digits() ? fraction[index - whole.size()] : '0';
    }
    /// The index of the first digit that is not 0.
    [[nodiscard]] std::size_t first() const {
        std::size_t index = 0;
        while (index < digits() && digit(index) == '0') ++index;
        return index;
    }
};

std::string_view take_digits(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

bool take(std::string_view& text, std::string_view any_of) {
    if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

// Far beyond the length of any text, and far from overflowing when lengths are added.
constexpr std::int64_t largest_exponent = std::int64_t{1} << 60;

std::int64_t exponent_of(std::string_view digits, bool negative) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    value = error == std::errc() ? std::min(value, largest_exponent) : largest_exponent;
    return negative ? -value : value;
}

std::optional<Number> parse(std::string_view text) {
    Number number;
    number.negative = take(text, "-");
    number.whole = take_digits(text);
    if (number.whole.empty() || (number.whole.size() > 1 && number.whole.front() == '0')) return std::nullopt;
    if (take(text, ".")) {
        number.fraction = take_digits(text);
        if (number.fraction.empty()) return std::nullopt;
    }
    if (take(text, "eE")) {
        const bool negative = !text.empty() && text.front() == '-';
        take(text, "+-");
        const std::string_view digits = take_digits(text);
        if (digits.empty()) return std::nullopt;
        number.has_exponent = true;
        number.exponent = exponent_of(digits, negative);
    }
    if (!text.empty()) return std::nullopt;
    return number;
}

bool is_zero(const Number& number) { return number.first() == number.digits(); }

std::weak_ordering compare_sizes(const Number& left, const Number& right) {
    if (is_zero(left) || is_zero(right)) return is_zero(right) <=> is_zero(left);
    const std::size_t first_left = left.first();
    const std::size_t first_right = right.first();
    // The power of ten of the first digit decides, then the digits from there on.
    const auto power = [](const Number& number, std::size_t first) {
        return number.exponent + static_cast<std::int64_t>(number.whole.size()) - static_cast<std::int64_t>(first);
    };
    if (const auto order = power(left, first_left) <=> power(right, first_right); order != 0) return order;
    const std::size_t count = std::max(left.digits() - first_left, right.digits() - first_right);
    for (std::size_t i = 0; i < count; ++i)
        if (const auto order = left.digit(first_left + i) <=> right.digit(first_right + i); order != 0) return order;
    return std::weak_ordering::equivalent;
}

} // namespace

std::optional<std::int64_t> short_number(std::string_view text) {
    constexpr std::size_t longest = 18;
    if (text.empty() || text.size() > longest || (text.front() == '0' && text.size() > 1)) return std::nullopt;
    std::int64_t value = 0;
    for (const char byte : text) {
        if (!is_digit(byte)) return std::nullopt;
        value = 10 * value + (byte - '0');
    }
    return value;
}

bool is_number(std::string_view text) { return short_number(text) || parse(text); }

bool is_whole_number(std::string_view text) {
    if (short_number(text)) return true;
    const auto number = parse(text);
    return number && number->fraction.empty() && !number->has_exponent && !(number->negative && is_zero(*number));
}

std::weak_ordering compare_numbers(std::string_view left, std::string_view right) {
    const auto short_left = short_number(left);
    const auto short_right = short_number(right);
    if (short_left && short_right) return *short_left <=> *short_right;
    const Number a = parse(left).value_or(Number{});
    const Number b = parse(right).value_or(Number{});
    const bool below_a = a.negative && !is_zero(a);
    const bool below_b = b.negative && !is_zero(b);
    if (below_a != below_b) return below_b <=> below_a;
    return below_a ? compare_sizes(b, a) : compare_sizes(a, b);
}

std::optional<std::int64_t> to_integer(std::string_view text) {
    if (const auto number = short_number(text)) return number;
    std::int64_t number = 0;
    if (!is_whole_number(text)) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() ? std::optional(number) : std::nullopt;
}

} // namespace annexkit
