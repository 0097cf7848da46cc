// SPDX-License-Identifier: Apache-2.0
// What a job is told: each function sets one thing.
#include "c_api/job.hpp"

#include "c_api/callbacks.hpp"
#include "c_api/guard.hpp"
#include "messages/error.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

using namespace annexkit;
using namespace annexkit::c_api;

namespace {

/// Does the work on the settings of a job, if it and every pointer is there.
template <class Work> annexkit_error* set(annexkit_job* job, std::initializer_list<Given> needed, Work&& work) {
    if (job == nullptr) return guarded({{job, "job"}}, [] { return Result<void>(); });
    return guarded(needed, [&]() -> Result<void> { return work(job->settings); });
}

template <class Work>
annexkit_error* set_output(annexkit_job* job, std::int32_t output, std::initializer_list<Given> needed, Work&& work) {
    return set(job, needed, [&](Settings& settings) -> Result<void> {
        if (output != ANNEXKIT_ACCEPTED && output != ANNEXKIT_REJECTED) return wrong_number("output", output);
        return work(settings.outputs[static_cast<std::size_t>(output)]);
    });
}

Result<const Format*> format_of(const annexkit_job& job, const char* id) {
    if (id == nullptr) return nullptr;
    const Registry& registry = job.settings.engine->registry;
    if (const Format* format = registry.find(id)) return format;
    std::vector<Argument> arguments = {{"name", id}};
    add_known(arguments, registry, {.format = id});
    return make_error(ErrorKind::usage, "c.no-format", std::move(arguments));
}

void set_option(OptionMap& options, const char* name, const char* value) {
    if (value == nullptr) {
        options.erase(name);
    } else {
        options.insert_or_assign(name, value);
    }
}

} // namespace

annexkit_error* annexkit_job_new(annexkit_engine* engine, annexkit_job** job) {
    return guarded({{engine, "engine"}, {job, "job"}}, [&]() -> Result<void> {
        auto made = std::make_unique<annexkit_job>();
        made->settings.engine = engine->shared;
        *job = made.release();
        return {};
    });
}

void annexkit_job_free(annexkit_job* job) { delete job; }

annexkit_error* annexkit_job_set_language(annexkit_job* job, std::int32_t language) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        if (language != ANNEXKIT_ENGLISH && language != ANNEXKIT_FRENCH) return wrong_number("language", language);
        settings.language = language == ANNEXKIT_FRENCH ? Language::french : Language::english;
        return {};
    });
}

annexkit_error* annexkit_job_set_input_file(annexkit_job* job, const char* file) {
    return set(job, {{file, "file"}}, [&](Settings& settings) -> Result<void> {
        settings.open_source = [path = std::filesystem::path(file)] { return open_source(path); };
        settings.input_name = shown_path(file);
        return {};
    });
}

annexkit_error* annexkit_job_set_input_memory(annexkit_job* job, const char* data, std::size_t size, const char* name) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        if (data == nullptr && size > 0) return no_pointer("data");
        settings.open_source = [bytes = std::string_view(data, size)]() -> Result<std::unique_ptr<ByteSource>> {
            return std::make_unique<MemorySource>(bytes);
        };
        settings.input_name = name == nullptr ? "" : name;
        return {};
    });
}

annexkit_error* annexkit_job_set_input_callback(annexkit_job* job, annexkit_read read, void* host, const char* name) {
    return set(job, {{reinterpret_cast<const void*>(read), "read"}}, [&](Settings& settings) -> Result<void> {
        settings.open_source = [read, host]() -> Result<std::unique_ptr<ByteSource>> {
            return std::make_unique<CallbackSource>(read, host);
        };
        settings.input_name = name == nullptr ? "" : name;
        return {};
    });
}

annexkit_error* annexkit_job_set_input_format(annexkit_job* job, const char* format) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        const auto found = format_of(*job, format);
        if (!found) return found.error();
        settings.input_format = *found;
        return {};
    });
}

annexkit_error* annexkit_job_set_input_option(annexkit_job* job, const char* name, const char* value) {
    return set(job, {{name, "name"}}, [&](Settings& settings) -> Result<void> {
        set_option(settings.input_options, name, value);
        return {};
    });
}

annexkit_error* annexkit_job_set_schema(annexkit_job* job, const char* schema) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        std::shared_ptr<const Schema> chosen;
        if (schema != nullptr) {
            auto found = settings.engine->schemas.find(schema);
            if (!found) return found.error();
            chosen = std::move(*found);
        }
        settings.schema = std::move(chosen);
        return {};
    });
}

annexkit_error* annexkit_job_set_on_invalid(annexkit_job* job, std::int32_t on_invalid) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        switch (on_invalid) {
        case ANNEXKIT_INVALID_STOP: settings.on_invalid = OnInvalid::stop; return {};
        case ANNEXKIT_INVALID_SKIP: settings.on_invalid = OnInvalid::skip; return {};
        case ANNEXKIT_INVALID_DIVERT: settings.on_invalid = OnInvalid::divert; return {};
        case ANNEXKIT_INVALID_KEEP: settings.on_invalid = OnInvalid::keep; return {};
        default: return wrong_number("on_invalid", on_invalid);
        }
    });
}

annexkit_error* annexkit_job_set_whole_annex(annexkit_job* job, std::int32_t whole_annex) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        if (whole_annex != 0 && whole_annex != 1) return wrong_number("whole_annex", whole_annex);
        settings.extent = whole_annex == 1 ? Extent::whole_annex : Extent::submission;
        return {};
    });
}

