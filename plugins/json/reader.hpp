// SPDX-License-Identifier: Apache-2.0
// The importer of both formats.
#pragma once

#include "frame.hpp"
#include "settings.hpp"

#include <annexkit/plugin_sdk.hpp>

namespace annexkit::json {

/// Reads one annex, in whichever layout it comes.
class Reader {
  public:
    explicit Reader(const sdk::OpenRequest& request, Layout expected = Layout::document);

    annexkit_status scan(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan) {
        return frame_.scan(window, sink, scan);
    }
    annexkit_status parse(annexkit_chunk& chunk, const sdk::Sink& sink) const;
    /// A JSON Pointer (RFC 6901), within its line in NDJSON.
    void address(const annexkit_address_request& request, sdk::Output& output) const;
    bool spell(const annexkit_spell_request& request, annexkit_span& replaced, sdk::Output& output) const;

  private:
    Settings settings_;
    Frame frame_;
};

/// Expects one initiative a line.
class LineReader : public Reader {
  public:
    explicit LineReader(const sdk::OpenRequest& request) : Reader(request, Layout::lines) {}
};

/// How sure it is that text with this beginning is JSON.
std::int32_t sniff(annexkit_text beginning);

} // namespace annexkit::json
