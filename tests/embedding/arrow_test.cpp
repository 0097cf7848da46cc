// SPDX-License-Identifier: Apache-2.0
// An annex as an Arrow stream.
#include "arrow_walk.hpp"
#include "c_host.hpp"

#include <cerrno>
#include <string>
#include <utility>
#include <vector>

using namespace embedding;

namespace {

using ArrowStream = Released<ArrowArrayStream>;
using Batch = Released<ArrowArray>;
using Columns = Released<ArrowSchema>;

/// A job on lines of the made-up declaration, which has fields of every kind. The lines outlive it.
CJob coastal_job(const std::string& lines) {
    CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_memory(job.get(), lines.data(), lines.size(), "coast.ndjson"));
    succeed(annexkit_job_set_schema(job.get(), sample("declarations/coast-2020/coast-2020.schema.json").c_str()));
    return job;
}

struct Walked {
    std::string columns;
    std::vector<std::string> rows;
    std::int64_t batches = 0;
    int status = 0;
    std::string error;
};

/// Reads a stream to its end, or to its error.
Walked walk(const CJob& job) {
    ArrowStream stream;
    succeed(annexkit_job_arrow_stream(job.get(), &stream.value));
    Walked walked;
    Columns columns;
    walked.status = stream.value.get_schema(&stream.value, &columns.value);
    if (walked.status == 0) walked.columns = columns_of(columns.value);
    while (walked.status == 0) {
        Batch batch;
        walked.status = stream.value.get_next(&stream.value, &batch.value);
        if (walked.status != 0 || batch.value.release == nullptr) break;
        ++walked.batches;
        for (auto& row : rows_of(columns.value, batch.value)) walked.rows.push_back(std::move(row));
    }
    const char* const error = stream.value.get_last_error(&stream.value);
    walked.error = error == nullptr ? "" : error;
    return walked;
}

CJob kept(CJob job) {
    succeed(annexkit_job_set_on_invalid(job.get(), ANNEXKIT_INVALID_KEEP));
    return job;
}

} // namespace

TEST_CASE("Arrow: the real annex has a row for each initiative, and a column for each field") {
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_file(job.get(), sample("eu-morocco-2013/annex.csv").c_str()));
    const Walked walked = walk(job);
    CHECK(walked.status == 0);
    CHECK(walked.error.empty());
    CHECK(walked.columns == "id:u part:l section:u section_heading:u objective:l objective_text:u partners:+l<item:u> "
                            "initiative:u bodies:+l<item:u> other_fields:u");
    REQUIRE(walked.rows.size() == 105);
    CHECK(walked.rows.front().starts_with("ma-2013-p1-001|1|mobilite|"));
    CHECK(walked.rows.front().ends_with("|null"));
}

TEST_CASE("Arrow: every kind of field has its own kind of column") {
    const std::string lines =
        R"({"id":"coast-01","budget_eur":1200000,"shared_cost":0.5,"public":true,"partners":["AA","BB"],"summary":""})"
        "\n"
        R"({"id":"coast-02","budget_eur":-9223372036854775808,"shared_cost":-1.5e10,"public":false,"partners":[]})"
        "\n";
    const Walked walked = walk(kept(coastal_job(lines)));
    CHECK(walked.columns ==
          "id:u part:l section:u objective:l objective_text:u partners:+l<item:u> initiative:u budget_eur:l "
          "shared_cost:g status:u public:b contact:u summary:u harbours:+l<item:u> other_fields:u");
    REQUIRE(walked.rows.size() == 2);
    CHECK(walked.rows[0] == "coast-01|null|null|null|null|[AA,BB]|null|1200000|0.5|null|true|null||null|null");
    CHECK(walked.rows[1] ==
          "coast-02|null|null|null|null|[]|null|-9223372036854775808|-1.5e+10|null|false|null|null|null|null");
}

TEST_CASE("Arrow: what no column can hold is in other_fields, as it was spelled") {
    const std::string lines =
        R"({"id":"coast-01","budget_eur":9223372036854775808,"shared_cost":0.1234567890123456,"public":"yes",)"
        R"("partners":"AA","colour":"\"red\"","shades":["a","b"],"nothing":null,"depth":{"m":12.50}})"
        "\n";
    const Walked walked = walk(kept(coastal_job(lines)));
    REQUIRE(walked.rows.size() == 1);
    CHECK(walked.rows[0] ==
          "coast-01|null|null|null|null|null|null|null|null|null|null|null|null|null|"
          R"({"partners":"AA","budget_eur":9223372036854775808,"shared_cost":0.1234567890123456,"public":"yes",)"
          R"("colour":"\"red\"","shades":["a","b"],"depth":{"m":12.50}})");
}