annexkit_error* annexkit_job_set_threads(annexkit_job* job, std::uint32_t threads) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        settings.threads = threads;
        return {};
    });
}

annexkit_error* annexkit_job_set_record_limit(annexkit_job* job, std::size_t bytes) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        if (bytes == 0) return wrong_number("bytes", 0);
        settings.limits.record_bytes = bytes;
        return {};
    });
}

annexkit_error* annexkit_job_set_limits(annexkit_job* job, const annexkit_limits* limits) {
    return set(job, {{limits, "limits"}}, [&](Settings& settings) -> Result<void> {
        const auto wanted = taken(limits);
        if (!wanted) return wanted.error();
        const auto limit = [](auto& kept, std::uint64_t value) {
            using Kept = std::remove_reference_t<decltype(kept)>;
            if (value > 0) kept = static_cast<Kept>(std::min<std::uint64_t>(value, std::numeric_limits<Kept>::max()));
        };
        limit(settings.limits.input_bytes, wanted->input_bytes);
        limit(settings.limits.records, wanted->records);
        limit(settings.limits.record_bytes, wanted->record_bytes);
        limit(settings.limits.field_bytes, wanted->field_bytes);
        limit(settings.limits.fields, wanted->fields);
        return {};
    });
}

annexkit_error* annexkit_job_set_baseline(annexkit_job* job, const char* file, const char* today) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        std::shared_ptr<const Baseline> baseline;
        if (file != nullptr) {
            if (today == nullptr) return no_pointer("today");
            auto opened = Baseline::open(file, today, settings.engine->registry.rules());
            if (!opened) return opened.error();
            baseline = std::make_shared<const Baseline>(std::move(*opened));
        }
        settings.baseline = std::move(baseline);
        return {};
    });
}

annexkit_error* annexkit_job_set_output_file(annexkit_job* job, std::int32_t output, const char* file,
                                             std::int32_t on_existing) {
    return set_output(job, output, {{file, "file"}}, [&](OutputSettings& settings) -> Result<void> {
        if (on_existing != ANNEXKIT_REFUSE && on_existing != ANNEXKIT_REPLACE)
            return wrong_number("on_existing", on_existing);
        settings.file = file;
        settings.on_existing = on_existing == ANNEXKIT_REPLACE ? OnExisting::replace : OnExisting::refuse;
        settings.kind = OutputSettings::Kind::file;
        return {};
    });
}

annexkit_error* annexkit_job_set_output_memory(annexkit_job* job, std::int32_t output) {
    return set_output(job, output, {}, [&](OutputSettings& settings) -> Result<void> {
        settings.kind = OutputSettings::Kind::memory;
        return {};
    });
}

annexkit_error* annexkit_job_set_output_callback(annexkit_job* job, std::int32_t output, annexkit_write write,
                                                 void* host) {
    return set_output(job, output, {{reinterpret_cast<const void*>(write), "write"}},
                      [&](OutputSettings& settings) -> Result<void> {
                          settings.write = write;
                          settings.host = host;
                          settings.kind = OutputSettings::Kind::callback;
                          return {};
                      });
}

annexkit_error* annexkit_job_set_output_format(annexkit_job* job, std::int32_t output, const char* format) {
    return set_output(job, output, {}, [&](OutputSettings& settings) -> Result<void> {
        const auto found = format_of(*job, format);
        if (!found) return found.error();
        settings.format = *found;
        return {};
    });
}

annexkit_error* annexkit_job_set_output_option(annexkit_job* job, std::int32_t output, const char* name,
                                               const char* value) {
    return set_output(job, output, {{name, "name"}}, [&](OutputSettings& settings) -> Result<void> {
        set_option(settings.options, name, value);
        return {};
    });
}

annexkit_error* annexkit_job_set_found_callback(annexkit_job* job, annexkit_take_found take, void* host) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        settings.take_found = take;
        settings.found_host = host;
        return {};
    });
}

annexkit_error* annexkit_job_set_findings(annexkit_job* job, annexkit_findings* findings) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        settings.findings = findings == nullptr ? nullptr : findings->shared;
        return {};
    });
}

annexkit_error* annexkit_job_set_edit_callback(annexkit_job* job, std::int32_t fixes, annexkit_take_edit take,
                                               void* host) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        switch (fixes) {
        case ANNEXKIT_FIX_NONE: settings.fixes = Fixes::none; break;
        case ANNEXKIT_FIX_SAFE: settings.fixes = Fixes::safe; break;
        case ANNEXKIT_FIX_UNSAFE: settings.fixes = Fixes::unsafe; break;
        default: return wrong_number("fixes", fixes);
        }
        if (take == nullptr && fixes != ANNEXKIT_FIX_NONE) return no_pointer("take");
        settings.take_edit = take;
        settings.edit_host = host;
        return {};
    });
}

annexkit_error* annexkit_job_set_progress_callback(annexkit_job* job, annexkit_take_progress take, void* host) {
    return set(job, {}, [&](Settings& settings) -> Result<void> {
        settings.take_progress = take;
        settings.progress_host = host;
        return {};
    });
}

void annexkit_job_cancel(annexkit_job* job) {
    if (job != nullptr) job->settings.stop.request_stop();
}
