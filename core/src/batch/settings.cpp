// SPDX-License-Identifier: Apache-2.0
#include "batch/settings.hpp"

#include "digest/sha256.hpp"
#include "input/read_at_most.hpp"
#include "schema/compiler.hpp"

#include <annexkit/baseline.hpp>
#include <annexkit/files.hpp>

#include <fmt/format.h>

namespace annexkit {
namespace {

// Each text with its size, so that no two lists of texts are the same bytes.
void add(Sha256& digest, std::string_view text) {
    digest.add(fmt::format("{}:", text.size()));
    digest.add(text);
}

void add(Sha256& digest, const OptionMap& options) {
    add(digest, fmt::format("{}", options.size()));
    for (const auto& [name, value] : options) {
        add(digest, name);
        add(digest, value);
    }
}

} // namespace

Result<std::string> settings_digest(const Registry& registry, const Batch& batch) {
    Sha256 digest;
    add(digest, batch.program);
    for (const auto& format : registry.formats()) {
        add(digest, format.id());
        add(digest, format.plugin_version);
    }
    for (const auto& [id, rule] : registry.rules().all())
        add(digest, fmt::format("{} {}", id, to_string(rule.severity)));
    const Job& job = batch.job;
    if (job.baseline != nullptr) add(digest, job.baseline->json());
    add(digest, job.input.format == nullptr ? std::string_view() : job.input.format->id());
    add(digest, job.input.options);
    add(digest, job.output->format->id());
    add(digest, job.output->options);
    const Demands& demands = batch.demands;
    add(digest, fmt::format("{} {} {} {}", static_cast<int>(demands.on_invalid), static_cast<int>(demands.on_loss),
                            demands.fail_on ? static_cast<int>(*demands.fail_on) : 0, job.limits.record_bytes));
    const Limits& limits = job.limits;
    add(digest, fmt::format("{} {} {} {}", limits.input_bytes, limits.records, limits.field_bytes, limits.fields));
    if (job.schema) {
        add(digest, job.schema->text());
    } else if (job.schemas != nullptr) {
        // Which one is used is up to the annex, and to which others there are.
        for (const auto& [id, file] : job.schemas->list()) {
            add(digest, id);
            const auto source = open_source(file);
            if (!source) return source.error();
            const auto text = read_at_most(**source, most_schema_bytes, ErrorKind::schema);
            if (!text) return text.error();
            Sha256 of_text;
            of_text.add(*text);
            add(digest, of_text.take());
        }
    }
    return digest.take();
}

} // namespace annexkit
