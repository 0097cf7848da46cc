// SPDX-License-Identifier: Apache-2.0
#include "rule_options.hpp"

#include "failure.hpp"
#include "messages/error.hpp"
#include "terminal.hpp"

#include <annexkit/files.hpp>

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace annexkit::cli {
namespace {

Severity level_named(const std::string& level) {
    for (const Severity severity : {Severity::off, Severity::note, Severity::warning, Severity::error})
        if (level == to_string(severity)) return severity;
    throw misuse("rule.unknown-severity", {{"name", level}});
}

template <class Value>
CLI::Option* option(CLI::App& command, const std::string& name, Value& value, const std::string& help,
                    const std::string& type) {
    return command.add_option(name, value, help)->type_name(type)->allow_extra_args(false)->group("Rules");
}

} // namespace

void RuleOptions::setup(CLI::App& command) {
    setup_selection(command);
    option(command, "--baseline", baseline_file,
           "Pass the findings that FILE knows; validate --write-baseline FILE writes one. An entry may have a "
           "\"reason\", and a day \"until\" which it counts",
           "FILE");
}

void RuleOptions::setup_selection(CLI::App& command) {
    option(command, "--select", select,
           "Ask these rules alone, by id or the beginning of it; repeatable, or with commas", "RULES")
        ->delimiter(',');
    option(command, "--ignore", ignore,
           "Leave these rules out. Of names that fit one rule the longest counts. What tells that something could not "
           "be read or written is always asked",
           "RULES")
        ->delimiter(',');
    option(command, "--severity", severities, "Make rules as grave as LEVEL: off, note, warning or error; repeatable",
           "RULE=LEVEL");
}

void RuleOptions::apply(Registry& registry, const ProjectFile& project) const {
    RuleSelection selection{select, ignore, {}};
    for (const auto& text : severities)
        project.blame("severity", text, [&] {
            const auto equals = text.find('=');
            if (equals == std::string::npos) throw misuse("rule.no-severity", {{"value", text}});
            selection.severities.emplace_back(text.substr(0, equals), level_named(text.substr(equals + 1)));
        });
    const auto selected = registry.select(selection);
    if (selected) return;
    // Each on its own shows whose fault it is; no rule has changed yet.
    const auto ask = [&](std::string_view option, const std::string& value, const RuleSelection& alone) {
        project.blame(option, value, [&] { value_or_fail(registry.select(alone)); });
    };
    for (const auto& name : select) ask("select", name, {.select = {name}, .ignore = {}, .severities = {}});
    for (const auto& name : ignore) ask("ignore", name, {.select = {}, .ignore = {name}, .severities = {}});
    for (std::size_t i = 0; i < severities.size(); ++i)
        ask("severity", severities[i], {.select = {}, .ignore = {}, .severities = {selection.severities[i]}});
    throw Failure{selected.error()};
}

std::optional<Baseline> RuleOptions::baseline(const RuleCatalogue& rules, Language language) const {
    if (baseline_file.empty()) return std::nullopt;
    Baseline baseline = value_or_fail(Baseline::open(baseline_file, today(), rules));
    if (baseline.expired() > 0)
        print_note(make_error(ErrorKind::usage, "note.baseline-expired",
                              {{"file", shown_path(baseline_file)}, {"count", fmt::format("{}", baseline.expired())}}),
                   language);
    return baseline;
}

std::string today() {
    std::time_t now = std::time(nullptr);
    if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH"); fixed != nullptr) {
        const std::string_view text = fixed;
        (void)std::from_chars(text.data(), text.data() + text.size(), now);
    }
    return fmt::format("{:%Y-%m-%d}", fmt::gmtime(now));
}

} // namespace annexkit::cli
