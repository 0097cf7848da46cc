// SPDX-License-Identifier: Apache-2.0
#include "validate/number_meant.hpp"

#include "text/code_points.hpp"
#include "text/date.hpp"
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

/// Whether words begin with others, which may have been cut within a word where they are long enough.
bool begins_with(std::string_view words, std::string_view others) {
    constexpr std::size_t enough = 12;
    const std::size_t size = others.size() > enough ? others.size() - 1 : others.size();
    return size > 0 && words.starts_with(others.substr(0, size));
}

bool begin_alike(std::string_view one, std::string_view other) {
    return begins_with(one, other) || begins_with(other, one);
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

/// A number, and what stands behind it.
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
    if (!value) return std::nullopt;
    std::string_view rest = text.substr(end);
    // "12,0" and "12.0", as spreadsheets show whole numbers.
    const bool is_whole = (rest.starts_with(',') || rest.starts_with('.')) && rest.size() > 1 &&
                          rest.find_first_not_of('0', 1) == std::string_view::npos;
    return Numeral{std::string(number), *value, is_whole ? std::string_view() : without_marks(rest)};
}

/// The value of one or two digits, else 0, which is no day and no month.
int day_or_month(std::string_view text) {
    if (text.empty() || text.size() > 2 || text.find_first_not_of(digits) != text.npos) return 0;
    return text.size() == 1 ? text[0] - '0' : 10 * (text[0] - '0') + (text[1] - '0');
}

/// "12/03/2013", "3/1/13", "12.03.2013" or "12-3-2013": in a text the date is somebody's own, in place of a number a
/// spreadsheet's.
bool is_short_date(std::string_view text) {
    const std::size_t first = text.find_first_of("/.-");
    const std::size_t second = first == text.npos ? first : text.find(text[first], first + 1);
    if (second == text.npos) return false;
    const std::string_view year = text.substr(second + 1);
    // With points or hyphens, two digits may be a third number.
    if (year.find_first_not_of(digits) != year.npos || !(year.size() == 4 || (year.size() == 2 && text[first] == '/')))
        return false;
    constexpr int days = 31;
    constexpr int months = 12;
    // In English the month may be first.
    const auto [least, most] =
        std::minmax({day_or_month(text.substr(0, first)), day_or_month(text.substr(first + 1, second - first - 1))});
    return least >= 1 && least <= months && most <= days;
}

/// Whether a spreadsheet shows a date so, or a person, with spaces.
bool is_dated(std::string_view text) {
    std::string dashed(text);
    std::replace(dashed.begin(), dashed.end(), ' ', '-');
    return is_spreadsheet_date(text) || is_spreadsheet_date(dashed) || is_date(text) || is_short_date(text);
}

/// What the number of an objective means with a text behind it.
NumberMeant with_text(const Schema::Compiled& schema, Numeral&& numeral, std::string_view beside) {
    const std::string rest = words_of(numeral.rest);
    const std::string own = words_of(beside);
    const auto words = [&](const Numbered& known) { return words_of(schema.declaration.objectives[known.index].text); };
    const std::string declared = words(*schema.objective(numeral.value));
    if (begins_with(declared, rest)) return {std::move(numeral.number), Certainty::sure, {}};
    // Of a text that is another objective's, it is open which of the two is wrong.
    if (!begins_with(rest, declared)) {
        const auto other = std::find_if(schema.objectives.begin(), schema.objectives.end(), [&](const Numbered& known) {
            const std::string others = words(known);
            return known.number != numeral.value && (begin_alike(others, rest) || begin_alike(others, own));
        });
        if (other != schema.objectives.end())
            return {std::move(numeral.number), Certainty::other, std::to_string(other->number)};
    }
    const Certainty certainty = begins_with(own, rest) ? Certainty::sure : Certainty::loses_text;
    return {std::move(numeral.number), certainty, {}};
}

} // namespace

NumberMeant number_meant(const Schema::Compiled& schema, std::size_t field, std::string_view text,
                         std::string_view beside) {
    const Field& known = schema.fields[field];
    const std::string_view inner = trimmed(text);
    const bool is_whole = known.kind == FieldKind::integer;
    if (is_whole ? is_whole_number(inner) : is_number(inner)) return {std::string(inner), Certainty::sure, {}};
    if (is_dated(inner)) return {{}, Certainty::dated, {}};
    auto found = is_whole ? numeral_in(schema, field, inner) : std::nullopt;
    if (!found) return {};
    const bool has_text = !words_of(found->rest).empty() && digits.find(found->rest[0]) == digits.npos;
    if (!found->rest.empty() && (known.role != Role::objective || !has_text)) return {};
    if (!is_known(schema, field, found->number, found->value))
        return {std::move(found->number), Certainty::unknown, {}};
    if (found->rest.empty()) return {std::move(found->number), Certainty::sure, {}};
    return with_text(schema, std::move(*found), beside);
}

std::string_view objective_text_of(const Schema::Compiled& schema, const annexkit_record& record) {
    const auto& field = schema.field_of(Role::objective_text);
    if (!field) return {};
    const annexkit_value& value = record.values[*field];
    return value.kind == ANNEXKIT_TEXT || value.kind == ANNEXKIT_UNTYPED ? sdk::view(value.text) : std::string_view();
}

} // namespace annexkit
