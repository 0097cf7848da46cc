// SPDX-License-Identifier: Apache-2.0
// Drives a format's tables directly, without the core: what the plugins' own tests and the conformance suite stand on.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drive {

/// A value that owns its text.
struct Value {
    std::uint32_t kind = ANNEXKIT_ABSENT;
    std::string text;
    std::vector<std::string> items;
    bool operator==(const Value&) const = default;
};

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
    std::vector<std::pair<std::string, Value>> unknown;
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
    std::vector<std::pair<std::string, Value>> head;
    bool has_head = false;
    std::vector<Record> records;
    std::vector<Finding> findings;
};

struct Field {
    std::string name;
    std::uint32_t kind = ANNEXKIT_TEXT;
    std::vector<std::string> titles;
};

/// id, part (number), section, partners (list), initiative, bodies (list): titles "SECTION", "Partenaire", ...
const std::vector<Field>& sample_fields();

using Options = std::map<std::string, std::string>;

struct ReadSettings {
    Options options;
    std::vector<Field> fields = sample_fields();
    /// The first window has this many bytes; a scan that asks for more gets twice as many.
    std::size_t window_bytes = 1 << 20;
    bool places = false;
    /// Answer ANNEXKIT_STOP at this record.
    std::uint64_t stop_at = ANNEXKIT_NONE;
};

/// Reads `input` as the host would: scan, then parse of each chunk. Fails a doctest check when the plugin breaks the
/// contract.
Reading read(const annexkit_format& format, std::string_view input, const ReadSettings& settings = {});

struct WriteSettings {
    Options options;
    std::vector<Field> fields = sample_fields();
};

struct Writing {
    annexkit_status status = ANNEXKIT_OK;
    std::string bytes;
    std::vector<Finding> findings;
};

/// Writes head and records as the host would.
Writing write(const annexkit_format& format, const std::vector<std::pair<std::string, Value>>& head,
              const std::vector<Record>& records, const WriteSettings& settings = {});

} // namespace drive
