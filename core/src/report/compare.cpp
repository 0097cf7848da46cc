// SPDX-License-Identifier: Apache-2.0
// Two saved reports compared: findings that are new, gone, still there, or not checked any more.
#include "report/forms.hpp"
#include "report/json.hpp"
#include "report/words.hpp"

#include <functional>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace annexkit {
namespace {

/// Whom a saved report tells what it holds.
struct Listeners {
    std::function<void(const Finding&)> finding;
    std::function<void(const InputReport&)> end = [](const InputReport&) {};
    std::function<void(const std::string&, const Error&)> fail = [](const std::string&, const Error&) {};
};

class Teller : public Report {
  public:
    explicit Teller(Listeners listeners) : listeners_(std::move(listeners)) {}
    Result<void> add(const Finding& finding, const Initiative*) override {
        listeners_.finding(finding);
        return {};
    }
    Result<void> end(const InputReport& input) override {
        listeners_.end(input);
        return {};
    }
    Result<void> fail(const std::string& source, const Error& error) override {
        listeners_.fail(source, error);
        return {};
    }
    Result<void> finish() override { return {}; }

  private:
    Listeners listeners_;
};

Result<void> tell(const SavedReport& saved, Listeners listeners) {
    Teller teller(std::move(listeners));
    Reporter reporter;
    reporter.add(teller);
    return saved.show(reporter);
}

/// Pairs the findings of two reports: first those that say the same, then those that differ in what they say alone.
class Pairing {
  public:
    explicit Pairing(bool with_source) : with_source_(with_source) {}

    void add_old(const Finding& finding) { ++same_[whole_key(finding)]; }
    /// After every add_old().
    void add_new(const Finding& finding) {
        const bool is_same = take(same_, whole_key(finding));
        if (!is_same) ++changed_[key(finding)];
        new_.push_back({finding, is_same});
    }
    /// The old ones again, after every add_new(). Returns whether the finding has no partner.
    bool is_alone(const Finding& finding) {
        if (!take(same_, whole_key(finding))) return false;
        if (!take(changed_, key(finding))) return true;
        ++paired_[key(finding)];
        return false;
    }
    /// Hands out the new ones, by whether they have a partner, after every is_alone().
    void take(std::vector<Finding>& added, std::vector<Finding>& remaining) {
        for (auto& [finding, is_same] : new_)
            (is_same || take(paired_, key(finding)) ? remaining : added).push_back(std::move(finding));
        new_.clear();
    }

  private:
    using Counts = std::unordered_map<std::string, std::uint64_t>;
    static bool take(Counts& counts, const std::string& key) {
        const auto found = counts.find(key);
        if (found == counts.end() || found->second == 0) return false;
        --found->second;
        return true;
    }

    // Several inputs keep their findings apart; a single one may have another name than before. An item of a list is
    // known by what is said of it, for its place changes with the others.
    [[nodiscard]] std::string key(const Finding& finding) const {
        return fingerprint(finding) + (with_source_ ? finding.place.source : std::string()) +
               (finding.item >= 0 ? arguments_of(finding) : std::string());
    }
    [[nodiscard]] std::string whole_key(const Finding& finding) const {
        return key(finding) + arguments_of(finding) + '\0' + finding.excerpt;
    }
    static std::string arguments_of(const Finding& finding) {
        std::string text;
        for (const auto& argument : finding.arguments) text += '\0' + argument.name + '\0' + argument.value;
        return text;
    }

    bool with_source_;
    /// Old findings without a new one that says the same.
    Counts same_;
    /// New findings without an old one that says the same, and those that have a partner nevertheless.
    Counts changed_;
    Counts paired_;
    /// In their order, and whether an old one says the same.
    struct New {
        Finding finding;
        bool is_same = false;
    };
    std::vector<New> new_;
};

/// What the new report says of its inputs.
class Inputs {
  public:
    Inputs(const RuleCatalogue& rules, bool with_source) : rules_(rules), with_source_(with_source) {}

    void end(const InputReport& input) {
        const bool is_whole = input.summary.is_read() && !input.rules.contains("heading.missing");
        auto& known = known_.try_emplace(input.source, Checked{true, false}).first->second;
        known.to_its_end = known.to_its_end && is_whole;
        known.as_a_whole = input.extent == Extent::whole_annex;
        known.switched_off = input.summary.switched_off;
        known.has_baseline = input.summary.known > 0;
        if (known.has_baseline) gaps_.push_back(baseline_gap(input));
        if (!not_checked(input, Language::english).empty())
            gaps_.push_back({input.source, std::nullopt, not_checked(input, Language::english),
                             not_checked(input, Language::french)});
    }
    void fail(const std::string& source, const Error& error) {
        known_[source] = {};
        gaps_.push_back({source, error, {}, {}});
    }

