// SPDX-License-Identifier: Apache-2.0
// The importer: scan cuts the document into its frame and whole initiatives, parse reads the initiatives.
#pragma once

#include "tokens.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <span>
#include <string>

namespace annexkit::xml {

class Reader {
  public:
    explicit Reader(const sdk::OpenRequest& request);
    annexkit_status scan(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan);
    annexkit_status parse(annexkit_chunk& chunk, const sdk::Sink& sink) const;
    void address(const annexkit_address_request& request, sdk::Output& output) const;
    bool spell(const annexkit_spell_request& request, annexkit_span& replaced, sdk::Output& output) const;

  private:
    enum class State { before_root, in_root, behind_root };

    /// Everything up to the root's start tag and the head elements behind it.
    annexkit_status prologue(std::string_view text, Input input, const sdk::Sink& sink, annexkit_scan& scan);
    /// The initiatives, what stands between them and the root's end tag.
    annexkit_status content(std::string_view text, Input input, const sdk::Sink& sink, annexkit_scan& scan);
    annexkit_status epilogue(std::string_view text, Input input, const sdk::Sink& sink, annexkit_scan& scan);
    annexkit_status fail(const Fault& fault, std::string_view text, const sdk::Sink& sink,
                         std::uint64_t record = ANNEXKIT_NONE) const;
    [[nodiscard]] Root root() const { return {root_, scope_}; }

    std::span<const annexkit_field> fields_;
    std::size_t max_depth_;
    State state_ = State::before_root;
    // Fixed once the root's start tag was read.
    std::string root_;
    Scope scope_;
    bool declares_ascii_ = false;
};

std::int32_t sniff(annexkit_text beginning);
annexkit_text declared_encoding(annexkit_text beginning);

} // namespace annexkit::xml
