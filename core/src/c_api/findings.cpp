// SPDX-License-Identifier: Apache-2.0
#include "c_api/guard.hpp"
#include "c_api/shown.hpp"
#include "messages/error.hpp"

#include <annexkit/files.hpp>
#include <annexkit/plugin_sdk.hpp>
#include <annexkit/report.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

namespace annexkit::c_api {

Shown::Shown(const Finding& finding, const RuleCatalogue& rules, Language language)
    : finding_(finding), sentence_(rules.render(finding, language)), fingerprint_(fingerprint(finding)) {
    const Rule* const rule = rules.find(finding.rule);
    tells_loss_ = rule == nullptr || rule->tells_loss();
}

annexkit_found Shown::table() const {
    const Place& place = finding_.place;
    annexkit_found found{};
    found.struct_size = sizeof found;
    found.severity = static_cast<std::int32_t>(finding_.severity);
    found.item = finding_.item;
    found.rule = sdk::text(finding_.rule);
    found.message = sdk::text(sentence_.message);
    found.hint = sdk::text(sentence_.hint);
    found.initiative = sdk::text(finding_.initiative);
    found.field = sdk::text(finding_.field);
    found.source = sdk::text(place.source);
    found.address = sdk::text(place.address);
    found.excerpt = sdk::text(finding_.excerpt);
    found.fingerprint = sdk::text(fingerprint_);
    found.ordinal = finding_.ordinal;
    found.line = place.line;
    found.column = place.column;
    found.offset = place.offset;
    found.size = place.size;
    found.row = place.row;
    found.cell_column = place.cell_column;
    return found;
}

void FindingList::add(const Shown& finding) {
    const std::lock_guard lock(mutex_);
    findings_.push_back(finding);
}

std::size_t FindingList::count() const {
    const std::lock_guard lock(mutex_);
    return findings_.size();
}

const Shown* FindingList::at(std::size_t index) const {
    const std::lock_guard lock(mutex_);
    return index < findings_.size() ? &findings_[index] : nullptr;
}

Baseline FindingList::baseline() const {
    const std::lock_guard lock(mutex_);
    Baseline baseline;
    for (const auto& shown : findings_)
        if (!shown.tells_loss()) baseline.add(shown.finding());
    return baseline;
}

} // namespace annexkit::c_api

using namespace annexkit;
using namespace annexkit::c_api;

annexkit_error* annexkit_findings_new(annexkit_findings** findings) {
    return guarded({{findings, "findings"}}, [&]() -> Result<void> {
        auto made = std::make_unique<annexkit_findings>();
        made->shared = std::make_shared<FindingList>();
        *findings = made.release();
        return {};
    });
}

void annexkit_findings_free(annexkit_findings* findings) { delete findings; }

std::size_t annexkit_findings_count(const annexkit_findings* findings) {
    return findings == nullptr ? 0 : findings->shared->count();
}

annexkit_error* annexkit_findings_get(const annexkit_findings* findings, std::size_t index, annexkit_found* found) {
    return guarded({{findings, "findings"}, {found, "found"}}, [&]() -> Result<void> {
        if (const Shown* shown = findings->shared->at(index)) return fill(found, shown->table());
        return make_error(ErrorKind::usage, "c.no-finding",
                          {{"index", std::to_string(index)}, {"count", std::to_string(findings->shared->count())}});
    });
}

annexkit_error* annexkit_findings_write_baseline(const annexkit_findings* findings, const char* file) {
    return guarded({{findings, "findings"}, {file, "file"}}, [&]() -> Result<void> {
        Baseline baseline = findings->shared->baseline();
        std::error_code error;
        if (std::filesystem::exists(file, error) || error) {
            // Reasons are kept on whatever day.
            const auto before = Baseline::open(file, "0000-01-01");
            if (!before) return before.error();
            baseline.keep_reasons(*before);
        }
        const auto target = FileTarget::create(file, OnExisting::replace);
        if (!target) return target.error();
        if (auto written = (*target)->write(baseline.json()); !written) return written;
        return (*target)->commit();
    });
}
