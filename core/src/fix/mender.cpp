// SPDX-License-Identifier: Apache-2.0
#include "fix/mender.hpp"

#include "findings/argument.hpp"
#include "schema/compiled.hpp"
#include "text/fold.hpp"
#include "text_rules/text_rules.hpp"
#include "validate/combined.hpp"
#include "validate/number.hpp"
#include "validate/number_meant.hpp"
#include "validate/zeros.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <utility>

namespace annexkit {
namespace {

struct Fixable {
    std::string_view rule;
    Fix fix;
};
constexpr std::array fixable = {
    Fixable{"field.kind", Fix::both},
    Fixable{"field.not-in-list", Fix::both},
    Fixable{"objective.text-differs", Fix::unsafe},
    Fixable{"partner.combined", Fix::safe},
    Fixable{"partner.unknown", Fix::both},
    Fixable{"section.heading-differs", Fix::unsafe},
    Fixable{"section.unknown", Fix::both},
    Fixable{"text.doubled-space", Fix::safe},
    Fixable{"text.lost-zeros", Fix::unsafe},
    Fixable{"text.mojibake", Fix::safe},
    Fixable{"text.not-composed", Fix::safe},
    Fixable{"text.outer-space", Fix::safe},
    Fixable{"text.windows-1252", Fix::safe},
};

// Tell that a text is no code of a list.
constexpr std::array<std::string_view, 4> code_rules = {"field.not-in-list", "partner.unknown", "section.unknown",
                                                        "text.lost-zeros"};

/// The text without what breaks a rule, where it can be without; a rule that is none on texts has nothing to say.
std::optional<std::string> without_fault(const std::string& text, std::string_view rule) {
    if (rule == "text.mojibake") return unmisread(text);
    if (rule == "text.windows-1252") return with_windows_1252(text);
    if (rule == "text.not-composed") return composed(text);
    if (rule == "text.outer-space") return std::string(trimmed(text));
    if (rule == "text.doubled-space") return with_single_spaces(text);
    return std::nullopt;
}

bool begins_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
}

} // namespace

Fix fix_of(std::string_view rule) {
    const auto* found =
        std::find_if(fixable.begin(), fixable.end(), [&](const Fixable& known) { return known.rule == rule; });
    return found == fixable.end() ? Fix::none : found->fix;
}

/// A value on its way, and what was found in it.
class Mender::Value {
  public:
    Value(const Schema::Compiled& schema, std::size_t index, std::int32_t item, std::string_view said)
        : field(schema.fields[index]), checks(item < 0 ? schema.checks[index].own : schema.checks[index].items),
          text(said), index_(index), item_(item), before_(said) {}

    /// Says that the value is another one now, because of a rule.
    void become(std::string now, std::string_view rule, bool is_safe = true) {
        text = std::move(now);
        rules_.push_back(rule);
        is_safe_ = is_safe_ && is_safe;
    }
    void become_number(std::string now, std::string_view rule, bool is_safe) {
        kind_ = ANNEXKIT_NUMBER;
        become(std::move(now), rule, is_safe);
    }
    /// Says that a rule stays broken, and why.
    void refuse(std::string_view rule, MessageId why) { refusals_.push_back({index_, item_, rule, why}); }
    void divide(std::vector<std::string> pieces, std::string_view rule) {
        pieces_ = std::move(pieces);
        rules_.push_back(rule);
    }
    [[nodiscard]] std::size_t index() const { return index_; }
    [[nodiscard]] bool is_changed() const { return !pieces_.empty() || kind_ == ANNEXKIT_NUMBER || text != before_; }
    void forget_refusals() { refusals_.clear(); }
    [[nodiscard]] const std::vector<Unmended>& refusals() const { return refusals_; }
    [[nodiscard]] Change change() && {
        if (pieces_.empty()) pieces_.push_back(std::move(text));
        return {index_, item_, kind_, std::move(pieces_), std::move(rules_), is_safe_};
    }

    const Field& field;
    const Checks& checks;
    std::string text;
    std::vector<const LocalFinding*> found;

  private:
    std::size_t index_;
    std::int32_t item_;
    std::string before_;
    std::uint32_t kind_ = ANNEXKIT_TEXT;
    std::vector<std::string> pieces_;
    std::vector<std::string_view> rules_;
    std::vector<Unmended> refusals_;
    bool is_safe_ = true;
};

