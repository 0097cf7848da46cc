// SPDX-License-Identifier: Apache-2.0
// Initiatives pulled through the C API.
#include "c_host.hpp"

#include "temporary_folder.hpp"

#include <string>

using namespace embedding;

namespace {

CRecords pull(const CJob& job) {
    annexkit_records* records = nullptr;
    succeed(annexkit_job_records(job.get(), &records));
    return CRecords(records);
}

} // namespace

TEST_CASE("C: every initiative is pulled, and the output is kept at the end") {
    const support::Folder folder;
    const std::string output = folder / "annex.xml";
    CRecords records;
    {
        // Records live on without their job and engine.
        const CJob job = c_job(c_engine());
        succeed(annexkit_job_set_input_file(job.get(), sample("eu-morocco-2013/annex.json").c_str()));
        succeed(annexkit_job_set_output_file(job.get(), ANNEXKIT_ACCEPTED, output.c_str(), ANNEXKIT_REFUSE));
        records = pull(job);
    }
    const annexkit_field* fields = nullptr;
    std::size_t count = 0;
    succeed(annexkit_records_fields(records.get(), &fields, &count));
    REQUIRE(count > 0);
    CHECK(view(fields[0].name) == "id");
    CHECK(fields[0].kind == ANNEXKIT_TEXT);
    auto summary = sized<annexkit_summary>();
    CHECK(message_of(annexkit_records_summary(records.get(), &summary)) ==
          "there is no summary before the end of the records");
    auto initiative = sized<annexkit_initiative>();
    std::uint64_t pulled = 0;
    for (;;) {
        succeed(annexkit_records_next(records.get(), &initiative));
        if (initiative.ordinal == 0) break;
        CHECK(initiative.ordinal == ++pulled);
        CHECK(initiative.value_count == count);
        CHECK(initiative.is_valid == 1);
    }
    CHECK(pulled == 105);
    succeed(annexkit_records_next(records.get(), &initiative));
    CHECK(initiative.ordinal == 0);
    succeed(annexkit_records_summary(records.get(), &summary));
    CHECK(summary.kept == 1);
    CHECK(summary.read == 105);
    CHECK(content(output) == annex(".xml"));
}

TEST_CASE("C: records that are freed early leave no output") {
    const support::Folder folder;
    const std::string output = folder / "annex.xml";
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_file(job.get(), sample("eu-morocco-2013/annex.json").c_str()));
    succeed(annexkit_job_set_output_file(job.get(), ANNEXKIT_ACCEPTED, output.c_str(), ANNEXKIT_REFUSE));
    pull(job);
    CHECK(folder.count() == 0);
}

TEST_CASE("C: records are cancelled through their job") {
    const CJob job = c_job(c_engine());
    const auto endless = [](void*, char* into, std::size_t) {
        into[0] = '[';
        return std::int64_t{1};
    };
    succeed(annexkit_job_set_input_callback(job.get(), endless, nullptr, "endless.json"));
    const CRecords records = pull(job);
    annexkit_job_cancel(job.get());
    auto initiative = sized<annexkit_initiative>();
    CHECK(kind_of(annexkit_records_next(records.get(), &initiative)) == ANNEXKIT_ERROR_CANCELLED);
    CHECK(kind_of(annexkit_records_next(records.get(), &initiative)) == ANNEXKIT_ERROR_CANCELLED);
}

TEST_CASE("C: records that are cancelled end at once, though more have been read, and leave no output") {
    const support::Folder folder;
    const std::string output = folder / "annex.xml";
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_file(job.get(), sample("eu-morocco-2013/annex.json").c_str()));
    succeed(annexkit_job_set_output_file(job.get(), ANNEXKIT_ACCEPTED, output.c_str(), ANNEXKIT_REFUSE));
    CRecords records = pull(job);
    auto initiative = sized<annexkit_initiative>();
    for (int i = 0; i < 50; ++i) succeed(annexkit_records_next(records.get(), &initiative));
    annexkit_job_cancel(job.get());
    CHECK(kind_of(annexkit_records_next(records.get(), &initiative)) == ANNEXKIT_ERROR_CANCELLED);
    records.reset();
    CHECK(folder.count() == 0);
}

TEST_CASE("C: a cancel behind the end of the records changes nothing") {
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_memory(job.get(), "", 0, "annex.csv"));
    const CRecords records = pull(job);
    auto initiative = sized<annexkit_initiative>();
    succeed(annexkit_records_next(records.get(), &initiative));
    annexkit_job_cancel(job.get());
    succeed(annexkit_records_next(records.get(), &initiative));
    CHECK(initiative.ordinal == 0);
}

TEST_CASE("C: an input that ends before its schema has no fields") {
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_memory(job.get(), nullptr, 0, "annex.csv"));
    const CRecords records = pull(job);
    const annexkit_field* fields = nullptr;
    std::size_t count = 1;
    succeed(annexkit_records_fields(records.get(), &fields, &count));
    CHECK(count == 0);
    auto initiative = sized<annexkit_initiative>();
    succeed(annexkit_records_next(records.get(), &initiative));
    CHECK(initiative.ordinal == 0);
    auto summary = sized<annexkit_summary>();
    succeed(annexkit_records_summary(records.get(), &summary));
    CHECK(summary.is_read == 0);
}
