// SPDX-License-Identifier: Apache-2.0
// A host that stops its jobs and watches how far they come.
#include "engine.hpp"

#include "temporary_folder.hpp"

#include <annexkit/batch.hpp>
#include <annexkit/streams.hpp>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace embedding;

namespace {

/// Initiatives without end.
class Endless : public annexkit::ByteSource {
  public:
    annexkit::Result<std::size_t> read(std::span<char> into) override {
        std::size_t size = 0;
        for (; size < into.size(); ++size, ++at_) into[size] = line_[at_ % line_.size()];
        return size;
    }

  private:
    std::string line_ = "{\"id\":\"ma-2013-p1-001\",\"part\":1}\n";
    std::size_t at_ = 0;
};

annexkit::Job endless_job(annexkit::ByteSource& source, unsigned threads) {
    annexkit::Job job = job_on(source);
    job.input.format = engine().formats.find("ndjson");
    job.threads = threads;
    job.limits.chunk_bytes = 5000;
    return job;
}

} // namespace

TEST_CASE("a job is cancelled from another thread") {
    for (const unsigned threads : {1U, 2U}) {
        Endless source;
        annexkit::Job job = endless_job(source, threads);
        std::stop_source stop;
        job.stop = stop.get_token();
        std::thread other([&] { stop.request_stop(); });
        const auto summary = annexkit::run(engine().formats, job);
        other.join();
        REQUIRE_FALSE(summary);
        CHECK(summary.error().kind == annexkit::ErrorKind::cancelled);
        CHECK(summary.error().message == "the job was cancelled");
    }
}

TEST_CASE("a job is cancelled from a callback, and no further finding comes") {
    for (const unsigned threads : {1U, 2U}) {
        Endless source;
        annexkit::Job job = endless_job(source, threads);
        std::stop_source stop;
        job.stop = stop.get_token();
        std::uint64_t chunks = 0;
        job.on_progress = [&](const annexkit::JobProgress&) {
            if (++chunks == 3) stop.request_stop();
        };
        const auto summary = annexkit::run(engine().formats, job);
        REQUIRE_FALSE(summary);
        CHECK(summary.error().kind == annexkit::ErrorKind::cancelled);
        CHECK(chunks == 3);
    }
}

TEST_CASE("a stop that the last finding asks for is no success") {
    const std::string csv = annex(".csv");
    annexkit::MemorySource source(csv);
    annexkit::MemoryTarget target;
    annexkit::Job job = job_on(source);
    job.output = annexkit::Output{&target, engine().formats.find("json"), {}};
    std::stop_source stop;
    job.stop = stop.get_token();
    std::uint64_t findings = 0;
    job.on_finding = [&](const annexkit::Finding&) {
        if (++findings == 68) stop.request_stop();
    };
    const auto summary = annexkit::run(engine().formats, job);
    REQUIRE_FALSE(summary);
    CHECK(summary.error().kind == annexkit::ErrorKind::cancelled);
}

TEST_CASE("a batch is cancelled as a whole, and what was done before stays") {
    const support::Folder folder;
    const auto samples = source_folder() / "samples" / "eu-morocco-2013";
    for (const unsigned threads : {1U, 2U}) {
        annexkit::Batch batch;
        std::stop_source stop;
        batch.job.stop = stop.get_token();
        batch.job.schemas = &engine().schemas;
        batch.job.threads = threads;
        batch.job.output = annexkit::Output{nullptr, engine().formats.find("xml"), {}};
        batch.output_folder = folder / std::to_string(threads);
        for (const char* name : {"1.xml", "2.xml", "3.xml"})
            batch.files.push_back({samples / "annex.csv", batch.output_folder / name, 0, {}});
        batch.on_file = [&](const annexkit::BatchFile&, const annexkit::FileResult&) { stop.request_stop(); };
        const auto done = annexkit::run(engine().formats, batch);
        REQUIRE_FALSE(done);
        CHECK(done.error().kind == annexkit::ErrorKind::cancelled);
        CHECK(content(batch.output_folder / "1.xml") == annex(".xml"));
        CHECK_FALSE(std::filesystem::exists(batch.output_folder / "2.xml"));
    }
}

TEST_CASE("a job that was cancelled before reads nothing") {
    struct Untouched : annexkit::ByteSource {
        annexkit::Result<std::size_t> read(std::span<char>) override {
            FAIL("it is read");
            return std::size_t{0};
        }
    } source;
    annexkit::Job job = job_on(source);
    std::stop_source stop;
    stop.request_stop();
    job.stop = stop.get_token();
    CHECK_FALSE(annexkit::run(engine().formats, job));
}

namespace {

std::vector<annexkit::JobProgress> progress_of(const std::string& bytes, unsigned threads) {
    std::vector<annexkit::JobProgress> told;
    annexkit::MemorySource source(bytes);
    annexkit::Job job = job_on(source);
    job.threads = threads;
    job.limits.chunk_bytes = 5000;
    job.on_progress = [&](const annexkit::JobProgress& progress) { told.push_back(progress); };
    const auto summary = annexkit::run(engine().formats, job);
    REQUIRE(summary);
    REQUIRE_FALSE(told.empty());
    CHECK(told.back().counts == *summary);
    return told;
}

} // namespace

TEST_CASE("progress is told in order, up to the end, the same whatever the number of threads") {
    const std::string csv = annex(".csv");
    const auto told = progress_of(csv, 1);
    CHECK(told.size() > 10);
    CHECK(std::is_sorted(told.begin(), told.end(),
                         [](const auto& left, const auto& right) { return left.bytes < right.bytes; }));
    CHECK(told.back().bytes == csv.size());
    CHECK(told.back().counts.read == 105);
    const auto in_threads = progress_of(csv, 2);
    REQUIRE(in_threads.size() == told.size());
    CHECK(std::equal(told.begin(), told.end(), in_threads.begin(), [](const auto& left, const auto& right) {
        return left.bytes == right.bytes && left.counts == right.counts;
    }));
}

TEST_CASE("progress counts the bytes of the input in its own encoding") {
    std::string wide = "\xFF\xFE";
    for (const char letter : std::string(R"({"id":"ma-2013-p1-001","part":1})"
                                         "\n"))
        (wide += letter) += '\0';
    CHECK(progress_of(wide, 1).back().bytes == wide.size());
}
