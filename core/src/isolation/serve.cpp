// SPDX-License-Identifier: Apache-2.0
#include "isolation/serve.hpp"

#include "isolation/limit_process.hpp"
#include "isolation/remote_host.hpp"
#include "isolation/tables.hpp"
#include "messages/error.hpp"
#include "plugins/contract.hpp"
#include "plugins/loader.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <csignal>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <utility>

#include <poll.h>
#include <unistd.h>

namespace annexkit {
namespace {

// A plugin that never comes back would outlive a host that was killed, and so would what it has started: both are in
// the group that this process leads.
void leave_with_host() {
    std::thread([] {
        ::pollfd entry{plugin_host_socket, 0, 0};
        while (::poll(&entry, 1, -1) <= 0) continue;
        if (::getpgrp() == ::getpid()) ::kill(0, SIGKILL);
        ::_exit(0);
    }).detach();
}

template <class Work> annexkit_status tried(Work&& work, Breach& breach, std::string& what) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return ANNEXKIT_NO_MEMORY;
    } catch (const std::exception& error) {
        breach = Breach::exception;
        what = error.what();
    } catch (...) {
        breach = Breach::other_exception;
    }
    return ANNEXKIT_FAILED;
}

/// The reader or writer that is open, and what was lent to it for its life.
struct ServedSession {
    explicit ServedSession(std::string opening) : message(std::move(opening)), unpacker(message) {}

    std::string message;
    Unpacker unpacker;
    const annexkit_format* format = nullptr;
    bool is_writer = false;
    void* object = nullptr;
    /// The chunk that is parsed.
    std::string_view chunk;
    Bytes changeable;
};

class Server {
  public:
    Server(Channel& channel, const annexkit_plugin& plugin) : channel_(channel), plugin_(plugin) {}

    void run() {
        MessageKind kind{};
        std::string message;
        while (channel_.receive(kind, message) == Received::message) serve(std::exchange(message, {}));
    }

  private:
    void serve(std::string message);
    void answer(Call call, Unpacker& in, std::string& message, RemoteHost& host, Packer& out);
    void open(Call call, std::string message, RemoteHost& host, Packer& out);
    void scan(Unpacker& in, RemoteHost& host, Packer& out);
    void parse(Unpacker& in, RemoteHost& host, Packer& out);
    void spell(Unpacker& in, RemoteHost& host, Packer& out);
    void candidates(Unpacker& in, RemoteHost& host, Packer& out);
    void begin(Unpacker& in, RemoteHost& host, Packer& out);

    /// Calls a function of the plugin, sends the events, and begins the answer with how it ended.
    template <class Work> void call(RemoteHost& host, Packer& out, Work&& work, OutputBuffer* output = nullptr) {
        std::string what;
        Breach breach = Breach::none;
        annexkit_status status = tried(work, breach, what);
        host.rethrow();
        if (output != nullptr) {
            output->rethrow();
            std::string overrun;
            (void)output->judged(status, overrun);
            if (!overrun.empty()) breach = Breach::overrun;
        }
        if (const auto told = host.flush(); told != ANNEXKIT_OK) status = told;
        out.number(status);
        out.number(static_cast<std::uint8_t>(breach));
        out.text(what);
    }
    /// The same of one that writes; what it wrote ends the answer.
    template <class Work> void call_to_write(RemoteHost& host, Packer& out, Work&& work) {
        OutputBuffer output;
        output.listen(&host);
        call(
            host, out, [&] { return work(output.table()); }, &output);
        out.text(output.bytes());
    }
    /// The same of one that gives a text.
    template <class Ask> void call_for_text(RemoteHost& host, Packer& out, Ask&& ask) {
        annexkit_text text{};
        call(host, out, [&] {
            text = ask();
            return annexkit_status{ANNEXKIT_OK};
        });
        out.text(text);
    }

