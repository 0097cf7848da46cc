// SPDX-License-Identifier: Apache-2.0
#include "validate/number_meant.hpp"

#include "text/code_points.hpp"
#include "text/fold.hpp"
#include "text_rules/text_rules.hpp"
#include "validate/number.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <unicode/uchar.h>

namespace annexkit {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr char32_t ligature_oe = 0x153;

/// Whether this may stand before the number: nothing, "n°", a name of the field or the beginning of one, or both.
bool is_label(const Schema::Compiled& schema, std::size_t field, std::string_view text) {
    constexpr std::size_t shortest = 3;
    constexpr std::array<std::string_view, 6> words = {"", "n\u00B0", "no", "n", "nr", "numero"};
    const auto without_marks = [](std::string_view part) { return part.substr(0, part.find_last_not_of(" .:") + 1); };
    const auto is_name = [&](std::string_view part) {
        return std::any_of(schema.names.begin(), schema.names.end(), [&](const auto& known) {
            return known.second == field && part.size() >= shortest && known.first.starts_with(part);
        });
    };
    const std::string folded = fold(text);
    const std::string_view label = without_marks(folded);
    const auto is_word = [&](std::string_view part) {
        return std::find(words.begin(), words.end(), part) != words.end();
    };
    if (is_word(label) || is_name(label)) return true;
    const std::size_t space = label.rfind(' ');
    return space != label.npos && is_word(label.substr(space + 1)) && is_name(without_marks(label.substr(0, space)));
}

/// The words of a text, folded, each with a space behind it: marks and their forms tell nothing.
std::string words_of(std::string_view text) {
    std::string words;
    const std::string folded = fold(text);
    for (std::size_t at = 0; at < folded.size();) {
        const CodePoint here = code_point_at(folded, at);
        if (here.value == ligature_oe) {
            words += "oe";
        } else if (u_isalnum(static_cast<UChar32>(here.value)) != 0) {
            words += folded.substr(at, here.size);
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
        at += here.size;
    }
    if (!words.empty() && words.back() != ' ') words += ' ';
    return words;
}

/// Whether one of two texts begins with the other, which may have been cut within a word where it is long enough.
bool begin_alike(std::string_view one, std::string_view other) {
    constexpr std::size_t enough = 12;
    const auto begins = [](std::string_view whole, std::string_view part) {
        const std::size_t size = part.size() > enough ? part.size() - 1 : part.size();
        return size > 0 && whole.starts_with(part.substr(0, size));
    };
    return begins(one, other) || begins(other, one);
}

/// Whether this may stand behind the number of an objective: its text, if only the beginning, or what the initiative
/// has as its text. A text that is another objective's leaves open which of the two is wrong.
bool is_text_of(const Schema::Compiled& schema, const Numbered& objective, std::string_view text,
                std::string_view beside) {
    const std::string rest = words_of(text);
    const auto begins = [&](const Numbered& known, std::string_view words) {
        return begin_alike(words_of(schema.declaration.objectives[known.index].text), words);
    };
    if (begins(objective, rest)) return true;
    const std::string own = words_of(beside);
    const bool is_others = std::any_of(schema.objectives.begin(), schema.objectives.end(), [&](const Numbered& known) {
        return known.number != objective.number && (begins(known, rest) || begins(known, own));
    });
    return !is_others && !rest.empty() && (begin_alike(own, rest) || begins(objective, own));
}

/// Without the marks that people put behind a number.
std::string_view without_marks(std::string_view text) {
    constexpr std::array<std::string_view, 13> marks = {".",      ")",      ":",      "-",      ";",      "/", "]",
                                                        "\u00B0", "\u2013", "\u2014", "\u2026", "\u00BB", ","};
    const auto is_mark = [&](std::string_view mark) { return text.starts_with(mark); };
    for (;;) {
        text = trimmed(text);
        const auto* const mark = std::find_if(marks.begin(), marks.end(), is_mark);
        if (mark == marks.end()) return text;
        text.remove_prefix(mark->size());
    }
}

/// One that is none of the field's would only be wrong in another way.
bool is_known(const Schema::Compiled& schema, std::size_t field, std::string_view number, std::int64_t value) {
    if (schema.fields[field].role == Role::objective && schema.objective(value) == nullptr) return false;
    return !schema.checks[field].own.has_enum || schema.checks[field].own.codes.contains(number);
}

/// A number of the field, and what stands behind it.
struct Numeral {
    std::string number;
    std::int64_t value = 0;
    std::string_view rest;
};

std::optional<Numeral> numeral_in(const Schema::Compiled& schema, std::size_t field, std::string_view text) {
    const std::size_t begin = text.find_first_of(digits);
    if (begin == std::string_view::npos || !is_label(schema, field, text.substr(0, begin))) return std::nullopt;
    const std::size_t end = std::min(text.find_first_not_of(digits, begin), text.size());
    std::string_view number = text.substr(begin, end - begin);
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size() - 1));
    const auto value = to_integer(number);
    if (!value || !is_known(schema, field, number, *value)) return std::nullopt;
    std::string_view rest = text.substr(end);
    // "12,0" and "12.0", as spreadsheets show whole numbers.
    const bool is_whole = (rest.starts_with(',') || rest.starts_with('.')) && rest.size() > 1 &&
                          rest.find_first_not_of('0', 1) == std::string_view::npos;
    return Numeral{std::string(number), *value, is_whole ? std::string_view() : without_marks(rest)};
}

} // namespace

std::string number_meant(const Schema::Compiled& schema, std::size_t field, std::string_view text,
                         std::string_view beside) {
    const Field& known = schema.fields[field];
    const std::string_view inner = trimmed(text);
    const bool is_whole = known.kind == FieldKind::integer;
    if (is_whole ? is_whole_number(inner) : is_number(inner)) return std::string(inner);
    const auto found = is_whole ? numeral_in(schema, field, inner) : std::nullopt;
    if (!found) return {};
    const bool fits = found->rest.empty() || (known.role == Role::objective &&
                                              is_text_of(schema, *schema.objective(found->value), found->rest, beside));
    return fits ? found->number : std::string();
}

std::string number_in_doubt(const Schema::Compiled& schema, std::size_t field, std::string_view text,
                            std::string_view beside) {
    if (schema.fields[field].role != Role::objective || !number_meant(schema, field, text, beside).empty()) return {};
    const auto found = numeral_in(schema, field, trimmed(text));
    const bool has_text = found && !words_of(found->rest).empty() && digits.find(found->rest[0]) == digits.npos;
    return has_text ? found->number : std::string();
}

std::string_view objective_text_of(const Schema::Compiled& schema, const annexkit_record& record) {
    const auto& field = schema.field_of(Role::objective_text);
    if (!field) return {};
    const annexkit_value& value = record.values[*field];
    return value.kind == ANNEXKIT_TEXT || value.kind == ANNEXKIT_UNTYPED ? sdk::view(value.text) : std::string_view();
}

} // namespace annexkit
