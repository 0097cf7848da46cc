// SPDX-License-Identifier: Apache-2.0
// Engines through the C API: formats, schemas, rules.
#include "c_host.hpp"

#include "temporary_folder.hpp"

#include <filesystem>
#include <string>
#include <vector>

using namespace embedding;

namespace {

std::vector<std::string> formats_of(const CEngine& engine) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; annexkit_engine_format(engine.get(), i) != nullptr; ++i)
        ids.emplace_back(view(annexkit_engine_format(engine.get(), i)->id));
    return ids;
}

CEngine empty_engine() {
    annexkit_engine* engine = nullptr;
    succeed(annexkit_engine_new(&engine));
    return CEngine(engine);
}

std::uint64_t warnings_of(const CEngine& engine) {
    const CJob job = c_job(engine);
    succeed(annexkit_job_set_input_file(job.get(), sample("eu-morocco-2013/annex.csv").c_str()));
    auto summary = sized<annexkit_summary>();
    succeed(annexkit_job_run(job.get(), &summary));
    return summary.warnings;
}

// A plugin of the host's own: a format that writes nothing, and one that has no memory to write anything.
annexkit_status open_nothing(const annexkit_open_request*, void** writer) {
    *writer = nullptr;
    return ANNEXKIT_OK;
}
annexkit_status begin_nothing(void*, const annexkit_named_value*, std::size_t, annexkit_output*) { return ANNEXKIT_OK; }
annexkit_status write_nothing(const void*, const annexkit_record*, annexkit_output*) { return ANNEXKIT_OK; }
annexkit_status lack_memory(const void*, const annexkit_record*, annexkit_output*) { return ANNEXKIT_NO_MEMORY; }
annexkit_text no_separator(const void*) { return {}; }
annexkit_status end_nothing(void*, std::uint64_t, annexkit_output*) { return ANNEXKIT_OK; }
void close_nothing(void*) {}

constexpr annexkit_exporter exporter_with(annexkit_status (*write)(const void*, const annexkit_record*,
                                                                   annexkit_output*)) {
    return {sizeof(annexkit_exporter), 0, open_nothing, begin_nothing, write, no_separator, end_nothing, close_nothing};
}
constexpr annexkit_exporter nothing_exporter = exporter_with(write_nothing);
constexpr annexkit_exporter needy_exporter = exporter_with(lack_memory);

annexkit_format format_of(annexkit_text id, const annexkit_exporter& exporter) {
    annexkit_format format{};
    format.struct_size = sizeof format;
    format.id = id;
    format.version = {"1", 1};
    format.exporter = &exporter;
    return format;
}
const annexkit_format nothing = format_of({"nothing", 7}, nothing_exporter);
const annexkit_format needy = format_of({"needy", 5}, needy_exporter);
const annexkit_format* const host_formats[] = {&nothing, &needy};
const annexkit_plugin host_plugin = {
    sizeof host_plugin, ANNEXKIT_PLUGIN_ABI, {"host", 4}, {"1", 1}, {"Apache-2.0", 10}, host_formats, 2};

CJob job_to(const CEngine& engine, const char* format) {
    CJob job = c_job(engine);
    succeed(annexkit_job_set_input_file(job.get(), sample("eu-morocco-2013/annex.csv").c_str()));
    succeed(annexkit_job_set_output_memory(job.get(), ANNEXKIT_ACCEPTED));
    succeed(annexkit_job_set_output_format(job.get(), ANNEXKIT_ACCEPTED, format));
    return job;
}

} // namespace

TEST_CASE("C: the version is that of the library") {
    CHECK(annexkit_abi() == ANNEXKIT_ABI);
    CHECK(std::string(annexkit_version()).find('.') != std::string::npos);
}

TEST_CASE("C: an engine knows what it was given, and nothing else") {
    const CEngine engine = empty_engine();
    CHECK(formats_of(engine).empty());
    succeed(annexkit_engine_add_plugin_file(engine.get(), (ANNEXKIT_PLUGINS "/annexkit_xml.so")));
    CHECK(formats_of(engine) == std::vector<std::string>{"xml"});
    const CError error(annexkit_engine_add_plugin_file(engine.get(), "/nowhere/annexkit_csv.so"));
    CHECK(annexkit_error_kind(error.get()) == ANNEXKIT_ERROR_PLUGIN);
    CHECK(std::string(annexkit_error_message(error.get(), ANNEXKIT_ENGLISH)) ==
          "plugin /nowhere/annexkit_csv.so cannot be used: it cannot be loaded: No such file or directory");
    CHECK(formats_of(c_engine()) == std::vector<std::string>{"csv", "json", "ndjson", "xml"});
}

TEST_CASE("C: an engine knows what is installed with the library") {
    const CEngine engine = empty_engine();
    succeed(annexkit_engine_add_installed(engine.get()));
    CHECK(formats_of(engine) == std::vector<std::string>{"csv", "json", "ndjson", "xml"});
    CHECK(warnings_of(engine) == 68);
}

TEST_CASE("C: a plugin may be part of the host") {
    const CEngine engine = c_engine();
    succeed(annexkit_engine_add_plugin(engine.get(), &host_plugin));
    const CJob job = job_to(engine, "nothing");
    auto summary = sized<annexkit_summary>();
    succeed(annexkit_job_run(job.get(), &summary));
    CHECK(summary.written == 105);
    CHECK(kind_of(annexkit_engine_add_plugin(engine.get(), &host_plugin)) == ANNEXKIT_ERROR_PLUGIN);
}

