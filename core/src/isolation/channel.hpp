// SPDX-License-Identifier: Apache-2.0
// Messages between the host and the process of a plugin, over a pair of sockets. Either side waits for the other by
// turns, so one of them alone sends at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annexkit {

enum class MessageKind : std::uint8_t {
    // What the host asks; the plugin's process gives `answer`.
    request,
    answer,
    // What the plugin asks meanwhile; the host gives `reply`.
    resolve,
    fits,
    columns,
    events,
    reply,
};

/// How a wait ended.
enum class Received { message, end, late, nonsense };

class Channel {
  public:
    /// Owns the socket. Without a time there is no end to waiting.
    Channel(int socket, std::optional<std::chrono::seconds> longest_wait);
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    /// Anything but Received::message where it could not be sent.
    Received send(MessageKind kind, std::string_view body);
    /// The next message, into `body`, whose memory is used again.
    Received receive(MessageKind& kind, std::string& body);
    /// Says that nothing more will be sent.
    void leave();
    /// Waits for the other side to leave.
    Received wait_for_end();

  private:
    Received wait(short events) const;
    Received send_all(std::string_view bytes);
    Received receive_all(char* to, std::size_t size);

    int socket_;
    std::optional<std::chrono::seconds> longest_wait_;
};

} // namespace annexkit
