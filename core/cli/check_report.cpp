// SPDX-License-Identifier: Apache-2.0
#include "check_report.hpp"

#include <annexkit/report.hpp>

#include <algorithm>
#include <span>
#include <vector>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

using Results = std::span<const CheckResult>;

bool has_passed(const CheckResult& result) { return result.state == CheckResult::State::passed; }
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

std::string in_xml(std::string_view text) {
    std::string escaped;
    for (const char byte : printable(text)) {
        switch (byte) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        default: escaped += byte;
        }
    }
    return escaped;
}

std::string junit_case(const CheckResult& result, std::string_view suite) {
    std::string text = fmt::format("    <testcase classname=\"{}\" name=\"{}\" time=\"{:.3f}\"", in_xml(suite),
                                   in_xml(result.id), result.seconds);
    if (has_passed(result)) return text + "/>\n";
    text += ">\n";
    if (was_skipped(result)) {
        text +=
            fmt::format("      <skipped message=\"{}\"/>\n", in_xml(fmt::format("{}", fmt::join(result.found, "; "))));
    } else {
        text += fmt::format("      <failure message=\"expected: {}\">", in_xml(result.expected));
        for (const auto& found : all_found(result)) text += "\nfound: " + in_xml(found);
        text += "\n</failure>\n";
    }
    return text + "    </testcase>\n";
}

std::string junit_suite(Results results, std::string_view file) {
    const std::string& format = results.front().format;
    const std::string suite = format.empty() ? std::string(file) : fmt::format("{}: {}", file, format);
    double seconds = 0;
    for (const auto& result : results) seconds += result.seconds;
    std::string text = fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" time=\"{:.3f}\">\n",
        in_xml(suite), results.size(), std::count_if(results.begin(), results.end(), has_failed),
        std::count_if(results.begin(), results.end(), was_skipped), seconds);
    for (const auto& result : results) text += junit_case(result, suite);
    return text + "  </testsuite>\n";
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
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
    for (const Results results : by_format(checked.results)) text += junit_suite(results, file);
    return text + "</testsuites>\n";
}

} // namespace annexkit::cli
