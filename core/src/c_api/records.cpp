// SPDX-License-Identifier: Apache-2.0
#include "c_api/records.hpp"

#include "c_api/guard.hpp"
#include "messages/error.hpp"
#include "pipeline/context.hpp"

#include <utility>

namespace annexkit::c_api {

Result<std::unique_ptr<Pulling>> Pulling::open(const Settings& settings) {
    auto execution = Execution::open(settings);
    if (!execution) return execution.error();
    std::unique_ptr<Pulling> pulling(new Pulling);
    pulling->execution_ = std::move(*execution);
    pulling->records_.emplace(pulling->execution_->registry(), pulling->execution_->job());
    return pulling;
}

Result<const RecordView*> Pulling::next() {
    if (failure_) return *failure_;
    auto next = records_->next();
    if (!next || *next != nullptr || told_) return next;
    auto told = execution_->settle(records_->summary());
    if (!told) {
        failure_ = told.error();
        return told.error();
    }
    told_ = std::move(*told);
    return next;
}

Result<std::span<const annexkit_field>> Pulling::fields() {
    auto schema = records_->schema();
    if (!schema) return schema.error();
    if (*schema && fields_.empty()) fields_ = contract_fields(**schema);
    return fields_;
}

} // namespace annexkit::c_api

using namespace annexkit;
using namespace annexkit::c_api;

annexkit_error* annexkit_job_records(annexkit_job* job, annexkit_records** records) {
    return guarded({{job, "job"}, {records, "records"}}, [&]() -> Result<void> {
        auto pulling = Pulling::open(job->settings);
        if (!pulling) return pulling.error();
        *records = std::make_unique<annexkit_records>(annexkit_records{std::move(*pulling)}).release();
        return {};
    });
}

void annexkit_records_free(annexkit_records* records) { delete records; }

annexkit_error* annexkit_records_fields(annexkit_records* records, const annexkit_field** fields, std::size_t* count) {
    return guarded({{records, "records"}, {fields, "fields"}, {count, "count"}}, [&]() -> Result<void> {
        const auto found = records->pulling->fields();
        if (!found) return found.error();
        *fields = found->data();
        *count = found->size();
        return {};
    });
}

annexkit_error* annexkit_records_next(annexkit_records* records, annexkit_initiative* initiative) {
    return guarded({{records, "records"}, {initiative, "initiative"}}, [&]() -> Result<void> {
        if (auto checked = check_size(initiative); !checked) return checked;
        const auto next = records->pulling->next();
        if (!next) return next.error();
        annexkit_initiative table{};
        if (const RecordView* const record = *next) {
            table.ordinal = record->ordinal;
            table.values = record->values.data();
            table.value_count = record->values.size();
            table.unknown = record->unknown.data();
            table.unknown_count = record->unknown.size();
            table.is_valid = record->is_valid ? 1 : 0;
        }
        return fill(initiative, table);
    });
}

annexkit_error* annexkit_records_summary(const annexkit_records* records, annexkit_summary* summary) {
    return guarded({{records, "records"}, {summary, "summary"}}, [&]() -> Result<void> {
        const Told* const told = records->pulling->told();
        if (told == nullptr) return make_error(ErrorKind::usage, "c.not-ended");
        return fill(summary, told->table());
    });
}
