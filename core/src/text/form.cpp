// SPDX-License-Identifier: Apache-2.0
#include "text/form.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <system_error>

namespace annexkit {
namespace {

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();
// What RE2 allows, so that no form is taken that it refuses.
constexpr std::size_t most_repeats = 1000;

bool stands_for_itself(char byte) {
    return is_ascii_alphanumeric(byte) || std::string_view(" -_/:,;=~@#%&!'\"<>`").find(byte) != std::string_view::npos;
}

template <class Set> char first_of(const Set& set) {
    std::size_t byte = 0;
    while (!set[byte]) ++byte;
    return static_cast<char>(byte);
}

} // namespace

/// Reads a pattern; each function returns false where it is of another kind.
class Form::Parser {
  public:
    Parser(std::string_view pattern, std::vector<Step>& steps) : rest_(pattern), steps_(steps) {}

    bool run() {
        if (!take('^')) return false;
        while (!rest_.empty() && rest_ != "$")
            if (!add_step()) return false;
        return rest_ == "$";
    }

  private:
    bool take(char wanted) {
        if (!rest_.starts_with(wanted)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool add_step() {
        Step& step = steps_.emplace_back();
        if (!(take('[') ? read_class(step.set) : read_character(step.set))) return false;
        return read_repeats(step) && !rest_.starts_with('?') && !rest_.starts_with('+') && !rest_.starts_with('*') &&
               !rest_.starts_with('{');
    }

    bool read_character(Set& set) {
        const char byte = rest_.front();
        rest_.remove_prefix(1);
        if (stands_for_itself(byte)) return add(byte, byte, set);
        return byte == '\\' && read_escape(set);
    }

    bool read_escape(Set& set) {
        if (take('d')) return add('0', '9', set);
        if (rest_.empty() || std::string_view(".-/()[]{}+*?^$|\\").find(rest_.front()) == std::string_view::npos)
            return false;
        const char byte = rest_.front();
        rest_.remove_prefix(1);
        return add(byte, byte, set);
    }

    // Letters, digits and ranges of them, and a hyphen where it can be no range.
    bool read_class(Set& set) {
        while (!rest_.empty() && !rest_.starts_with(']')) {
            const char first = rest_.front();
            rest_.remove_prefix(1);
            const bool is_hyphen = first == '-' && (set.none() || rest_.starts_with(']'));
            if (!is_hyphen && !is_ascii_alphanumeric(first) && first != '_') return false;
            char last = first;
            if (rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']') {
                last = rest_[1];
                rest_.remove_prefix(2);
                if (is_hyphen || !is_ascii_alphanumeric(last)) return false;
            }
            if (!add(first, last, set)) return false;
        }
        return take(']') && set.any();
    }

    static bool add(char first, char last, Set& set) {
        if (last < first) return false;
        for (int byte = first; byte <= last; ++byte) set.set(static_cast<unsigned char>(byte));
        return true;
    }

    bool read_repeats(Step& step) {
        if (take('?'))
            step.least = 0;
        else if (take('+'))
            step.most = any_number;
        else if (take('*'))
            step = {step.set, 0, any_number};
        else if (take('{'))
            return read_range(step);
        return true;
    }

    bool read_range(Step& step) {
        if (!read_number(step.least)) return false;
        step.most = step.least;
        if (take(',')) {
            step.most = any_number;
            if (!rest_.starts_with('}') && !read_number(step.most)) return false;
        }
        return take('}') && step.least <= step.most;
    }

    bool read_number(std::size_t& number) {
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
        if (error != std::errc() || number > most_repeats) return false;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return true;
    }

    std::string_view rest_;
    std::vector<Step>& steps_;
};

std::optional<Form> Form::of(std::string_view pattern) {
    Form form;
    if (!Parser(pattern, form.steps_).run() || !form.is_unambiguous()) return std::nullopt;
    const auto first = std::find_if(form.steps_.begin(), form.steps_.end(), [](const Step& step) {
        return step.least != 1 || step.most != 1 || step.set.count() != 1;
    });
    for (auto step = form.steps_.begin(); step != first; ++step) form.beginning_ += first_of(step->set);
    form.steps_.erase(form.steps_.begin(), first);
    return form;
}

// What may come more often must not be what may follow it.
bool Form::is_unambiguous() const {
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        if (steps_[i].least == steps_[i].most) continue;
        for (std::size_t next = i + 1; next < steps_.size(); ++next) {
            if ((steps_[i].set & steps_[next].set).any()) return false;
            if (steps_[next].least > 0) break;
        }
    }
    return true;
}

bool Form::matches(std::string_view text) const {
    if (!text.starts_with(beginning_)) return false;
    const char* at = text.data() + beginning_.size();
    const char* const end = text.data() + text.size();
    for (const Step& step : steps_) {
        std::size_t times = 0;
        while (at != end && times < step.most && step.set[static_cast<unsigned char>(*at)]) ++at, ++times;
        if (times < step.least) return false;
    }
    return at == end;
}

std::string Form::example() const {
    std::string text = beginning_;
    for (const Step& step : steps_) {
        // Numbers of a list begin with 1.
        const bool is_digit = step.set['0'] && step.set['1'];
        const std::size_t times = std::min(step.most, std::max<std::size_t>(step.least, is_digit ? 1 : 0));
        text.append(times, is_digit ? '0' : first_of(step.set));
        if (is_digit && times > 0) text.back() = '1';
    }
    return text;
}

} // namespace annexkit
