// SPDX-License-Identifier: Apache-2.0
#include "text/code_points.hpp"
#include "text/line_ends.hpp"
#include "text_rules/characters.hpp"
#include "text_rules/text_rules.hpp"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

namespace annexkit {
namespace {

void find_outer_space(std::string_view text, TextFaults& faults) {
    const std::string_view inner = trimmed(text);
    if (inner.size() == text.size()) return;
    const auto leading = static_cast<std::size_t>(inner.data() - text.data());
    if (leading > 0) {
        faults.push_back({"text.outer-space", 0, leading, {}});
    } else {
        faults.push_back({"text.outer-space", inner.size(), text.size() - inner.size(), {}});
    }
}

struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
};

constexpr std::array<std::string_view, 2> no_break_spaces = {"\u00A0", "\u202F"};

/// Where the next one is. Each kind is searched for again only behind where it was found, for there may be none of the
/// other.
class NoBreakSpaces {
  public:
    NoBreakSpaces(std::string_view text, std::size_t from) : text_(text) {
        for (std::size_t kind = 0; kind < next_.size(); ++kind) next_[kind] = text.find(no_break_spaces[kind], from);
    }

    /// From an offset on that only grows; npos where there is none.
    std::size_t next(std::size_t from) {
        for (std::size_t kind = 0; kind < next_.size(); ++kind)
            if (next_[kind] < from) next_[kind] = text_.find(no_break_spaces[kind], from);
        return *std::min_element(next_.begin(), next_.end());
    }

  private:
    std::string_view text_;
    std::array<std::size_t, no_break_spaces.size()> next_{};
};

/// The first run that has a no-break space beside another space. French sets one, and no second.
Run doubled_no_break_space(std::string_view text, std::size_t from) {
    const auto space_size = [&](std::size_t at) -> std::size_t {
        if (text.substr(at, 1) == " ") return 1;
        for (const std::string_view space : no_break_spaces)
            if (text.substr(at).starts_with(space)) return space.size();
        return 0;
    };
    NoBreakSpaces spaces(text, from);
    for (std::size_t at = spaces.next(from); at != text.npos; at = spaces.next(at + 1)) {
        std::size_t begin = at;
        while (begin > from && text[begin - 1] == ' ') --begin;
        std::size_t end = at;
        while (end < text.size() && space_size(end) > 0) end += space_size(end);
        const bool inside = begin > 0 && end < text.size() && !is_line_end(text[begin - 1]) && !is_line_end(text[end]);
        if (inside && end - begin > space_size(at)) return {begin, end};
        at = end - 1;
    }
    return {text.size(), text.size()};
}

/// The first run of spaces from an offset on that breaks the rule, or one that begins at the end.
Run doubled_ordinary_space(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find("  ", from); at != text.npos; at = text.find("  ", at)) {
        const std::size_t end = std::min(text.find_first_not_of(' ', at), text.size());
        // Spaces beside a line end indent an item or are not seen.
        const bool inside = at > 0 && end < text.size() && !is_line_end(text[at - 1]) && !is_line_end(text[end]);
        if (inside) return {at, end};
        at = end;
    }
    return {text.size(), text.size()};
}

// Of two that begin together the longer one.
Run first_of(const Run& one, const Run& other) {
    return other.begin < one.begin || (other.begin == one.begin && other.end > one.end) ? other : one;
}

void find_doubled_space(std::string_view text, const Signs& signs, TextFaults& faults) {
    const Run none{text.size(), text.size()};
    const Run run = first_of(signs.twice ? doubled_ordinary_space(text, 0) : none,
                             signs.foreign ? doubled_no_break_space(text, 0) : none);
    if (run.begin < text.size()) faults.push_back({"text.doubled-space", run.begin, run.end - run.begin, {}});
}

