// SPDX-License-Identifier: Apache-2.0
// A job as C holds it: settings, from which each run makes its job anew.
#pragma once

#include "c_api/engine.hpp"
#include "c_api/shown.hpp"

#include <annexkit/annexkit.h>
#include <annexkit/baseline.hpp>
#include <annexkit/files.hpp>
#include <annexkit/job.hpp>
#include <annexkit/streams.hpp>

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace annexkit::c_api {

/// Opens the input of a run.
using OpenSource = std::function<Result<std::unique_ptr<ByteSource>>()>;

struct OutputSettings {
    enum class Kind { none, file, memory, callback };
    Kind kind = Kind::none;
    std::filesystem::path file;
    OnExisting on_existing = OnExisting::refuse;
    annexkit_write write = nullptr;
    void* host = nullptr;
    const Format* format = nullptr;
    OptionMap options;
};

constexpr std::size_t output_count = 2;

/// What was written to memory, by output.
using Memories = std::array<std::string, output_count>;

struct Settings {
    std::shared_ptr<Engine> engine;
    Language language = Language::english;
    std::string input_name;
    OpenSource open_source;
    const Format* input_format = nullptr;
    OptionMap input_options;
    std::array<OutputSettings, output_count> outputs;
    std::shared_ptr<const Schema> schema;
    OnInvalid on_invalid = OnInvalid::stop;
    Extent extent = Extent::submission;
    unsigned threads = 0;
    Limits limits;
    std::shared_ptr<const Baseline> baseline;
    Fixes fixes = Fixes::none;
    annexkit_take_edit take_edit = nullptr;
    void* edit_host = nullptr;
    annexkit_take_found take_found = nullptr;
    void* found_host = nullptr;
    std::shared_ptr<FindingList> findings;
    annexkit_take_progress take_progress = nullptr;
    void* progress_host = nullptr;
    std::stop_source stop;
    std::shared_ptr<Memories> memories = std::make_shared<Memories>();
};

/// What a run has to tell, and the texts that its table points to.
struct Told {
    Summary summary;
    bool kept = false;

    [[nodiscard]] annexkit_summary table() const;
};

/// What is told of an annex that cannot be used.
struct FirstError {
    std::uint64_t line = 0;
    std::string english;
    std::string french;
};

/// One run of a job: its source and targets, opened, and the job that uses them.
class Execution {
  public:
    /// Errors: what the settings lack, and inputs and outputs that cannot be opened.
    static Result<std::unique_ptr<Execution>> open(const Settings& settings);

    [[nodiscard]] const Registry& registry() const { return settings_.engine->registry; }
    /// Lifetime: points into this object.
    [[nodiscard]] const Job& job() const { return job_; }
    /// Of severity error. Not while the job runs.
    [[nodiscard]] const std::optional<FirstError>& first_error() const { return first_error_; }
    /// Keeps the outputs, if they may be kept, and says so.
    Result<Told> settle(Summary summary);

  private:
    explicit Execution(const Settings& settings) : settings_(settings) {}
    Result<void> open_outputs();
    Result<Output> open_output(std::size_t which);
    void listen();
    void tell(const Finding& finding);
    void tell(const Edit& edit) const;
    Result<void> keep_outputs();

    const Settings settings_;
    Job job_;
    std::unique_ptr<ByteSource> source_;
    /// By output: one of the three, or none.
    struct Target {
        std::unique_ptr<FileTarget> file;
        std::unique_ptr<MemoryTarget> memory;
        std::unique_ptr<ByteTarget> callback;
    };
    std::array<Target, output_count> targets_;
    std::optional<FirstError> first_error_;
};

} // namespace annexkit::c_api

struct annexkit_job {
    annexkit::c_api::Settings settings;
    annexkit::c_api::Told told;
};