    /// Whether the input of an old finding was checked to its end, and its rule tried.
    [[nodiscard]] bool have_checked(const Finding& finding) {
        const auto& [source, checked] = with_source_ ? look_up(finding) : *known_.begin();
        const auto& off = checked.switched_off;
        if (checked.has_baseline || std::find(off.begin(), off.end(), finding.rule) != off.end()) return false;
        const Rule* rule = rules_.find(finding.rule);
        if (rule == nullptr || !rule->of_whole_annex || checked.as_a_whole) return checked.to_its_end;
        if (checked.to_its_end && unasked_.insert(source).second) {
            const InputReport submission;
            gaps_.push_back({source,
                             std::nullopt,
                             {not_asked_for(submission, Language::english)},
                             {not_asked_for(submission, Language::french)}});
        }
        return false;
    }
    [[nodiscard]] std::vector<Comparison::Gap> take_gaps() { return std::move(gaps_); }

  private:
    struct Checked {
        bool to_its_end = false;
        bool as_a_whole = false;
        std::vector<std::string> switched_off = {};
        /// Findings that are in the baseline are not listed, so that nobody knows which are gone.
        bool has_baseline = false;
    };
    using Known = std::map<std::string, Checked, std::less<>>;

    static Comparison::Gap baseline_gap(const InputReport& input) {
        const std::uint64_t known = input.summary.known;
        return {input.source,
                std::nullopt,
                {fmt::format("which findings are gone: {} in the baseline, not listed", known)},
                {fmt::format("quels constats ont disparu\u00A0: {} de la base de référence, non listés", known)}};
    }

    const Known::value_type& look_up(const Finding& finding) {
        const auto [found, is_missing] = known_.try_emplace(finding.place.source);
        if (is_missing)
            gaps_.push_back({finding.place.source,
                             std::nullopt,
                             {"the file, which the new report does not have"},
                             {"le fichier, que le nouveau rapport n'a pas"}});
        return *found;
    }

    const RuleCatalogue& rules_;
    bool with_source_;
    Known known_;
    std::set<std::string, std::less<>> unasked_;
    std::vector<Comparison::Gap> gaps_;
};

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

void put_gaps(JsonWriter& writer, const std::vector<Comparison::Gap>& gaps, Language language) {
    writer.Key("gaps");
    writer.StartArray();
    for (const auto& gap : gaps) {
        writer.StartObject();
        put(writer, "source", gap.source);
        if (gap.error) put_error(writer, in_one(*gap.error, language));
        writer.Key("not_checked");
        writer.StartArray();
        for (const auto& reason : language == Language::french ? gap.french : gap.english) put_text(writer, reason);
        writer.EndArray();
        writer.EndObject();
    }
    writer.EndArray();
}

std::string gap_text(const Comparison::Gap& gap, Language language) {
    const Words& said = words(language);
    if (gap.error)
        return fmt::format("  {}{} {}\n", said.error.one, said.colon, printable(gap.error->in(language).message));
    std::string text;
    for (const auto& reason : language == Language::french ? gap.french : gap.english)
        text += fmt::format("  {}{} {}\n", printable(gap.source), said.colon, printable(reason));
    return text;
}

} // namespace

Result<Comparison> compare(const SavedReport& before, const SavedReport& after) {
    Comparison comparison{{}, {}, {}, {}, {}, after.rules()};
    for (const auto& [id, rule] : before.rules().all())
        if (comparison.rules.find(id) == nullptr) (void)comparison.rules.add(rule);
    const bool with_source = before.summaries().size() != 1 || after.summaries().size() != 1;
    Pairing pairing(with_source);
    Inputs inputs(comparison.rules, with_source);
    if (auto told = tell(before, {.finding = [&](const Finding& finding) { pairing.add_old(finding); }}); !told)
        return told.error();
    auto told =
        tell(after, {.finding = [&](const Finding& finding) { pairing.add_new(finding); },
                     .end = [&](const InputReport& input) { inputs.end(input); },
                     .fail = [&](const std::string& source, const Error& error) { inputs.fail(source, error); }});
    if (!told) return told.error();
    const auto sort = [&](const Finding& finding) {
        if (!pairing.is_alone(finding)) return;
        (inputs.have_checked(finding) ? comparison.gone : comparison.not_checked).push_back(finding);
    };
    if (auto again = tell(before, {.finding = sort}); !again) return again.error();
    pairing.take(comparison.added, comparison.remaining);
    comparison.gaps = inputs.take_gaps();
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
    if (!comparison.not_checked.empty() || !comparison.gaps.empty()) list(said.not_checked, comparison.not_checked);
    for (const auto& gap : comparison.gaps) text += gap_text(gap, language);
    text += fmt::format("{}{} {}\n", is_french ? "toujours là" : "still there", said.colon,
                        counted(comparison.remaining.size(), said.finding, language));
    return text;
}

std::string comparison_json(const Comparison& comparison, Language language) {
    JsonBuffer buffer;
    JsonWriter writer(buffer);
    writer.StartObject();
    put(writer, "annexkit_comparison", std::uint64_t{1});
    put_changed(writer, "new", comparison.added, comparison.rules, language);
    put_changed(writer, "gone", comparison.gone, comparison.rules, language);
    put_changed(writer, "remaining", comparison.remaining, comparison.rules, language);
    put_changed(writer, "not_checked", comparison.not_checked, comparison.rules, language);
    put_gaps(writer, comparison.gaps, language);
    writer.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

} // namespace annexkit
