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

#include <doctest/doctest.h>

namespace {

using std::filesystem::path;

annexkit::Registry loaded(const path& folder) {
    annexkit::Registry registry;
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

// Debian's oneTBB is not built for ThreadSanitizer, which would take each hand-over within the pipeline for a race.
bool is_left_out([[maybe_unused]] const conformance::Check& check) {
#if defined(__SANITIZE_THREAD__)
    return check.id.starts_with("job.");
#else
    return false;
#endif
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

TEST_CASE("conformance: every format passes every check") {
    for (const auto& format : plugins().formats()) {
        const conformance::Subject subject{*format.table, samples_of(format), conformance::Losses::none};
        for (const auto& check : conformance::checks()) {
            if (is_left_out(check)) continue;
            conformance::Faults faults;
            check.run(subject, faults);
            for (const auto& fault : faults.all()) FAIL_CHECK(format.id(), ": ", check.name, ": ", fault);
        }
    }
}

namespace {

// The first fault of a format that says `wanted`, or all that was found.
std::string fault_with(const annexkit_format& format, std::string_view wanted) {
    std::string all;
    for (const auto& check : conformance::checks()) {
        if (is_left_out(check)) continue;
        conformance::Faults faults;
        faults.watch("outside of any attempt", [&] { check.run({format}, faults); });
        for (const auto& fault : faults.all()) {
            if (fault.find(wanted) != std::string::npos) return fault;
            all += fault + "\n";
        }
    }
    return all;
}

struct Breakage {
    std::string_view format;
    std::string_view fault;
};

constexpr Breakage breakages[] = {
    {"open-throws", "open threw an exception across the border: no reader today"},
    {"open-silent", "open failed without a finding"},
    {"sniff-throws", "sniff threw an exception"},
    {"encoding-throws", "declared_encoding threw an exception"},
    {"scan-throws", "scan threw an exception"},
    {"scan-consumes-nothing", "scan consumes nothing"},
    {"scan-consumes-too-much", "scan consumes more than the window"},
    {"scan-wants-more", "scan asks for more than the last window"},
    {"scan-ends-early", "scan finds the end"},
    {"scan-unknown", "scan finds something that the contract does not know"},
    {"scan-stops", "scan answered 1 unasked"},
    {"scan-delivers-a-record", "a record is delivered outside parse"},
    {"parse-throws", "parse threw an exception"},
    {"parse-throws-a-number", "parse threw something"},
    {"parse-silent", "parse failed without a finding"},
    {"parse-stops", "parse answered 1 unasked"},
    {"undeclared-rule", "a rule that it does not declare: broken.rule"},
    {"fewer-fields", "a record has not the schema's fields"},
    {"loses-unknown-fields", "and no loss is told"},
    {"goes-on", "it goes on delivering after the host refused"},
    {"address-throws", "address threw an exception"},
    {"close-throws", "close threw an exception"},
    {"prints", "it writes to standard output: \"parsing"},
    {"writer-throws", "open threw an exception"},
    {"begin-throws", "begin threw an exception"},
    {"write-throws", "write threw an exception"},
    {"write-silent", "write failed without a finding"},
    {"write-overruns", "it writes past its room"},
    {"loses-in-silence", "and no loss is told"},
    {"end-silent", "end failed without a finding"},
    {"separator-null", "the separator has a size and no data"},
    {"separator-throws", "separator threw an exception"},
    {"end-counts", "its end hangs on the number of records"},
    {"scan-cuts-lines", "records are cut off within the line"},
};

} // namespace

TEST_CASE("conformance: a format that breaks the contract does not pass") {
    const annexkit::Registry registry = loaded(ANNEXKIT_BROKEN_PLUGINS);
    REQUIRE(registry.formats().size() == std::size(breakages) + 1);
    for (const Breakage& breakage : breakages) {
        const std::string_view wanted = breakage.fault;
        CAPTURE(breakage.format);
        const auto* format = registry.find(breakage.format);
        REQUIRE(format != nullptr);
        const std::string fault = fault_with(*format->table, wanted);
        CHECK_MESSAGE(fault.find(wanted) != std::string::npos, "not found: ", wanted, "; but: ", fault);
    }
}
