// SPDX-License-Identifier: Apache-2.0
// Jobs through the C API: input, output, findings, progress, cancellation.
#include "c_host.hpp"

#include "temporary_folder.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

using namespace embedding;

namespace {

annexkit_summary run(const CJob& job) {
    auto summary = sized<annexkit_summary>();
    succeed(annexkit_job_run(job.get(), &summary));
    return summary;
}

std::string output_of(const CJob& job, int output = ANNEXKIT_ACCEPTED) {
    annexkit_text bytes{};
    succeed(annexkit_job_output(job.get(), output, &bytes));
    return std::string(view(bytes));
}

/// One valid initiative and one with an unknown partner.
const std::string mixed =
    R"({"id":"ma-2013-p1-001","part":1,"section":"mobilite","objective":3,"partners":["UE"],"initiative":"Un texte."})"
    "\n"
    R"({"id":"ma-2013-p1-002","part":1,"section":"mobilite","objective":3,"partners":["XX"],"initiative":"Un texte."})"
    "\n";

CJob mixed_job(const CEngine& engine) {
    CJob job = c_job(engine);
    succeed(annexkit_job_set_input_memory(job.get(), mixed.data(), mixed.size(), "mixed.ndjson"));
    return job;
}

} // namespace

TEST_CASE("C: a file is converted to a file") {
    const support::Folder folder;
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_file(job.get(), sample("eu-morocco-2013/annex.csv").c_str()));
    const std::string output = folder / "annex.xml";
    succeed(annexkit_job_set_output_file(job.get(), ANNEXKIT_ACCEPTED, output.c_str(), ANNEXKIT_REFUSE));
    const annexkit_summary summary = run(job);
    CHECK(summary.is_read == 1);
    CHECK(summary.kept == 1);
    CHECK(summary.read == 105);
    CHECK(summary.written == 105);
    CHECK(summary.warnings == 68);
    CHECK(view(summary.format) == "csv");
    CHECK(view(summary.encoding) == "utf-8");
    CHECK(view(summary.declaration) == "eu-morocco-2013");
    CHECK(content(output) == annex(".xml"));
    CHECK(message_of(annexkit_job_run(job.get(), nullptr)) == output + " exists");
    succeed(annexkit_job_set_output_file(job.get(), ANNEXKIT_ACCEPTED, output.c_str(), ANNEXKIT_REPLACE));
    CHECK(run(job).kept == 1);
}

TEST_CASE("C: memory is converted to memory, and the job is run again") {
    const std::string csv = annex(".csv");
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_memory(job.get(), csv.data(), csv.size(), nullptr));
    succeed(annexkit_job_set_output_memory(job.get(), ANNEXKIT_ACCEPTED));
    succeed(annexkit_job_set_output_format(job.get(), ANNEXKIT_ACCEPTED, "json"));
    run(job);
    CHECK(output_of(job) == annex(".json"));
    succeed(annexkit_job_set_output_format(job.get(), ANNEXKIT_ACCEPTED, "xml"));
    run(job);
    CHECK(output_of(job) == annex(".xml"));
}

TEST_CASE("C: callbacks give the input and take the output") {
    const std::string csv = annex(".csv");
    std::string_view left = csv;
    std::string taken;
    const auto read = [](void* host, char* into, std::size_t size) {
        auto& rest = *static_cast<std::string_view*>(host);
        const std::size_t got = rest.copy(into, std::min<std::size_t>(size, 1000));
        rest.remove_prefix(got);
        return static_cast<std::int64_t>(got);
    };
    const auto write = [](void* host, const char* bytes, std::size_t size) {
        static_cast<std::string*>(host)->append(bytes, size);
        return std::int32_t{0};
    };
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_callback(job.get(), read, &left, "annex.csv"));
    succeed(annexkit_job_set_output_callback(job.get(), ANNEXKIT_ACCEPTED, write, &taken));
    succeed(annexkit_job_set_output_format(job.get(), ANNEXKIT_ACCEPTED, "xml"));
    CHECK(run(job).kept == 1);
    CHECK(taken == annex(".xml"));
}