/// The record with changes made.
class Mender::Draft {
  public:
    explicit Draft(const annexkit_record& record)
        : record_(record), values_(record.values, record.values + record.value_count) {
        record_.values = values_.data();
    }

    [[nodiscard]] const annexkit_record& record() const { return record_; }
    /// All that was changed, by places of the record as it was.
    [[nodiscard]] std::vector<Change> changes() const {
        std::vector<Change> result;
        for (const auto& [place, change] : changes_) result.push_back(change);
        return result;
    }

    /// Where an item of the draft was in the record.
    [[nodiscard]] std::int32_t origin_of(std::size_t field, std::int32_t item) const {
        const auto list = lists_.find(field);
        return item < 0 || list == lists_.end() ? item : list->second.origins[static_cast<std::size_t>(item)];
    }

    void make(Change change) {
        annexkit_value& value = values_[change.field];
        if (change.item < 0) {
            value.kind = change.kind;
            value.text = keep(change.texts.front());
        } else {
            change.item = replace_item(value, change);
        }
        const auto [known, is_new] = changes_.try_emplace({change.field, change.item}, change);
        if (is_new) return;
        Change& before = known->second;
        before.kind = change.kind;
        before.texts = std::move(change.texts);
        before.rules.insert(before.rules.end(), change.rules.begin(), change.rules.end());
        before.is_safe = before.is_safe && change.is_safe;
    }

  private:
    /// The items of a list, each with the index that it, or what it was divided from, had in the record.
    struct List {
        std::vector<annexkit_text> items;
        std::vector<std::int32_t> origins;
    };

    annexkit_text keep(const std::string& text) { return sdk::text(texts_.emplace_back(text)); }

    std::int32_t replace_item(annexkit_value& value, const Change& change) {
        List& list = lists_[change.field];
        if (list.items.empty())
            for (std::uint32_t i = 0; i < value.count; ++i) {
                list.items.push_back(value.items[i]);
                list.origins.push_back(static_cast<std::int32_t>(i));
            }
        const auto at = static_cast<std::size_t>(change.item);
        const std::int32_t origin = list.origins[at];
        // Nearly always it is one text for another.
        list.items[at] = keep(change.texts.front());
        for (std::size_t i = 1; i < change.texts.size(); ++i) {
            const auto to = static_cast<std::ptrdiff_t>(at + i);
            list.items.insert(list.items.begin() + to, keep(change.texts[i]));
            list.origins.insert(list.origins.begin() + to, origin);
        }
        value.items = list.items.data();
        value.count = static_cast<std::uint32_t>(list.items.size());
        return origin;
    }

    annexkit_record record_;
    std::vector<annexkit_value> values_;
    std::deque<std::string> texts_;
    std::map<std::size_t, List> lists_;
    std::map<std::pair<std::size_t, std::int32_t>, Change> changes_;
};

Mender::Mender(std::shared_ptr<const Schema> schema, const RuleCatalogue& rules, Fixes fixes)
    : schema_(std::move(schema)), rules_(rules), fixes_(fixes) {}

bool Mender::may_mend(std::string_view rule, Fix fix) const {
    const Rule* known = rules_.find(rule);
    const bool is_asked = known != nullptr && known->severity != Severity::off;
    return is_asked && (fix == Fix::safe || fixes_ == Fixes::unsafe);
}

Mending Mender::mend(const annexkit_record& record, const Validator& validator) const {
    // A change may let other rules see what it makes of the record: a section that is known now has a heading.
    constexpr int most_rounds = 8;
    Draft draft(record);
    std::vector<Unmended> refusals;
    for (int round = 0; round < most_rounds; ++round) {
        std::vector<LocalFinding> found;
        validator.check(draft.record(), found);
        auto [changes, refused] = once(draft.record(), found);
        for (auto& refusal : refused) refusal.item = draft.origin_of(refusal.field, refusal.item);
        refusals = std::move(refused);
        if (changes.empty()) break;
        // From the last item on, so that those that follow keep their index when one is divided.
        std::reverse(changes.begin(), changes.end());
        for (auto& change : changes) draft.make(std::move(change));
    }
    Mending result{std::move(draft).changes(), std::move(refusals)};
    if (errors_of(draft.record(), validator) <= errors_of(record, validator)) return result;
    for (const auto& change : result.changes)
        for (const auto rule : change.rules)
            result.refusals.push_back({change.field, change.item, rule, "unmended.errors"});
    result.changes.clear();
    return result;
}