TEST_CASE("C: a plugin keeps those of its formats that are not there already") {
    const CEngine engine = empty_engine();
    const annexkit_plugin first = {
        sizeof first, ANNEXKIT_PLUGIN_ABI, {"first", 5}, {"1", 1}, {"Apache-2.0", 10}, host_formats, 1};
    succeed(annexkit_engine_add_plugin(engine.get(), &first));
    succeed(annexkit_engine_add_plugin(engine.get(), &host_plugin));
    CHECK(formats_of(engine) == std::vector<std::string>{"nothing", "needy"});
    CHECK(message_of(annexkit_engine_add_plugin(engine.get(), &host_plugin)) ==
          "already there, so left out: nothing (of plugin first), needy (of plugin host)");
}

TEST_CASE("C: plugins that others may change are refused unless the host trusts them") {
    const support::Folder folder;
    const std::string file = folder / "annexkit_xml.so";
    std::filesystem::copy_file(ANNEXKIT_PLUGINS "/annexkit_xml.so", file);
    std::filesystem::permissions(file, std::filesystem::perms::others_write, std::filesystem::perm_options::add);
    const CEngine engine = empty_engine();
    CHECK(message_of(annexkit_engine_add_plugin_file(engine.get(), file.c_str())).find("all users may change") !=
          std::string::npos);
    auto trust = sized<annexkit_trust>();
    trust.allow_unsafe = 1;
    succeed(annexkit_engine_set_trust(engine.get(), &trust));
    succeed(annexkit_engine_add_plugin_file(engine.get(), file.c_str()));
    CHECK(formats_of(engine) == std::vector<std::string>{"xml"});
}

TEST_CASE("C: plugins in processes of their own do the same") {
    const CEngine engine = empty_engine();
    auto trust = sized<annexkit_trust>();
    trust.isolate = 1;
    trust.memory_bytes = ANNEXKIT_UNLIMITED;
    trust.call_seconds = 30;
    succeed(annexkit_engine_set_trust(engine.get(), &trust));
    succeed(annexkit_engine_add_installed(engine.get()));
    CHECK(warnings_of(engine) == 68);
}

TEST_CASE("C: where there is no memory, that is the error, for runs and records alike") {
    const CEngine engine = c_engine();
    succeed(annexkit_engine_add_plugin(engine.get(), &host_plugin));
    const CJob job = job_to(engine, "needy");
    const CError error(annexkit_job_run(job.get(), nullptr));
    CHECK(annexkit_error_kind(error.get()) == ANNEXKIT_ERROR_MEMORY);
    CHECK(std::string(annexkit_error_message(error.get(), ANNEXKIT_ENGLISH)) == "out of memory");
    CHECK(std::string(annexkit_error_message(error.get(), ANNEXKIT_FRENCH)) == "mémoire insuffisante");
    annexkit_records* records = nullptr;
    succeed(annexkit_job_records(job.get(), &records));
    const CRecords owned(records);
    auto initiative = sized<annexkit_initiative>();
    CHECK(kind_of(annexkit_records_next(records, &initiative)) == ANNEXKIT_ERROR_MEMORY);
}

TEST_CASE("C: rules are made milder or graver, one after the other") {
    const CEngine engine = c_engine();
    CHECK(warnings_of(engine) == 68);
    succeed(annexkit_engine_set_severity(engine.get(), "objective.text-differs", ANNEXKIT_OFF));
    CHECK(warnings_of(engine) == 38);
    succeed(annexkit_engine_set_severity(engine.get(), "section.heading-differs", ANNEXKIT_NOTE));
    CHECK(warnings_of(engine) == 0);
    succeed(annexkit_engine_set_severity(engine.get(), "objective", ANNEXKIT_WARNING));
    CHECK(warnings_of(engine) == 30);
    CHECK(message_of(annexkit_engine_set_severity(engine.get(), "objective.txt", ANNEXKIT_OFF)) ==
          "there is no rule \"objective.txt\"");
}

TEST_CASE("C: two engines in one process have nothing in common") {
    const CEngine morocco = c_engine();
    const CEngine empty = empty_engine();
    const CJob job = c_job(empty);
    succeed(annexkit_job_set_input_file(job.get(), sample("eu-morocco-2013/annex.csv").c_str()));
    CHECK(kind_of(annexkit_job_run(job.get(), nullptr)) == ANNEXKIT_ERROR_USAGE);
    CHECK(warnings_of(morocco) == 68);
}

TEST_CASE("C: an error is told in both languages, and stays when the engine is gone") {
    CError error;
    {
        const CEngine engine = c_engine();
        const CJob job = c_job(engine);
        error.reset(annexkit_job_set_schema(job.get(), "moon-1969"));
    }
    CHECK(std::string(annexkit_error_message(error.get(), ANNEXKIT_ENGLISH)) == "there is no schema \"moon-1969\"");
    CHECK(std::string(annexkit_error_message(error.get(), ANNEXKIT_FRENCH)) ==
          "il n'y a pas de schéma «\u00A0moon-1969\u00A0»");
    CHECK(std::string(annexkit_error_hint(error.get(), ANNEXKIT_ENGLISH)).find("eu-morocco-2013") != std::string::npos);
}
