// SPDX-License-Identifier: Apache-2.0
#include "isolation/isolated_plugin.hpp"

#include "isolation/conversation.hpp"
#include "isolation/session.hpp"
#include "messages/error.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace annexkit {
namespace {

// A process is used again, since to start one takes as long as to read a small file; but not for ever, so that a plugin
// which loses memory is not blamed for it at the thousandth file.
constexpr unsigned most_uses = 1000;
constexpr std::size_t most_idle = 8;

// Three functions of the contract are called without a reader or writer, and so without a word on whose they are. Each
// isolated format of this program has three of its own, which know their number, and finds itself under it.
constexpr std::size_t number_of_entrances = 256;
std::array<std::atomic<IsolatedFormat*>, number_of_entrances> entered{};

// What a format says of the beginning of a file. Where it crashes, and from then on, it throws, as one does that cannot
// tell: the host can do without.
void ask_of_beginning(IsolatedFormat& format, Call call, annexkit_text beginning,
                      const std::function<void(Unpacker&)>& read) {
    const std::runtime_error cannot_tell("it crashed");
    if (format.is_blind) throw cannot_tell;
    auto process = format.plugin->borrow();
    format.is_blind = !process;
    if (!process) throw cannot_tell;
    Conversation conversation(std::move(*process), format.plugin->name());
    Packer request;
    request.number(static_cast<std::uint8_t>(call));
    request.number(format.index);
    request.text(beginning);
    (void)conversation.call(request, {}, read);
    format.is_blind = conversation.has_crashed();
    format.plugin->give_back(conversation.release());
    if (format.is_blind) throw cannot_tell;
}

std::int32_t sniff(IsolatedFormat& format, annexkit_text beginning) {
    std::int32_t certainty = 0;
    ask_of_beginning(format, Call::sniff, beginning, [&](Unpacker& in) { certainty = in.number<std::int32_t>(); });
    return certainty;
}

annexkit_text declared_encoding(IsolatedFormat& format, annexkit_text beginning) {
    // Taken by the caller before anything else is asked by this thread.
    thread_local std::string name;
    name.clear();
    ask_of_beginning(format, Call::declared_encoding, beginning, [&](Unpacker& in) { name = in.view(); });
    return sdk::text(name);
}

struct Entrance {
    decltype(annexkit_importer::sniff) sniff;
    decltype(annexkit_importer::declared_encoding) declared_encoding;
    decltype(annexkit_importer::open) open_reader;
    decltype(annexkit_exporter::open) open_writer;
};

template <std::size_t number> constexpr Entrance entrance() {
    return {[](annexkit_text beginning) { return annexkit::sniff(*entered[number], beginning); },
            [](annexkit_text beginning) { return annexkit::declared_encoding(*entered[number], beginning); },
            [](const annexkit_open_request* request, void** reader) {
                return open_session(*entered[number], Call::open_reader, request, reader);
            },
            [](const annexkit_open_request* request, void** writer) {
                return open_session(*entered[number], Call::open_writer, request, writer);
            }};
}

template <std::size_t... numbers> constexpr auto all_entrances(std::index_sequence<numbers...>) {
    return std::array{entrance<numbers>()...};
}
constexpr auto entrances = all_entrances(std::make_index_sequence<number_of_entrances>());

// The number of an entrance that is free, now taken; or how many there are.
std::size_t enter(IsolatedFormat& format) {
    for (std::size_t i = 0; i < number_of_entrances; ++i) {
        IsolatedFormat* nobody = nullptr;
        if (entered[i].compare_exchange_strong(nobody, &format)) return i;
    }
    return number_of_entrances;
}

} // namespace

IsolatedPlugin::IsolatedPlugin(std::filesystem::path file, const Isolation& isolation)
    : file_(std::move(file)), isolation_(isolation) {}

