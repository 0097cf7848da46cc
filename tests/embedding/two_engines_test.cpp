// SPDX-License-Identifier: Apache-2.0
// Two engines in one process, with other plugins, schemas and rules, at work at the same time.
#include "engine.hpp"

#include "temporary_folder.hpp"

#include <annexkit/files.hpp>
#include <annexkit/streams.hpp>

#include <array>
#include <initializer_list>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace embedding;

namespace {

void copy_plugins(const std::filesystem::path& folder, std::initializer_list<std::string> names) {
    for (const auto& name : names)
        std::filesystem::copy(std::filesystem::path(ANNEXKIT_PLUGINS) / ("annexkit_" + name + ".so"), folder);
}

/// What became of a file: its counts, or why it was refused.
std::string outcome(const Engine& engine, const std::filesystem::path& file) {
    const auto source = annexkit::open_source(file);
    if (!source) return source.error().message;
    annexkit::Job job;
    job.input.name = file.filename();
    job.input.bytes = source->get();
    job.schemas = &engine.schemas;
    job.limits.chunk_bytes = 5000;
    const auto summary = annexkit::run(engine.formats, job);
    if (!summary) return summary.error().message;
    return summary->format + ", " + summary->schema->declaration().id + ": " + std::to_string(summary->read) +
           " read, " + std::to_string(summary->warnings) + " warnings";
}

} // namespace

TEST_CASE("two engines have nothing in common but the process") {
    const support::Folder tables;
    const support::Folder objects;
    copy_plugins(tables.path(), {"csv", "xml"});
    copy_plugins(objects.path(), {"json"});
    const auto samples = source_folder() / "samples";
    const auto coast = samples / "declarations" / "coast-2020";
    Engine morocco = engine_of(tables.path(), source_folder() / "schemas");
    annexkit::RuleSelection selection;
    selection.ignore = {"objective.text-differs"};
    REQUIRE(morocco.formats.select(selection));
    const Engine coastal = engine_of(objects.path(), coast);

    struct Case {
        const Engine& engine;
        std::filesystem::path file;
        std::string outcome;
    };
    const std::vector<Case> cases = {
        {morocco, samples / "eu-morocco-2013" / "annex.csv", "csv, eu-morocco-2013: 105 read, 38 warnings"},
        {coastal, samples / "eu-morocco-2013" / "annex.csv",
         "no format has the extension \".csv\", and the content of annex.csv tells none"},
        {morocco, coast / "annex.json",
         "no format has the extension \".json\", and the content of annex.json tells none"},
        {coastal, coast / "annex.json", "json, coast-2020: 6 read, 0 warnings"},
        {coastal, samples / "eu-morocco-2013" / "annex.json",
         "annex.json is an annex of declaration \"eu-morocco-2013\", for which there is no schema"},
    };
    std::vector<std::string> outcomes(4 * cases.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        threads.emplace_back([&, i] {
            const Case& one = cases[i % cases.size()];
            outcomes[i] = outcome(one.engine, one.file);
        });
    for (auto& thread : threads) thread.join();
    for (std::size_t i = 0; i < outcomes.size(); ++i) CHECK(outcomes[i] == cases[i % cases.size()].outcome);
}
