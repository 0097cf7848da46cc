// SPDX-License-Identifier: Apache-2.0
// Importers that break the contract.
#include "formats.hpp"

#include <cstdio>
#include <stdexcept>

namespace broken {
namespace {

annexkit_status scanned(annexkit_scan* scan, std::int32_t found, std::size_t consumed) {
    scan->found = found;
    scan->consumed = consumed;
    return ANNEXKIT_OK;
}

using Open = const annexkit_open_request*;
using Window = const annexkit_window*;
using Sink = const annexkit_sink*;

constexpr Breakage breakages[] = {
    {"whole", [](Tables&) {}},
    {"open-throws",
     [](Tables& it) {
         it.importer.open = [](Open, void**) -> annexkit_status { throw std::runtime_error("no reader today"); };
     }},
    {"open-silent",
     [](Tables& it) { it.importer.open = [](Open, void**) -> annexkit_status { return ANNEXKIT_FAILED; }; }},
    {"sniff-throws",
     [](Tables& it) {
         it.importer.sniff = [](annexkit_text) -> std::int32_t { throw std::runtime_error("no nose"); };
     }},
    {"encoding-throws",
     [](Tables& it) {
         it.importer.declared_encoding = [](annexkit_text) -> annexkit_text { throw std::runtime_error("no eyes"); };
     }},
    {"scan-throws",
     [](Tables& it) {
         it.importer.scan = [](void*, Window, Sink, annexkit_scan*) -> annexkit_status {
             throw std::runtime_error("no scan today");
         };
     }},
    {"scan-consumes-nothing",
     [](Tables& it) {
         it.importer.scan = [](void*, Window, Sink, annexkit_scan* scan) {
             return scanned(scan, ANNEXKIT_SCAN_RECORDS, 0);
         };
     }},
    {"scan-consumes-too-much",
     [](Tables& it) {
         it.importer.scan = [](void*, Window window, Sink, annexkit_scan* scan) {
             return scanned(scan, ANNEXKIT_SCAN_RECORDS, window->size + 1);
         };
     }},
    {"scan-wants-more",
     [](Tables& it) {
         it.importer.scan = [](void*, Window, Sink, annexkit_scan* scan) {
             return scanned(scan, ANNEXKIT_SCAN_MORE, 0);
         };
     }},
    {"scan-ends-early",
     [](Tables& it) {
         it.importer.scan = [](void*, Window, Sink, annexkit_scan* scan) {
             return scanned(scan, ANNEXKIT_SCAN_END, 0);
         };
     }},
    {"scan-cuts-lines",
     [](Tables& it) {
         it.importer.scan = [](void*, Window window, Sink, annexkit_scan* scan) {
             const bool is_empty = window->size == 0;
             scan->lines = 1;
             return scanned(scan, is_empty ? ANNEXKIT_SCAN_END : ANNEXKIT_SCAN_RECORDS, window->size);
         };
     }},
    {"scan-unknown",
     [](Tables& it) {
         it.importer.scan = [](void*, Window window, Sink, annexkit_scan* scan) {
             return scanned(scan, 99, window->size);
         };
     }},
    {"scan-stops",
     [](Tables& it) {
         it.importer.scan = [](void*, Window, Sink, annexkit_scan*) -> annexkit_status { return ANNEXKIT_STOP; };
     }},
    {"scan-delivers-a-record",
     [](Tables& it) {
         it.importer.scan = [](void*, Window, Sink sink, annexkit_scan*) {
             annexkit_record record{};
             record.struct_size = sizeof record;
             return sink->record(sink->host, &record);
         };
     }},
    {"parse-throws",
     [](Tables& it) {
         it.importer.parse = [](const void*, annexkit_chunk*, Sink) -> annexkit_status {
             throw std::runtime_error("no parse today");
         };
     }},
    {"parse-throws-a-number",
     [](Tables& it) { it.importer.parse = [](const void*, annexkit_chunk*, Sink) -> annexkit_status { throw 42; }; }},
    {"parse-silent",
     [](Tables& it) {
         it.importer.parse = [](const void*, annexkit_chunk*, Sink) -> annexkit_status { return ANNEXKIT_FAILED; };
     }},
    {"parse-stops",
     [](Tables& it) {
         it.importer.parse = [](const void*, annexkit_chunk*, Sink) -> annexkit_status { return ANNEXKIT_STOP; };
     }},
    {"undeclared-rule",
     [](Tables& it) {
         it.importer.parse = [](const void*, annexkit_chunk*, Sink sink) {
             return sdk::Sink(*sink).report({.rule = "broken.rule"}, {});
         };
     }},
    {"fewer-fields",
     [](Tables& it) {
         it.importer.parse = [](const void* reader, annexkit_chunk* chunk, Sink sink) {
             const Between between(sink, [](annexkit_record record) {
                 --record.value_count;
                 return record;
             });
             return whole_importer.parse(reader, chunk, &between.sink);
         };
     }},
    {"loses-unknown-fields",
     [](Tables& it) {
         it.importer.parse = [](const void* reader, annexkit_chunk* chunk, Sink sink) {
             const Between between(sink, [](annexkit_record record) {
                 record.unknown_count = 0;
                 return record;
             });
             return whole_importer.parse(reader, chunk, &between.sink);
         };
     }},
    {"goes-on",
     [](Tables& it) {
         it.importer.parse = [](const void* reader, annexkit_chunk* chunk, Sink sink) {
             Between between(sink, [](annexkit_record record) { return record; });
             between.goes_on = true;
             return whole_importer.parse(reader, chunk, &between.sink);
         };
     }},
    {"reads-room",
     [](Tables& it) {
         it.format.flags |= ANNEXKIT_FORMAT_READS_ORIGINAL;
         it.importer.parse = [](const void* reader, annexkit_chunk* chunk, Sink sink) {
             annexkit_chunk other = *chunk;
             other.original = chunk->data;
             return whole_importer.parse(reader, &other, sink);
         };
     }},
    {"spells-bare",
     [](Tables& it) {
         it.importer.spell = [](const void*, const annexkit_spell_request* request, annexkit_span* replaced,
                                annexkit_output* output) -> annexkit_status {
             *replaced = request->place;
             sdk::Output(*output).append(sdk::view(request->texts[0]));
             return ANNEXKIT_OK;
         };
     }},
    {"setting-untaken",
     [](Tables& it) {
         it.importer.setting = [](const void*, annexkit_text option) {
             return sdk::view(option) == "max-depth" ? sdk::text("very deep") : sdk::text("");
         };
     }},
    {"chooses-twice",
     [](Tables& it) {
         it.importer.candidates = [](const void*, Window, Sink, void* host,
                                     annexkit_status (*take)(void*, const annexkit_candidate*)) -> annexkit_status {
             const annexkit_candidate candidate{sizeof candidate, nullptr, 0, 0, nullptr, 0, 1};
             const annexkit_status status = take(host, &candidate);
             return status == ANNEXKIT_OK ? take(host, &candidate) : status;
         };
     }},
    {"address-throws",
     [](Tables& it) {
         it.importer.address = [](const void*, const annexkit_address_request*, annexkit_output*) -> annexkit_status {
             throw std::runtime_error("no address today");
         };
     }},
    {"close-throws",
     [](Tables& it) {
         it.importer.close = [](void* reader) {
             whole_importer.close(reader);
             throw std::runtime_error("never closed");
         };
         it.exporter.close = [](void* writer) {
             whole_exporter.close(writer);
             throw std::runtime_error("never closed");
         };
     }},
    {"prints",
     [](Tables& it) {
         it.importer.parse = [](const void* reader, annexkit_chunk* chunk, Sink sink) {
             std::puts("parsing");
             return whole_importer.parse(reader, chunk, sink);
         };
     }},
};

} // namespace

std::span<const Breakage> breakages_of_reading() { return breakages; }

} // namespace broken
