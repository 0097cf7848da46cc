// SPDX-License-Identifier: Apache-2.0
// Two saved reports compared: findings that are new, gone, or still there, by what makes a finding the same.
#include "report/forms.hpp"
#include "report/json.hpp"
#include "report/words.hpp"

#include <functional>
#include <unordered_map>

#include <fmt/format.h>

namespace annexkit {
namespace {

using Seen = std::function<void(const Finding&)>;

/// Hands every finding of a saved report to a function.
class Listener : public Report {
  public:
    explicit Listener(Seen seen) : seen_(std::move(seen)) {}
    Result<void> add(const Finding& finding, const Initiative*) override {
        seen_(finding);
        return {};
    }
    Result<void> end(const InputReport&) override { return {}; }
    Result<void> fail(const std::string&, const Error&) override { return {}; }
    Result<void> finish() override { return {}; }

  private:
    Seen seen_;
};

Result<void> each_finding(const SavedReport& saved, Seen seen) {
    Listener listener(std::move(seen));
    Reporter reporter;
    reporter.add(listener);
    return saved.show(reporter);
}

// Several inputs keep their findings apart; a single one may have another name than before.
std::string key_of(const Finding& finding, bool with_source) {
    return fingerprint(finding) + (with_source ? finding.place.source : std::string());
}

void put_changed(JsonWriter& writer, const char* name, const std::vector<Finding>& findings, const RuleCatalogue& rules,
                 Language language) {
    writer.Key(name);
    writer.StartArray();
    for (const auto& finding : findings) {
        const Sentence sentence = rules.render(finding, language);
        writer.StartObject();
        put(writer, "rule", finding.rule);
        put(writer, "severity", to_string(finding.severity));
        put(writer, "message", sentence.message);
        put_some(writer, "hint", sentence.hint);
        put_finding(writer, finding);
        writer.EndObject();
    }
    writer.EndArray();
}

} // namespace

Result<Comparison> compare(const SavedReport& before, const SavedReport& after) {
    Comparison comparison{{}, {}, 0, after.rules()};
    for (const auto& [id, rule] : before.rules().all())
        if (comparison.rules.find(id) == nullptr) (void)comparison.rules.add(rule);
    const bool with_source = before.summaries().size() != 1 || after.summaries().size() != 1;
    std::unordered_map<std::string, std::uint64_t> left;
    const auto count = [&](const Finding& finding) { ++left[key_of(finding, with_source)]; };
    if (auto read = each_finding(before, count); !read) return tl::unexpected(read.error());
    const auto match = [&](const Finding& finding) {
        const auto found = left.find(key_of(finding, with_source));
        if (found == left.end() || found->second == 0) {
            comparison.added.push_back(finding);
            return;
        }
        --found->second;
        ++comparison.remaining;
    };
    if (auto read = each_finding(after, match); !read) return tl::unexpected(read.error());
    const auto collect_gone = [&](const Finding& finding) {
        auto& rest = left[key_of(finding, with_source)];
        if (rest == 0) return;
        --rest;
        comparison.gone.push_back(finding);
    };
    if (auto read = each_finding(before, collect_gone); !read) return tl::unexpected(read.error());
    return comparison;
}

std::string comparison_text(const Comparison& comparison, Language language) {
    const bool is_french = language == Language::french;
    const Words& said = words(language);
    std::string text;
    const auto list = [&](std::string_view title, const std::vector<Finding>& findings) {
        text += fmt::format("{}{} {}\n", title, said.colon, counted(findings.size(), said.finding, language));
        for (const auto& finding : findings) {
            const std::string place =
                finding.place.line == 0 ? "" : fmt::format(":{}:{}", finding.place.line, finding.place.column);
            text += fmt::format("  {}{}: {}: {} [{}]\n", printable(finding.place.source), place,
                                word(said, finding.severity),
                                printable(comparison.rules.render(finding, language).message), finding.rule);
            if (const auto where = whereabouts(finding, language); !where.empty())
                text += fmt::format("    {}\n", printable(where));
        }
    };
    list(is_french ? "nouveaux" : "new", comparison.added);
    list(is_french ? "disparus" : "gone", comparison.gone);
    text += fmt::format("{}{} {}\n", is_french ? "toujours là" : "still there", said.colon,
                        counted(comparison.remaining, said.finding, language));
    return text;
}

std::string comparison_json(const Comparison& comparison, Language language) {
    JsonBuffer buffer;
    JsonWriter writer(buffer);
    writer.StartObject();
    put(writer, "annexkit_comparison", std::uint64_t{1});
    put(writer, "remaining", comparison.remaining);
    put_changed(writer, "new", comparison.added, comparison.rules, language);
    put_changed(writer, "gone", comparison.gone, comparison.rules, language);
    writer.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

} // namespace annexkit
