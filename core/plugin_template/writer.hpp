// Writes the format.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstdint>
#include <span>
#include <string_view>

class Writer {
  public:
    explicit Writer(const annexkit::sdk::OpenRequest& request);

    annexkit_status begin(std::span<const annexkit_named_value> head, annexkit::sdk::Output& output);
    annexkit_status write(const annexkit_record& record, annexkit::sdk::Output& output) const;
    [[nodiscard]] std::string_view separator() const { return {}; }
    annexkit_status end(std::uint64_t, annexkit::sdk::Output&) { return ANNEXKIT_OK; }

  private:
    std::span<const annexkit_field> fields_;
};