std::size_t Mender::errors_of(const annexkit_record& record, const Validator& validator) const {
    std::vector<LocalFinding> found;
    validator.check(record, found);
    return static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [&](const LocalFinding& finding) {
        const Rule* rule = rules_.find(finding.rule);
        return rule != nullptr && rule->severity == Severity::error;
    }));
}

Mending Mender::once(const annexkit_record& record, std::span<const LocalFinding> found) const {
    const Schema::Compiled& schema = schema_->compiled();
    std::map<std::pair<std::int32_t, std::int32_t>, Value> values;
    for (const auto& finding : found) {
        if (finding.field < 0 || fix_of(finding.rule) == Fix::none) continue;
        const auto& value = record.values[finding.field];
        const bool is_item = finding.item >= 0;
        if (is_item != (value.kind == ANNEXKIT_LIST)) continue;
        const auto text = sdk::view(is_item ? value.items[finding.item] : value.text);
        const auto [known, is_new] = values.try_emplace({finding.field, finding.item}, schema,
                                                        static_cast<std::size_t>(finding.field), finding.item, text);
        known->second.found.push_back(&finding);
    }
    Mending result;
    std::map<std::int32_t, std::unordered_set<std::string>> taken;
    for (auto& [place, value] : values) {
        const bool has_codes = value.checks.has_enum;
        if (value.field.kind == FieldKind::integer || value.field.kind == FieldKind::number) {
            mend_number(value, record);
        } else if (has_codes) {
            const auto [codes, is_first] = taken.try_emplace(place.first);
            const auto& list = record.values[place.first];
            if (is_first && place.second >= 0)
                for (const auto& item : std::span(list.items, list.count)) codes->second.emplace(sdk::view(item));
            mend_code(value, codes->second);
        } else if (value.field.kind == FieldKind::text || place.second >= 0) {
            mend_text(value);
            quote_declaration(value, record);
        }
        result.refusals.insert(result.refusals.end(), value.refusals().begin(), value.refusals().end());
        if (value.is_changed()) result.changes.push_back(std::move(value).change());
    }
    return result;
}

// One fault after the other, as long as the rules find one that can be mended: what one hides, the next round shows.
void Mender::mend_text(Value& value) const {
    while (mend_fault(value)) value.forget_refusals();
    for (const auto* finding : value.found) {
        if (finding->rule != "text.lost-zeros" || !may_mend(finding->rule, Fix::unsafe)) continue;
        // Another initiative may have the id already.
        if (value.field.role == Role::id) {
            value.refuse("text.lost-zeros", "unmended.id");
        } else {
            value.become(std::string(argument_or_empty(finding->arguments, "nearest")), "text.lost-zeros", false);
        }
    }
}

bool Mender::mend_fault(Value& value) const {
    const TextFaults faults = faults_in(value.text);
    // That a text was cut is known by its length alone.
    const bool is_cut = std::any_of(faults.begin(), faults.end(), [](const TextFault& fault) {
        return std::string_view(fault.rule) == "text.truncated";
    });
    for (const auto& fault : faults) {
        const std::string_view rule = fault.rule;
        if (fix_of(rule) != Fix::safe || !may_mend(rule, Fix::safe)) continue;
        auto mended = without_fault(value.text, rule);
        if (is_cut) {
            value.refuse(rule, "unmended.cut");
        } else if (!mended || *mended == value.text) {
            value.refuse(rule, "unmended.partly");
        } else if (mended->empty()) {
            value.refuse(rule, "unmended.blank");
        } else if (begins_formula(*mended) && !begins_formula(value.text)) {
            value.refuse(rule, "unmended.formula");
        } else {
            value.become(std::move(*mended), rule);
            return true;
        }
    }
    return false;
}