/// "franco-\net germanophone" has its hyphen with good reason.
bool is_joining_word(std::string_view text) {
    constexpr std::array<std::string_view, 10> words = {"et ", "ou ",   "and ",   "or ", "und ",
                                                        "ni ", "puis ", "voire ", "à ",  "to "};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

/// Offset of the hyphen that ends the line whose end is at `line_end`, or npos.
std::size_t hyphen_before(std::string_view text, std::size_t line_end) {
    const std::size_t last = text.find_last_not_of(" \r", line_end - 1);
    if (line_end == 0 || last == text.npos || last >= line_end) return text.npos;
    const CodePoint hyphen = code_point_before(text, last + 1);
    if (hyphen.value != '-' && hyphen.value != 0xAD && hyphen.value != 0x2010) return text.npos;
    const std::size_t at = last + 1 - hyphen.size;
    return is_letter(code_point_before(text, at).value) ? at : text.npos;
}

void find_broken_word(std::string_view text, TextFaults& faults) {
    for (std::size_t line_end = text.find('\n'); line_end != text.npos; line_end = text.find('\n', line_end + 1)) {
        const std::size_t hyphen = hyphen_before(text, line_end);
        if (hyphen == text.npos) continue;
        const std::size_t next = std::min(text.find_first_not_of(" \n\r", line_end), text.size());
        const char32_t letter = code_point_at(text, next).value;
        if (!is_letter(letter) || u_isupper(static_cast<UChar32>(letter)) != 0 || is_joining_word(text.substr(next)))
            continue;
        faults.push_back({"text.broken-word", hyphen, next - hyphen, {}});
        return;
    }
}

/// What a hyphen that was meant for a dash stands before: no second half of a word.
bool is_function_word(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"ainsi", "afin", "aux",   "avec", "ces", "dans", "des", "dont", "elle", "entre", "est",  "ils",
         "les",   "leur", "leurs", "mais", "non", "par",  "pas", "plus", "pour", "que",   "qui",  "sans",
         "ses",   "soit", "son",   "sous", "sur", "une",  "the", "and",  "for",  "from",  "that", "with"});
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words that stand beside another of their kind, with a hyphen in place of a dash or for a word left out: "lundi-
/// vendredi", "court- moyen terme".
bool is_word_of_series(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"lundi",        "mardi",    "mercredi",      "jeudi", "vendredi", "samedi",  "dimanche",  "janvier",
         "f\u00E9vrier", "mars",     "avril",         "mai",   "juin",     "juillet", "ao\u00FBt", "septembre",
         "octobre",      "novembre", "d\u00E9cembre", "court", "courte",   "moyen",   "moyenne",   "long",
         "longue",       "nord",     "sud",           "est",   "ouest"});
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether the text has the word a second time, on its own: then it is no half of one.
bool stands_alone(std::string_view text, std::string_view word) {
    // It is asked for each hyphen of a text.
    constexpr std::size_t most = 2'000;
    text = text.substr(0, most);
    const auto is_part = [](CodePoint c) { return c.value == '-' || is_letter(c.value); };
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) {
        const std::size_t end = at + word.size();
        const bool is_whole = (at == 0 || !is_part(code_point_before(text, at))) &&
                              (end == text.size() || !is_part(code_point_at(text, end)));
        if (is_whole && !text.substr(0, at).ends_with("- ")) return true;
    }
    return false;
}

/// "renfor- cer", where lines of a printed page became one.
void find_divided_word(std::string_view text, TextFaults& faults) {
    constexpr std::size_t shortest = 3;
    const auto is_small = [](char32_t c) { return is_letter(c) && u_isupper(static_cast<UChar32>(c)) == 0; };
    for (std::size_t hyphen = text.find("- "); hyphen != text.npos; hyphen = text.find("- ", hyphen + 1)) {
        const std::size_t word = text.find_last_of(" \n'(\"-", hyphen == 0 ? 0 : hyphen - 1) + 1;
        const std::string_view rest = text.substr(hyphen + 2);
        if (hyphen < word + shortest || !is_small(code_point_before(text, hyphen).value)) continue;
        const std::string_view next = rest.substr(0, rest.find_first_of(" \n,;.)"));
        const std::string_view half = text.substr(word, hyphen - word);
        const bool is_half = next.size() >= shortest && is_small(code_point_at(next, 0).value) &&
                             !is_function_word(next) && !is_word_of_series(half) && !is_word_of_series(next) &&
                             !stands_alone(text, next) && !stands_alone(text, half);
        if (!is_half || is_joining_word(rest)) continue;
        faults.push_back({"text.broken-word", hyphen, 2, {}});
        return;
    }
}

} // namespace

std::string_view trimmed(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size() && is_white(code_point_at(text, begin).value)) begin += code_point_at(text, begin).size;
    std::size_t end = text.size();
    while (end > begin && is_white(code_point_before(text, end).value)) end -= code_point_before(text, end).size;
    return text.substr(begin, end - begin);
}

namespace {

// The no-break space among them was set on purpose.
std::string_view space_of(std::string_view run) {
    for (const std::string_view space : no_break_spaces)
        if (run.find(space) != run.npos) return space;
    return " ";
}

} // namespace

std::string with_single_spaces(std::string_view text) {
    std::string result;
    Run ordinary = doubled_ordinary_space(text, 0);
    Run no_break = doubled_no_break_space(text, 0);
    for (std::size_t from = 0; from < text.size();) {
        // Each kind is searched for again only behind where it was found, for there may be none of the other.
        if (ordinary.begin < from) ordinary = doubled_ordinary_space(text, from);
        if (no_break.begin < from) no_break = doubled_no_break_space(text, from);
        const Run run = first_of(ordinary, no_break);
        result += text.substr(from, run.begin - from);
        if (run.begin < text.size()) result += space_of(text.substr(run.begin, run.end - run.begin));
        from = run.end;
    }
    return result;
}

void find_spacing(std::string_view text, const Signs& signs, TextFaults& faults) {
    if (signs.space_at_end || signs.foreign) find_outer_space(text, faults);
    if (signs.twice || signs.foreign) find_doubled_space(text, signs, faults);
    const std::size_t before = faults.size();
    if (signs.line_end) find_broken_word(text, faults);
    if (signs.hyphen && faults.size() == before) find_divided_word(text, faults);
}

} // namespace annexkit
