// SPDX-License-Identifier: Apache-2.0
// Formats that crash, hang, leak, or do worse.
#include "formats.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace broken {
namespace {

using Sink = const annexkit_sink*;

annexkit_status parse_whole(const void* reader, annexkit_chunk* chunk, Sink sink) {
    return whole_importer.parse(reader, chunk, sink);
}

void look_at(const char* kept) {
    if (kept != nullptr) (void)*static_cast<const volatile char*>(kept);
}

constexpr Breakage breakages[] = {
    {"parse-crashes",
     [](Tables& it) {
         it.importer.parse = [](const void*, annexkit_chunk*, Sink) -> annexkit_status {
             std::raise(SIGSEGV);
             return ANNEXKIT_OK;
         };
     }},
    // Which would hold what the parse speaks through, in a session of its own.
    {"leaves-children",
     [](Tables& it) {
         it.importer.parse = [](const void*, annexkit_chunk*, Sink) -> annexkit_status {
             if (::fork() == 0) {
                 ::setsid();
                 for (;;) ::pause();
             }
             std::raise(SIGSEGV);
             return ANNEXKIT_OK;
         };
     }},
    {"parse-hangs",
     [](Tables& it) {
         it.importer.parse = [](const void*, annexkit_chunk*, Sink) -> annexkit_status {
             for (;;) std::this_thread::sleep_for(std::chrono::seconds(1));
         };
     }},
    {"parse-exits",
     [](Tables& it) {
         it.importer.parse = [](const void*, annexkit_chunk*, Sink) -> annexkit_status { std::_Exit(0); };
     }},
    {"parse-terminates",
     [](Tables& it) {
         it.importer.parse = [](const void*, annexkit_chunk*, Sink) noexcept -> annexkit_status { std::terminate(); };
     }},
    {"parse-devours",
     [](Tables& it) {
         it.importer.parse = [](const void*, annexkit_chunk*, Sink) -> annexkit_status {
             std::vector<std::string> pieces;
             for (;;) pieces.emplace_back(std::size_t{1} << 24, 'x');
         };
     }},
    // Whatever it writes itself has no bare tab.
    {"damage-crashes",
     [](Tables& it) {
         it.importer.parse = [](const void* reader, annexkit_chunk* chunk, Sink sink) {
             if (std::memchr(chunk->original, '\t', chunk->size) != nullptr) std::abort();
             return parse_whole(reader, chunk, sink);
         };
     }},
    {"leaks-memory",
     [](Tables& it) {
         it.importer.parse = [](const void* reader, annexkit_chunk* chunk, Sink sink) {
             (void)::operator new(24);
             return parse_whole(reader, chunk, sink);
         };
     }},
    {"leaks-files",
     [](Tables& it) {
         it.importer.open = [](const annexkit_open_request* request, void** reader) {
             (void)::open("/dev/null", O_RDONLY);
             return whole_importer.open(request, reader);
         };
     }},
    // What was lent for a call is looked at in a later one.
    {"keeps-the-chunk",
     [](Tables& it) {
         it.importer.parse = [](const void* reader, annexkit_chunk* chunk, Sink sink) {
             static std::atomic<const char*> kept = nullptr;
             look_at(kept.exchange(chunk->original));
             return parse_whole(reader, chunk, sink);
         };
     }},
    {"keeps-the-options",
     [](Tables& it) {
         static std::atomic<const char*> kept = nullptr;
         it.importer.open = [](const annexkit_open_request* request, void** reader) {
             kept = request->options[0].value.data;
             return whole_importer.open(request, reader);
         };
         it.importer.parse = [](const void* reader, annexkit_chunk* chunk, Sink sink) {
             look_at(kept);
             return parse_whole(reader, chunk, sink);
         };
     }},
    {"keeps-a-text",
     [](Tables& it) {
         it.exporter.write = [](const void* writer, const annexkit_record* record, annexkit_output* output) {
             static std::atomic<const char*> kept = nullptr;
             look_at(kept.exchange(record->values[0].text.data));
             return whole_exporter.write(writer, record, output);
         };
     }},
    // As with a buffer that all readers share.
    {"one-at-a-time",
     [](Tables& it) {
         it.importer.parse = [](const void* reader, annexkit_chunk* chunk, Sink sink) {
             static std::atomic<int> inside = 0;
             Between between(sink, [](annexkit_record record) {
                 --record.value_count;
                 return record;
             });
             const bool is_alone = inside++ == 0;
             std::this_thread::sleep_for(std::chrono::microseconds(20));
             const annexkit_status status = parse_whole(reader, chunk, is_alone ? sink : &between.sink);
             --inside;
             return status;
         };
     }},
};

} // namespace

std::span<const Breakage> deadly_breakages() { return breakages; }

} // namespace broken
