// SPDX-License-Identifier: Apache-2.0
// What can be wrong with a JSON text, in plain words.
#pragma once

#include <cstddef>
#include <string_view>

namespace annexkit::json {

enum class Problem {
    none,
    too_deep,
    nothing,
    end_in_text,
    end_in_value,
    end_in_document,
    end_in_list,
    line_ends_in_text,
    line_ends_in_value,
    second_value,
    second_value_on_line,
    value_expected,
    name_expected,
    colon_expected,
    comma_or_brace_expected,
    comma_or_bracket_expected,
    trailing_comma,
    comment,
    single_quote,
    bare_word,
    plus_sign,
    leading_point,
    leading_zero,
    fraction_expected,
    exponent_expected,
    number_broken,
    control_character,
    unknown_escape,
    hexadecimal_expected,
    lone_surrogate
};

/// What a value of JSON is called.
struct Words {
    std::string_view english;
    std::string_view french;
};

[[nodiscard]] Words words_of(Problem problem);

/// What kind of value starts with this byte.
[[nodiscard]] Words words_of_value(char first_byte);

/// The problem that a user recognises behind one that is known by grammar only: what stands at `at`, where something
/// else was `expected`, tells the habit that it comes from.
[[nodiscard]] Problem recognised(Problem expected, std::string_view text, std::size_t at);

} // namespace annexkit::json
