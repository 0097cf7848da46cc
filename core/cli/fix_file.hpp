// SPDX-License-Identifier: Apache-2.0
// Mends one file, for annexkit fix and annexkit validate --fix.
#pragma once

#include "report.hpp"
#include "settings.hpp"

#include <annexkit/batch.hpp>

#include <functional>
#include <optional>
#include <string>

namespace annexkit::cli {

/// How files are mended.
struct FixSettings {
    const Registry& registry;
    /// A job that reads the file, but for its input's bytes.
    std::function<Job(const std::string&)> job;
    bool with_unsafe = false;
    /// Nothing is written, and a unified diff is shown instead.
    bool diff = false;
    bool colour = false;
    /// Where the mended file goes, if not to the place of the file.
    std::optional<std::string> output;
    OnExisting on_existing = OnExisting::refuse;
    int failing = static_cast<int>(Severity::error);
    Language language = Language::english;
};

/// Mends a file and reports what is left in it; with a diff, reports nothing. Returns the exit code: that of the
/// report, and of a diff 1 where there is one. Throws Failure; the file is then as it was.
[[nodiscard]] int fix_file(const FixSettings& settings, const std::string& file, Reports* reports);

} // namespace annexkit::cli
