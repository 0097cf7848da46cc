// SPDX-License-Identifier: Apache-2.0
// An annex from memory, streams and callbacks, and back.
#include "engine.hpp"

#include <annexkit/streams.hpp>

#include <array>
#include <fstream>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

using namespace embedding;

namespace {

annexkit::Result<annexkit::Summary> to_xml(annexkit::ByteSource& source, annexkit::ByteTarget& target) {
    annexkit::Job job = job_on(source);
    job.output = annexkit::Output{&target, engine().formats.find("xml"), {}};
    return annexkit::run(engine().formats, job);
}

/// A source of the host's own, which gives one byte at a time.
class Dripping : public annexkit::ByteSource {
  public:
    explicit Dripping(std::string_view bytes) : bytes_(bytes) {}
    annexkit::Result<std::size_t> read(std::span<char> into) override {
        const std::size_t size = bytes_.copy(into.data(), 1);
        bytes_.remove_prefix(size);
        return size;
    }

  private:
    std::string_view bytes_;
};

} // namespace

TEST_CASE("an annex is converted from memory to memory") {
    const std::string csv = annex(".csv");
    annexkit::MemorySource source(csv);
    annexkit::MemoryTarget target;
    const auto summary = to_xml(source, target);
    REQUIRE(summary);
    CHECK(summary->written == 105);
    CHECK(target.take() == annex(".xml"));
    CHECK(target.bytes().empty());
}

TEST_CASE("an annex is converted from stream to stream") {
    std::istringstream input(annex(".json"));
    std::ostringstream output;
    annexkit::StreamSource source(input);
    annexkit::StreamTarget target(output);
    REQUIRE(to_xml(source, target));
    CHECK(output.str() == annex(".xml"));
}

TEST_CASE("an annex is converted from a source of the host's own") {
    const std::string csv = annex(".csv");
    Dripping source(csv);
    annexkit::MemoryTarget target;
    REQUIRE(to_xml(source, target));
    CHECK(target.bytes() == annex(".xml"));
}

TEST_CASE("memory is converted in parts") {
    const std::string json = annex(".json");
    std::string joined;
    for (std::uint32_t part = 1; part <= 3; ++part) {
        annexkit::MemorySource source(json);
        annexkit::MemoryTarget target;
        annexkit::Job job = job_on(source);
        job.input.shard = {part, 3};
        job.output = annexkit::Output{&target, engine().formats.find("csv"), {}};
        REQUIRE(annexkit::run(engine().formats, job));
        joined += target.bytes();
    }
    CHECK(joined == annex(".csv"));
}

TEST_CASE("memory is not read beyond its end") {
    annexkit::MemorySource source("ab");
    REQUIRE(source.seek(2));
    std::array<char, 4> into{};
    CHECK(*source.read(into) == 0);
    CHECK_FALSE(source.seek(3));
}

TEST_CASE("a stream that was never opened is an error, not an empty input") {
    std::ifstream input("/nowhere/annex.csv");
    annexkit::StreamSource source(input);
    annexkit::MemoryTarget target;
    const auto summary = to_xml(source, target);
    REQUIRE_FALSE(summary);
    CHECK(summary.error().kind == annexkit::ErrorKind::input);
    CHECK(summary.error().message == "the stream cannot be read");
}

TEST_CASE("a stream that is told to throw ends like any other") {
    std::istringstream input(annex(".csv"));
    input.exceptions(std::ios::eofbit | std::ios::failbit | std::ios::badbit);
    annexkit::StreamSource source(input);
    annexkit::MemoryTarget target;
    REQUIRE(to_xml(source, target));
    CHECK(target.bytes() == annex(".xml"));
}

TEST_CASE("a stream that cannot be written to is an error") {
    const std::string csv = annex(".csv");
    annexkit::MemorySource source(csv);
    std::ofstream output("/nowhere/annex.xml");
    annexkit::StreamTarget target(output);
    const auto summary = to_xml(source, target);
    REQUIRE_FALSE(summary);
    CHECK(summary.error().kind == annexkit::ErrorKind::output);
    CHECK(summary.error().in(annexkit::Language::french).message == "impossible d'écrire dans le flux");
}
