// SPDX-License-Identifier: Apache-2.0
#include "messages/error.hpp"
#include "messages/json_faults.hpp"
#include "report/json.hpp"
#include "text/date.hpp"

#include <annexkit/baseline.hpp>
#include <annexkit/files.hpp>
#include <annexkit/report.hpp>

#include <algorithm>
#include <tuple>
#include <vector>

#include <fmt/format.h>

namespace annexkit {
namespace {

std::string key_of(const Baseline::Entry& entry) {
    Finding finding;
    finding.rule = entry.rule;
    finding.initiative = entry.initiative;
    finding.field = entry.field;
    finding.excerpt = entry.excerpt;
    return fingerprint(finding);
}

Baseline::Entry entry_of(const rapidjson::Value& object) {
    const auto text = [&](const char* name) { return std::string(text_of(member(object, name))); };
    return {text("rule"), text("initiative"), text("field"), text("excerpt"), text("reason"), text("until")};
}

Result<std::string> text_of_file(const std::filesystem::path& file) {
    const auto source = open_source(file);
    if (!source) return source.error();
    return read_all(**source);
}

std::string line_of(const Baseline::Entry& entry) {
    JsonBuffer buffer;
    JsonWriter writer(buffer);
    writer.StartObject();
    put(writer, "rule", entry.rule);
    put_some(writer, "initiative", entry.initiative);
    put_some(writer, "field", entry.field);
    put_some(writer, "excerpt", entry.excerpt);
    put_some(writer, "reason", entry.reason);
    put_some(writer, "until", entry.until);
    writer.EndObject();
    return buffer.GetString();
}

} // namespace

Result<Baseline> Baseline::open(const std::filesystem::path& file, std::string_view today) {
    if (!is_date(today))
        return make_error(ErrorKind::usage, "baseline.no-date", {{"place", "today"}, {"value", std::string(today)}});
    const auto text = text_of_file(file);
    if (!text) return text.error();
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(text->data(), text->size());
    const auto refuse = [&](const Error& why) {
        return make_error(ErrorKind::usage, "baseline.malformed", {{"file", file.string()}}, why);
    };
    const auto because = [](MessageId why, std::vector<Argument> arguments = {}) {
        return make_error(ErrorKind::usage, why, std::move(arguments));
    };
    if (document.HasParseError())
        return refuse(make_error(ErrorKind::usage, "json.at-byte",
                                 {{"offset", fmt::format("{}", document.GetErrorOffset())}},
                                 json_fault(document.GetParseError())));
    const auto& version = member(document, "annexkit_baseline");
    if (!version.IsUint() || version.GetUint() != 1) return refuse(because("baseline.no-version"));
    const auto& findings = member(document, "findings");
    if (!findings.IsArray()) return refuse(because("baseline.no-findings"));
    Baseline baseline;
    for (rapidjson::SizeType i = 0; i < findings.Size(); ++i) {
        Entry entry = entry_of(findings[i]);
        const auto place = fmt::format("/findings/{}", i);
        if (entry.rule.empty()) return refuse(because("baseline.no-rule", {{"place", place}}));
        if (!entry.until.empty() && !is_date(entry.until))
            return refuse(because("baseline.no-date", {{"place", place + "/until"}, {"value", entry.until}}));
        if (entry.until.empty() != entry.reason.empty())
            return refuse(because("baseline.half-waiver", {{"place", place}}));
        auto& entries = !entry.until.empty() && entry.until < today ? baseline.expired_ : baseline.entries_;
        entries.insert_or_assign(key_of(entry), std::move(entry));
    }
    return baseline;
}

// Without an id, nothing tells one initiative from the next.
bool Baseline::can_know(const Finding& finding) { return finding.ordinal == 0 || !finding.initiative.empty(); }

bool Baseline::knows(const Finding& finding) const {
    return can_know(finding) && entries_.contains(fingerprint(finding));
}

bool Baseline::add(const Finding& finding) {
    if (!can_know(finding)) return false;
    entries_.try_emplace(fingerprint(finding), Entry{finding.rule,
                                                     finding.initiative,
                                                     finding.field,
                                                     finding.initiative.empty() ? finding.excerpt : std::string(),
                                                     {},
                                                     {}});
    return true;
}

void Baseline::keep_reasons(const Baseline& before) {
    for (auto& [key, entry] : entries_)
        for (const auto* known : {&before.entries_, &before.expired_}) {
            const auto found = known->find(key);
            if (found == known->end()) continue;
            entry.reason = found->second.reason;
            entry.until = found->second.until;
        }
}

std::string Baseline::json() const {
    std::vector<const Entry*> sorted;
    for (const auto* entries : {&entries_, &expired_})
        for (const auto& [key, entry] : *entries) sorted.push_back(&entry);
    const auto order = [](const Entry* entry) {
        return std::tie(entry->initiative, entry->field, entry->rule, entry->excerpt, entry->until);
    };
    std::sort(sorted.begin(), sorted.end(),
              [&](const Entry* left, const Entry* right) { return order(left) < order(right); });
    std::string text = "{\n  \"annexkit_baseline\": 1,\n  \"findings\": [";
    for (const auto* entry : sorted) text += (entry == sorted.front() ? "\n    " : ",\n    ") + line_of(*entry);
    return text + (sorted.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

} // namespace annexkit
