// SPDX-License-Identifier: Apache-2.0
// Initiatives that are pulled one by one.
#include "engine.hpp"

#include <annexkit/plugin_sdk.hpp>
#include <annexkit/records.hpp>
#include <annexkit/streams.hpp>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace embedding;
namespace sdk = annexkit::sdk;

namespace {

annexkit::Job json_job(annexkit::ByteSource& source) {
    annexkit::Job job = job_on(source);
    job.input.format = engine().formats.find("ndjson");
    return job;
}

/// As many lines as wanted, and then `end`: nothing, or an error.
class Lines : public annexkit::ByteSource {
  public:
    Lines(std::uint64_t lines, std::optional<annexkit::Error> end = std::nullopt)
        : lines_(lines), end_(std::move(end)) {}
    annexkit::Result<std::size_t> read(std::span<char> into) override {
        if (line_.empty() && made_ == lines_) {
            if (end_) return *end_;
            return std::size_t{0};
        }
        if (line_.empty()) line_ = "{\"id\":\"" + std::to_string(++made_) + "\"}\n";
        const std::size_t size = line_.copy(into.data(), into.size());
        line_.erase(0, size);
        return size;
    }
    [[nodiscard]] std::uint64_t made() const { return made_; }

  private:
    std::uint64_t lines_;
    std::optional<annexkit::Error> end_;
    std::uint64_t made_ = 0;
    std::string line_;
};

} // namespace

TEST_CASE("every initiative is pulled, in order, with its values") {
    const std::string csv = annex(".csv");
    annexkit::MemorySource source(csv);
    annexkit::Records records(engine().formats, job_on(source));
    const auto schema = records.schema();
    REQUIRE(schema);
    CHECK((*schema)->declaration().id == "eu-morocco-2013");
    std::uint64_t count = 0;
    std::string last;
    auto next = records.next();
    for (; next && *next != nullptr; next = records.next()) {
        const annexkit::RecordView& record = **next;
        CHECK(record.ordinal == ++count);
        CHECK(record.schema == *schema);
        CHECK(record.is_valid);
        last = sdk::view(record.values[0].text);
    }
    REQUIRE(next);
    CHECK(count == 105);
    CHECK(last.starts_with("ma-2013-p"));
    CHECK(records.summary().read == 105);
    CHECK(records.summary().warnings == 68);
    CHECK(*records.next() == nullptr);
}

TEST_CASE("a pulled initiative says whether it is valid, and has the fields that the schema does not know") {
    const std::string lines = R"({"id":"ma-2013-p1-001","colour":"red","shades":["light","dark"]})"
                              "\n";
    annexkit::MemorySource source(lines);
    annexkit::Records records(engine().formats, json_job(source));
    const auto next = records.next();
    REQUIRE(next);
    REQUIRE(*next != nullptr);
    CHECK_FALSE((*next)->is_valid);
    REQUIRE((*next)->unknown.size() == 2);
    CHECK(sdk::view((*next)->unknown[0].name) == "colour");
    CHECK(sdk::view((*next)->unknown[0].value.text) == "red");
    REQUIRE((*next)->unknown[1].value.count == 2);
    CHECK(sdk::view((*next)->unknown[1].value.items[1]) == "dark");
}

TEST_CASE("the reading is never far ahead of who pulls, and stops when nobody does") {
    for (const unsigned threads : {1U, 2U}) {
        Lines source(1'000'000'000);
        {
            annexkit::Job job = json_job(source);
            job.threads = threads;
            job.limits.chunk_bytes = 1000;
            annexkit::Records records(engine().formats, std::move(job));
            for (int i = 0; i < 300; ++i) REQUIRE(records.next());
        }
        CHECK(source.made() >= 300);
        CHECK(source.made() < 10'000);
    }
}

TEST_CASE("a source that fails gives what was read before, and then its error, again and again") {
    Lines source(1000, annexkit::Error{annexkit::ErrorKind::input, "the line is dead", "call again", {}});
    annexkit::Job job = json_job(source);
    job.limits.chunk_bytes = 1000;
    annexkit::Records records(engine().formats, std::move(job));
    std::uint64_t count = 0;
    auto next = records.next();
    for (; next && *next != nullptr; next = records.next()) ++count;
    CHECK(count > 900);
    REQUIRE_FALSE(next);
    CHECK(next.error().message == "the line is dead");
    CHECK_FALSE(records.next());
}

TEST_CASE("an input that ends before its schema is known has neither schema nor initiatives") {
    annexkit::MemorySource source("");
    annexkit::Records records(engine().formats, job_on(source));
    CHECK(*records.schema() == nullptr);
    CHECK(*records.next() == nullptr);
    CHECK(records.summary().unreadable);
}

TEST_CASE("a request that cannot be met is told when records are asked for") {
    annexkit::MemorySource source("{}");
    annexkit::Job job = json_job(source);
    job.schemas = nullptr;
    annexkit::Records records(engine().formats, std::move(job));
    const auto schema = records.schema();
    REQUIRE_FALSE(schema);
    CHECK(schema.error().kind == annexkit::ErrorKind::usage);
    CHECK_FALSE(records.next());
}

TEST_CASE("the host's own stop ends the records") {
    Lines source(1'000'000'000);
    std::stop_source stop;
    annexkit::Job job = json_job(source);
    job.stop = stop.get_token();
    annexkit::Records records(engine().formats, std::move(job));
    REQUIRE(records.next());
    stop.request_stop();
    auto next = records.next();
    while (next && *next != nullptr) next = records.next();
    REQUIRE_FALSE(next);
    CHECK(next.error().kind == annexkit::ErrorKind::cancelled);
}

TEST_CASE("what a callback throws comes out where records are pulled") {
    const std::string csv = annex(".csv");
    annexkit::MemorySource source(csv);
    annexkit::Job job = job_on(source);
    job.on_finding = [](const annexkit::Finding&) { throw std::runtime_error("no room for findings"); };
    annexkit::Records records(engine().formats, std::move(job));
    CHECK_THROWS_WITH(
        [&] {
            auto next = records.next();
            while (next && *next != nullptr) next = records.next();
        }(),
        "no room for findings");
}

TEST_CASE("pulling writes the output as a job does") {
    const std::string csv = annex(".csv");
    annexkit::MemorySource source(csv);
    annexkit::MemoryTarget target;
    annexkit::Job job = job_on(source);
    job.output = annexkit::Output{&target, engine().formats.find("xml"), {}};
    annexkit::Records records(engine().formats, std::move(job));
    auto next = records.next();
    while (next && *next != nullptr) next = records.next();
    REQUIRE(next);
    CHECK(target.bytes() == annex(".xml"));
}
