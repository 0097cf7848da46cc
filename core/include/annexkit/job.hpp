// SPDX-License-Identifier: Apache-2.0
// A job: read an annex, validate it, and write it in another format.
#pragma once

#include <annexkit/export.h>
#include <annexkit/finding.hpp>
#include <annexkit/registry.hpp>
#include <annexkit/result.hpp>
#include <annexkit/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annexkit {

class Baseline;

/// Where bytes come from. One thread at a time, not always the same one.
class ANNEXKIT_API ByteSource {
  public:
    virtual ~ByteSource() = default;
    /// Reads at most into.size() bytes. Returns how many; 0 at the end.
    virtual Result<std::size_t> read(std::span<char> into) = 0;
    /// How many bytes there are, for a source that can be read from anywhere; nothing for a stream.
    [[nodiscard]] virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
    /// Makes the next read() begin at this offset. Only for sources with a size.
    virtual Result<void> seek(std::uint64_t offset);
};

/// Where bytes go. One thread at a time, not always the same one.
class ANNEXKIT_API ByteTarget {
  public:
    virtual ~ByteTarget() = default;
    virtual Result<void> write(std::string_view bytes) = 0;
};

/// Option values by name, as the format declares them.
using OptionMap = std::map<std::string, std::string, std::less<>>;

/// What happens to an initiative with a finding of severity error.
enum class OnInvalid {
    stop,   ///< everything is reported, and the caller does not keep the output
    skip,   ///< it is left out
    divert, ///< it goes to Job::rejected; the caller keeps neither output where one could not be read or written whole
    keep ///< it is written as it is; the caller does not keep the output where one could not be read or written whole
};

/// What is read at most. What is beyond is told by a finding limit.*, wherever chunks end.
struct Limits {
    static constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();
    static constexpr std::size_t most_record_bytes = std::size_t{512} << 20;

    /// The longest input, in bytes. Reading ends there.
    std::uint64_t input_bytes = none;
    /// Initiatives of an input. Reading ends there.
    std::uint64_t records = none;
    /// The longest initiative, in bytes of UTF-8. Reading ends there; what is none, such as a heading row or an annex
    /// head, may have 1 MiB more. No more than most_record_bytes count, for which libraries that count to 2^31 have
    /// room in UTF-16 and with all escapes.
    std::size_t record_bytes = std::size_t{64} << 20;
    /// The longest field of an initiative, all items of a list together. The initiative is not judged.
    std::uint64_t field_bytes = std::uint64_t{1} << 20;
    /// Fields of an initiative that the schema does not know. The initiative is not judged; a table with more columns
    /// is not read.
    std::uint64_t fields = 10'000;
    /// The size of a chunk, in bytes of UTF-8. Output does not depend on it. A chunk and its findings should find room
    /// in the cache of a processor.
    std::size_t chunk_bytes = std::size_t{64} << 10;
};

/// One of the parts that an input is cut into, between initiatives. Part k ends with the last initiative that is whole
/// within the first k/of bytes of the input, so every part finds the same cuts, and none needs to know of the others.
struct Shard {
    /// From 1 to `of`.
    std::uint32_t part = 1;
    /// At most shard_limit.
    std::uint32_t of = 1;
};
inline constexpr std::uint32_t shard_limit = 100'000;

struct Input {
    /// What findings call it.
    std::string name;
    ByteSource* bytes = nullptr;
    /// nullptr: by the name's extension, and by the content where the name says nothing.
    const Format* format = nullptr;
    OptionMap options;
    /// The part to read. The source needs a size then. OnInvalid::skip and divert are refused, since an initiative may
    /// be left out for an id that another part has. Findings of part 2 and later lack what is not known: number, row
    /// and address of the initiative, and line and column where the start of the input was not read.
    Shard shard{};
};

struct Output {
    ByteTarget* bytes = nullptr;
    const Format* format = nullptr;
    OptionMap options;
};

/// One initiative as it was read, each value of the kind that its field has in the schema where it could be.
///
/// Lifetime: lent for the call, or by Records until the next one is asked for.
struct RecordView {
    /// Number of the initiative in the input or, where that is cut, in its part; from 1.
    std::uint64_t ordinal = 0;
    const std::shared_ptr<const Schema>& schema;
    /// One for each field of the schema, in its order.
    std::span<const annexkit_value> values;
    /// Fields that the schema does not know, in the order of the input.
    std::span<const annexkit_named_value> unknown = {};
    /// No finding of severity error is about it.
    bool is_valid = true;
};

/// What an input is: a submission of some initiatives, or an annex as a whole, which is judged by what it lacks too.
enum class Extent { submission, whole_annex };

/// Which faults are mended; see fix_of().
enum class Fixes { none, safe, unsafe };

/// What stands in the input instead of a value, so that a fault is mended.
struct Edit {
    /// The stretch of the original input that it replaces, in bytes.
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    /// Spelled as the format wants it there, in the encoding of the input.
    std::string bytes;
    /// The rules that are broken no more.
    std::vector<std::string_view> rules;
    bool is_safe = true;
};

/// A way to read an input, as its format weighs it.
struct Candidate {
    /// So many of so many, such as "headings": 9 of 9 are known.
    struct Evidence {
        std::string name;
        std::uint64_t count = 0;
        std::uint64_t of = 0;
    };
    /// What forces it, by name and value.
    std::vector<std::pair<std::string, std::string>> options;
    std::uint64_t rows_above = 0;
    std::vector<Evidence> evidence;
    bool is_chosen = false;
};

