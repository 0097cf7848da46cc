// SPDX-License-Identifier: Apache-2.0
// Formats that take their process with them, or never come back.
#include "../broken/formats.hpp"

#include <csignal>
#include <cstdlib>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace broken {
namespace {

using Open = const annexkit_open_request*;
using Window = const annexkit_window*;
using Sink = const annexkit_sink*;

[[noreturn]] void hang() {
    for (;;) ::pause();
}

[[noreturn]] void spin() {
    for (;;) asm volatile("");
}

[[noreturn]] void crash() {
    (void)std::raise(SIGSEGV);
    hang();
}

// Reads half of the chunk, then does it.
template <void (*work)()> annexkit_status after_half(const void* reader, annexkit_chunk* chunk, Sink sink) {
    annexkit_chunk half = *chunk;
    const std::string_view text(chunk->original, chunk->size);
    half.size = text.rfind('\n', text.size() / 2) + 1;
    (void)whole_importer.parse(reader, &half, sink);
    work();
    return ANNEXKIT_OK;
}

void exit_with_7() { std::exit(7); }

void close_everything() {
    for (int file = 0; file < 64; ++file) ::close(file);
}

void answer_nonsense() {
    const std::vector<char> nonsense(1 << 12, '\x7F');
    for (int file = 3; file < 64; ++file) (void)!::write(file, nonsense.data(), nonsense.size());
}

void leave_a_child() {
    if (::fork() == 0) hang();
    crash();
}

void take_all_memory() {
    std::vector<char*> taken;
    for (;;) taken.push_back(new char[std::size_t{1} << 20]);
}

constexpr Breakage reading[] = {
    {"whole", [](Tables&) {}},
    {"parse-crashes", [](Tables& it) { it.importer.parse = after_half<crash>; }},
    {"parse-aborts", [](Tables& it) { it.importer.parse = after_half<std::abort>; }},
    {"parse-exits", [](Tables& it) { it.importer.parse = after_half<exit_with_7>; }},
    {"parse-hangs", [](Tables& it) { it.importer.parse = after_half<hang>; }},
    {"parse-spins", [](Tables& it) { it.importer.parse = after_half<spin>; }},
    {"parse-takes-memory", [](Tables& it) { it.importer.parse = after_half<take_all_memory>; }},
    {"parse-closes-everything", [](Tables& it) { it.importer.parse = after_half<close_everything>; }},
    {"parse-answers-nonsense", [](Tables& it) { it.importer.parse = after_half<answer_nonsense>; }},
    {"leaves-a-child", [](Tables& it) { it.importer.parse = after_half<leave_a_child>; }},
    {"open-crashes", [](Tables& it) { it.importer.open = [](Open, void**) -> annexkit_status { crash(); }; }},
    {"scan-crashes",
     [](Tables& it) { it.importer.scan = [](void*, Window, Sink, annexkit_scan*) -> annexkit_status { crash(); }; }},
    {"address-crashes",
     [](Tables& it) {
         it.importer.address = [](const void*, const annexkit_address_request*, annexkit_output*) -> annexkit_status {
             crash();
         };
     }},
    {"spell-crashes",
     [](Tables& it) {
         it.importer.spell = [](const void*, const annexkit_spell_request*, annexkit_span*,
                                annexkit_output*) -> annexkit_status { crash(); };
     }},
    {"sniff-crashes", [](Tables& it) { it.importer.sniff = [](annexkit_text) -> std::int32_t { crash(); }; }},
    {"close-hangs",
     [](Tables& it) {
         it.importer.close = [](void*) { hang(); };
         it.exporter.close = [](void*) { hang(); };
     }},
};

constexpr Breakage writing[] = {
    {"begin-crashes",
     [](Tables& it) {
         it.exporter.begin = [](void*, const annexkit_named_value*, std::size_t, annexkit_output*) -> annexkit_status {
             crash();
         };
     }},
    {"write-crashes",
     [](Tables& it) {
         it.exporter.write = [](const void*, const annexkit_record*, annexkit_output*) -> annexkit_status { crash(); };
     }},
    {"end-hangs",
     [](Tables& it) { it.exporter.end = [](void*, std::uint64_t, annexkit_output*) -> annexkit_status { hang(); }; }},
};

} // namespace

std::span<const Breakage> breakages_of_reading() { return reading; }
std::span<const Breakage> breakages_of_writing() { return writing; }
std::span<const Breakage> breakages_of_tables() { return {}; }
std::span<const Breakage> deadly_breakages() { return {}; }

} // namespace broken