TEST_CASE("Arrow: a long annex comes in batches of some thousand rows") {
    std::string lines;
    for (int i = 0; i < 10'000; ++i) lines += "{\"id\":\"coast-" + std::to_string(i) + "\"}\n";
    const Walked walked = walk(kept(coastal_job(lines)));
    CHECK(walked.rows.size() == 10'000);
    CHECK(walked.batches == 3);
    CHECK(walked.rows.back().starts_with("coast-9999|"));
}

TEST_CASE("Arrow: an annex with errors ends with an error, unless they are skipped or kept") {
    const std::string lines = content(sample("invalid/partner.unknown.json"));
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_memory(job.get(), lines.data(), lines.size(), "annex.json"));
    const Walked stopped = walk(job);
    CHECK(stopped.rows.size() == 1);
    CHECK(stopped.status == EIO);
    CHECK(stopped.error == "the annex has errors: 1, the first in line 13: \"EU\" is no signatory; "
                           "the findings tell them all; invalid initiatives may be skipped or kept");
    succeed(annexkit_job_set_on_invalid(job.get(), ANNEXKIT_INVALID_SKIP));
    CHECK(walk(job).status == 0);
    CHECK(walk(job).rows.empty());
    succeed(annexkit_job_set_on_invalid(job.get(), ANNEXKIT_INVALID_KEEP));
    CHECK(walk(job).rows.size() == 1);
}

TEST_CASE("Arrow: an input that is cut is an error, whatever happens to invalid initiatives") {
    const std::string json = annex(".json");
    const CJob job = kept(c_job(c_engine()));
    succeed(annexkit_job_set_input_memory(job.get(), json.data(), json.size() / 2, "annex.json"));
    const Walked walked = walk(job);
    CHECK(walked.status == EIO);
    CHECK(walked.error.starts_with("the annex has errors: 1, the first in line "));
}

TEST_CASE("Arrow: an input without a schema has no columns") {
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_memory(job.get(), "", 0, "annex.json"));
    const Walked walked = walk(job);
    CHECK(walked.status == EIO);
    CHECK(walked.error.find("the input is empty") != std::string::npos);
}

TEST_CASE("Arrow: a stream that was cancelled says so") {
    const std::string json = annex(".json");
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_memory(job.get(), json.data(), json.size(), "annex.json"));
    annexkit_job_cancel(job.get());
    const Walked walked = walk(job);
    CHECK(walked.status == ECANCELED);
    CHECK(walked.error == "the job was cancelled");
}

TEST_CASE("Arrow: batches, and columns that were moved out of them, outlive stream, job and engine") {
    Columns columns;
    Batch batch;
    Batch column;
    {
        const CJob job = c_job(c_engine());
        succeed(annexkit_job_set_input_file(job.get(), sample("eu-morocco-2013/annex.csv").c_str()));
        ArrowStream stream;
        succeed(annexkit_job_arrow_stream(job.get(), &stream.value));
        REQUIRE(stream.value.get_schema(&stream.value, &columns.value) == 0);
        REQUIRE(stream.value.get_next(&stream.value, &batch.value) == 0);
    }
    // As the specification has it: the struct is copied bit by bit, and the source is marked as released.
    column.value = *batch.value.children[6];
    batch.value.children[6]->release = nullptr;
    batch.value.release(&batch.value);
    CHECK(value_of(*columns.value.children[6], column.value, 0).starts_with("["));
}

TEST_CASE("Arrow: no job and no place for the stream is an error") {
    const CJob job = c_job(c_engine());
    ArrowStream stream;
    CHECK(message_of(annexkit_job_arrow_stream(nullptr, &stream.value)) == "argument job is NULL");
    CHECK(message_of(annexkit_job_arrow_stream(job.get(), nullptr)) == "argument stream is NULL");
    CHECK(message_of(annexkit_job_arrow_stream(job.get(), &stream.value)) == "the job has no input");
    CHECK((stream.value.release == nullptr));
}