TEST_CASE("C: callbacks that fail end the job with their error") {
    const CJob job = mixed_job(c_engine());
    succeed(annexkit_job_set_on_invalid(job.get(), ANNEXKIT_INVALID_SKIP));
    const auto write = [](void*, const char*, std::size_t) { return std::int32_t{1}; };
    succeed(annexkit_job_set_output_callback(job.get(), ANNEXKIT_ACCEPTED, write, nullptr));
    succeed(annexkit_job_set_output_format(job.get(), ANNEXKIT_ACCEPTED, "json"));
    CHECK(message_of(annexkit_job_run(job.get(), nullptr)) == "the callback that writes the output failed");
    const auto fail = [](void*, char*, std::size_t) { return std::int64_t{-1}; };
    succeed(annexkit_job_set_input_callback(job.get(), fail, nullptr, nullptr));
    CHECK(kind_of(annexkit_job_run(job.get(), nullptr)) == ANNEXKIT_ERROR_INPUT);
    const auto boast = [](void*, char*, std::size_t size) { return static_cast<std::int64_t>(size + 1); };
    succeed(annexkit_job_set_input_callback(job.get(), boast, nullptr, nullptr));
    CHECK(message_of(annexkit_job_run(job.get(), nullptr)) == "the callback that reads the input failed");
}

TEST_CASE("C: an output with errors is not kept") {
    const CJob job = mixed_job(c_engine());
    succeed(annexkit_job_set_output_memory(job.get(), ANNEXKIT_ACCEPTED));
    succeed(annexkit_job_set_output_format(job.get(), ANNEXKIT_ACCEPTED, "json"));
    const annexkit_summary summary = run(job);
    CHECK(summary.errors == 1);
    CHECK(summary.invalid == 1);
    CHECK(summary.kept == 0);
    CHECK(output_of(job).empty());
}

TEST_CASE("C: initiatives with errors are left out, diverted or kept") {
    const CJob job = mixed_job(c_engine());
    for (const int output : {ANNEXKIT_ACCEPTED, ANNEXKIT_REJECTED}) {
        succeed(annexkit_job_set_output_memory(job.get(), output));
        succeed(annexkit_job_set_output_format(job.get(), output, "ndjson"));
    }
    const std::string first = mixed.substr(0, mixed.find('\n') + 1);
    succeed(annexkit_job_set_on_invalid(job.get(), ANNEXKIT_INVALID_SKIP));
    CHECK(run(job).left_out == 1);
    CHECK(output_of(job) == first);
    succeed(annexkit_job_set_on_invalid(job.get(), ANNEXKIT_INVALID_DIVERT));
    CHECK(run(job).rejected == 1);
    CHECK(output_of(job) == first);
    CHECK(output_of(job, ANNEXKIT_REJECTED) == mixed.substr(first.size()));
    succeed(annexkit_job_set_on_invalid(job.get(), ANNEXKIT_INVALID_KEEP));
    CHECK(run(job).written == 2);
    CHECK(output_of(job) == mixed);
    CHECK(output_of(job, ANNEXKIT_REJECTED).empty());
}