    [[nodiscard]] const annexkit_format& format(std::uint32_t index) const {
        // The host is of the same build.
        return *plugin_.formats[index < plugin_.format_count ? index : 0];
    }
    [[nodiscard]] const annexkit_importer& importer() const { return *session_->format->importer; }
    [[nodiscard]] const annexkit_exporter& exporter() const { return *session_->format->exporter; }
    [[nodiscard]] void* object() const { return session_->object; }

    Channel& channel_;
    const annexkit_plugin& plugin_;
    std::unique_ptr<ServedSession> session_;
};

void Server::serve(std::string message) {
    Packer out;
    try {
        RemoteHost host(channel_, [this](std::string nested) { serve(std::move(nested)); });
        Unpacker in(message);
        answer(static_cast<Call>(in.number<std::uint8_t>()), in, message, host, out);
    } catch (const std::bad_alloc&) {
        out.clear();
        out.number<annexkit_status>(ANNEXKIT_NO_MEMORY);
    }
    (void)channel_.send(MessageKind::answer, out.bytes());
}

void Server::answer(Call call_of, Unpacker& in, std::string& message, RemoteHost& host, Packer& out) {
    switch (call_of) {
    case Call::sniff: {
        const auto* const of = format(in.number<std::uint32_t>()).importer;
        std::int32_t certainty = 0;
        call(host, out, [&] {
            certainty = of->sniff(in.text());
            return annexkit_status{ANNEXKIT_OK};
        });
        out.number(certainty);
        break;
    }
    case Call::declared_encoding: {
        const auto* const of = format(in.number<std::uint32_t>()).importer;
        call_for_text(host, out, [&] { return of->declared_encoding(in.text()); });
        break;
    }
    case Call::open_reader:
    case Call::open_writer: open(call_of, std::move(message), host, out); break;
    case Call::close:
        call(host, out, [&] {
            (session_->is_writer ? exporter().close : importer().close)(object());
            return annexkit_status{ANNEXKIT_OK};
        });
        session_.reset();
        break;
    case Call::scan: scan(in, host, out); break;
    case Call::parse: parse(in, host, out); break;
    case Call::address: {
        annexkit_address_request request{sizeof request, in.number<std::uint64_t>(), in.number<std::int32_t>(),
                                         in.text(), in.number<std::int32_t>()};
        call_to_write(host, out, [&](annexkit_output* to) { return importer().address(object(), &request, to); });
        break;
    }
    case Call::setting: call_for_text(host, out, [&] { return importer().setting(object(), in.text()); }); break;
    case Call::spell: spell(in, host, out); break;
    case Call::candidates: candidates(in, host, out); break;
    case Call::begin: begin(in, host, out); break;
    case Call::write: {
        const annexkit_record record = in.record();
        call_to_write(host, out, [&](annexkit_output* to) { return exporter().write(object(), &record, to); });
        break;
    }
    case Call::separator: call_for_text(host, out, [&] { return exporter().separator(object()); }); break;
    case Call::end: {
        const auto records = in.number<std::uint64_t>();
        call_to_write(host, out, [&](annexkit_output* to) { return exporter().end(object(), records, to); });
        break;
    }
    }
}

void Server::open(Call call_of, std::string message, RemoteHost& host, Packer& out) {
    session_ = std::make_unique<ServedSession>(std::move(message));
    Unpacker& in = session_->unpacker;
    (void)in.number<std::uint8_t>();
    session_->format = &format(in.number<std::uint32_t>());
    session_->is_writer = call_of == Call::open_writer;
    const auto fields = in.list<annexkit_field>([&] { return annexkit_field{in.text(), in.number<std::uint32_t>()}; });
    const auto options = in.list<annexkit_option_value>([&] { return annexkit_option_value{in.text(), in.text()}; });
    const annexkit_open_request request{sizeof request, fields.data(),  fields.size(),
                                        options.data(), options.size(), host.sink()};
    const auto function = session_->is_writer ? exporter().open : importer().open;
    call(host, out, [&] { return function(&request, &session_->object); });
}

