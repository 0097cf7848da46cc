// SPDX-License-Identifier: Apache-2.0
// The form "text": for people at a terminal.
#include "findings/argument.hpp"
#include "input/encoding.hpp"
#include "report/code_frame.hpp"
#include "report/display.hpp"
#include "report/forms.hpp"
#include "report/words.hpp"
#include "schema/compiled.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace annexkit {
namespace {

constexpr std::size_t indent = 2;

struct Style {
    std::string_view error, warning, note, strong, faint, end;
};
constexpr Style plain = {};
constexpr Style coloured = {"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[1m", "\x1b[2m", "\x1b[0m"};

std::string_view colour(const Style& style, Severity severity) {
    switch (severity) {
    case Severity::error: return style.error;
    case Severity::warning: return style.warning;
    case Severity::note: return style.note;
    case Severity::off: break;
    }
    return {};
}

/// What annexkit fix does about a finding: nothing where its rule names what is near and nothing is. Never Fix::both.
Fix mending_of(const Finding& finding, const Schema* schema) {
    const Fix fix = argument(finding.arguments, "unmended") == nullptr ? fix_of(finding.rule) : Fix::none;
    if (fix == Fix::none || (fix != Fix::both && finding.rule != "text.lost-zeros")) return fix;
    if (!argument_or_empty(finding.arguments, "doubted").empty()) return Fix::unsafe;
    if (argument_or_empty(finding.arguments, "nearest").empty()) return Fix::none;
    if (fix != Fix::both) return fix;
    if (schema == nullptr || finding.rule == "field.kind") return Fix::safe;
    const auto& compiled = schema->compiled();
    const auto field = std::find_if(compiled.fields.begin(), compiled.fields.end(),
                                    [&](const Field& known) { return known.name == finding.field; });
    if (field == compiled.fields.end()) return Fix::safe;
    const auto& checks = compiled.checks[static_cast<std::size_t>(field - compiled.fields.begin())];
    const auto& codes = finding.item < 0 ? checks.own : checks.items;
    return codes.code_meant(argument_or_empty(finding.arguments, "value")).empty() ? Fix::unsafe : Fix::safe;
}

class Text : public TextReport {
  public:
    explicit Text(ReportContext context)
        : TextReport(std::move(context)), style_(settings().colour ? coloured : plain),
          width_(std::max<std::size_t>(settings().width, 40)), words_(words(language())) {}

    void begin(const std::string& source) override {
        source_ = printable(source);
        schema_.reset();
        is_headed_ = false;
        mending_ = Fix::none;
        ++inputs_;
    }

    Result<void> add(const Finding& finding, const Initiative*) override {
        head();
        if (mending_ != Fix::safe)
            if (const Fix fix = mending_of(finding, schema_.get()); fix != Fix::none) mending_ = fix;
        rules().render(finding, language(), sentence_);
        line_.clear();
        line_ += word(words_, finding.severity);
        line_ += words_.colon;
        line_ += ' ';
        const std::size_t strong = line_.size();
        append_printable(sentence_.message, line_);
        line_ += " [";
        line_ += finding.rule;
        line_ += ']';
        out_ += colour(style_, finding.severity);
        wrap(line_, 0, strong);
        put_place(finding);
        if (!finding.frame.text.empty()) put_frame(finding);
        if (!sentence_.hint.empty()) put_hint();
        out_ += '\n';
        return write_large();
    }

    void use(const std::shared_ptr<const Schema>& schema) override { schema_ = schema; }

