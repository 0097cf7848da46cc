// SPDX-License-Identifier: Apache-2.0
// A batch: many annexes converted by one process, and what became of each.
#pragma once

#include <annexkit/export.h>
#include <annexkit/files.hpp>
#include <annexkit/job.hpp>
#include <annexkit/registry.hpp>
#include <annexkit/result.hpp>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// One input of a batch, and its output.
struct BatchFile {
    /// As it was named or found; findings call it by its shown_path().
    std::filesystem::path input;
    /// find_inputs() gives the place below the output folder, name_outputs() the path of the output itself.
    std::filesystem::path output;
    /// Of the input, in bytes; 0 where it is not known.
    std::uint64_t size = 0;
    /// Why it cannot be converted, where that is known before it is tried.
    std::optional<Error> fault;
};

/// Which files a batch is made of.
struct InputList {
    /// Files, and folders for every file of a known format below them.
    std::vector<std::filesystem::path> paths = {};
    /// Globs, as fnmatch(3) has them, for what is found in folders. One without a slash is matched with the name, one
    /// with a slash with the path below the folder, step by step; `**` is any number of folders, and a slash at the end
    /// makes a glob for folders alone. `include` takes the place of the known extensions; `exclude` leaves out files
    /// and whole folders.
    std::vector<std::string> include = {};
    std::vector<std::string> exclude = {};
    /// Never looked into, unless it is itself one of `paths`.
    std::filesystem::path output_folder = {};
    /// Where it is not empty, inputs keep their path below it; all must be in it.
    std::filesystem::path base = {};
    /// Is told each folder of `paths` with what is left out since no format is known for its name, or since it is no
    /// file, as a pipe. Hidden ones, and the lock files of office programs, are not among them. May be empty.
    std::function<void(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files)>
        on_left_out = {};
};

/// The names of a list: lines, or texts that end with NUL. Empty ones are left out.
/// Errors: ErrorKind::usage for a line with a NUL, which no name can hold.
ANNEXKIT_API Result<std::vector<std::filesystem::path>> read_names(ByteSource& list, char end);

/// The files of a batch, folders in the order of the names in them. Hidden files, hidden folders and links to folders
/// are left out. What cannot be read stays in the list with its fault.
/// Errors: ErrorKind::usage for what is outside `base` and for standard input, which has no name.
ANNEXKIT_API Result<std::vector<BatchFile>> find_inputs(const InputList& list, const Registry& registry);

/// Names the outputs: the path below `folder`, the extension replaced. A file that is named twice is converted once.
/// Errors: ErrorKind::usage where two inputs would become one output, or an output is an input.
ANNEXKIT_API Result<void> name_outputs(std::vector<BatchFile>& files, const std::filesystem::path& folder,
                                       std::string_view extension);

/// What became of a conversion.
enum class FileStatus {
    done,     ///< the output is written
    findings, ///< findings reach the severity that counts, or stopped the output
    lossy,    ///< something would be lost, which was not allowed
    failed    ///< the input could not be read, or the output not be written
};

/// What became of one file of a batch.
struct FileResult {
    FileStatus status = FileStatus::failed;
    /// Of a file that was skipped: the counts of the manifest.
    Summary summary;
    /// Why it failed, where no finding says so.
    std::optional<Error> error;
    /// The output stands there, whole.
    bool written = false;
    /// It was done before and is unchanged.
    bool skipped = false;
    double seconds = 0;
};

/// How far a batch has come. Threads: the batch writes, any thread may read.
struct BatchProgress {
    std::atomic<std::uint64_t> files = 0;
    std::atomic<std::uint64_t> bytes = 0;
    std::atomic<std::uint64_t> findings = 0;
};

/// A source that counts what is read of another one.
class ANNEXKIT_API CountedSource : public ByteSource {
  public:
    CountedSource(ByteSource& source, BatchProgress& progress) : source_(source), progress_(progress) {}
    Result<std::size_t> read(std::span<char> into) override;
    [[nodiscard]] std::optional<std::uint64_t> size() const override { return source_.size(); }
    /// What is leapt over counts as read.
    Result<void> seek(std::uint64_t offset) override;

  private:
    ByteSource& source_;
    BatchProgress& progress_;
};

enum class OnLoss { report, refuse };
enum class OnFailure { go_on, stop };
/// What an existing manifest means.
enum class OnManifest {
    refuse,
    replace,
    resume ///< it is gone on with; what it says to be done, and is unchanged, is skipped
};

/// When an output may be kept, and when a conversion counts as clean.
struct Demands {
    OnInvalid on_invalid = OnInvalid::stop;
    OnLoss on_loss = OnLoss::report;
    /// The lowest severity that makes FileStatus::findings; nullopt for none.
    std::optional<Severity> fail_on = Severity::error;
};

struct Verdict {
    FileStatus status = FileStatus::failed;
    /// The output may appear.
    bool keep = false;
};

/// Judges what a job did.
[[nodiscard]] ANNEXKIT_API Verdict judge(const Summary& summary, const Demands& demands);

struct Batch {
    /// What is the same for every file; input name and bytes, and output bytes, are set for each. `threads` are shared:
    /// small files side by side, large ones one after the other with the threads inside. `stop` ends the batch.
    Job job;
    std::vector<BatchFile> files;
    /// Nothing is written outside it.
    std::filesystem::path output_folder;
    OnExisting on_existing = OnExisting::refuse;
    /// `job.on_invalid` is taken from here.
    Demands demands;
    OnFailure on_failure = OnFailure::go_on;
    /// A file that receives one line of JSON for each input, as soon as it is dealt with; README.md shows one. Empty
    /// for none. A batch that was killed leaves it readable, but for a last line that may be cut.
    std::filesystem::path manifest;
    OnManifest on_manifest = OnManifest::refuse;
    /// The program that runs the batch, with its version: another one's work is not skipped.
    std::string program;
    BatchProgress* progress = nullptr;
    /// Both are called in the order of `files`, one thread at a time, whatever the number of threads.
    std::function<void(const BatchFile&, const Finding&)> on_finding;
    std::function<void(const BatchFile&, const FileResult&)> on_file;
};

/// Converts the files of a batch. What fails, fails alone. Outputs appear one by one in the order of `files`, each
/// whole or not at all, and are on the disk when run() returns: flushed together, for flushing each takes longer than
/// the rest.
///
/// Memory: as for one job, and the findings of small files in flight.
/// Errors: ErrorKind::output when the folder or the manifest cannot be written; ErrorKind::usage for options that the
///         formats do not have and a manifest that is an input or output; ErrorKind::cancelled for Job::stop: the
///         files that are done stay.
/// Throws: as run() for a job.
ANNEXKIT_API Result<void> run(const Registry& registry, const Batch& batch);

} // namespace annexkit
