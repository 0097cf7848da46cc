// SPDX-License-Identifier: Apache-2.0
// The importer: scan cuts the document into its frame and whole initiatives, parse reads the initiatives.
#pragma once

#include "settings.hpp"

namespace annexkit::xml {

class Reader {
  public:
    explicit Reader(const sdk::OpenRequest& request);
    annexkit_status scan(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan);
    annexkit_status parse(annexkit_chunk& chunk, const sdk::Sink& sink) const;
    void address(const annexkit_address_request& request, sdk::Output& output) const;

  private:
    enum class State { before, inside, after };

    annexkit_status begin(Tokens& tokens, const sdk::Sink& sink, annexkit_scan& scan);
    annexkit_status body(Tokens& tokens, const sdk::Sink& sink, annexkit_scan& scan);
    annexkit_status epilogue(Tokens& tokens, const sdk::Sink& sink, annexkit_scan& scan);
    annexkit_status fail(const Token& token, const sdk::Sink& sink, std::size_t size) const;
    annexkit_status unexpected(const Token& token, const sdk::Sink& sink) const;
    annexkit_status deliver_head(std::string_view text, std::size_t root_begin, std::size_t root_end,
                                 const sdk::Sink& sink);
    void take_prefixes(const Tokens& tokens);

    Settings settings_;
    std::string root_;
    State state_ = State::before;
};

std::int32_t sniff(annexkit_text beginning);
annexkit_text declared_encoding(annexkit_text beginning);

} // namespace annexkit::xml
