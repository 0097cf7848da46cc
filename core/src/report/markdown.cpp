// SPDX-License-Identifier: Apache-2.0
// The form "markdown": a summary and the gravest findings, for a pull request or a job's page.
#include "report/forms.hpp"
#include "report/kept.hpp"
#include "report/words.hpp"

#include <iterator>

#include <fmt/format.h>

namespace annexkit {
namespace {

// What a page or comment holds without being cut by the site that shows it.
constexpr std::size_t most_in_markdown = 100;

// Text that stays text: no markup (CommonMark 0.30, section 2.4), no mathematics, no link, no mention of a person.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : printable(text)) {
        if (c == '@') {
            result += "@<!-- -->";
            continue;
        }
        if (std::string_view("\\`*_[]<>#|~&!:.$").find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

class Markdown : public TextReport {
  public:
    explicit Markdown(ReportContext context)
        : TextReport(std::move(context)), words_(words(language())),
          kept_(settings().listed.value_or(most_in_markdown)) {}

    void begin(const std::string&) override { inputs_.emplace_back(); }

    Result<void> add(const Finding& finding, const Initiative*) override {
        kept_.add(inputs_.size() - 1, finding);
        return {};
    }

    Result<void> end(const InputReport& input) override {
        std::string& text = inputs_.back();
        head(text, input.source, passes(input.summary, settings().failing));
        fmt::format_to(std::back_inserter(text), "{}", totals(input.summary, language()));
        if (const auto how = read_as(input.summary); !how.empty())
            fmt::format_to(std::back_inserter(text), " ({})", escaped(how));
        text += "\n\n";
        auto reasons = not_checked(input, language());
        if (auto reason = not_asked_for(input, language()); !reason.empty()) reasons.push_back(std::move(reason));
        for (const auto& reason : reasons)
            fmt::format_to(std::back_inserter(text), "{}{} {}\n\n", words_.not_checked, words_.colon, reason);
        if (input.rules.empty()) return {};
        fmt::format_to(std::back_inserter(text), "| {} | {} | {} |\n|---|---|--:|\n", words_.rule, words_.severity,
                       words_.count);
        for (const auto& [rule, count] : input.rules)
            fmt::format_to(std::back_inserter(text), "| `{}` | {} | {} |\n", rule, word(words_, count.severity),
                           count.count);
        text += '\n';
        return {};
    }

    Result<void> fail(const std::string& source, const Error& error) override {
        const Sentence told = error.in(language());
        std::string& text = inputs_.emplace_back();
        head(text, source, false);
        text += escaped(told.message) + "\n\n";
        if (!told.hint.empty())
            fmt::format_to(std::back_inserter(text), "{}{} {}\n\n", words_.hint, words_.colon, escaped(told.hint));
        return {};
    }

    Result<void> finish() override {
        const auto listed = kept_.listed();
        auto item = listed.begin();
        for (std::size_t input = 0; input < inputs_.size(); ++input) {
            out_ += inputs_[input];
            for (; item != listed.end() && (*item)->input == input; ++item) put(**item);
            if (!out_.ends_with("\n\n")) out_ += '\n';
        }
        if (const auto text = left_out(listed.size(), kept_.total(), language()); !text.empty())
            out_ += "*" + text + "*\n";
        while (out_.ends_with("\n\n")) out_.pop_back();
        return write_all();
    }

  private:
    void head(std::string& text, const std::string& source, bool passed) const {
        fmt::format_to(std::back_inserter(text), "### {}{} {}\n\n", escaped(source), words_.colon,
                       passed ? words_.passed : words_.failed);
    }

    void put(const Kept::Item& item) {
        const Finding& finding = item.finding;
        rules().render(finding, language(), sentence_);
        fmt::format_to(std::back_inserter(out_), "- **{}**{} {} (`{}`)", word(words_, finding.severity), words_.colon,
                       escaped(sentence_.message), finding.rule);
        std::string where;
        if (finding.place.line > 0)
            where = fmt::format("{} {}, {} {}", words_.line, finding.place.line, words_.column, finding.place.column);
        if (const auto more = whereabouts(finding, language()); !more.empty())
            where += (where.empty() ? "" : ", ") + more;
        if (!where.empty()) out_ += "<br>" + escaped(where);
        if (!sentence_.hint.empty())
            fmt::format_to(std::back_inserter(out_), "<br>{}{} {}", words_.hint, words_.colon, escaped(sentence_.hint));
        out_ += '\n';
    }

    const Words& words_;
    Kept kept_;
    std::vector<std::string> inputs_;
    Sentence sentence_;
};

} // namespace

std::unique_ptr<Report> make_markdown_report(ReportContext context) {
    return std::make_unique<Markdown>(std::move(context));
}

} // namespace annexkit
