// SPDX-License-Identifier: Apache-2.0
#include "isolation/remote_host.hpp"

#include <utility>

#include <unistd.h>

namespace annexkit {
namespace {

// Records gather, since a message of each would take longer than the rest.
constexpr std::size_t most_gathered = std::size_t{256} << 10;

} // namespace

RemoteHost::RemoteHost(Channel& channel, std::function<void(std::string)> serve)
    : channel_(channel), serve_(std::move(serve)) {}

Unpacker RemoteHost::ask(MessageKind kind, std::string_view body) {
    // Without a host there is nothing to be done, and nobody to tell.
    if (channel_.send(kind, body) != Received::message) ::_exit(0);
    for (;;) {
        MessageKind got{};
        std::string message;
        if (channel_.receive(got, message) != Received::message) ::_exit(0);
        if (got == MessageKind::request) {
            serve_(std::move(message));
        } else {
            reply_ = std::move(message);
            return Unpacker(reply_);
        }
    }
}

std::int32_t RemoteHost::resolve(std::string_view name) {
    Packer question;
    question.text(name);
    return ask(MessageKind::resolve, question.bytes()).number<std::int32_t>();
}

std::int32_t RemoteHost::fits(std::int32_t field, std::string_view text) {
    Packer question;
    question.number(field);
    question.text(text);
    return ask(MessageKind::fits, question.bytes()).number<std::int32_t>();
}

annexkit_status RemoteHost::columns(std::span<const annexkit_column> columns, std::uint64_t row,
                                    std::int32_t* targets) {
    if (flush() != ANNEXKIT_OK) return status_;
    Packer question;
    question.list(columns.data(), columns.size(), [&](const annexkit_column& column) {
        question.text(column.name);
        question.span(column.span);
    });
    question.number(row);
    Unpacker reply = ask(MessageKind::columns, question.bytes());
    status_ = reply.number<annexkit_status>();
    for (std::size_t i = 0; i < columns.size(); ++i) targets[i] = reply.number<std::int32_t>();
    return status_;
}

template <class Pack> annexkit_status RemoteHost::tell(Event event, Pack&& pack) {
    if (status_ != ANNEXKIT_OK) return status_;
    events_.number(static_cast<std::uint8_t>(event));
    pack(events_);
    return events_.bytes().size() < most_gathered ? status_ : flush();
}

annexkit_status RemoteHost::head(std::span<const annexkit_named_value> members, const annexkit_place* places) {
    return tell(Event::head, [&](Packer& packer) { packer.head(members.data(), places, members.size()); });
}

annexkit_status RemoteHost::record(const annexkit_record& record) {
    return tell(Event::record, [&](Packer& packer) { packer.record(record); });
}

annexkit_status RemoteHost::finding(const annexkit_finding& finding) {
    return tell(Event::finding, [&](Packer& packer) { packer.finding(finding); });
}

annexkit_status RemoteHost::loss(const annexkit_finding& finding) {
    return tell(Event::loss, [&](Packer& packer) { packer.finding(finding); });
}

annexkit_status RemoteHost::candidate(const annexkit_candidate& candidate) {
    return tell(Event::candidate, [&](Packer& packer) {
        packer.list(candidate.options, candidate.option_count, [&](const annexkit_option_value& option) {
            packer.text(option.name);
            packer.text(option.value);
        });
        packer.number(candidate.rows_above);
        packer.list(candidate.evidence, candidate.evidence_count, [&](const annexkit_evidence& fact) {
            packer.text(fact.name);
            packer.number(fact.count);
            packer.number(fact.of);
        });
        packer.number(candidate.is_chosen);
    });
}

annexkit_status RemoteHost::flush() {
    if (events_.empty() || status_ != ANNEXKIT_OK) return status_;
    // What the host asks meanwhile may have events of its own.
    const Packer gathered = std::exchange(events_, Packer());
    status_ = ask(MessageKind::events, gathered.bytes()).number<annexkit_status>();
    return status_;
}

} // namespace annexkit
