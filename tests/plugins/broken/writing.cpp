// SPDX-License-Identifier: Apache-2.0
// Exporters that break the contract.
#include "formats.hpp"

#include <stdexcept>
#include <string>

namespace broken {
namespace {

using Record = const annexkit_record*;

constexpr Breakage breakages[] = {
    {"writer-throws",
     [](Tables& it) {
         it.exporter.open = [](const annexkit_open_request*, void**) -> annexkit_status {
             throw std::runtime_error("no writer today");
         };
     }},
    {"begin-throws",
     [](Tables& it) {
         it.exporter.begin = [](void*, const annexkit_named_value*, std::size_t, annexkit_output*) -> annexkit_status {
             throw std::runtime_error("no beginning today");
         };
     }},
    {"write-throws",
     [](Tables& it) {
         it.exporter.write = [](const void*, Record, annexkit_output* output) -> annexkit_status {
             sdk::Output(*output).append("half a record");
             throw std::runtime_error("no record today");
         };
     }},
    {"write-silent",
     [](Tables& it) {
         it.exporter.write = [](const void*, Record, annexkit_output* output) -> annexkit_status {
             sdk::Output(*output).append("half a record");
             return ANNEXKIT_FAILED;
         };
     }},
    {"write-overruns",
     [](Tables& it) {
         it.exporter.write = [](const void*, Record, annexkit_output* output) -> annexkit_status {
             output->size = output->capacity + 1;
             return ANNEXKIT_OK;
         };
     }},
    {"loses-in-silence",
     [](Tables& it) {
         it.exporter.write = [](const void* writer, Record record, annexkit_output* output) {
             annexkit_record fewer = *record;
             fewer.unknown_count = 0;
             return whole_exporter.write(writer, &fewer, output);
         };
     }},
    {"end-silent",
     [](Tables& it) {
         it.exporter.end = [](void*, std::uint64_t, annexkit_output*) -> annexkit_status { return ANNEXKIT_FAILED; };
     }},
    {"end-counts",
     [](Tables& it) {
         it.exporter.end = [](void*, std::uint64_t records, annexkit_output* output) -> annexkit_status {
             if (records <= 1) return ANNEXKIT_OK;
             const annexkit_status status = output->reserve(output, 1);
             if (status == ANNEXKIT_OK) output->data[output->size++] = '\n';
             return status;
         };
     }},
    {"ignores-no-room",
     [](Tables& it) {
         it.exporter.write = [](const void* writer, Record record, annexkit_output* output) -> annexkit_status {
             const annexkit_status status = whole_exporter.write(writer, record, output);
             return status == ANNEXKIT_NO_MEMORY ? annexkit_status{ANNEXKIT_OK} : status;
         };
     }},
    {"ignores-refusals",
     [](Tables& it) {
         it.exporter.begin = [](void* writer, const annexkit_named_value* head, std::size_t count,
                                annexkit_output* output) -> annexkit_status {
             const annexkit_status status = whole_exporter.begin(writer, head, count, output);
             return status == ANNEXKIT_STOP ? annexkit_status{ANNEXKIT_OK} : status;
         };
     }},
    {"separator-null",
     [](Tables& it) { it.exporter.separator = [](const void*) {
                          return annexkit_text{nullptr, 3};
                      }; }},
    {"separator-throws",
     [](Tables& it) {
         it.exporter.separator = [](const void*) -> annexkit_text { throw std::runtime_error("no separator today"); };
     }},
};

} // namespace

std::span<const Breakage> breakages_of_writing() { return breakages; }

} // namespace broken