IsolatedPlugin::~IsolatedPlugin() {
    for (auto& entrance : entered)
        for (auto& format : formats_) {
            IsolatedFormat* own = &format;
            entrance.compare_exchange_strong(own, nullptr);
        }
}

std::string_view IsolatedPlugin::name() const { return sdk::view(table_.name); }

Result<std::unique_ptr<PluginProcess>> IsolatedPlugin::start(std::string& tables) const {
    auto process = PluginProcess::start(file_, isolation_);
    if (!process) return process;
    const auto crashed = [&](Received received) {
        const Ending ending = (*process)->end(received);
        return make_error(ErrorKind::plugin, "plugin.crashed-at-load",
                          {{"reason", ending.english}, {"reason_fr", ending.french}});
    };
    MessageKind kind{};
    if (const auto got = (*process)->channel().receive(kind, tables); got != Received::message) return crashed(got);
    Unpacker in(tables);
    if (in.number<std::uint8_t>() == 1) {
        tables.erase(0, 1);
        return process;
    }
    Error refusal{ErrorKind::plugin, {}, {}, {}};
    for (auto* text : {&refusal.message, &refusal.hint, &refusal.french.message, &refusal.french.hint})
        *text = in.view();
    if (!in.is_whole()) return crashed(Received::nonsense);
    return refusal;
}

Result<void> IsolatedPlugin::load() {
    std::string tables;
    auto process = start(tables);
    if (!process) return process.error();
    declared_ = std::make_unique<DeclaredPlugin>(std::move(tables));
    if (!declared_->is_whole()) return make_error(ErrorKind::plugin, "plugin.nonsense");
    table_ = declared_->table();
    for (auto& declared : declared_->formats()) {
        auto& format = formats_.emplace_back();
        format.plugin = this;
        format.index = static_cast<std::uint32_t>(formats_.size() - 1);
        if (auto added = add(format, declared); !added) return added;
        list_.push_back(&format.table);
    }
    table_.formats = list_.data();
    table_.format_count = list_.size();
    give_back(std::move(*process));
    return {};
}

Result<void> IsolatedPlugin::add(IsolatedFormat& format, const DeclaredFormat& declared) {
    const std::size_t number = enter(format);
    if (number == number_of_entrances)
        return make_error(ErrorKind::plugin, "plugin.too-many-isolated",
                          {{"limit", fmt::format("{}", number_of_entrances)}});
    const auto abilities = declared.abilities;
    format.table = declared.table;
    set_session_functions(format, abilities);
    const Entrance& own = entrances[number];
    format.importer.open = own.open_reader;
    format.importer.sniff = (abilities & sniffs) != 0 ? own.sniff : nullptr;
    format.importer.declared_encoding = (abilities & declares_encoding) != 0 ? own.declared_encoding : nullptr;
    format.exporter.open = own.open_writer;
    if ((abilities & reads) != 0) format.table.importer = &format.importer;
    if ((abilities & writes) != 0) format.table.exporter = &format.exporter;
    return {};
}

Result<std::unique_ptr<PluginProcess>> IsolatedPlugin::borrow() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto process = std::move(idle_.back());
            idle_.pop_back();
            return process;
        }
    }
    // The tables are those of the first process; the library is the same.
    std::string tables;
    return start(tables);
}

void IsolatedPlugin::give_back(std::unique_ptr<PluginProcess> process) {
    if (process == nullptr || ++process->uses >= most_uses) return;
    const std::lock_guard lock(mutex_);
    if (idle_.size() < most_idle) idle_.push_back(std::move(process));
}

Result<LoadedPlugin> isolate_plugin(const std::filesystem::path& file, const Isolation& isolation) {
    auto plugin = std::make_shared<IsolatedPlugin>(std::filesystem::absolute(file), isolation);
    if (auto loaded = plugin->load(); !loaded) return loaded.error();
    const annexkit_plugin* const table = &plugin->table();
    return LoadedPlugin{std::move(plugin), table};
}

} // namespace annexkit
