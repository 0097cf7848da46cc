// SPDX-License-Identifier: Apache-2.0
// Many threads, many readers.
#include "checks.hpp"

#include <exception>
#include <functional>
#include <thread>

#include <fmt/format.h>

namespace conformance {
namespace {

constexpr std::size_t thread_count = 4;
constexpr std::size_t rounds = 20;

// Runs `work` in many threads at once and hands on the first breach.
void in_threads(const std::function<void(std::size_t)>& work) {
    std::vector<std::exception_ptr> breaches(thread_count);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < thread_count; ++i)
        threads.emplace_back([&, i] {
            try {
                work(i);
            } catch (const drive::Breach&) {
                breaches[i] = std::current_exception();
            }
        });
    for (auto& thread : threads) thread.join();
    for (const auto& breach : breaches)
        if (breach) std::rethrow_exception(breach);
}

void compare_threads(const annexkit_format& format, const std::string& input, std::size_t number, Faults& faults) {
    drive::ReadSettings settings = own_settings();
    settings.window_bytes = 200;
    settings.places = true;
    drive::Import import(format, input, settings);
    if (import.opening().status != ANNEXKIT_OK) return;
    drive::Reading structure;
    std::vector<drive::Chunk> chunks;
    while (const auto chunk = import.next(structure)) chunks.push_back(*chunk);
    const auto parse = [&](const drive::Chunk& chunk) {
        drive::Reading reading;
        import.parse(chunk, reading);
        return reading;
    };
    std::vector<drive::Reading> expected;
    for (const auto& chunk : chunks) expected.push_back(parse(chunk));
    std::vector<std::string> differing(thread_count);
    in_threads([&](std::size_t thread) {
        for (std::size_t i = 0; i < rounds * chunks.size(); ++i) {
            const std::size_t chunk = (i + thread) % chunks.size();
            const auto found = difference(expected[chunk], parse(chunks[chunk]));
            if (!found.empty()) differing[thread] = found;
        }
    });
    for (const auto& found : differing)
        if (!found.empty()) faults.add(fmt::format("input {}: {}", number, found));
}

} // namespace

void parses_in_many_threads(const Subject& subject, Faults& faults) {
    // Without scan there is one chunk, and parse delivers the head with it.
    if (subject.format.importer == nullptr || subject.format.importer->scan == nullptr) return;
    std::size_t number = 0;
    for (const auto& input : all_inputs(subject)) {
        faults.watch(fmt::format("input {}", number), [&] { compare_threads(subject.format, input, number, faults); });
        ++number;
    }
}

void writes_in_many_threads(const Subject& subject, Faults& faults) {
    if (subject.format.exporter == nullptr || subject.format.exporter->in_order != 0) return;
    faults.watch("writing", [&] {
        drive::WriteSettings settings;
        settings.fields = fields();
        const Annex annex = mixed_annex();
        drive::Export exporter(subject.format, settings);
        drive::Writing frame;
        exporter.begin(annex.head, frame);
        const auto write = [&](const drive::Record& record) {
            drive::Writing to;
            exporter.write(record, to);
            return to.bytes;
        };
        std::vector<std::string> expected;
        for (const auto& record : annex.records) expected.push_back(write(record));
        std::vector<std::string> differing(thread_count);
        in_threads([&](std::size_t thread) {
            for (std::size_t i = 0; i < rounds * annex.records.size(); ++i) {
                const std::size_t record = (i + thread) % annex.records.size();
                if (auto bytes = write(annex.records[record]); bytes != expected[record]) differing[thread] = bytes;
            }
        });
        for (const auto& bytes : differing)
            if (!bytes.empty()) faults.add("a record is written as " + shown(bytes));
    });
}

void keeps_readers_apart(const Subject& subject, Faults& faults) {
    if (subject.format.importer == nullptr) return;
    const auto inputs = all_inputs(subject);
    drive::ReadSettings settings = own_settings();
    std::vector<drive::Reading> expected;
    for (const auto& input : inputs)
        faults.watch("alone", [&] { expected.push_back(drive::read(subject.format, input, settings)); });
    if (expected.size() != inputs.size()) return;
    std::vector<std::string> differing(thread_count);
    faults.watch("together", [&] {
        in_threads([&](std::size_t thread) {
            for (std::size_t i = 0; i < inputs.size(); ++i) {
                const std::size_t input = (i + thread) % inputs.size();
                const auto found = difference(expected[input], drive::read(subject.format, inputs[input], settings));
                if (!found.empty()) differing[thread] = found;
            }
        });
    });
    for (const auto& found : differing)
        if (!found.empty()) faults.add(found);
}

} // namespace conformance
