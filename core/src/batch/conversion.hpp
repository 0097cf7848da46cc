// SPDX-License-Identifier: Apache-2.0
// One file of a batch on its way from input to output.
#pragma once

#include "batch/manifest.hpp"
#include "batch/output_folders.hpp"
#include "digest/metered.hpp"

#include <annexkit/batch.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace annexkit {

/// What the conversions of a batch share.
struct BatchContext {
    const Registry& registry;
    const Batch& batch;
    BatchProgress& progress;
    OutputFolders folders = {};
    /// nullptr where none is wanted.
    std::unique_ptr<Manifest> manifest = nullptr;
    /// Digest of everything beside the inputs that the outputs depend on.
    std::string settings = {};
};

class Conversion {
  public:
    using OnFinding = std::function<void(const Finding&)>;

    Conversion(const BatchContext& context, const BatchFile& file) : context_(context), file_(file) {}

    /// Converts the file into an output that nobody sees yet. Threads: any, at the same time as other conversions.
    void run(unsigned threads, std::size_t chunk_bytes, const OnFinding& on_finding);

    /// Lets the output appear and tells what became of the file. Threads: one conversion at a time, in order.
    /// Errors: ErrorKind::output when the manifest cannot be written.
    Result<void> settle();

    [[nodiscard]] const FileResult& result() const { return result_; }

  private:
    /// Whether an existing output may be replaced.
    enum class Existing {
        as_asked, ///< Batch::on_existing says so
        own,      ///< the manifest knows it for an output of an earlier run
        same      ///< only by the same bytes: an earlier run may have been killed before it could say so
    };

    bool skip();
    Result<void> convert(unsigned threads, std::size_t chunk_bytes, const OnFinding& on_finding);
    [[nodiscard]] OnExisting on_existing() const;
    void note(const Finding& finding);
    void fill_in_line();
    [[nodiscard]] std::string message() const;
    Result<void> commit();

    const BatchContext& context_;
    const BatchFile& file_;
    FileResult result_;
    Meter input_;
    Meter output_;
    std::unique_ptr<FileTarget> target_;
    Existing existing_ = Existing::as_asked;
    bool keep_ = false;
    Finding last_error_;
    ManifestLine line_;
};

} // namespace annexkit
