// SPDX-License-Identifier: Apache-2.0
// The exporter: the schema's fields, other_fields, then the annex head on every row.
//
// An absent value has an empty cell, or none where it is an unknown field or a member of the head: it reads back as
// absent, so nothing is lost.
#pragma once

#include "dialect.hpp"
#include "shared/blocks.hpp"

namespace annexkit::csv {

class Writer {
  public:
    explicit Writer(const sdk::OpenRequest& request);
    annexkit_status begin(std::span<const annexkit_named_value> head, sdk::Output& output);
    annexkit_status write(const annexkit_record& record, sdk::Output& output) const;
    [[nodiscard]] std::string_view separator() const { return {}; }
    annexkit_status end(std::uint64_t records, sdk::Output& output);

  private:
    annexkit_status add_head(const annexkit_named_value& member, sdk::Output& output);
    void write_headings(sdk::Output& output) const;
    annexkit_status write_neutralised(std::size_t index, const annexkit_value& value, sdk::Output& output) const;
    annexkit_status write_value(std::size_t index, const annexkit_value& value, sdk::Output& output) const;
    annexkit_status write_others(const annexkit_record& record, sdk::Output& output) const;
    template <class Special> [[nodiscard]] static bool is_plain(std::string_view text, const Special& special);
    /// These tell whether the cell can be read again: the host reads no NUL.
    template <class To> bool append_cell(std::string_view text, To& to) const;
    template <class To> bool append_quoted(std::string_view text, To& to) const;
    bool append_value(bool as_list, const annexkit_value& value, sdk::Output& output) const;
    [[gnu::noinline]] bool append_json(const annexkit_value& value, sdk::Output& output) const;
    bool append_list(std::span<const annexkit_text> items, sdk::Output& output) const;
    /// Of items that need quotes or escapes.
    bool append_spelled_list(std::span<const annexkit_text> items, sdk::Output& output) const;

    std::span<const annexkit_field> fields_;
    Dialect dialect_;
    std::string line_end_;
    shared::ByteSet<5> special_;         ///< what a cell must be looked at for
    shared::ByteSet<7> special_in_list_; ///< and each item of a list
    shared::ByteSet<2> doubled_;         ///< what is doubled in a quoted cell, and NUL
    shared::ByteSet<4> escaped_;         ///< what a list's items have something in front of, and NUL
    bool has_headings_;
    bool has_mark_;
    bool has_others_;
    bool neutralises_;
    std::vector<std::string> head_names_;
    std::string row_end_; ///< the cells of the annex head, and the line end
};

} // namespace annexkit::csv
