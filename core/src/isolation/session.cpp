// SPDX-License-Identifier: Apache-2.0
#include "isolation/session.hpp"

#include "isolation/conversation.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstring>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace annexkit {
namespace {

/// A reader or writer, as the contract's tables have it.
struct Session {
    Session(IsolatedPlugin& of, std::unique_ptr<PluginProcess> process)
        : plugin(of), conversation(std::move(process), of.name()) {}
    ~Session() { plugin.give_back(conversation.release()); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    IsolatedPlugin& plugin;
    Conversation conversation;
    /// What live until close.
    std::mutex texts_mutex;
    std::map<std::string, std::string, std::less<>> texts;
};

// The chunk that this thread has parsed, which a spelling within it need not send again.
thread_local annexkit_text parsed{};

/// Sets it for a while.
class Parsing {
  public:
    explicit Parsing(annexkit_text chunk) : before_(std::exchange(parsed, chunk)) {}
    ~Parsing() { parsed = before_; }
    Parsing(const Parsing&) = delete;
    Parsing& operator=(const Parsing&) = delete;

  private:
    annexkit_text before_;
};

Session& of(const void* object) { return *static_cast<Session*>(const_cast<void*>(object)); }

Packer request_for(Call call) {
    Packer request;
    request.number(static_cast<std::uint8_t>(call));
    return request;
}

annexkit_status append(annexkit_output& output, std::string_view bytes) {
    if (bytes.empty()) return ANNEXKIT_OK;
    if (output.capacity - output.size < bytes.size())
        if (const auto made = output.reserve(&output, bytes.size()); made != ANNEXKIT_OK) return made;
    std::memcpy(output.data + output.size, bytes.data(), bytes.size());
    output.size += bytes.size();
    return ANNEXKIT_OK;
}

// A call of a function that writes; `read` takes what the answer has behind the output.
annexkit_status call_to_write(const void* object, const Packer& request, annexkit_output* output,
                              const std::function<void(Unpacker&)>& read = {}) {
    annexkit_status room = ANNEXKIT_OK;
    const auto status = of(object).conversation.call(request, {.output = output}, [&](Unpacker& in) {
        const std::string_view written = in.view();
        if (read) read(in);
        if (in.is_whole()) room = append(*output, written);
    });
    return status == ANNEXKIT_OK ? room : status;
}

// A call of a function that gives a text, which lives until close.
annexkit_text call_for_text(const void* object, const Packer& request, std::string_view key) {
    Session& session = of(object);
    std::string text;
    (void)session.conversation.call(request, {}, [&](Unpacker& in) { text = in.view(); });
    const std::lock_guard lock(session.texts_mutex);
    return sdk::text(session.texts.insert_or_assign(std::string(key), std::move(text)).first->second);
}

annexkit_status scan(void* reader, const annexkit_window* window, const annexkit_sink* sink, annexkit_scan* result) {
    Packer request = request_for(Call::scan);
    request.text(annexkit_text{window->data, window->size});
    request.number(window->last);
    return of(reader).conversation.call(request, {.sink = sink}, [&](Unpacker& in) {
        result->found = in.number<std::int32_t>();
        result->consumed = in.number<std::uint64_t>();
        result->rows = in.number<std::uint64_t>();
        const auto lines = in.number<std::int32_t>();
        if (sdk::has(*result, &annexkit_scan::lines)) result->lines = lines;
    });
}

annexkit_status parse(const void* reader, annexkit_chunk* chunk, const annexkit_sink* sink) {
    Packer request = request_for(Call::parse);
    request.text(annexkit_text{chunk->original, chunk->size});
    request.number(chunk->places);
    const Parsing parsing({chunk->original, chunk->size});
    return of(reader).conversation.call(request, {.sink = sink},
                                        [&](Unpacker& in) { chunk->rows = in.number<std::uint64_t>(); });
}

annexkit_status address(const void* reader, const annexkit_address_request* asked, annexkit_output* output) {
    Packer request = request_for(Call::address);
    request.number(asked->ordinal);
    request.number(asked->field);
    request.text(asked->name);
    request.number(asked->item);
    return call_to_write(reader, request, output);
}

annexkit_text setting(const void* reader, annexkit_text option) {
    Packer request = request_for(Call::setting);
    request.text(option);
    return call_for_text(reader, request, sdk::view(option));
}

annexkit_status spell(const void* reader, const annexkit_spell_request* asked, annexkit_span* replaced,
                      annexkit_output* output) {
    Packer request = request_for(Call::spell);
    const bool of_parsed = asked->chunk.data == parsed.data && asked->chunk.size == parsed.size;
    request.number<std::uint8_t>(of_parsed ? 1 : 0);
    if (!of_parsed) request.text(asked->chunk);
    request.number(asked->field);
    request.number(asked->item);
    request.span(asked->value);
    request.span(asked->place);
    request.number(asked->kind);
    request.list(asked->texts, asked->text_count, [&](annexkit_text text) { request.text(text); });
    return call_to_write(reader, request, output, [&](Unpacker& in) { *replaced = in.span(); });
}

annexkit_status candidates(const void* reader, const annexkit_window* window, const annexkit_sink* sink, void* host,
                           annexkit_status (*take)(void* host, const annexkit_candidate* candidate)) {
    Packer request = request_for(Call::candidates);
    request.text(annexkit_text{window->data, window->size});
    request.number(window->last);
    return of(reader).conversation.call(request, {.sink = sink, .candidate = [&](const annexkit_candidate& candidate) {
                                                      return take(host, &candidate);
                                                  }});
}

annexkit_status begin(void* writer, const annexkit_named_value* members, std::size_t count, annexkit_output* output) {
    Packer request = request_for(Call::begin);
    request.head(members, nullptr, count);
    return call_to_write(writer, request, output);
}

annexkit_status write(const void* writer, const annexkit_record* record, annexkit_output* output) {
    Packer request = request_for(Call::write);
    request.record(*record);
    return call_to_write(writer, request, output);
}

annexkit_text separator(const void* writer) { return call_for_text(writer, request_for(Call::separator), {}); }

annexkit_status end(void* writer, std::uint64_t records, annexkit_output* output) {
    Packer request = request_for(Call::end);
    request.number(records);
    return call_to_write(writer, request, output);
}

void close(void* object) {
    const std::unique_ptr<Session> session(static_cast<Session*>(object));
    if (!session->conversation.has_crashed()) (void)session->conversation.call(request_for(Call::close), {});
}

} // namespace

void set_session_functions(IsolatedFormat& format, std::uint32_t abilities) {
    const auto if_able = [&](Ability ability, auto* function) {
        return (abilities & ability) != 0 ? function : nullptr;
    };
    auto& importer = format.importer;
    importer.struct_size = sizeof importer;
    importer.scan = if_able(scans, scan);
    importer.parse = parse;
    importer.address = if_able(addresses, address);
    importer.setting = if_able(tells_settings, setting);
    importer.spell = if_able(spells, spell);
    importer.candidates = if_able(weighs_candidates, candidates);
    importer.close = close;
    auto& exporter = format.exporter;
    exporter.struct_size = sizeof exporter;
    exporter.in_order = (abilities & writes_in_order) != 0 ? 1 : 0;
    exporter.begin = begin;
    exporter.write = write;
    exporter.separator = separator;
    exporter.end = end;
    exporter.close = close;
}

annexkit_status open_session(IsolatedFormat& format, Call call, const annexkit_open_request* asked, void** object) {
    auto process = format.plugin->borrow();
    if (!process) {
        Listeners{.sink = asked->sink}.report_crash(format.plugin->name(),
                                                    {process.error().message, process.error().french.message});
        return ANNEXKIT_FAILED;
    }
    auto session = std::make_unique<Session>(*format.plugin, std::move(*process));
    Packer request = request_for(call);
    request.number(format.index);
    request.list(asked->fields, asked->field_count, [&](const annexkit_field& field) {
        request.text(field.name);
        request.number(field.kind);
    });
    request.list(asked->options, asked->option_count, [&](const annexkit_option_value& option) {
        request.text(option.name);
        request.text(option.value);
    });
    const auto status = session->conversation.call(request, {.sink = asked->sink});
    if (status == ANNEXKIT_OK) *object = session.release();
    return status;
}

} // namespace annexkit