    Result<void> end(const InputReport& input) override {
        if (!is_headed_ && after_ == After::list) out_ += '\n';
        const std::string summary = summary_line(input.source, input.summary, language());
        out_ += style_.strong;
        wrap(summary, 0, summary.size());
        std::vector<std::pair<std::string, RuleCount>> rules(input.rules.begin(), input.rules.end());
        std::stable_sort(rules.begin(), rules.end(), [](const auto& left, const auto& right) {
            return std::pair(left.second.severity, left.second.count) >
                   std::pair(right.second.severity, right.second.count);
        });
        std::size_t longest = 0;
        for (const auto& [rule, count] : rules) longest = std::max(longest, rule.size());
        for (const auto& [rule, count] : rules)
            fmt::format_to(into(), "{:>8}  {:{}}  {}{}{}\n", count.count, rule, longest, colour(style_, count.severity),
                           word(words_, count.severity), style_.end);
        after_ = rules.empty() ? After::line : After::list;
        annexkit::add(input.summary, total_);
        for (const auto& reason : not_checked(input, language())) put_indented(words_.not_checked, reason);
        if (not_asked_for_.empty() && settings().offers_mending) not_asked_for_ = not_asked_for(input, language());
        if (settings().offers_mending && mending_ != Fix::none && input.summary.is_read())
            put_indented(words_.hint,
                         fmt::format("annexkit fix {}--diff {}", mending_ == Fix::unsafe ? "--unsafe " : "",
                                     language() == Language::french ? "montre ce qui peut en être corrigé"
                                                                    : "shows what of it can be mended"));
        return write_all();
    }

    Result<void> fail(const std::string& source, const Error& error) override {
        const Sentence told = error.in(language());
        if (const std::string name = printable(source); name != source_) {
            source_ = name;
            ++inputs_;
        }
        if (settings().failures_elsewhere) return {};
        if (after_ == After::list) out_ += '\n';
        out_ += style_.error;
        wrap(fmt::format("{}{} {}", words_.error.one, words_.colon, printable(told.message)), 0,
             words_.error.one.size());
        if (!told.hint.empty()) put_indented(words_.hint, told.hint);
        after_ = After::line;
        return write_all();
    }

    Result<void> finish() override {
        if (inputs_ > 1 && settings().sums_up) {
            out_ += '\n';
            out_ += style_.strong;
            const std::string total = total_line(inputs_, total_, language());
            wrap(total, 0, total.size());
        }
        // Of all inputs alike, so once.
        if (!not_asked_for_.empty()) put_indented(words_.not_checked, not_asked_for_);
        return write_all();
    }

  private:
    std::back_insert_iterator<std::string> into() { return std::back_inserter(out_); }

    void head() {
        if (is_headed_) return;
        if (after_ != After::nothing) out_ += '\n';
        is_headed_ = true;
        out_ += style_.strong;
        out_ += source_;
        out_ += style_.end;
        out_ += "\n\n";
    }

    // Findings of one rule mostly have the same hint.
    void put_hint() {
        if (sentence_.hint != last_hint_) {
            last_hint_ = sentence_.hint;
            const std::size_t before = out_.size();
            put_indented(words_.hint, last_hint_);
            hint_lines_ = out_.substr(before);
        } else {
            out_ += hint_lines_;
        }
    }

    // "  hint: the nearest code is ..."
    void put_indented(std::string_view word, std::string_view text) {
        line_.clear();
        line_ += word;
        line_ += words_.colon;
        line_ += ' ';
        append_printable(text, line_);
        out_.append(indent, ' ');
        wrap(line_, indent);
    }

    // Appends a text that is broken at spaces where it is too long; later lines are indented. What stands before
    // `coloured_size` is in a colour that has begun.
    void wrap(std::string_view text, std::size_t first_column, std::size_t coloured_size = 0) {
        std::size_t room = width_ - first_column;
        while (!text.empty()) {
            std::size_t size = text.size();
            if (size > room) size = break_of(text, room);
            if (coloured_size > 0) {
                coloured_size = std::min(coloured_size, size);
                out_ += text.substr(0, coloured_size);
                out_ += style_.end;
                out_ += text.substr(coloured_size, size - coloured_size);
                coloured_size = 0;
            } else {
                out_ += text.substr(0, size);
            }
            out_ += '\n';
            text.remove_prefix(size);
            while (text.starts_with(' ')) text.remove_prefix(1);
            if (text.empty()) return;
            out_.append(2 * indent, ' ');
            room = width_ - 2 * indent;
        }
    }

