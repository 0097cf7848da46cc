// Reads the format.
#pragma once

#include "lines.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// How sure it is that an input with this beginning is of the format.
std::int32_t sniff(annexkit_text beginning);

class Reader {
  public:
    explicit Reader(const annexkit::sdk::OpenRequest& request);

    /// Delivers the annex head, and cuts what follows it ahead of a heading.
    annexkit_status scan(const annexkit_window& window, const annexkit::sdk::Sink& sink, annexkit_scan& scan);
    annexkit_status parse(annexkit_chunk& chunk, const annexkit::sdk::Sink& sink) const;

  private:
    annexkit_status read_head(std::string_view head, const annexkit::sdk::Sink& sink) const;

    std::size_t field_count_;
    bool is_past_head_ = false;
};