void Mender::mend_code(Value& value, std::unordered_set<std::string>& taken) const {
    // What the list has already would stand there twice.
    const auto is_new = [&](const std::string& code) { return taken.insert(code).second; };
    for (const auto* finding : value.found) {
        if (finding->rule == "partner.combined") {
            if (!may_mend("partner.combined", Fix::safe)) continue;
            auto codes = combined_codes(value.text, value.checks);
            std::erase_if(codes, [&](const std::string& code) { return !is_new(code); });
            if (!codes.empty()) {
                value.divide(std::move(codes), "partner.combined");
            } else {
                value.refuse("partner.combined", "unmended.twice");
            }
            continue;
        }
        const auto* const known = std::find(code_rules.begin(), code_rules.end(), finding->rule);
        if (known == code_rules.end()) continue;
        const std::string_view rule = *known;
        const std::string meant = value.checks.code_meant(value.text);
        // What is near to a part of the text stands for no more than that.
        const bool is_whole = argument_or_empty(finding->arguments, "value") == value.text;
        const std::string_view near = is_whole ? argument_or_empty(finding->arguments, "nearest") : std::string_view();
        const bool is_safe = !meant.empty();
        const std::string code = is_safe ? meant : std::string(near);
        if (code.empty() || !may_mend(rule, is_safe ? Fix::safe : Fix::unsafe)) continue;
        if (is_new(code)) {
            value.become(code, rule, is_safe);
        } else {
            value.refuse(rule, "unmended.twice");
        }
    }
}

void Mender::mend_number(Value& value, const annexkit_record& record) const {
    if (value.found.front()->rule != "field.kind" || !may_mend("field.kind", Fix::safe)) return;
    const Schema::Compiled& schema = schema_->compiled();
    NumberMeant meant = number_meant(schema, value.index(), value.text, objective_text_of(schema, record));
    switch (meant.certainty) {
    case Certainty::sure: return value.become_number(std::move(meant.number), "field.kind", true);
    case Certainty::loses_text:
        if (may_mend("field.kind", Fix::unsafe)) value.become_number(std::move(meant.number), "field.kind", false);
        return;
    case Certainty::other: return value.refuse("field.kind", "unmended.number");
    case Certainty::unknown: return value.refuse("field.kind", "unmended.unknown");
    case Certainty::dated: return value.refuse("field.kind", "unmended.dated");
    case Certainty::none: return;
    }
}

// Whether the text begins like that of another objective, so that the number may be what is wrong.
bool Mender::is_nearer_to_other(std::string_view text, std::int64_t objective) const {
    const Schema::Compiled& schema = schema_->compiled();
    const std::string said = fold(text);
    const auto shared = [&](const Numbered& other) {
        const std::string known = fold(schema.declaration.objectives[other.index].text);
        const auto end = std::mismatch(said.begin(), said.end(), known.begin(), known.end()).first;
        return end - said.begin();
    };
    constexpr std::ptrdiff_t telling = 30;
    const auto own = shared(*schema.objective(objective));
    return std::any_of(schema.objectives.begin(), schema.objectives.end(), [&](const Numbered& other) {
        return other.number != objective && shared(other) > std::max(own, telling);
    });
}

bool Mender::is_outside_section(const annexkit_record& record) const {
    const Schema::Compiled& schema = schema_->compiled();
    const auto value = [&](Role role) {
        const auto field = schema.field_of(role);
        return field ? sdk::view(record.values[*field].text) : std::string_view();
    };
    const auto section = schema.sections.find(value(Role::section));
    const auto number = to_integer(value(Role::objective));
    const Section* home = number ? schema.section_of(*number) : nullptr;
    return section && home != nullptr && home != &schema.declaration.sections[*section];
}

// The text of the objective, or the heading of the section, as the declaration has it.
void Mender::quote_declaration(Value& value, const annexkit_record& record) const {
    for (const auto* finding : value.found) {
        const bool is_heading = finding->rule == "section.heading-differs";
        if (!is_heading && finding->rule != "objective.text-differs") continue;
        const std::string_view rule = is_heading ? "section.heading-differs" : "objective.text-differs";
        if (!may_mend(rule, Fix::unsafe)) continue;
        const Schema::Compiled& schema = schema_->compiled();
        if (is_heading) {
            const auto section = schema.sections.find(sdk::view(record.values[*schema.field_of(Role::section)].text));
            if (is_outside_section(record)) {
                value.refuse(rule, "unmended.section");
            } else if (section) {
                value.become(schema.declaration.sections[*section].heading, rule, false);
            }
        } else if (const auto number = to_integer(argument_or_empty(finding->arguments, "objective"))) {
            const Numbered* objective = schema.objective(*number);
            if (objective != nullptr && is_nearer_to_other(value.text, *number)) {
                value.refuse(rule, "unmended.number");
            } else if (objective != nullptr) {
                value.become(schema.declaration.objectives[objective->index].text, rule, false);
            }
        }
    }
}

} // namespace annexkit
