// SPDX-License-Identifier: Apache-2.0
// Calls through the C API that cannot be meant: each is an error or does nothing, and none crashes.
#include "c_host.hpp"

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <vector>

using namespace embedding;

namespace {

void expect_usage(const std::vector<annexkit_error*>& errors, const char* what) {
    for (std::size_t i = 0; i < errors.size(); ++i) {
        CAPTURE(i);
        const CError owned(errors[i]);
        CHECK(annexkit_error_kind(errors[i]) == ANNEXKIT_ERROR_USAGE);
        CHECK(std::string(annexkit_error_message(errors[i], ANNEXKIT_ENGLISH)).find(what) != std::string::npos);
        CHECK(std::strlen(annexkit_error_hint(errors[i], ANNEXKIT_FRENCH)) > 0);
    }
}

} // namespace

TEST_CASE("C: no handle is an error") {
    annexkit_job* job = nullptr;
    annexkit_records* records = nullptr;
    annexkit_text bytes{};
    const annexkit_field* fields = nullptr;
    std::size_t count = 0;
    auto found = sized<annexkit_found>();
    auto initiative = sized<annexkit_initiative>();
    auto summary = sized<annexkit_summary>();
    const auto read = [](void*, char*, std::size_t) { return std::int64_t{0}; };
    const auto write = [](void*, const char*, std::size_t) { return std::int32_t{0}; };
    expect_usage({annexkit_engine_new(nullptr),
                  annexkit_engine_add_installed(nullptr),
                  annexkit_engine_add_plugin_folder(nullptr, "x"),
                  annexkit_engine_add_plugin_file(nullptr, "x"),
                  annexkit_engine_add_plugin(nullptr, nullptr),
                  annexkit_engine_add_schema_folder(nullptr, "x"),
                  annexkit_engine_set_severity(nullptr, "text", ANNEXKIT_OFF),
                  annexkit_findings_new(nullptr),
                  annexkit_findings_get(nullptr, 0, &found),
                  annexkit_job_new(nullptr, &job),
                  annexkit_job_set_language(nullptr, ANNEXKIT_ENGLISH),
                  annexkit_job_set_input_file(nullptr, "x"),
                  annexkit_job_set_input_memory(nullptr, "", 0, nullptr),
                  annexkit_job_set_input_callback(nullptr, read, nullptr, nullptr),
                  annexkit_job_set_input_format(nullptr, nullptr),
                  annexkit_job_set_input_option(nullptr, "x", nullptr),
                  annexkit_job_set_schema(nullptr, nullptr),
                  annexkit_job_set_on_invalid(nullptr, ANNEXKIT_INVALID_STOP),
                  annexkit_job_set_whole_annex(nullptr, 1),
                  annexkit_job_set_threads(nullptr, 1),
                  annexkit_job_set_record_limit(nullptr, 1),
                  annexkit_engine_set_trust(nullptr, nullptr),
                  annexkit_job_set_limits(nullptr, nullptr),
                  annexkit_job_set_baseline(nullptr, nullptr, nullptr),
                  annexkit_findings_write_baseline(nullptr, "x"),
                  annexkit_job_set_edit_callback(nullptr, ANNEXKIT_FIX_NONE, nullptr, nullptr),
                  annexkit_job_set_output_file(nullptr, ANNEXKIT_ACCEPTED, "x", ANNEXKIT_REFUSE),
                  annexkit_job_set_output_memory(nullptr, ANNEXKIT_ACCEPTED),
                  annexkit_job_set_output_callback(nullptr, ANNEXKIT_ACCEPTED, write, nullptr),
                  annexkit_job_set_output_format(nullptr, ANNEXKIT_ACCEPTED, nullptr),
                  annexkit_job_set_output_option(nullptr, ANNEXKIT_ACCEPTED, "x", nullptr),
                  annexkit_job_output(nullptr, ANNEXKIT_ACCEPTED, &bytes),
                  annexkit_job_set_found_callback(nullptr, nullptr, nullptr),
                  annexkit_job_set_findings(nullptr, nullptr),
                  annexkit_job_set_progress_callback(nullptr, nullptr, nullptr),
                  annexkit_job_run(nullptr, nullptr),
                  annexkit_job_records(nullptr, &records),
                  annexkit_records_fields(nullptr, &fields, &count),
                  annexkit_records_next(nullptr, &initiative),
                  annexkit_records_summary(nullptr, &summary)},
                 "is NULL");
}

TEST_CASE("C: no text, no place to fill and no function is an error") {
    const CEngine engine = c_engine();
    const CJob job = c_job(engine);
    const CFindings findings = c_findings();
    expect_usage({annexkit_engine_add_plugin_folder(engine.get(), nullptr),
                  annexkit_engine_add_plugin_file(engine.get(), nullptr),
                  annexkit_engine_add_plugin(engine.get(), nullptr),
                  annexkit_engine_add_schema_folder(engine.get(), nullptr),
                  annexkit_engine_set_severity(engine.get(), nullptr, ANNEXKIT_OFF),
                  annexkit_findings_get(findings.get(), 0, nullptr),
                  annexkit_job_new(engine.get(), nullptr),
                  annexkit_job_set_input_file(job.get(), nullptr),
                  annexkit_job_set_input_memory(job.get(), nullptr, 1, nullptr),
                  annexkit_job_set_input_callback(job.get(), nullptr, nullptr, nullptr),
                  annexkit_job_set_input_option(job.get(), nullptr, "x"),
                  annexkit_job_set_output_file(job.get(), ANNEXKIT_ACCEPTED, nullptr, ANNEXKIT_REFUSE),
                  annexkit_job_set_output_callback(job.get(), ANNEXKIT_ACCEPTED, nullptr, nullptr),
                  annexkit_engine_set_trust(engine.get(), nullptr),
                  annexkit_job_set_limits(job.get(), nullptr),
                  annexkit_job_set_baseline(job.get(), "x", nullptr),
                  annexkit_job_set_edit_callback(job.get(), ANNEXKIT_FIX_SAFE, nullptr, nullptr),
                  annexkit_job_set_output_option(job.get(), ANNEXKIT_ACCEPTED, nullptr, "x"),
                  annexkit_job_output(job.get(), ANNEXKIT_ACCEPTED, nullptr),
                  annexkit_job_records(job.get(), nullptr)},
                 "is NULL");
}