TEST_CASE("C: findings are collected, with sentences, place and fingerprint") {
    const CFindings findings = c_findings();
    {
        const CJob job = mixed_job(c_engine());
        succeed(annexkit_job_set_findings(job.get(), findings.get()));
        succeed(annexkit_job_set_language(job.get(), ANNEXKIT_FRENCH));
        run(job);
    }
    REQUIRE(annexkit_findings_count(findings.get()) == 2);
    auto found = sized<annexkit_found>();
    succeed(annexkit_findings_get(findings.get(), 0, &found));
    CHECK(view(found.rule) == "annex.schema-assumed");
    CHECK(found.severity == ANNEXKIT_NOTE);
    succeed(annexkit_findings_get(findings.get(), 1, &found));
    CHECK(view(found.rule) == "partner.unknown");
    CHECK(found.severity == ANNEXKIT_ERROR);
    CHECK(view(found.message) == "«\u00A0XX\u00A0» n'est pas un signataire");
    CHECK(view(found.initiative) == "ma-2013-p1-002");
    CHECK(view(found.field) == "partners");
    CHECK(found.item == 0);
    CHECK(found.ordinal == 2);
    CHECK(found.line == 2);
    CHECK(view(found.source) == "mixed.ndjson");
    CHECK(view(found.excerpt) == "XX");
    CHECK_FALSE(view(found.fingerprint).empty());
    CHECK(message_of(annexkit_findings_get(findings.get(), 2, &found)) == "there is no finding 2");
}

TEST_CASE("C: findings and progress come by callback, in the calling thread where there is one thread") {
    struct Told {
        std::vector<std::string> rules;
        std::uint64_t bytes = 0;
        std::uint64_t read = 0;
    } told;
    const CJob job = mixed_job(c_engine());
    succeed(annexkit_job_set_threads(job.get(), 1));
    const auto found = [](void* host, const annexkit_found* one) {
        static_cast<Told*>(host)->rules.emplace_back(view(one->rule));
    };
    const auto progress = [](void* host, const annexkit_progress* now) {
        static_cast<Told*>(host)->bytes = now->bytes;
        static_cast<Told*>(host)->read = now->read;
    };
    succeed(annexkit_job_set_found_callback(job.get(), found, &told));
    succeed(annexkit_job_set_progress_callback(job.get(), progress, &told));
    run(job);
    CHECK(told.rules == std::vector<std::string>{"annex.schema-assumed", "partner.unknown"});
    CHECK(told.bytes == mixed.size());
    CHECK(told.read == 2);
    succeed(annexkit_job_set_found_callback(job.get(), nullptr, nullptr));
    run(job);
    CHECK(told.rules.size() == 2);
}

TEST_CASE("C: a job is cancelled from a callback, for good, and leaves no file") {
    const support::Folder folder;
    const CJob job = mixed_job(c_engine());
    succeed(annexkit_job_set_on_invalid(job.get(), ANNEXKIT_INVALID_KEEP));
    const std::string output = folder / "annex.json";
    succeed(annexkit_job_set_output_file(job.get(), ANNEXKIT_ACCEPTED, output.c_str(), ANNEXKIT_REFUSE));
    const auto cancel = [](void* host, const annexkit_found*) {
        annexkit_job_cancel(static_cast<annexkit_job*>(host));
    };
    succeed(annexkit_job_set_found_callback(job.get(), cancel, job.get()));
    CHECK(kind_of(annexkit_job_run(job.get(), nullptr)) == ANNEXKIT_ERROR_CANCELLED);
    CHECK(kind_of(annexkit_job_run(job.get(), nullptr)) == ANNEXKIT_ERROR_CANCELLED);
    CHECK(folder.count() == 0);
}

TEST_CASE("C: an initiative that is longer than the limit is not read") {
    const CJob job = c_job(c_engine());
    const CFindings findings = c_findings();
    const std::string line = R"({"id":")" + std::string(std::size_t{3} << 20U, 'x') + "\"}\n";
    succeed(annexkit_job_set_input_memory(job.get(), line.data(), line.size(), "long.ndjson"));
    succeed(annexkit_job_set_record_limit(job.get(), std::size_t{1} << 20U));
    succeed(annexkit_job_set_findings(job.get(), findings.get()));
    CHECK(run(job).is_read == 0);
    REQUIRE(annexkit_findings_count(findings.get()) == 1);
    auto found = sized<annexkit_found>();
    succeed(annexkit_findings_get(findings.get(), 0, &found));
    CHECK(view(found.rule) == "limit.record-bytes");
}

