// SPDX-License-Identifier: Apache-2.0
// The form "junit": a test suite for each input and a test case for each rule, as CI systems show them.
#include "report/forms.hpp"
#include "report/words.hpp"
#include "text/xml_tree.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace annexkit {
namespace {

constexpr std::size_t most_lines = 100;

using xml_tree::child;
using xml_tree::set;
using xml_tree::set_text;

void set_count(pugi::xml_node node, const char* name, std::uint64_t count) {
    set(node, name, fmt::format("{}", count));
}

class Junit : public TextReport {
  public:
    explicit Junit(ReportContext context)
        : TextReport(std::move(context)), most_lines_(settings().listed.value_or(most_lines)) {
        suites_ = child(document_, "testsuites");
        set(suites_, "name", "annexkit");
    }

    void begin(const std::string&) override { lines_.clear(); }

    Result<void> add(const Finding& finding, const Initiative*) override {
        auto& lines = lines_[finding.rule];
        if (++lines.count > most_lines_) return {};
        rules().render(finding, language(), sentence_);
        if (finding.place.line > 0) lines.text += fmt::format("{}:{}: ", finding.place.line, finding.place.column);
        lines.text += printable(sentence_.message);
        if (const auto where = whereabouts(finding, language()); !where.empty())
            lines.text += fmt::format(" ({})", printable(where));
        if (!sentence_.hint.empty())
            lines.text +=
                fmt::format("\n  {}{} {}", words(language()).hint, words(language()).colon, printable(sentence_.hint));
        lines.text += '\n';
        return {};
    }

    Result<void> end(const InputReport& input) override {
        Suite suite = make_suite(input.source);
        const auto reasons = not_checked(input, language());
        for (const auto& [id, rule] : rules().all()) {
            const auto count = input.rules.find(id);
            if (count != input.rules.end()) {
                put_findings(suite, id, count->second);
            } else if (concerns(rule, input)) {
                const std::string unasked = why_not_asked(rule, input);
                put_silent(suite, id, unasked.empty() ? reasons : std::vector{unasked});
            }
        }
        std::string told = totals(input.summary, language());
        for (const auto& reason : reasons)
            told += fmt::format("\n{}{} {}", words(language()).not_checked, words(language()).colon, reason);
        set_text(child(suite.node, "system-out"), told);
        close(suite);
        return {};
    }

    Result<void> fail(const std::string& source, const Error& error) override {
        const Sentence told = error.in(language());
        Suite suite = make_suite(source);
        auto node = child(test_case(suite, "input"), "error");
        set(node, "message", printable(told.message));
        set_text(node, printable(told.hint));
        ++suite.errors;
        close(suite);
        return {};
    }

    Result<void> finish() override {
        set_count(suites_, "tests", tests_);
        set_count(suites_, "failures", failures_);
        set_count(suites_, "errors", errors_);
        out_ = xml_tree::spelled(document_, " ");
        return write_all();
    }

  private:
    struct Lines {
        std::uint64_t count = 0;
        std::string text;
    };
    struct Suite {
        pugi::xml_node node;
        std::string name;
        std::uint64_t tests = 0;
        std::uint64_t failures = 0;
        std::uint64_t errors = 0;
        std::uint64_t skipped = 0;
    };

    [[nodiscard]] std::string why_not_asked(const Rule& rule, const InputReport& input) const {
        if (rule.severity == Severity::off)
            return language() == Language::french ? "la règle, qui est désactivée" : "the rule, which is switched off";
        return rule.of_whole_annex ? not_asked_for(input, language()) : std::string();
    }

    Suite make_suite(const std::string& source) {
        Suite suite;
        suite.name = printable(source);
        suite.node = child(suites_, "testsuite");
        set(suite.node, "name", suite.name);
        return suite;
    }

    void close(const Suite& suite) {
        set_count(suite.node, "tests", suite.tests);
        set_count(suite.node, "failures", suite.failures);
        set_count(suite.node, "errors", suite.errors);
        set_count(suite.node, "skipped", suite.skipped);
        tests_ += suite.tests;
        failures_ += suite.failures;
        errors_ += suite.errors;
    }

    static pugi::xml_node test_case(Suite& suite, const std::string& name) {
        ++suite.tests;
        auto node = child(suite.node, "testcase");
        set(node, "classname", suite.name);
        set(node, "name", name);
        return node;
    }

    // A rule of another format, or on what a job did not do, says nothing about this input.
    static bool concerns(const Rule& rule, const InputReport& input) {
        const auto& formats = rule.formats;
        if (formats.empty()) return !rule.id.starts_with("loss.");
        return std::find(formats.begin(), formats.end(), input.summary.format) != formats.end();
    }

    void put_findings(Suite& suite, const std::string& rule, const RuleCount& count) {
        auto node = test_case(suite, rule);
        Lines& lines = lines_[rule];
        if (const auto text = first_listed(most_lines_, lines.count, language()); !text.empty())
            lines.text += text + '\n';
        if (static_cast<int>(count.severity) < settings().failing) {
            set_text(child(node, "system-out"), lines.text);
            return;
        }
        auto failure = child(node, "failure");
        set(failure, "message", counted(count.count, words(language()).finding, language()));
        set(failure, "type", to_string(count.severity));
        set_text(failure, lines.text);
        ++suite.failures;
    }

    // A rule without findings passes where it was tried everywhere.
    static void put_silent(Suite& suite, const std::string& rule, const std::vector<std::string>& reasons) {
        auto node = test_case(suite, rule);
        if (reasons.empty()) return;
        // The older schema of Jenkins gives the element no attribute.
        set_text(child(node, "skipped"), fmt::format("{}", fmt::join(reasons, "; ")));
        ++suite.skipped;
    }

    std::size_t most_lines_;
    pugi::xml_document document_;
    pugi::xml_node suites_;
    std::map<std::string, Lines, std::less<>> lines_;
    Sentence sentence_;
    std::uint64_t tests_ = 0;
    std::uint64_t failures_ = 0;
    std::uint64_t errors_ = 0;
};

} // namespace

std::unique_ptr<Report> make_junit_report(ReportContext context) { return std::make_unique<Junit>(std::move(context)); }

} // namespace annexkit