    // The last space within the room; where there is none, as much of the word as there is room for.
    static std::size_t break_of(std::string_view text, std::size_t room) {
        const std::size_t end = end_of_room(text, room);
        if (end == text.size()) return end;
        const std::size_t space = text.rfind(' ', end);
        return space == std::string_view::npos || space == 0 ? end : space;
    }

    // Where the first character begins that there is no room for.
    static std::size_t end_of_room(std::string_view text, std::size_t room) {
        std::size_t used = 0;
        for (std::size_t at = 0; at < text.size();) {
            // No even character takes more columns than it has bytes.
            const std::string_view stretch = whole_characters(text.substr(at), room - used);
            if (!stretch.empty() && is_even(stretch)) {
                used += code_points_of(stretch);
                at += stretch.size();
                continue;
            }
            const std::size_t next = behind_character(text, at);
            used += columns_of(text.substr(at, next - at));
            if (used > room) return at;
            at = next;
        }
        return text.size();
    }

    static std::size_t behind_character(std::string_view text, std::size_t at) {
        std::size_t next = at + 1;
        while (next < text.size() && is_continuation(text[next])) ++next;
        return next;
    }

    // The beginning of at most so many bytes that cuts no character.
    static std::string_view whole_characters(std::string_view text, std::size_t bytes) {
        if (bytes >= text.size()) return text;
        while (bytes > 0 && is_continuation(text[bytes])) --bytes;
        return text.substr(0, bytes);
    }

    void put_place(const Finding& finding) {
        line_.clear();
        if (finding.place.line > 0) {
            put_number(words_.line, finding.place.line);
            line_ += ", ";
            put_number(words_.column, finding.place.column);
        }
        where_.clear();
        append_whereabouts(finding, language(), schema_.get(), where_);
        if (!line_.empty() && !where_.empty()) line_ += ", ";
        append_printable(where_, line_);
        if (line_.empty()) return;
        out_.append(indent, ' ');
        wrap(line_, indent);
    }

    void put_number(std::string_view word, std::uint64_t number) {
        const fmt::format_int digits(number);
        line_ += word;
        line_ += ' ';
        line_.append(digits.data(), digits.size());
    }

    void put_frame(const Finding& finding) {
        const fmt::format_int number(finding.place.line);
        const std::size_t digits = std::max<std::size_t>(number.size(), 4);
        draw(line_of(finding.frame), width_ - digits - 4, frame_);
        const auto rail = [&](std::string_view text) {
            out_ += style_.faint;
            out_.append(1 + digits - text.size(), ' ');
            out_ += text;
            out_ += " |";
            out_ += style_.end;
            out_ += ' ';
        };
        rail(finding.place.line > 0 ? std::string_view(number.data(), number.size()) : std::string_view());
        out_ += frame_.line;
        out_ += '\n';
        rail({});
        out_ += colour(style_, finding.severity);
        out_ += frame_.carets;
        out_ += style_.end;
        out_ += '\n';
    }

    const Style& style_;
    std::size_t width_;
    const Words& words_;
    /// Of the input, once it is known.
    std::shared_ptr<const Schema> schema_;
    std::string source_;
    bool is_headed_ = false;
    /// What can be mended of the input.
    Fix mending_ = Fix::none;
    /// What stands above.
    enum class After { nothing, line, list } after_ = After::nothing;
    std::uint64_t inputs_ = 0;
    Counts total_;
    std::string not_asked_for_;
    Sentence sentence_;
    std::string line_;
    std::string where_;
    CodeFrame frame_;
    std::string last_hint_;
    /// As they were written.
    std::string hint_lines_;
};

} // namespace

std::unique_ptr<Report> make_text_report(ReportContext context) { return std::make_unique<Text>(std::move(context)); }

} // namespace annexkit
