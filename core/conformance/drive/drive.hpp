// SPDX-License-Identifier: Apache-2.0
// Drives a format's tables directly, without the core: what the plugins' own tests and the conformance suite stand on.
//
// The driver watches the contract on the way: what a plugin must not do ends in a Breach.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drive {

/// What the format promises; nothing where its table is from before there were promises.
inline std::uint64_t flags_of(const annexkit_format& format) {
    return annexkit::sdk::has(format, &annexkit_format::flags) ? format.flags : 0;
}

/// Thrown when a format breaks the contract; what() says how.
struct Breach : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A value that owns its text.
struct Value {
    std::uint32_t kind = ANNEXKIT_ABSENT;
    std::string text;
    std::vector<std::string> items;
    bool operator==(const Value&) const = default;
};

using Named = std::pair<std::string, Value>;

Value absent();
Value untyped(std::string text);
Value text(std::string text);
Value number(std::string text);
Value boolean(bool value);
Value list(std::vector<std::string> items);
Value json(std::string text);

struct Place {
    annexkit_span value{};
    std::vector<annexkit_span> items;
};

struct Record {
    std::vector<Value> values;
    std::vector<Named> unknown;
    /// Offsets in the whole input, not in the chunk. Empty unless places were asked for.
    std::vector<Place> places;
    std::vector<Place> unknown_places;
    annexkit_span span{};
    /// Index of the row in the whole input.
    std::uint64_t row = 0;
};

struct Finding {
    std::string rule;
    /// Offset in the whole input.
    annexkit_span span{};
    std::uint64_t row = ANNEXKIT_NONE;
    std::int32_t column = -1;
    std::int32_t field = -1;
    std::map<std::string, std::string> arguments;
};

/// All that one importer delivered.
struct Reading {
    annexkit_status status = ANNEXKIT_OK;
    std::vector<std::string> columns;
    std::vector<Named> head;
    bool has_head = false;
    std::vector<Record> records;
    std::vector<Finding> findings;
    /// How often columns, head, record or finding was called.
    std::uint64_t calls = 0;
    /// Tables: rows so far, blank ones too.
    std::uint64_t rows = 0;
    /// Scan says that a record is a line.
    bool has_lines = false;
};

struct Field {
    std::string name;
    std::uint32_t kind = ANNEXKIT_TEXT;
    std::vector<std::string> titles;
};

/// id, part (number), section, partners (list), initiative, bodies (list): titles "SECTION", "Partenaire", ...
const std::vector<Field>& sample_fields();

using Options = std::map<std::string, std::string>;

/// The host answers its call number `at`, counted from 0, with `status`.
struct Refusal {
    std::uint64_t at = ANNEXKIT_NONE;
    annexkit_status status = ANNEXKIT_STOP;
};

/// What becomes of memory that a call was lent, once the call has ended.
enum class Lending {
    freed,
    withdrawn ///< it stays, and whoever touches it crashes; for a process that may
};

struct ReadSettings {
    Options options;
    std::vector<Field> fields = sample_fields();
    /// The first window has this many bytes; a scan that asks for more gets twice as many.
    std::size_t window_bytes = 1 << 20;
    bool places = false;
    /// Answer ANNEXKIT_STOP at this record.
    std::uint64_t stop_at = ANNEXKIT_NONE;
    /// Refuse a call of columns, head, record or finding.
    Refusal refusal{};
    Lending lending = Lending::freed;
};

/// Reads `input` as the host would: scan, then parse of each chunk.
/// Throws: Breach; std::invalid_argument for an option that the format does not declare.
Reading read(const annexkit_format& format, std::string_view input, const ReadSettings& settings = {});

/// Whole records that a scan cut off.
struct Chunk {
    std::string_view text;
    /// Where it stands in the input.
    std::uint64_t offset = 0;
};

/// What stands instead of a stretch of the chunk.
struct Spelled {
    annexkit_span replaced{};
    std::string text;
};

