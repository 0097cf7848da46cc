// SPDX-License-Identifier: Apache-2.0
// The exporter of both formats.
#pragma once

#include "settings.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::json {

struct Style {
    Layout layout = Layout::document;
    /// Spaces for each level; 0 for everything on one line.
    std::size_t indent = 0;
};

/// Writes one annex: the bytes of Python's json.dumps(..., ensure_ascii=False, indent=N) and a final line break.
class Writer {
  public:
    annexkit_status begin(std::span<const annexkit_named_value> head, sdk::Output& output);
    annexkit_status write(const annexkit_record& record, sdk::Output& output) const;
    [[nodiscard]] std::string_view separator() const { return style_.layout == Layout::lines ? "\n" : ","; }
    annexkit_status end(std::uint64_t records, sdk::Output& output);

  protected:
    Writer(const sdk::OpenRequest& request, Style style);

  private:
    /// A comma, a line break where there are any, and the spaces of a level. The first of a list leaves out the comma.
    [[nodiscard]] std::string next_line(std::size_t level) const;
    [[nodiscard]] std::string next_member(std::size_t level, std::string_view name) const;
    void append_value(const annexkit_value& value, std::size_t level, sdk::Output& output) const;
    void append_list(const annexkit_value& value, std::size_t level, sdk::Output& output) const;

    std::span<const annexkit_field> fields_;
    Style style_;
    /// The level of an initiative.
    std::size_t level_;
    /// The answer of next_line for each level that there is.
    std::vector<std::string> lines_;
    /// The answer of next_member for each field.
    std::vector<std::string> members_;
};

/// The writer of format json, which has options.
struct JsonWriter : Writer {
    explicit JsonWriter(const sdk::OpenRequest& request);
};

/// The writer of format ndjson, which has none.
struct NdjsonWriter : Writer {
    explicit NdjsonWriter(const sdk::OpenRequest& request) : Writer(request, {Layout::lines, 0}) {}
};

} // namespace annexkit::json