TEST_CASE("C: limits are set one by one, and lifted") {
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_file(job.get(), sample("eu-morocco-2013/annex.csv").c_str()));
    auto limits = sized<annexkit_limits>();
    limits.records = 10;
    succeed(annexkit_job_set_limits(job.get(), &limits));
    CHECK(run(job).is_read == 0);
    CHECK(run(job).read == 10);
    limits.records = ANNEXKIT_UNLIMITED;
    limits.record_bytes = 100;
    succeed(annexkit_job_set_limits(job.get(), &limits));
    CHECK(run(job).is_read == 0);
    limits.record_bytes = ANNEXKIT_UNLIMITED;
    succeed(annexkit_job_set_limits(job.get(), &limits));
    CHECK(run(job).read == 105);
}

TEST_CASE("C: findings that a baseline knows are neither told nor counted elsewhere") {
    const support::Folder folder;
    const std::string file = folder / "baseline.json";
    std::ofstream(file) << R"({"annexkit_baseline": 1, "findings": [
        {"rule": "partner.unknown", "initiative": "ma-2013-p1-002", "field": "partners", "reason": "asked",
         "until": "2026-06-30"}]})";
    const CJob job = mixed_job(c_engine());
    succeed(annexkit_job_set_baseline(job.get(), file.c_str(), "2026-06-30"));
    CHECK(run(job).errors == 0);
    CHECK(run(job).known == 1);
    succeed(annexkit_job_set_baseline(job.get(), file.c_str(), "2026-07-01"));
    CHECK(run(job).errors == 1);
    CHECK(message_of(annexkit_job_set_baseline(job.get(), file.c_str(), "today")) ==
          "today is \"today\", which is no date YYYY-MM-DD");
    CHECK(kind_of(annexkit_job_set_baseline(job.get(), "/nowhere.json", "2026-07-01")) == ANNEXKIT_ERROR_INPUT);
    std::ofstream(file) << R"({"annexkit_baseline": 1, "findings": [{"rule": "partner.unknwon"}]})";
    CHECK(kind_of(annexkit_job_set_baseline(job.get(), file.c_str(), "2026-07-01")) == ANNEXKIT_ERROR_USAGE);
    succeed(annexkit_job_set_baseline(job.get(), nullptr, nullptr));
    CHECK(run(job).known == 0);
}

TEST_CASE("C: a baseline is written of what was found, and keeps the reasons of the one before") {
    const support::Folder folder;
    const std::string file = folder / "baseline.json";
    const CJob job = mixed_job(c_engine());
    const CFindings findings = c_findings();
    succeed(annexkit_job_set_findings(job.get(), findings.get()));
    CHECK(run(job).errors == 1);
    succeed(annexkit_findings_write_baseline(findings.get(), file.c_str()));
    const std::string entry = R"({"rule":"partner.unknown","initiative":"ma-2013-p1-002","field":"partners"})";
    CHECK(content(file).find(entry) != std::string::npos);
    const std::string waived = entry.substr(0, entry.size() - 1) + R"(,"reason":"asked","until":"2026-06-30"})";
    std::ofstream(file) << R"({"annexkit_baseline": 1, "findings": [)" << waived << "]}";
    succeed(annexkit_findings_write_baseline(findings.get(), file.c_str()));
    CHECK(content(file).find(waived) != std::string::npos);
    succeed(annexkit_job_set_baseline(job.get(), file.c_str(), "2026-06-30"));
    CHECK(run(job).errors == 0);
    std::ofstream(file) << "no baseline";
    CHECK(kind_of(annexkit_findings_write_baseline(findings.get(), file.c_str())) == ANNEXKIT_ERROR_USAGE);
    CHECK(content(file) == "no baseline");
    CHECK(kind_of(annexkit_findings_write_baseline(findings.get(), "/nowhere/x.json")) == ANNEXKIT_ERROR_OUTPUT);
}