TEST_CASE("C: a number that stands for nothing is an error") {
    const CEngine engine = c_engine();
    const CJob job = c_job(engine);
    auto unsafe = sized<annexkit_trust>();
    unsafe.allow_unsafe = 2;
    auto isolated = sized<annexkit_trust>();
    isolated.isolate = -1;
    annexkit_text bytes{};
    expect_usage(
        {annexkit_engine_set_severity(engine.get(), "text", 4), annexkit_engine_set_severity(engine.get(), "text", -1),
         annexkit_job_set_language(job.get(), 2), annexkit_job_set_on_invalid(job.get(), 4),
         annexkit_job_set_whole_annex(job.get(), 2), annexkit_job_set_record_limit(job.get(), 0),
         annexkit_job_set_output_memory(job.get(), 2), annexkit_job_set_output_memory(job.get(), -1),
         annexkit_engine_set_trust(engine.get(), &unsafe), annexkit_engine_set_trust(engine.get(), &isolated),
         annexkit_job_set_edit_callback(job.get(), 3, nullptr, nullptr),
         annexkit_job_set_output_file(job.get(), ANNEXKIT_ACCEPTED, "x", 2), annexkit_job_output(job.get(), 2, &bytes)},
        "which stands for nothing");
}

TEST_CASE("C: a struct that is too small is an error, and stays as it is") {
    const CJob job = c_job(c_engine());
    const std::string line = "{}\n";
    succeed(annexkit_job_set_input_memory(job.get(), line.data(), line.size(), "x.ndjson"));
    annexkit_summary summary{};
    annexkit_initiative initiative{};
    annexkit_records* records = nullptr;
    succeed(annexkit_job_records(job.get(), &records));
    const CRecords owned(records);
    expect_usage({annexkit_job_run(job.get(), &summary), annexkit_records_next(records, &initiative)},
                 "struct_size is 0");
    summary.struct_size = offsetof(annexkit_summary, known) - 1;
    expect_usage({annexkit_job_run(job.get(), &summary)}, "struct_size is");
    CHECK(summary.read == 0);
}

TEST_CASE("C: what a host fills in by a later header is taken as far as there is nothing new in it") {
    struct Later {
        annexkit_limits limits;
        std::uint64_t more;
    };
    const CJob job = c_job(c_engine());
    Later later{};
    later.limits.struct_size = sizeof later;
    CHECK(annexkit_job_set_limits(job.get(), &later.limits) == nullptr);
    later.more = 1;
    expect_usage({annexkit_job_set_limits(job.get(), &later.limits)}, "the rest is not 0");
    later.limits.struct_size = sizeof later.limits - 1;
    expect_usage({annexkit_job_set_limits(job.get(), &later.limits)}, "struct_size is 47, but the struct has 48 bytes");
}

TEST_CASE("C: a host that was built before a summary told what is known gets no more than it has room for") {
    const CJob job = c_job(c_engine());
    const std::string line = "{}\n";
    succeed(annexkit_job_set_input_memory(job.get(), line.data(), line.size(), "x.ndjson"));
    annexkit_summary summary{};
    summary.struct_size = offsetof(annexkit_summary, known);
    summary.known = 7;
    CHECK(annexkit_job_run(job.get(), &summary) == nullptr);
    CHECK(summary.read == 1);
    CHECK(summary.known == 7);
}

TEST_CASE("C: a struct of a later header is filled as far as this library knows it") {
    struct Later {
        annexkit_summary known;
        std::array<std::uint64_t, 4> more;
    } later{};
    later.known.struct_size = sizeof later;
    later.more.fill(7);
    const CJob job = c_job(c_engine());
    const std::string line = "{}\n";
    succeed(annexkit_job_set_input_memory(job.get(), line.data(), line.size(), "x.ndjson"));
    succeed(annexkit_job_run(job.get(), &later.known));
    CHECK(later.known.struct_size == sizeof later);
    CHECK(later.known.read == 1);
    CHECK(later.more == std::array<std::uint64_t, 4>{});
}

TEST_CASE("C: what cannot fail does nothing without a handle") {
    annexkit_engine_free(nullptr);
    annexkit_job_free(nullptr);
    annexkit_job_cancel(nullptr);
    annexkit_records_free(nullptr);
    annexkit_findings_free(nullptr);
    annexkit_error_free(nullptr);
    CHECK(annexkit_error_kind(nullptr) == ANNEXKIT_ERROR_NONE);
    CHECK(std::string(annexkit_error_message(nullptr, ANNEXKIT_ENGLISH)).empty());
    CHECK(std::string(annexkit_error_hint(nullptr, ANNEXKIT_ENGLISH)).empty());
    CHECK(annexkit_findings_count(nullptr) == 0);
    CHECK(annexkit_engine_format(nullptr, 0) == nullptr);
}
