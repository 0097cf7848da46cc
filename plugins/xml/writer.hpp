// SPDX-License-Identifier: Apache-2.0
// The exporter.
#pragma once

#include "settings.hpp"

namespace annexkit::xml {

class Writer {
  public:
    explicit Writer(const sdk::OpenRequest& request);
    annexkit_status begin(std::span<const annexkit_named_value> head, sdk::Output& output);
    annexkit_status write(const annexkit_record& record, sdk::Output& output) const;
    [[nodiscard]] std::string_view separator() const { return {}; }
    annexkit_status end(std::uint64_t records, sdk::Output& output);

  private:
    [[nodiscard]] std::string line(std::size_t level) const;
    void append_text(std::string_view name, std::string_view text, bool in_attribute, sdk::Output& output) const;
    void append_field(const annexkit_field& field, const annexkit_value& value, sdk::Output& output) const;
    void append_named(std::string_view element, const annexkit_named_value& member, std::size_t level,
                      sdk::Output& output) const;
    void append_content(std::string_view element, std::string_view name, const annexkit_value& value, bool is_json,
                        sdk::Output& output) const;

    std::span<const annexkit_field> fields_;
    std::size_t indent_;
    bool declaration_;
    bool namespace_;
    std::string replacement_;
};

} // namespace annexkit::xml