TEST_CASE("C: edits say what would mend the input") {
    struct Edits {
        std::string bytes;
        std::string rule;
        std::string replaced;
    } edits;
    std::string lower = mixed;
    lower.replace(lower.find("UE"), 2, "ue");
    const CJob job = c_job(c_engine());
    succeed(annexkit_job_set_input_memory(job.get(), lower.data(), lower.size(), "mixed.ndjson"));
    const auto take = [](void* host, const annexkit_edit* edit) {
        auto& told = *static_cast<Edits*>(host);
        told.bytes += view(edit->bytes);
        told.rule += view(edit->rules[0]);
        told.replaced += std::to_string(edit->offset) + "+" + std::to_string(edit->size);
        CHECK(edit->rule_count == 1);
    };
    succeed(annexkit_job_set_edit_callback(job.get(), ANNEXKIT_FIX_UNSAFE, take, &edits));
    CHECK(run(job).errors > 0);
    CHECK(edits.bytes == R"("UE")");
    CHECK(edits.rule == "partner.unknown");
    CHECK(edits.replaced == std::to_string(lower.find(R"("ue")")) + "+4");
}

TEST_CASE("C: options, schema and extent are those of the job") {
    const CEngine engine = c_engine();
    const CJob job = c_job(engine);
    const std::string table = annex(".csv");
    succeed(annexkit_job_set_input_memory(job.get(), table.data(), table.size(), "annex.csv"));
    succeed(annexkit_job_set_input_option(job.get(), "delimiter", ";"));
    CHECK(run(job).is_read == 0);
    succeed(annexkit_job_set_input_option(job.get(), "delimiter", nullptr));
    CHECK(run(job).read == 105);
    succeed(annexkit_job_set_input_format(job.get(), "json"));
    CHECK(run(job).is_read == 0);

    const CJob coastal = c_job(engine);
    succeed(annexkit_job_set_input_file(coastal.get(), sample("declarations/coast-2020/annex.json").c_str()));
    CHECK(kind_of(annexkit_job_run(coastal.get(), nullptr)) == ANNEXKIT_ERROR_USAGE);
    succeed(annexkit_job_set_schema(coastal.get(), sample("declarations/coast-2020/coast-2020.schema.json").c_str()));
    CHECK(view(run(coastal).declaration) == "coast-2020");
    succeed(annexkit_job_set_whole_annex(coastal.get(), 1));
    CHECK(run(coastal).is_read == 1);
    CHECK(message_of(annexkit_job_set_schema(coastal.get(), "moon-1969")) == "there is no schema \"moon-1969\"");
}

TEST_CASE("C: an output needs a format that can be written") {
    const CJob job = mixed_job(c_engine());
    succeed(annexkit_job_set_output_memory(job.get(), ANNEXKIT_ACCEPTED));
    CHECK(message_of(annexkit_job_run(job.get(), nullptr)) == "the format of the output is not said");
    succeed(annexkit_job_set_output_file(job.get(), ANNEXKIT_ACCEPTED, "annex.doc", ANNEXKIT_REFUSE));
    CHECK(message_of(annexkit_job_run(job.get(), nullptr)) == "no format writes \"annex.doc\"");
    CHECK(message_of(annexkit_job_set_output_format(job.get(), ANNEXKIT_ACCEPTED, "doc")) ==
          "there is no format \"doc\"");
    succeed(annexkit_job_set_output_option(job.get(), ANNEXKIT_ACCEPTED, "indent", "wide"));
    succeed(annexkit_job_set_output_format(job.get(), ANNEXKIT_ACCEPTED, "json"));
    CHECK(kind_of(annexkit_job_run(job.get(), nullptr)) == ANNEXKIT_ERROR_USAGE);
    CHECK(kind_of(annexkit_job_run(c_job(c_engine()).get(), nullptr)) == ANNEXKIT_ERROR_USAGE);
}
