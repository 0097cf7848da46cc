// SPDX-License-Identifier: Apache-2.0
// One implementation of every check serves both questions; see validate/answers.hpp.
#include "validate/validator.hpp"

#include "input/encoding.hpp"
#include "schema/compiled.hpp"
#include "text/difference.hpp"
#include "text/fold.hpp"
#include "text/nearest.hpp"
#include "text_rules/text_rules.hpp"
#include "validate/answers.hpp"
#include "validate/combined.hpp"
#include "validate/hints.hpp"
#include "validate/kind_words.hpp"
#include "validate/misspelt.hpp"
#include "validate/no_initiative.hpp"
#include "validate/number.hpp"
#include "validate/values.hpp"
#include "validate/zeros.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <type_traits>
#include <unordered_set>

#include <fmt/format.h>

namespace annexkit {
namespace {

std::string own(std::string_view text) { return std::string(text); }

/// The pass over one record with one way of reporting.
template <class Report> class Pass {
  public:
    Pass(const Schema::Compiled& schema, std::span<const std::string> marks, const annexkit_record& record,
         Report& report)
        : schema_(schema), marks_(marks), record_(record), report_(report) {}

    void run() {
        if (std::is_same_v<Report, Thorough>)
            if (auto finding = no_initiative(schema_, record_)) return report_([&] { return std::move(*finding); });
        section_ = section();
        objective_ = objective();
        for (std::size_t i = 0; i < schema_.fields.size() && !report_.enough(); ++i) check_field(i);
        if (!report_.enough()) check_objective();
        if (!report_.enough()) check_unknown();
    }

  private:
    [[nodiscard]] std::string pointer(std::size_t i, const char* keyword) const {
        return schema_.checks[i].pointer + keyword;
    }

    void check_field(std::size_t i) {
        const Field& field = schema_.fields[i];
        const annexkit_value& value = record_.values[i];
        if (value.kind == ANNEXKIT_ABSENT) {
            if (field.required)
                report_([&] {
                    const std::string_view meant = misspelt(schema_, record_, i);
                    return make("field.missing", i, "/required", {{"field", field.name}, {"nearest", own(meant)}});
                });
            return;
        }
        // An empty cell of a number is blank rather than of a wrong kind.
        if (value.kind == ANNEXKIT_UNTYPED && is_blank(sdk::view(value.text))) return blank(i);
        if (!fits(field.kind, value)) {
            report_([&] {
                const KindWords words = words_for(field.kind);
                const NumberMeant meant = number_for(schema_, i, record_);
                const auto number_if = [&](Certainty certainty) {
                    return meant.certainty == certainty ? meant.number : std::string();
                };
                return make("field.kind", i, pointer(i, "/type"),
                            {{"field", field.name},
                             {"value", spelled(value)},
                             {"wanted", words.english},
                             {"wanted_fr", words.french},
                             {"nearest", number_if(Certainty::sure)},
                             {"doubted", number_if(Certainty::loses_text)},
                             {"alike", meant.other},
                             {"dated", meant.certainty == Certainty::dated ? spelled(value) : std::string()},
                             {"example", example_for(schema_, i, words)}});
            });
            return;
        }
        switch (field.kind) {
        case FieldKind::text: return check_text(i, value);
        case FieldKind::integer:
        case FieldKind::number: return check_number(i, sdk::view(value.text));
        case FieldKind::list: return check_list(i, value);
        case FieldKind::boolean: return;
        }
    }

    void blank(std::size_t i) {
        report_([&] { return make("field.blank", i, pointer(i, ""), {{"field", schema_.fields[i].name}}); });
    }

    void blank_item(std::size_t i, std::int32_t item) {
        report_([&] {
            auto finding = make("field.blank-item", i, pointer(i, "/items"), {{"field", schema_.fields[i].name}});
            finding.item = item;
            return finding;
        });
    }

    void check_text(std::size_t i, const annexkit_value& value) {
        const std::string_view text = sdk::view(value.text);
        const Field& field = schema_.fields[i];
        const Checks& checks = schema_.checks[i].own;
        if ((field.required || checks.min_length.value_or(0) > 0) && is_blank(text)) return blank(i);
        if (checks.has_enum && !checks.codes.contains(text)) return unknown_code(i, text);
        if (!has_form(i, checks, text) || is_quotation(field.role, text)) return;
        // An id that has its form is sound.
        if (field.role == Role::id && checks.pattern) return;
        // A text that was garbled differs because of that.
        if (!is_sound(text, i)) return;
        if (field.role == Role::section_heading) check_heading(i, text);
        if (field.role == Role::objective_text) check_objective_text(i, text);
    }

    // Whether the text is the declaration's own, to the letter.
    [[nodiscard]] bool is_quotation(Role role, std::string_view text) const {
        if (role == Role::section_heading) return section_ != nullptr && text == section_->heading;
        if (role == Role::objective_text) return objective_ != nullptr && text == text_of(*objective_);
        return false;
    }

    // The rules on texts of any field, or of an item of a list, or of an unknown field.
    bool is_sound(std::string_view text, std::size_t i, std::int32_t item = -1, std::int32_t unknown = -1) {
        TextFaults faults = faults_in(text);
        for (TextFault& fault : faults)
            report_([&] {
                LocalFinding finding;
                finding.rule = fault.rule;
                finding.field = unknown < 0 ? static_cast<std::int32_t>(i) : -1;
                finding.item = item;
                finding.unknown = unknown;
                finding.text_offset = fault.offset;
                finding.text_size = fault.size;
                finding.arguments = std::move(fault.arguments);
                return finding;
            });
        if (!marks_.empty()) check_marks(text, i, item);
        return faults.empty();
    }

    void check_marks(std::string_view text, std::size_t i, std::int32_t item) {
        const std::string folded = fold(text);
        for (const auto& mark : marks_) {
            if (folded.find(mark) == std::string::npos) continue;
            report_([&] {
                const Stretch found = find_folded(text, mark);
                auto finding = make("annex.follow-up", i, "/x-declaration/whole_annex/marks",
                                    {{"value", own(text.substr(found.offset, found.size))}});
                finding.item = item;
                finding.text_offset = found.offset;
                finding.text_size = found.size;
                return finding;
            });
        }
    }

    // Pattern and length of a text, or of an item of a list. Returns whether they are right.
    bool has_form(std::size_t i, const Checks& checks, std::string_view text, std::int32_t item = -1) {
        const auto report = [&](const char* rule, const char* keyword, std::vector<Argument> arguments) {
            arguments.insert(arguments.begin(), {"field", schema_.fields[i].name});
            auto finding = make(rule, i, pointer(i, item < 0 ? "" : "/items") + keyword, std::move(arguments));
            finding.item = item;
            return finding;
        };
        const bool matches = checks.has_pattern(text);
        if (!matches)
            report_([&] {
                if (const std::string meant = with_zeros(text, checks); !meant.empty())
                    return report("text.lost-zeros", "/pattern", {{"value", own(text)}, {"nearest", meant}});
                const bool id = schema_.fields[i].role == Role::id;
                std::string near = with_form(text, checks);
                std::string example = near.empty() && checks.form ? checks.form->example() : std::string();
                return report(id ? "id.malformed" : "field.malformed", "/pattern",
                              {{"value", own(text)},
                               {"pattern", checks.pattern_text},
                               {"nearest", std::move(near)},
                               {"known", std::move(example)}});
            });
        if (!checks.min_length && !checks.max_length) return matches;
        // No text has more code points than bytes, so most need no counting.
        if (text.size() >= 4 * checks.min_length.value_or(0) && text.size() <= checks.max_length.value_or(SIZE_MAX))
            return matches;
        const std::uint64_t length = length_of(text).code_points;
        const bool short_enough = length <= checks.max_length.value_or(UINT64_MAX);
        if (length >= checks.min_length.value_or(0) && short_enough) return matches;
        report_([&] {
            std::vector<Argument> arguments = {{"length", fmt::format("{}", length)}};
            add_range(arguments, checks.min_length, checks.max_length);
            return report("field.length", short_enough ? "/minLength" : "/maxLength", std::move(arguments));
        });
        return false;
    }

    void unknown_code(std::size_t i, std::string_view text) {
        report_([&] {
            const Field& field = schema_.fields[i];
            std::string near = code_near(schema_.checks[i].own, text);
            if (const std::string meant = with_zeros(text, schema_.checks[i].own); !meant.empty())
                return make("text.lost-zeros", i, pointer(i, "/enum"),
                            {{"field", field.name}, {"value", own(text)}, {"nearest", meant}});
            if (field.role != Role::section)
                return make("field.not-in-list", i, pointer(i, "/enum"),
                            {{"field", field.name},
                             {"value", own(text)},
                             {"nearest", near},
                             {"known", codes_where(near.empty(), schema_.checks[i].own)}});
            return make(
                "section.unknown", i, pointer(i, "/enum"),
                {{"value", own(text)}, {"nearest", near}, {"known", codes_where(near.empty(), schema_.checks[i].own)}});
        });
    }

    void check_number(std::size_t i, std::string_view text) {
        const Field& field = schema_.fields[i];
        const Checks& checks = schema_.checks[i].own;
        // Mostly it is spelled as the list has it.
        const bool listed = !checks.has_enum || checks.codes.contains(text) ||
                            std::any_of(checks.codes.all().begin(), checks.codes.all().end(),
                                        [&](const auto& code) { return compare_numbers(text, code) == 0; });
        const auto number = short_number(text);
        const auto compared = [&](const std::string& spelled, std::optional<std::int64_t> value) {
            return number && value ? std::weak_ordering(*number <=> *value) : compare_numbers(text, spelled);
        };
        const bool low = checks.minimum && compared(*checks.minimum, checks.short_minimum) < 0;
        const bool high = checks.maximum && compared(*checks.maximum, checks.short_maximum) > 0;
        if (field.role == Role::objective && (low || high || !listed || objective_ == nullptr)) {
            report_([&] {
                const auto& all = schema_.declaration.objectives;
                std::vector<Argument> arguments = {{"value", own(text)}};
                if (!all.empty()) add_range<std::int64_t>(arguments, all.front().number, all.back().number);
                return make("objective.unknown", i, "/x-declaration/objectives", std::move(arguments));
            });
        } else if (low || high) {
            report_([&] {
                std::vector<Argument> arguments = {{"field", field.name}, {"value", own(text)}};
                add_range(arguments, checks.minimum, checks.maximum);
                return make("field.out-of-range", i, pointer(i, low ? "/minimum" : "/maximum"), std::move(arguments));
            });
        } else if (!listed) {
            report_([&] {
                const char* rule = field.role == Role::part ? "part.unknown" : "field.not-in-list";
                return make(rule, i, pointer(i, "/enum"),
                            {{"field", field.name},
                             {"value", own(text)},
                             {"known", fmt::format("{}", fmt::join(checks.codes.all(), ", "))},
                             {"nearest", ""}});
            });
        }
    }

    void check_list(std::size_t i, const annexkit_value& value) {
        const CompiledField& checks = schema_.checks[i];
        const bool few = value.count < checks.own.min_items.value_or(0);
        if (few || value.count > checks.own.max_items.value_or(UINT64_MAX))
            report_([&] {
                std::vector<Argument> arguments = {{"field", schema_.fields[i].name},
                                                   {"count", fmt::format("{}", value.count)}};
                add_range(arguments, checks.own.min_items, checks.own.max_items);
                return make("field.items", i, pointer(i, few ? "/minItems" : "/maxItems"), std::move(arguments));
            });
        for (std::uint32_t item = 0; item < value.count && !report_.enough(); ++item) check_item(i, value, item);
        if (checks.own.unique_items && value.count > 1 && !report_.enough()) check_unique(i, value);
    }

    void check_item(std::size_t i, const annexkit_value& value, std::uint32_t index) {
        const std::string_view text = sdk::view(value.items[index]);
        const Checks& checks = schema_.checks[i].items;
        const auto item = static_cast<std::int32_t>(index);
        if (is_blank(text)) return blank_item(i, item);
        if (!checks.has_enum) {
            if (has_form(i, checks, text, item)) is_sound(text, i, item);
            return;
        }
        if (checks.codes.contains(text)) {
            has_form(i, checks, text, item);
            return;
        }
        report_([&] {
            const bool partner = schema_.fields[i].role == Role::partners;
            std::string_view rule = partner ? "partner.unknown" : "field.not-in-list";
            const bool is_combined = partner && !combined_codes(text, checks).empty();
            const std::string_view wrong = partner && !is_combined ? unknown_among(text, checks) : text;
            std::vector<Argument> arguments = {{"field", schema_.fields[i].name}, {"value", own(wrong)}};
            if (is_combined) {
                rule = "partner.combined";
            } else {
                arguments.push_back({"nearest", code_near(checks, wrong)});
                arguments.push_back({"known", codes_where(arguments.back().value.empty(), checks)});
            }
            auto finding = make(rule, i, pointer(i, "/items/enum"), std::move(arguments));
            finding.item = item;
            if (wrong.size() < text.size()) {
                finding.text_offset = static_cast<std::size_t>(wrong.data() - text.data());
                finding.text_size = wrong.size();
            }
            return finding;
        });
    }

    // Reports each item that stands before already.
    void check_unique(std::size_t i, const annexkit_value& value) {
        const auto text = [&](std::uint32_t item) { return sdk::view(value.items[item]); };
        const auto repeated = [&](std::uint32_t item) {
            report_([&] {
                auto finding = make("field.repeated-item", i, pointer(i, "/uniqueItems"),
                                    {{"field", schema_.fields[i].name}, {"value", own(text(item))}});
                finding.item = static_cast<std::int32_t>(item);
                return finding;
            });
        };
        // A partner list is short: comparing pairs allocates nothing.
        constexpr std::uint32_t few = 16;
        if (value.count <= few) {
            for (std::uint32_t a = 1; a < value.count; ++a)
                for (std::uint32_t b = 0; b < a; ++b)
                    if (text(a) == text(b)) {
                        repeated(a);
                        break;
                    }
            return;
        }
        std::unordered_set<std::string_view> seen;
        for (std::uint32_t item = 0; item < value.count && !report_.enough(); ++item)
            if (!seen.insert(text(item)).second) repeated(item);
    }

    [[nodiscard]] const annexkit_value* sound(Role role) const {
        const auto& field = schema_.field_of(role);
        if (!field || !fits(schema_.fields[*field].kind, record_.values[*field])) return nullptr;
        return &record_.values[*field];
    }

    [[nodiscard]] const Section* section() const {
        const annexkit_value* code = sound(Role::section);
        if (code == nullptr) return nullptr;
        const auto found = schema_.sections.find(sdk::view(code->text));
        return found ? &schema_.declaration.sections[*found] : nullptr;
    }

    [[nodiscard]] const Numbered* objective() const {
        const annexkit_value* number = sound(Role::objective);
        if (number == nullptr) return nullptr;
        const auto value = to_integer(sdk::view(number->text));
        return value ? schema_.objective(*value) : nullptr;
    }

    [[nodiscard]] const std::string& text_of(const Numbered& objective) const {
        return schema_.declaration.objectives[objective.index].text;
    }

    // In one allocation, since many records may need it.
    [[nodiscard]] static std::string pointer_to_text_of(const Numbered& objective) {
        constexpr std::string_view before = "/x-declaration/objectives/";
        constexpr std::string_view behind = "/text";
        const fmt::format_int index(objective.index);
        std::string pointer;
        pointer.reserve(before.size() + index.size() + behind.size());
        return pointer.append(before).append(index.data(), index.size()).append(behind);
    }

    [[nodiscard]] bool is_outside_section() const {
        const Section* home = schema_.section_of(objective_);
        return section_ != nullptr && home != nullptr && home != section_;
    }

    void check_objective() {
        if (!is_outside_section()) return;
        const Section& belongs_to = schema_.declaration.sections[*objective_->section];
        report_([&] {
            // The heading tells which of the two is wrong.
            const annexkit_value* heading = sound(Role::section_heading);
            const bool is_section = heading != nullptr && sdk::view(heading->text) == belongs_to.heading;
            return make("objective.outside-section", *schema_.field_of(is_section ? Role::section : Role::objective),
                        fmt::format("/x-declaration/sections/{}", *objective_->section),
                        {{"value", fmt::format("{}", objective_->number)},
                         {"section", section_->code},
                         {"expected", belongs_to.code}});
        });
    }

    void check_heading(std::size_t i, std::string_view text) {
        if (section_ == nullptr || text == section_->heading) return;
        // It is the section that is wrong, which objective.outside-section tells.
        if (is_outside_section() && text == schema_.section_of(objective_)->heading) return;
        report_difference(difference(text, section_->heading), [&] {
            return make("section.heading-differs", i,
                        fmt::format("/x-declaration/sections/{}/heading", *schema_.sections.find(section_->code)), {});
        });
    }

    // The objective whose text stands there to the letter, whatever the number says; nullptr for none.
    [[nodiscard]] const Point* quoted_objective() const {
        const annexkit_value* quoted = sound(Role::objective_text);
        if (quoted == nullptr) return nullptr;
        const std::string_view text = sdk::view(quoted->text);
        const auto& all = schema_.declaration.objectives;
        const auto found = std::find_if(all.begin(), all.end(), [&](const Point& each) { return each.text == text; });
        return found == all.end() ? nullptr : &*found;
    }

    void check_objective_text(std::size_t i, std::string_view text) {
        if (objective_ == nullptr || text == text_of(*objective_)) return;
        if (const Point* other = quoted_objective(); other != nullptr) {
            // It is the number that is wrong, which objective.outside-section tells.
            if (is_outside_section() && schema_.section_of(other->number) == section_) return;
            report_([&] {
                return make("objective.text-of-other", i, pointer_to_text_of(*objective_),
                            {{"objective", fmt::format("{}", objective_->number)},
                             {"other", fmt::format("{}", other->number)}});
            });
            return;
        }
        report_difference(difference(text, text_of(*objective_)), [&] {
            auto finding = make("objective.text-differs", i, pointer_to_text_of(*objective_), {});
            finding.arguments.reserve(3);
            finding.arguments.push_back({"objective", fmt::format_int(objective_->number).str()});
            return finding;
        });
    }

    /// begin: makes the finding but for what differs.
    template <class Begin> void report_difference(Difference differing, Begin&& begin) {
        if (differing.none()) return;
        report_([&] {
            LocalFinding finding = begin();
            finding.arguments.push_back({"annex", std::move(differing.left)});
            finding.arguments.push_back({"declaration", std::move(differing.right)});
            finding.text_offset = differing.offset;
            finding.text_size = differing.size;
            return finding;
        });
    }

    void check_unknown() {
        for (std::size_t u = 0; u < record_.unknown_count && !report_.enough(); ++u) {
            const bool is_told = std::is_same_v<Report, Thorough> &&
                                 is_told_as_missing(schema_, record_, sdk::view(record_.unknown[u].name));
            if (!is_told) report_([&] { return unknown_field(u); });
            const annexkit_value& value = record_.unknown[u].value;
            if (value.kind == ANNEXKIT_TEXT || value.kind == ANNEXKIT_UNTYPED)
                is_sound(sdk::view(value.text), 0, -1, static_cast<std::int32_t>(u));
        }
    }

    LocalFinding unknown_field(std::size_t u) {
        const std::string_view name = sdk::view(record_.unknown[u].name);
        // A field of the schema stands among the unknown ones from its second time on.
        const bool again = std::any_of(schema_.fields.begin(), schema_.fields.end(),
                                       [&](const Field& field) { return field.name == name; }) ||
                           !unknown_names_.insert(name).second;
        LocalFinding finding;
        finding.unknown = static_cast<std::int32_t>(u);
        finding.rule = again ? "field.duplicate" : schema_.additional ? "field.unknown" : "field.not-allowed";
        finding.arguments = {{"name", own(name)}};
        if (again) return finding;
        std::string near = schema_.field_names.nearest(name);
        finding.arguments.push_back({"known", fields_where(near.empty(), schema_.fields)});
        finding.arguments.push_back({"nearest", std::move(near)});
        finding.schema_pointer = schema_.additional ? "/properties" : "/additionalProperties";
        return finding;
    }

    const Schema::Compiled& schema_;
    std::span<const std::string> marks_;
    const annexkit_record& record_;
    Report& report_;
    /// Those of the record, where they are sound.
    const Section* section_ = nullptr;
    const Numbered* objective_ = nullptr;
    std::unordered_set<std::string_view> unknown_names_;
};

} // namespace

struct Validator::Checks {
    std::shared_ptr<const Schema> schema;
    /// Folded.
    std::vector<std::string> marks;
};

Validator::Validator(std::shared_ptr<const Schema> schema, Extent extent) {
    Checks checks{std::move(schema), {}};
    if (extent == Extent::whole_annex)
        for (const auto& mark : checks.schema->declaration().whole_annex.marks) checks.marks.push_back(fold(mark));
    checks_ = std::make_unique<const Checks>(std::move(checks));
}
Validator::~Validator() = default;
Validator::Validator(Validator&&) noexcept = default;
Validator& Validator::operator=(Validator&&) noexcept = default;

bool Validator::is_clean(const annexkit_record& record) const {
    Quick report;
    Pass<Quick>(checks_->schema->compiled(), checks_->marks, record, report).run();
    return !report.enough();
}

void Validator::check(const annexkit_record& record, std::vector<LocalFinding>& findings) const {
    Thorough report(findings);
    Pass<Thorough>(checks_->schema->compiled(), checks_->marks, record, report).run();
}

} // namespace annexkit
