// SPDX-License-Identifier: Apache-2.0
// Runs the conformance suite on every format of every plugin, loaded from its library as the program loads it.
#include "suite.hpp"

#include <annexkit/job.hpp>
#include <annexkit/registry.hpp>
#include <annexkit/streams.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include <doctest/doctest.h>

namespace {

using std::filesystem::path;

annexkit::Registry loaded(const path& folder, const annexkit::PluginTrust& trust = {}) {
    annexkit::Registry registry(trust);
    registry.load_folders(std::span(&folder, 1));
    return registry;
}

const annexkit::Registry& plugins() {
    static const annexkit::Registry registry = loaded(ANNEXKIT_PLUGINS);
    return registry;
}

// The bad samples of the format: small, and each of them odd in a way of its own.
std::vector<std::string> samples_of(const annexkit::Format& format) {
    std::vector<path> files;
    for (const auto& entry : std::filesystem::directory_iterator(path(ANNEXKIT_SOURCE_DIR) / "samples" / "invalid"))
        for (const auto& extension : std::span(format.table->extensions, format.table->extension_count))
            if (entry.path().extension() == annexkit::sdk::view(extension)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    for (const auto& file : files) {
        std::ifstream stream(file, std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    }
    return texts;
}

} // namespace

TEST_CASE("conformance: every plugin is taken") {
    CHECK(plugins().refusals().empty());
    std::vector<std::string> ids;
    for (const auto& format : plugins().formats()) ids.emplace_back(format.id());
    CHECK(ids == std::vector<std::string>{"csv", "json", "ndjson", "xml"});
}

TEST_CASE("conformance: an option that a format does not declare is refused, and the known ones are named") {
    for (const auto& format : plugins().formats()) {
        CAPTURE(format.id());
        annexkit::MemorySource text(" ");
        annexkit::Job job;
        job.input = {"x", &text, &format, {{"no-such-option", "1"}}};
        const auto done = annexkit::run(plugins(), job);
        REQUIRE_FALSE(done);
        CHECK(done.error().kind == annexkit::ErrorKind::usage);
        CHECK(done.error().message.find("has no option \"no-such-option\"") != std::string::npos);
        for (const auto& option : std::span(format.table->import_options, format.table->import_option_count))
            CHECK(done.error().hint.find(annexkit::sdk::view(option.name)) != std::string::npos);
    }
}

namespace {

using SamplesOf = std::vector<std::string> (*)(const annexkit::Format&);

void pass_every_check(const annexkit::Registry& registry, SamplesOf samples) {
    for (const auto& format : registry.formats()) {
        const conformance::Subject subject{*format.table, samples(format), conformance::Losses::none};
        for (const auto& check : conformance::checks()) {
            if (!conformance::why_not(check, subject).empty()) continue;
            conformance::Faults faults;
            check.run(subject, faults);
            for (const auto& fault : faults.all()) FAIL_CHECK(format.id(), ": ", check.name, ": ", fault);
        }
    }
}

} // namespace

TEST_CASE("conformance: every format passes every check") { pass_every_check(plugins(), samples_of); }

#ifndef ANNEXKIT_ONE_PROCESS
TEST_CASE("conformance: every format passes every check in a process of its own") {
    const annexkit::Isolation unlimited{.memory_bytes = 0, .longest_call = std::nullopt};
    const auto isolated = loaded(ANNEXKIT_PLUGINS, {.unsafe = annexkit::UnsafePlugins::refuse, .isolation = unlimited});
    CHECK(isolated.refusals().empty());
    CHECK(isolated.formats().size() == plugins().formats().size());
    // Each call is a talk between processes, which is the same whatever the sample; tests/plugins/isolated.sh reads
    // them.
    pass_every_check(isolated, [](const annexkit::Format&) { return std::vector<std::string>(); });
}
#endif
