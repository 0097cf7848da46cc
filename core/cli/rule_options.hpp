// SPDX-License-Identifier: Apache-2.0
// Options on rules: which are asked, how grave they are, and which findings are known.
#pragma once

#include "project_file.hpp"

#include <annexkit/baseline.hpp>
#include <annexkit/registry.hpp>

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexkit::cli {

/// --select, --ignore, --severity and --baseline.
struct RuleOptions {
    std::vector<std::string> select;
    std::vector<std::string> ignore;
    std::vector<std::string> severities;
    std::string baseline_file;

    void setup(CLI::App& command);
    /// All but --baseline.
    void setup_selection(CLI::App& command);
    /// Throws Failure for a rule or level that there is not; it names the project's file where that says so.
    void apply(Registry& registry, const ProjectFile& project) const;
    /// Nothing where none is named. Throws Failure for a file that is none, or speaks of other rules; tells on standard
    /// error how many waivers have expired.
    [[nodiscard]] std::optional<Baseline> baseline(const RuleCatalogue& rules, Language language) const;
};

/// The current day, YYYY-MM-DD, in UTC; that of SOURCE_DATE_EPOCH where it is set, so that a run can be repeated.
[[nodiscard]] std::string today();

} // namespace annexkit::cli