void Server::scan(Unpacker& in, RemoteHost& host, Packer& out) {
    const std::string_view text = in.view();
    const annexkit_window window{sizeof window, text.data(), text.size(), in.number<std::int32_t>()};
    annexkit_scan result{sizeof result, ANNEXKIT_SCAN_MORE, 0, 0, 0};
    call(host, out, [&] { return importer().scan(object(), &window, host.sink(), &result); });
    out.number(result.found);
    out.number<std::uint64_t>(result.consumed);
    out.number(result.rows);
    out.number(result.lines);
}

void Server::parse(Unpacker& in, RemoteHost& host, Packer& out) {
    session_->chunk = in.view();
    Bytes& data = session_->changeable;
    data.clear();
    data.append(session_->chunk);
    *data.room(1) = '\0';
    annexkit_chunk chunk{
        sizeof chunk, data.data(), session_->chunk.size(), session_->chunk.data(), in.number<std::int32_t>(), 0};
    call(host, out, [&] { return importer().parse(object(), &chunk, host.sink()); });
    session_->chunk = {};
    out.number(chunk.rows);
}

void Server::spell(Unpacker& in, RemoteHost& host, Packer& out) {
    annexkit_spell_request request{};
    request.struct_size = sizeof request;
    const bool of_parsed = in.number<std::uint8_t>() != 0;
    request.chunk = of_parsed ? sdk::text(session_->chunk) : in.text();
    request.field = in.number<std::int32_t>();
    request.item = in.number<std::int32_t>();
    request.value = in.span();
    request.place = in.span();
    request.kind = in.number<std::uint32_t>();
    const auto texts = in.list<annexkit_text>([&] { return in.text(); });
    request.texts = texts.data();
    request.text_count = texts.size();
    annexkit_span replaced = request.place;
    call_to_write(host, out, [&](annexkit_output* to) { return importer().spell(object(), &request, &replaced, to); });
    out.span(replaced);
}

void Server::candidates(Unpacker& in, RemoteHost& host, Packer& out) {
    const std::string_view text = in.view();
    const annexkit_window window{sizeof window, text.data(), text.size(), in.number<std::int32_t>()};
    const auto take = [](void* to, const annexkit_candidate* candidate) {
        return static_cast<RemoteHost*>(to)->candidate(*candidate);
    };
    call(host, out, [&] { return importer().candidates(object(), &window, host.sink(), &host, take); });
}

void Server::begin(Unpacker& in, RemoteHost& host, Packer& out) {
    const auto members = in.head().members;
    call_to_write(host, out,
                  [&](annexkit_output* to) { return exporter().begin(object(), members.data(), members.size(), to); });
}

// The tables, or why the library is no plugin.
std::optional<Error> describe(const Result<LoadedPlugin>& loaded, Packer& out) {
    if (!loaded) return loaded.error();
    if (loaded->table == nullptr) return make_error(ErrorKind::plugin, "plugin.entry-empty");
    if (auto fault = fault_of(*loaded->table)) return fault;
    out.number<std::uint8_t>(1);
    pack_tables(*loaded->table, out);
    return std::nullopt;
}

} // namespace

int serve_plugin(const char* library, std::uint64_t memory_bytes) {
    limit_process(memory_bytes);
    leave_with_host();
    Channel channel(plugin_host_socket, std::nullopt);
    const auto loaded = load_plugin(library);
    Packer out;
    const auto fault = describe(loaded, out);
    if (fault) {
        out.number<std::uint8_t>(0);
        for (const auto& text : {fault->message, fault->hint, fault->french.message, fault->french.hint})
            out.text(text);
    }
    if (channel.send(MessageKind::answer, out.bytes()) == Received::message && !fault)
        Server(channel, *loaded->table).run();
    // What the plugin would do at the end is of no use any more.
    ::_exit(0);
}

} // namespace annexkit