/// What is counted of a job.
struct Counts {
    std::uint64_t read = 0;
    std::uint64_t written = 0;
    /// Initiatives that no output has, other than under OnInvalid::stop, where there is none.
    std::uint64_t left_out = 0;
    /// Initiatives with at least one finding of severity error.
    std::uint64_t invalid = 0;
    /// Initiatives that could not be read whole, so that no rule on their content was tried.
    std::uint64_t unjudged = 0;
    std::uint64_t notes = 0;
    std::uint64_t warnings = 0;
    std::uint64_t errors = 0;
    /// Findings of rules named loss.*, whatever their severity.
    std::uint64_t losses = 0;
    /// Findings that Job::baseline knows, which are neither reported nor counted elsewhere.
    std::uint64_t known = 0;

    bool operator==(const Counts&) const = default;
};

/// How far a job has come.
struct JobProgress {
    /// Of the input, up to the end of the last initiative that is dealt with. The input's size, where it is known, is
    /// ByteSource::size().
    std::uint64_t bytes = 0;
    /// The same up to there, whatever the number of threads.
    Counts counts;
};

struct Job {
    Input input;
    /// Without it the job validates only.
    std::optional<Output> output;
    /// For OnInvalid::divert, and only with an output: the same annex, with the initiatives that the output lacks.
    std::optional<Output> rejected;
    /// nullptr: the declaration that the annex head names, found in `schemas`; without a head the only one there is.
    std::shared_ptr<const Schema> schema;
    const SchemaFolders* schemas = nullptr;
    OnInvalid on_invalid = OnInvalid::stop;
    /// Extent::whole_annex costs a copy of each initiative, as on_record does, and keeps some 300 bytes of each.
    Extent extent = Extent::submission;
    /// Other than none, every fault that can be mended goes to on_edit. It is reported all the same.
    Fixes fixes = Fixes::none;
    /// Receives the edits in the order of the input; no two overlap. One thread at a time.
    std::function<void(const Edit&)> on_edit;
    /// Findings that are known already; nullptr for none.
    const Baseline* baseline = nullptr;
    /// Number of threads; 0 for as many as there are processors, which is also the most.
    unsigned threads = 0;
    Limits limits;
    /// Receives every finding, in the order of the input. One thread at a time. May be empty.
    std::function<void(const Finding&)> on_finding;
    /// Receives the schema once it is chosen, ahead of every initiative and of findings about them. May be empty.
    std::function<void(const std::shared_ptr<const Schema>&)> on_schema;
    /// Receives each way to read the input, best first, where its format knows several; ahead of the first initiative.
    /// May be empty.
    std::function<void(const Candidate&)> on_candidate;
    /// Receives every initiative, in the order of the input and ahead of its own findings. One thread at a time. Costs
    /// a copy of each initiative; nothing when empty.
    std::function<void(const RecordView&)> on_record;
    /// Receives how far the job has come, with each chunk, in order. One thread at a time. May be empty.
    std::function<void(const JobProgress&)> on_progress;
    /// Once a stop is requested, from any thread or callback, the job ends with ErrorKind::cancelled, and no output may
    /// be kept. It is asked with every initiative and every read; a call of `input.bytes` or a callback is waited for.
    std::stop_token stop;
};

/// What an encoding is known by.
enum class EncodingBy {
    nothing,   ///< all bytes are ASCII, which most encodings have in common
    request,   ///< the job said so
    mark,      ///< a byte order mark
    declared,  ///< the input says so itself
    content,   ///< valid UTF-8
    exclusion, ///< it is not UTF-8; finding encoding.assumed says why
    zeros      ///< every second byte is 0; it is not read, which finding encoding.utf16-without-bom says
};

/// What a job did.
struct Summary : Counts {
    /// Reading ended before the end of the input; a finding says where and why.
    bool unreadable = false;
    /// An option of a format cannot be used; a finding says which. Nothing was read.
    bool misused = false;
    /// A plugin failed or broke the contract; a finding says how.
    bool plugin_failed = false;
    /// The head or the end of the output could not be written in the format; a finding says why. The output is not
    /// whole.
    bool unwritable = false;
    /// Initiatives written to Job::rejected.
    std::uint64_t rejected = 0;
    /// The part of the input that was read, and that the counts are of.
    Shard shard;
    std::string format;
    std::string encoding;
    EncodingBy encoding_by = EncodingBy::nothing;
    /// The value in use of each import option, whether it was given, detected or the format's own.
    OptionMap dialect;
    std::shared_ptr<const Schema> schema;
    /// Ids of rules on this input that were switched off.
    std::vector<std::string> switched_off;

    /// The input was read to its end.
    [[nodiscard]] bool is_read() const { return !unreadable && !misused && !plugin_failed; }
};

/// Runs a job.
///
/// Memory: bounded by the chunks in flight (about 4 per thread), whatever the input's size, beside the ids of the
/// initiatives; with Extent::whole_annex also beside about 250 bytes for each one.
///
/// Errors: a request that cannot be met, bytes that cannot be read or written, and a job that was cancelled. Faults of
/// the data are findings.
///
/// Threads: may be called from several threads at a time, each with its own source and target, and from callbacks of
/// another job. Jobs share nothing but what they are given, so registries and schemas of several kinds may be in use at
/// once. Nothing hangs on the environment or the locale of the host.
///
/// Throws: std::bad_alloc, and what the callbacks throw.
ANNEXKIT_API Result<Summary> run(const Registry& registry, const Job& job);

} // namespace annexkit
