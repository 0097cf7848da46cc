// SPDX-License-Identifier: Apache-2.0
// What annexkit convert was asked for, and the two ways to do it.
#pragma once

#include "progress.hpp"
#include "report.hpp"
#include "settings.hpp"

#include <annexkit/batch.hpp>

#include <string>
#include <vector>

namespace annexkit::cli {

struct ConvertSettings {
    Folders folders;
    ReadingSettings reading;
    ReportOptions reporting;
    /// Inputs, and without out_dir the output as the last one.
    std::vector<std::string> paths;
    std::string to;
    std::vector<std::string> to_options;
    std::string on_invalid = "stop";
    bool force = false;
    bool lossless = false;
    bool quiet = false;

    // Many files.
    std::string out_dir;
    std::string files_from;
    bool nul = false;
    std::string relative_to;
    std::vector<std::string> include;
    std::vector<std::string> exclude;
    std::string manifest;
    std::string resume;
    bool fail_fast = false;

    [[nodiscard]] Demands demands() const;
    [[nodiscard]] Progress::Show progress() const { return quiet ? Progress::Show::nothing : Progress::Show::figures; }
    [[nodiscard]] OnExisting on_existing() const { return force ? OnExisting::replace : OnExisting::refuse; }
};

/// Converts one file, or standard input, to another or to standard output. Returns the exit code.
[[nodiscard]] int convert_one(const ConvertSettings& settings);

/// Converts many files into a folder. Returns the exit code of the worst.
[[nodiscard]] int convert_batch(const ConvertSettings& settings);

/// The exit code of a conversion.
[[nodiscard]] int exit_code(FileStatus status, const Summary& summary);

} // namespace annexkit::cli
