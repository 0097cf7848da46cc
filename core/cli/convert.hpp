// SPDX-License-Identifier: Apache-2.0
// What annexkit convert was asked for, and the ways to do it.
#pragma once

#include "progress.hpp"
#include "project_file.hpp"
#include "report.hpp"
#include "rule_options.hpp"
#include "settings.hpp"

#include <annexkit/batch.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexkit::cli {

struct ConvertSettings {
    Folders folders;
    ReadingSettings reading;
    RuleOptions rules;
    ProjectFile project;
    std::optional<Baseline> baseline;
    ReportOptions reporting;
    /// Inputs, and without out_dir the output as the last one.
    std::vector<std::string> paths;
    std::string to;
    std::vector<std::string> to_options;
    std::string on_invalid = "stop";
    bool force = false;
    bool lossless = false;
    bool quiet = false;

    // Two outputs.
    std::string accepted;
    std::string rejected;

    // A part of a large file: "I/N".
    std::optional<std::string> shard_text;

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

    /// What is read beside the inputs: settings, baseline, schema.
    [[nodiscard]] std::vector<std::string> also_read() const;
    /// The formats, and their rules as they were asked for.
    [[nodiscard]] Registry registry() const;
    /// A job that reads `source`, but for its input's bytes.
    [[nodiscard]] Job job(const Registry& registry, const SchemaFolders& schemas, const std::string& source) const;
    [[nodiscard]] Demands demands() const;
    /// Throws Failure where --shard names no part.
    [[nodiscard]] Shard shard() const;
    [[nodiscard]] Progress::Show progress() const { return quiet ? Progress::Show::nothing : Progress::Show::figures; }
    [[nodiscard]] OnExisting on_existing() const { return force ? OnExisting::replace : OnExisting::refuse; }
};

/// Converts one file, or standard input, to another or to standard output. Returns the exit code.
[[nodiscard]] int convert_one(const ConvertSettings& settings, const Registry& registry);

/// Converts one file, or standard input, to two: the valid initiatives and the others. Returns the exit code.
[[nodiscard]] int convert_split(const ConvertSettings& settings, const Registry& registry);

/// Converts many files into a folder. Returns the exit code of the worst.
[[nodiscard]] int convert_batch(const ConvertSettings& settings, const Registry& registry);

/// The format that an output is written in. Throws Failure where neither --to nor the name tells one.
[[nodiscard]] const Format* output_format(const ConvertSettings& settings, const Registry& registry,
                                          const std::string& output);

/// Runs the job on the first of the paths, with progress and report.
[[nodiscard]] Summary run_with_progress(const ConvertSettings& settings, const Registry& registry, Job& job,
                                        Reporter& reporter);

/// The exit code of a conversion.
[[nodiscard]] int exit_code(FileStatus status, const Summary& summary);

} // namespace annexkit::cli
