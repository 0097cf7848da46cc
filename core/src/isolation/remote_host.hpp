// SPDX-License-Identifier: Apache-2.0
// The host as a plugin sees it in its process: what it is told goes over there, and what it is asked is asked there.
#pragma once

#include "isolation/channel.hpp"
#include "isolation/request.hpp"
#include "isolation/wire.hpp"
#include "pipeline/plugin_call.hpp"

#include <functional>
#include <string>

namespace annexkit {

class RemoteHost final : public ImportHost, public OutputBuffer::Listener {
  public:
    /// `serve` does what the host asks before it replies.
    RemoteHost(Channel& channel, std::function<void(std::string)> serve);

    std::int32_t resolve(std::string_view name) override;
    std::int32_t fits(std::int32_t field, std::string_view text) override;
    annexkit_status columns(std::span<const annexkit_column> columns, std::uint64_t row,
                            std::int32_t* targets) override;
    annexkit_status head(std::span<const annexkit_named_value> members, const annexkit_place* places) override;
    annexkit_status record(const annexkit_record& record) override;
    annexkit_status finding(const annexkit_finding& finding) override;
    annexkit_status loss(const annexkit_finding& finding) override;
    annexkit_status candidate(const annexkit_candidate& candidate);

    /// Sends what has gathered. Answers what the host answered, and from then on does so to everything where that is
    /// not ANNEXKIT_OK.
    annexkit_status flush();

  private:
    template <class Pack> annexkit_status tell(Event event, Pack&& pack);
    /// The reply, of which views are valid until the next question.
    Unpacker ask(MessageKind kind, std::string_view body);

    Channel& channel_;
    std::function<void(std::string)> serve_;
    Packer events_;
    std::string reply_;
    annexkit_status status_ = ANNEXKIT_OK;
};

} // namespace annexkit
