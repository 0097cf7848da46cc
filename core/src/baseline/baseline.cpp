// SPDX-License-Identifier: Apache-2.0
#include "findings/subject.hpp"
#include "input/read_at_most.hpp"
#include "messages/error.hpp"
#include "messages/json_faults.hpp"
#include "report/json.hpp"
#include "text/date.hpp"
#include "text/nearest.hpp"

#include <annexkit/baseline.hpp>
#include <annexkit/files.hpp>
#include <annexkit/report.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

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

Error fault(MessageId what, std::vector<Argument> arguments = {}) {
    return make_error(ErrorKind::usage, what, std::move(arguments));
}

std::optional<Error> fault_of_names(const rapidjson::Value& object, const std::vector<Argument>& place,
                                    std::span<const std::string> known) {
    std::set<std::string_view> given;
    for (const auto& [key, value] : object.GetObject()) {
        const std::string_view name = text_of(key);
        const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
        if (is_known && given.insert(name).second) continue;
        std::vector<Argument> told = place;
        told.push_back({"name", std::string(name)});
        if (is_known) return fault("baseline.twice", std::move(told));
        told.push_back({"nearest", Vocabulary(known).nearest(name)});
        told.push_back({"known", fmt::format("{}", fmt::join(known, ", "))});
        return fault("baseline.unknown-member", std::move(told));
    }
    return std::nullopt;
}

std::optional<Error> fault_at_top(const rapidjson::Document& document) {
    static const std::string known[] = {"annexkit_baseline", "findings"};
    const auto& version = member(document, "annexkit_baseline");
    if (!version.IsUint() || version.GetUint() != 1) return fault("baseline.no-version");
    if (!member(document, "findings").IsArray()) return fault("baseline.no-findings");
    return fault_of_names(document, {{"place", "it"}, {"place_fr", "il"}}, known);
}

// A name or value that is not understood would leave a finding known, or waived, other than somebody meant.
std::optional<Error> fault_of_members(const rapidjson::Value& object, const std::string& place) {
    static const std::string known[] = {"rule", "initiative", "field", "excerpt", "reason", "until"};
    if (auto why = fault_of_names(object, {{"place", place}, {"place_fr", place}}, known)) return why;
    for (const auto& [name, value] : object.GetObject())
        if (!value.IsString())
            return fault("baseline.no-text", {{"place", fmt::format("{}/{}", place, text_of(name))}});
    return std::nullopt;
}

std::optional<Error> fault_of(const Baseline::Entry& entry, const std::string& place, const RuleCatalogue* rules) {
    if (entry.rule.empty()) return fault("baseline.no-rule", {{"place", place}});
    if (rules != nullptr && rules->find(entry.rule) == nullptr) {
        Error unknown = unknown_rule(*rules, entry.rule);
        Error told = make_error(ErrorKind::usage, "baseline.entry", {{"place", place}}, unknown);
        told.hint = std::move(unknown.hint);
        told.french.hint = std::move(unknown.french.hint);
        return told;
    }
    if (!entry.until.empty() && !is_date(entry.until))
        return fault("baseline.no-date", {{"place", place + "/until"}, {"value", entry.until}});
    if (entry.until.empty() != entry.reason.empty()) return fault("baseline.half-waiver", {{"place", place}});
    return std::nullopt;
}

// What the reason advises goes before what can be said of any file.
Error malformed(const std::filesystem::path& file, const Error& why) {
    Error error = make_error(ErrorKind::usage, "baseline.malformed", {{"file", file.string()}}, why);
    if (why.hint.empty()) return error;
    error.hint = why.hint;
    error.french.hint = why.in(Language::french).hint;
    return error;
}

// Some two million findings.
constexpr std::size_t most_baseline_bytes = std::size_t{256} << 20;

Result<std::string> text_of_file(const std::filesystem::path& file) {
    const auto source = open_source(file);
    if (!source) return source.error();
    auto text = read_at_most(**source, most_baseline_bytes, ErrorKind::usage);
    if (!text && text.error().kind == ErrorKind::usage) return malformed(file, text.error());
    return text;
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
    return open(file, today, nullptr);
}

Result<Baseline> Baseline::open(const std::filesystem::path& file, std::string_view today, const RuleCatalogue& rules) {
    return open(file, today, &rules);
}

Result<Baseline> Baseline::open(const std::filesystem::path& file, std::string_view today, const RuleCatalogue* rules) {
    if (!is_date(today)) return fault("baseline.no-date", {{"place", "today"}, {"value", std::string(today)}});
    const auto text = text_of_file(file);
    if (!text) return text.error();
    rapidjson::Document document;
    if (const auto parsed = read_document(*text, document); parsed.IsError())
        return malformed(file,
                         make_error(ErrorKind::usage, "baseline.no-json",
                                    {{"place", line_and_column(*text, parsed.Offset())}}, json_fault(parsed.Code())));
    if (const auto why = fault_at_top(document)) return malformed(file, *why);
    const auto& findings = member(document, "findings");
    Baseline baseline;
    for (rapidjson::SizeType i = 0; i < findings.Size(); ++i) {
        const auto place = fmt::format("/findings/{}", i);
        if (!findings[i].IsObject()) return malformed(file, fault("baseline.no-rule", {{"place", place}}));
        if (const auto why = fault_of_members(findings[i], place)) return malformed(file, *why);
        Entry entry = entry_of(findings[i]);
        if (const auto why = fault_of(entry, place, rules)) return malformed(file, *why);
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
                                                     finding.initiative.empty() ? subject_of(finding) : std::string(),
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
