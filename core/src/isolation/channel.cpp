// SPDX-License-Identifier: Apache-2.0
#include "isolation/channel.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace annexkit {
namespace {

struct Header {
    std::uint64_t size = 0;
    MessageKind kind = MessageKind::request;
};
// Beyond any initiative and any chunk.
constexpr std::uint64_t longest_message = std::uint64_t{1} << 32;
// Memory is taken as bytes arrive, not as they are announced.
constexpr std::size_t step = std::size_t{4} << 20;

} // namespace

Channel::Channel(int socket, std::optional<std::chrono::seconds> longest_wait)
    : socket_(socket), longest_wait_(longest_wait) {}

Channel::~Channel() { ::close(socket_); }

void Channel::leave() { ::shutdown(socket_, SHUT_WR); }

Received Channel::wait(short events) const {
    using std::chrono::milliseconds;
    using std::chrono::steady_clock;
    const auto end = steady_clock::now() + longest_wait_.value_or(std::chrono::seconds());
    for (;;) {
        int left = -1;
        if (longest_wait_) {
            const auto rest = std::chrono::ceil<milliseconds>(end - steady_clock::now()).count();
            left = static_cast<int>(std::clamp<std::int64_t>(rest, 0, 60'000));
        }
        ::pollfd entry{socket_, events, 0};
        const int ready = ::poll(&entry, 1, left);
        if (ready > 0) return Received::message;
        if (ready < 0 && errno != EINTR) return Received::end;
        if (longest_wait_ && steady_clock::now() >= end) return Received::late;
    }
}

Received Channel::send_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            if (const auto waited = wait(POLLOUT); waited != Received::message) return waited;
        } else if (errno != EINTR) {
            return Received::end;
        }
    }
    return Received::message;
}

Received Channel::receive_all(char* to, std::size_t size) {
    while (size > 0) {
        const auto got = ::recv(socket_, to, size, longest_wait_ ? MSG_DONTWAIT : 0);
        if (got == 0) return Received::end;
        if (got > 0) {
            to += got;
            size -= static_cast<std::size_t>(got);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            if (const auto waited = wait(POLLIN); waited != Received::message) return waited;
        } else if (errno != EINTR) {
            return Received::end;
        }
    }
    return Received::message;
}

Received Channel::send(MessageKind kind, std::string_view body) {
    Header header;
    header.size = body.size();
    header.kind = kind;
    char start[sizeof header] = {};
    std::memcpy(start, &header, sizeof header);
    // At once, so that the other side is woken once.
    std::array<::iovec, 2> parts = {{{start, sizeof start}, {const_cast<char*>(body.data()), body.size()}}};
    ::msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    const auto went = ::sendmsg(socket_, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    const std::size_t sent = went < 0 ? 0 : static_cast<std::size_t>(went);
    const std::size_t of_start = std::min(sent, sizeof start);
    if (const auto rest = send_all({start + of_start, sizeof start - of_start}); rest != Received::message) return rest;
    return send_all(body.substr(sent - of_start));
}

Received Channel::receive(MessageKind& kind, std::string& body) {
    char start[sizeof(Header)];
    if (const auto got = receive_all(start, sizeof start); got != Received::message) return got;
    Header header;
    std::memcpy(&header, start, sizeof header);
    if (header.size > longest_message || header.kind > MessageKind::reply) return Received::nonsense;
    kind = header.kind;
    body.clear();
    while (body.size() < header.size) {
        const std::size_t before = body.size();
        body.resize(before + std::min<std::uint64_t>(step, header.size - before));
        if (const auto got = receive_all(body.data() + before, body.size() - before); got != Received::message)
            return got;
    }
    return Received::message;
}

Received Channel::wait_for_end() {
    char byte = 0;
    const auto got = receive_all(&byte, 1);
    return got == Received::message ? Received::nonsense : got;
}

} // namespace annexkit
