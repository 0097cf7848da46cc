// SPDX-License-Identifier: Apache-2.0
#include "isolation/conversation.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <stdexcept>
#include <utility>
#include <vector>

namespace annexkit {
namespace {

annexkit_status deliver_candidate(Unpacker& in, const Listeners& listeners) {
    annexkit_candidate candidate{};
    candidate.struct_size = sizeof candidate;
    const auto options = in.list<annexkit_option_value>([&] { return annexkit_option_value{in.text(), in.text()}; });
    candidate.rows_above = in.number<std::uint64_t>();
    const auto evidence = in.list<annexkit_evidence>([&] {
        return annexkit_evidence{in.text(), in.number<std::uint64_t>(), in.number<std::uint64_t>()};
    });
    candidate.is_chosen = in.number<std::int32_t>();
    candidate.options = options.data();
    candidate.option_count = options.size();
    candidate.evidence = evidence.data();
    candidate.evidence_count = evidence.size();
    return in.is_whole() && listeners.candidate ? listeners.candidate(candidate) : annexkit_status{ANNEXKIT_OK};
}

struct UnknownException {};

// One event. It is read whole, and delivered only if it is.
annexkit_status deliver(Unpacker& in, const Listeners& listeners) {
    const annexkit_sink* sink = listeners.sink;
    switch (static_cast<Event>(in.number<std::uint8_t>())) {
    case Event::head: {
        const auto head = in.head();
        if (!in.is_whole() || sink == nullptr || sink->head == nullptr) return ANNEXKIT_OK;
        return sink->head(sink->host, head.members.data(), head.places, head.members.size());
    }
    case Event::record: {
        const annexkit_record record = in.record();
        if (!in.is_whole() || sink == nullptr || sink->record == nullptr) return ANNEXKIT_OK;
        return sink->record(sink->host, &record);
    }
    case Event::finding:
    case Event::loss: {
        const annexkit_finding finding = in.finding();
        return in.is_whole() ? listeners.finding(finding) : annexkit_status{ANNEXKIT_OK};
    }
    case Event::candidate: return deliver_candidate(in, listeners);
    }
    in.fail();
    return ANNEXKIT_OK;
}

} // namespace

annexkit_status Listeners::finding(const annexkit_finding& finding) const {
    if (output != nullptr) return output->finding == nullptr ? ANNEXKIT_OK : output->finding(output, &finding);
    return sink == nullptr || sink->finding == nullptr ? ANNEXKIT_OK : sink->finding(sink->host, &finding);
}

void Listeners::report_crash(std::string_view plugin, const Ending& ending) const {
    const annexkit_argument arguments[] = {sdk::argument("plugin", plugin), sdk::argument("reason", ending.english),
                                           sdk::argument("reason_fr", ending.french),
                                           sdk::argument("longer_than", ending.longer_than),
                                           sdk::argument("more_than", ending.more_than)};
    const annexkit_finding told{sizeof told, sdk::text("plugin.crashed"), {}, ANNEXKIT_NONE, ANNEXKIT_NONE, -1, -1,
                                arguments,   std::size(arguments)};
    (void)finding(told);
}

Conversation::Conversation(std::unique_ptr<PluginProcess> process, std::string_view plugin)
    : process_(std::move(process)), plugin_(plugin) {}

std::unique_ptr<PluginProcess> Conversation::release() {
    return has_crashed() ? std::unique_ptr<PluginProcess>() : std::move(process_);
}

annexkit_status Conversation::end(const Ending& ending, const Listeners& listeners) {
    ending_ = ending;
    process_.reset();
    listeners.report_crash(plugin_, ending);
    return ANNEXKIT_FAILED;
}

annexkit_status Conversation::call(const Packer& request, const Listeners& listeners,
                                   const std::function<void(Unpacker&)>& read) {
    const std::lock_guard lock(mutex_);
    if (ending_) return end(Ending(*ending_), listeners);
    annexkit_status told = ANNEXKIT_OK;
    if (const auto sent = process_->channel().send(MessageKind::request, request.bytes()); sent != Received::message)
        return end(process_->end(sent), listeners);
    const auto answer = await_answer(listeners, told);
    // A listener may have made a call that ended it.
    if (!answer) return end(Ending(*ending_), listeners);
    // Whatever came of it is nobody's concern then.
    if (told != ANNEXKIT_OK) return told;
    Unpacker in(*answer);
    const auto status = in.number<annexkit_status>();
    if (status == ANNEXKIT_NO_MEMORY) return end(process_->end_without_memory(), listeners);
    const auto breach = static_cast<Breach>(in.number<std::uint8_t>());
    const std::string what(in.view());
    if (in.is_whole() && read) read(in);
    if (!in.is_whole()) return end(process_->end(Received::nonsense), listeners);
    if (breach == Breach::exception) throw std::runtime_error(what);
    if (breach == Breach::other_exception) throw UnknownException();
    if (breach == Breach::overrun && listeners.output != nullptr)
        listeners.output->size = listeners.output->capacity + 1;
    return status;
}

std::optional<std::string> Conversation::await_answer(const Listeners& listeners, annexkit_status& told) {
    for (;;) {
        MessageKind kind{};
        std::string message;
        if (ending_) return std::nullopt;
        Received received = process_->channel().receive(kind, message);
        if (received == Received::message && kind == MessageKind::answer) return message;
        if (received == Received::message) received = reply_to(kind, message, listeners, told);
        if (received == Received::message) continue;
        if (!ending_) ending_ = process_->end(received);
        return std::nullopt;
    }
}

Received Conversation::reply_to(MessageKind kind, std::string_view message, const Listeners& listeners,
                                annexkit_status& told) {
    const annexkit_sink* sink = listeners.sink;
    Unpacker in(message);
    Packer reply;
    if (kind == MessageKind::resolve) {
        const annexkit_text name = in.text();
        const bool knows = sink != nullptr && sink->resolve != nullptr;
        reply.number<std::int32_t>(knows ? sink->resolve(sink->host, name) : ANNEXKIT_NAME_UNKNOWN);
    } else if (kind == MessageKind::fits) {
        const auto field = in.number<std::int32_t>();
        const bool knows = sink != nullptr && sdk::has(*sink, &annexkit_sink::fits) && sink->fits != nullptr;
        reply.number<std::int32_t>(knows ? sink->fits(sink->host, field, in.text()) : -1);
    } else if (kind == MessageKind::columns) {
        const auto columns = in.list<annexkit_column>([&] { return annexkit_column{in.text(), in.span()}; });
        const auto row = in.number<std::uint64_t>();
        std::vector<std::int32_t> targets(columns.size(), ANNEXKIT_NAME_UNKNOWN);
        if (told == ANNEXKIT_OK && in.is_whole() && sink != nullptr && sink->columns != nullptr)
            told = sink->columns(sink->host, columns.data(), columns.size(), row, targets.data());
        reply.number(told);
        for (const auto target : targets) reply.number(target);
    } else if (kind == MessageKind::events) {
        while (!in.at_end() && told == ANNEXKIT_OK) told = deliver(in, listeners);
        reply.number(told);
    } else {
        return Received::nonsense;
    }
    if (!in.is_whole()) return Received::nonsense;
    // A listener may have made a call that ended it.
    return ending_ ? Received::end : process_->channel().send(MessageKind::reply, reply.bytes());
}

} // namespace annexkit
