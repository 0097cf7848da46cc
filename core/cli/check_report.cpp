// SPDX-License-Identifier: Apache-2.0
#include "check_report.hpp"

#include "text/xml_tree.hpp"

#include <annexkit/report.hpp>

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

using Results = std::span<const CheckResult>;

bool has_failed(const CheckResult& result) { return result.state == CheckResult::State::failed; }
bool was_skipped(const CheckResult& result) { return result.state == CheckResult::State::skipped; }

// What was found, one text each, and how much more.
std::vector<std::string> all_found(const CheckResult& result) {
    std::vector<std::string> found = result.found;
    if (result.left_out > 0) found.push_back(fmt::format("and {} more", result.left_out));
    return found;
}

std::string counted(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

// The results of one format stand together.
std::vector<Results> by_format(Results results) {
    std::vector<Results> parts;
    while (!results.empty()) {
        const auto end = std::find_if(results.begin(), results.end(),
                                      [&](const auto& one) { return one.format != results.front().format; });
        parts.push_back(results.first(static_cast<std::size_t>(end - results.begin())));
        results = results.subspan(parts.back().size());
    }
    return parts;
}

std::string tap_line(const CheckResult& result, std::size_t number) {
    std::string text = fmt::format("{} {} - {}{}{}: {}", has_failed(result) ? "not ok" : "ok", number, result.format,
                                   result.format.empty() ? "" : " ", result.id, result.expected);
    if (was_skipped(result)) text += " # SKIP " + printable(fmt::format("{}", fmt::join(result.found, "; ")));
    text += "\n";
    if (!has_failed(result)) return text;
    // A block of lines is what every reader of YAML takes as it is.
    text += fmt::format("  ---\n  expected: {}\n  found: |\n", result.expected);
    for (const auto& found : all_found(result)) text += "    " + printable(found) + "\n";
    return text + "  ...\n";
}

void set_count(pugi::xml_node node, const char* name, std::size_t count) {
    xml_tree::set(node, name, fmt::format("{}", count));
}
void set_time(pugi::xml_node node, double seconds) { xml_tree::set(node, "time", fmt::format("{:.3f}", seconds)); }

void add_case(pugi::xml_node suite, const CheckResult& result, const std::string& name) {
    pugi::xml_node node = xml_tree::child(suite, "testcase");
    xml_tree::set(node, "classname", name);
    xml_tree::set(node, "name", result.id);
    set_time(node, result.seconds);
    if (was_skipped(result)) {
        const std::string reason = printable(fmt::format("{}", fmt::join(result.found, "; ")));
        xml_tree::set(xml_tree::child(node, "skipped"), "message", reason);
    }
    if (!has_failed(result)) return;
    pugi::xml_node failure = xml_tree::child(node, "failure");
    xml_tree::set(failure, "message", "expected: " + result.expected);
    std::string text;
    for (const auto& found : all_found(result)) text += "\nfound: " + printable(found);
    xml_tree::set_text(failure, text + "\n");
}

void add_suite(pugi::xml_node suites, Results results, std::string_view file) {
    const auto count = [&](bool (*is_so)(const CheckResult&)) {
        return static_cast<std::size_t>(std::count_if(results.begin(), results.end(), is_so));
    };
    const std::string& format = results.front().format;
    const std::string name = printable(format.empty() ? std::string(file) : fmt::format("{}: {}", file, format));
    pugi::xml_node suite = xml_tree::child(suites, "testsuite");
    xml_tree::set(suite, "name", name);
    set_count(suite, "tests", results.size());
    set_count(suite, "failures", count(has_failed));
    set_count(suite, "errors", 0);
    set_count(suite, "skipped", count(was_skipped));
    set_time(suite, std::accumulate(results.begin(), results.end(), 0.0,
                                    [](double sum, const CheckResult& result) { return sum + result.seconds; }));
    for (const auto& result : results) add_case(suite, result, name);
}

} // namespace

std::string check_text(const CheckedPlugin& checked, std::string_view file) {
    std::string text =
        checked.name.empty() ? printable(file) : fmt::format("{}: {}", printable(file), printable(checked.name));
    text += "\n";
    for (const Results results : by_format(checked.results)) {
        text += results.front().format.empty() ? "\n" : fmt::format("\n{}\n", results.front().format);
        for (const auto& result : results) {
            const auto word = has_failed(result) ? "FAIL" : was_skipped(result) ? "skip" : "ok";
            text += fmt::format("  {:<4}  {:<18}  {}\n", word, result.id, result.expected);
            for (const auto& found : all_found(result))
                text += fmt::format("          {}{}\n", has_failed(result) ? "found: " : "", printable(found));
        }
    }
    return text + fmt::format("\n{}: {}, {} passed, {} failed, {} skipped\n", printable(file),
                              counted(checked.results.size(), "check"), checked.count(CheckResult::State::passed),
                              checked.count(CheckResult::State::failed), checked.count(CheckResult::State::skipped));
}

std::string check_tap(const CheckedPlugin& checked, std::string_view file) {
    std::string text = fmt::format("TAP version 13\n1..{}\n# {}\n", checked.results.size(), printable(file));
    for (std::size_t i = 0; i < checked.results.size(); ++i) text += tap_line(checked.results[i], i + 1);
    return text;
}

std::string check_junit(const CheckedPlugin& checked, std::string_view file) {
    pugi::xml_document document;
    pugi::xml_node suites = xml_tree::child(document, "testsuites");
    for (const Results results : by_format(checked.results)) add_suite(suites, results, file);
    return xml_tree::spelled(document, "  ");
}

} // namespace annexkit::cli
