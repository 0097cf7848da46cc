// SPDX-License-Identifier: Apache-2.0
// Jobs in many threads, as an embedding program runs them.
#include <annexkit/files.hpp>
#include <annexkit/job.hpp>
#include <annexkit/streams.hpp>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

namespace {

using std::filesystem::path;

// What all jobs share: the formats and the schema.
struct SharedParts {
    annexkit::Registry formats;
    std::shared_ptr<const annexkit::Schema> schema;
};

struct Converted {
    std::string output;
    std::uint64_t warnings = 0;
};

path annex(const char* extension) {
    return path(ANNEXKIT_SOURCE_DIR) / "samples" / "eu-morocco-2013" / ("annex" + std::string(extension));
}

std::string content(const path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

Converted to_xml(const SharedParts& shared, const path& file) {
    const auto source = annexkit::open_source(file);
    if (!source) return {source.error().message};
    annexkit::MemoryTarget target;
    annexkit::Job job;
    job.input = {file.string(), source->get(), nullptr, {}};
    job.output = annexkit::Output{&target, shared.formats.find("xml"), {}};
    job.schema = shared.schema;
    job.threads = 2;
    job.limits.chunk_bytes = 5000;
    Converted done;
    job.on_finding = [&](const annexkit::Finding& finding) {
        if (!shared.formats.rules().render(finding, annexkit::Language::french).message.empty()) ++done.warnings;
    };
    const auto summary = annexkit::run(shared.formats, job);
    done.output = summary ? target.bytes() : summary.error().message;
    return done;
}

} // namespace

TEST_CASE("jobs in many threads share formats and a schema") {
    SharedParts shared;
    const path plugins = ANNEXKIT_PLUGINS;
    shared.formats.load_folders(std::span(&plugins, 1));
    const auto schema = annexkit::Schema::load(path(ANNEXKIT_SOURCE_DIR) / "schemas" / "eu-morocco-2013.schema.json");
    REQUIRE(schema);
    shared.schema = *schema;

    constexpr std::array extensions = {".csv", ".json", ".xml", ".csv"};
    std::array<Converted, extensions.size()> done;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < extensions.size(); ++i)
        threads.emplace_back([&, i] { done[i] = to_xml(shared, annex(extensions[i])); });
    for (auto& thread : threads) thread.join();

    const std::string expected = content(annex(".xml"));
    for (const Converted& each : done) {
        CHECK(each.output == expected);
        CHECK(each.warnings == 68);
    }
}
