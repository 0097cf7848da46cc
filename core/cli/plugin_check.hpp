// SPDX-License-Identifier: Apache-2.0
// Runs the conformance suite on a plugin file, each check in a process of its own.
#pragma once

#include "child.hpp"

#include <annexkit/registry.hpp>
#include <annexkit/result.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::cli {

struct CheckResult {
    enum class State { passed, failed, skipped };

    /// Id of the format, or empty for a check of the plugin as a whole.
    std::string format;
    std::string id;
    /// What is expected, a sentence: "it stops at every record".
    std::string expected;
    State state = State::passed;
    /// What was found instead, or why it was not tried.
    std::vector<std::string> found{};
    /// How many findings more there are.
    std::size_t left_out = 0;
    double seconds = 0;
};

struct CheckRequest {
    std::filesystem::path plugin;
    /// Inputs of its formats, in UTF-8.
    std::vector<std::filesystem::path> samples;
    ChildLimits limits;
    UnsafePlugins unsafe = UnsafePlugins::refuse;
};

struct CheckedPlugin {
    /// "json 1.0.0 (Apache-2.0)"; empty where it could not be loaded.
    std::string name;
    std::vector<CheckResult> results;
    /// Who may change the plugin that was tried all the same.
    std::optional<Error> risk;

    [[nodiscard]] std::size_t count(CheckResult::State state) const;
};

/// Throws Failure for a file or sample that cannot be read, and for a sample that is large or of none of the plugin's
/// formats.
[[nodiscard]] CheckedPlugin check_plugin(const CheckRequest& request);

} // namespace annexkit::cli
