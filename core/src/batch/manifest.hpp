// SPDX-License-Identifier: Apache-2.0
// The manifest of a batch: a line of JSON for each input, which survives that the program is killed.
#pragma once

#include <annexkit/batch.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// What became of one input. Texts that are empty are not there.
struct ManifestLine : Counts {
    std::string input;
    std::string sha256;
    std::uint64_t bytes = 0;
    /// Empty when nothing was written.
    std::string output;
    std::string output_sha256;
    std::uint64_t output_bytes = 0;
    /// When nothing was written: what an earlier run wrote of this input, and still stands there.
    std::string old_output;
    std::string format;
    std::string encoding;
    std::string declaration;
    /// The findings that say what was assumed: rules named *-assumed or *.assumed, and their arguments.
    std::vector<std::pair<std::string, std::vector<Argument>>> assumed;
    double seconds = 0;
    /// When it was dealt with, as RFC 3339 has it.
    std::string finished;
    /// "done", "findings" or "failed".
    std::string status;
    /// Why it failed.
    std::string message;
    /// Digest of everything beside the input that the output depends on.
    std::string settings;

    bool operator==(const ManifestLine&) const = default;
};

/// One line, with its end.
[[nodiscard]] std::string to_json(const ManifestLine& line);
/// nullopt for what is no line of a manifest.
[[nodiscard]] std::optional<ManifestLine> from_json(std::string_view text);

/// A path as JSON can hold it: one that is not UTF-8 is spelled as reports show it, "caf\\u{E9}.csv".
[[nodiscard]] std::string json_text(const std::filesystem::path& path);

/// A manifest that is open for writing, and locked against other programs.
///
/// Threads: find() may be called from any thread, the others by one at a time.
class Manifest {
  public:
    /// Errors: ErrorKind::output when it cannot be written, when it exists and may not be replaced, when another
    /// program writes it, and when a manifest to go on with is none.
    static Result<std::unique_ptr<Manifest>> open(const std::filesystem::path& file, OnManifest on_existing);
    ~Manifest();
    Manifest(const Manifest&) = delete;
    Manifest& operator=(const Manifest&) = delete;

    /// What an earlier run said last about an input.
    [[nodiscard]] std::optional<ManifestLine> find(const std::string& input) const;

    /// The next input's line; at once readable for others, for it is one write.
    Result<void> append(const ManifestLine& line);
    /// The next input's line is the one that is there.
    void keep(const std::string& input);

    /// One line for each input, in their order, and on the disk.
    Result<void> finish();

  private:
    struct Slice {
        std::uint64_t offset;
        std::uint64_t size;
    };

    Manifest(std::filesystem::path file, int descriptor) : file_(std::move(file)), descriptor_(descriptor) {}
    Result<void> load();
    [[nodiscard]] std::string text(const Slice& slice) const;
    Result<void> rewrite();

    std::filesystem::path file_;
    int descriptor_;
    std::uint64_t size_ = 0;
    /// Lines of an earlier run, by input.
    std::map<std::string, Slice> earlier_;
    /// The lines that hold, in the order of the inputs.
    std::vector<Slice> lines_;
};

} // namespace annexkit