/// A way to read an input.
struct Candidate {
    Options options;
    bool is_chosen = false;
};

/// Whether the importer has a function that its first tables lacked.
template <class Member> bool has(const annexkit_importer& importer, Member annexkit_importer::*member) {
    return annexkit::sdk::has(importer, member) && importer.*member != nullptr;
}

/// An open importer, driven step by step.
///
/// Lifetime: format, settings and input outlive it.
class Import {
  public:
    Import(const annexkit_format& format, std::string_view input, const ReadSettings& settings);
    ~Import();
    Import(const Import&) = delete;
    Import& operator=(const Import&) = delete;

    /// What open reported and answered.
    [[nodiscard]] const Reading& opening() const { return opening_; }
    /// Scans up to the next chunk. Returns nothing at the end, or with a status in `to`.
    std::optional<Chunk> next(Reading& to);
    /// Parses one chunk. Threads: any.
    void parse(const Chunk& chunk, Reading& to) const;
    /// The address of a value in the words of the format; empty for formats that have none.
    [[nodiscard]] std::string address(const annexkit_address_request& request) const;
    /// How another value is spelled, or nothing where that cannot be done. The format has a spell.
    [[nodiscard]] std::optional<Spelled> spell(const annexkit_spell_request& request) const;
    /// The value in use of an option, when the input has been read. The format has settings.
    [[nodiscard]] std::string setting(std::string_view option) const;
    /// Each way to read the input. Asked ahead of next(); the format has candidates.
    [[nodiscard]] std::vector<Candidate> candidates() const;
    /// Once; else the destructor closes.
    void close();

  private:
    const annexkit_format& format_;
    const ReadSettings& settings_;
    std::string_view input_;
    std::vector<annexkit_field> fields_;
    Reading opening_;
    void* reader_ = nullptr;
    bool opened_ = false;
    std::uint64_t at_ = 0;
    bool ended_ = false;
};

struct WriteSettings {
    Options options;
    std::vector<Field> fields = sample_fields();
    /// Give exactly the room that was asked for, at a new address each time.
    bool exact_room = false;
    /// Refuse a call for room. The status is ANNEXKIT_NO_MEMORY, whatever is asked for here.
    std::uint64_t refused_room = ANNEXKIT_NONE;
    /// Refuse a finding.
    Refusal refusal{};
    Lending lending = Lending::freed;
};

struct Writing {
    annexkit_status status = ANNEXKIT_OK;
    std::string bytes;
    std::vector<Finding> findings;
    /// What stands after the last record; the end of `bytes`.
    std::string tail;
    /// How often room was asked for, and how often something was reported.
    std::uint64_t rooms = 0;
    std::uint64_t reports = 0;
};

/// Writes head and records as the host would: each record to an output of its own, joined by the separator.
/// Throws: as read.
Writing write(const annexkit_format& format, const std::vector<Named>& head, const std::vector<Record>& records,
              const WriteSettings& settings = {});

/// An open exporter, driven step by step.
///
/// Lifetime: format and settings outlive it.
class Export {
  public:
    Export(const annexkit_format& format, const WriteSettings& settings);
    ~Export();
    Export(const Export&) = delete;
    Export& operator=(const Export&) = delete;

    /// What open reported and answered.
    [[nodiscard]] const Writing& opening() const { return opening_; }
    /// Each appends to `to`.
    void begin(const std::vector<Named>& head, Writing& to);
    /// Threads: any, each with a Writing of its own, unless the format writes in order.
    void write(const Record& record, Writing& to) const;
    void end(std::uint64_t records, Writing& to);
    [[nodiscard]] std::string_view separator() const;
    /// Once; else the destructor closes.
    void close();

  private:
    template <class Call> void call(const char* function, Call&& call, Writing& to) const;

    const annexkit_format& format_;
    const WriteSettings& settings_;
    std::vector<annexkit_field> fields_;
    Writing opening_;
    void* writer_ = nullptr;
    bool opened_ = false;
};

} // namespace drive
