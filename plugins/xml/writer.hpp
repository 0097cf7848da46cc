// SPDX-License-Identifier: Apache-2.0
// The exporter.
#pragma once

#include "escape.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::xml {

class Writer {
  public:
    explicit Writer(const sdk::OpenRequest& request);
    annexkit_status begin(std::span<const annexkit_named_value> head, sdk::Output& output);
    annexkit_status write(const annexkit_record& record, sdk::Output& output) const;
    [[nodiscard]] std::string_view separator() const { return {}; }
    annexkit_status end(std::uint64_t records, sdk::Output& output);

  private:
    /// The tags of an element: its start tag with the line before it, but for the > or /> at its end.
    struct Tags {
        std::string start;
        std::string end;
    };
    /// named: its element carries the field's name as an attribute.
    struct Field {
        std::string_view name;
        std::uint32_t kind;
        std::int32_t index;
        bool named;
        Tags tags;
        Tags item;
        std::string end_of_list;
    };
    /// What a value belongs to; index -1: no field of the schema.
    struct Owner {
        std::string_view name;
        std::int32_t index = -1;
    };

    [[nodiscard]] std::string line(std::size_t level) const;
    [[nodiscard]] Tags tags_of(std::string_view element, std::size_t level) const;
    /// Everything up to the first initiative.
    void append_frame(std::span<const annexkit_named_value> head, sdk::Output& output) const;
    void append_initiative(const annexkit_record& record, sdk::Output& output) const;
    void append_field(const Field& field, const annexkit_value& value, sdk::Output& output) const;
    void append_named(const Tags& tags, const annexkit_named_value& member, sdk::Output& output) const;
    void append_name(const Owner& owner, sdk::Output& output) const;
    /// From behind the start tag's name and attributes to the end tag.
    void append_content(const Tags& tags, const Owner& owner, std::string_view text, sdk::Output& output) const;
    void append_json(const Tags& tags, const Owner& owner, const annexkit_value& value, sdk::Output& output) const;
    [[nodiscard]] Unholdable unholdable_in(const Owner& owner) const { return {owner.name, owner.index, replacement_}; }

    std::size_t indent_;
    bool declaration_;
    bool namespace_;
    std::string replacement_;
    Tags initiative_;
    Tags other_field_;
    std::vector<Field> fields_;
};

} // namespace annexkit::xml
