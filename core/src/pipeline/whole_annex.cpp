// SPDX-License-Identifier: Apache-2.0
#include "pipeline/whole_annex.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace annexkit {
namespace {

PlacedFinding finding(const RuleCatalogue& rules, const char* rule, std::vector<Argument> arguments,
                      std::string schema_pointer) {
    PlacedFinding result = unplaced(rules, rule, std::move(arguments));
    result.finding.schema_pointer = std::move(schema_pointer);
    return result;
}

} // namespace

std::uint64_t WholeAnnex::count_of(std::int64_t objective) const {
    const auto& all = coverage_.schema().declaration().objectives;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Point& each) { return each.number == objective; });
    if (found == all.end()) return 0;
    return coverage_.count({{}, static_cast<std::size_t>(found - all.begin()), {}});
}

WholeAnnex::Group WholeAnnex::group_of(std::span<const std::int64_t> objectives) const {
    Group group;
    for (const auto objective : objectives)
        (count_of(objective) > 0 ? group.there : group.lacking).push_back(objective);
    return group;
}

std::set<std::int64_t> WholeAnnex::told_as_apart(const RuleCatalogue& rules) const {
    std::set<std::int64_t> told;
    if (severity_of(rules, "annex.objectives-apart") < severity_of(rules, "annex.objective-without-initiative"))
        return told;
    for (const auto& together : coverage_.schema().declaration().whole_annex.together)
        if (const Group group = group_of(together); group.is_apart())
            told.insert(group.lacking.begin(), group.lacking.end());
    return told;
}

void WholeAnnex::find_missing(const RuleCatalogue& rules, std::vector<PlacedFinding>& found) const {
    const Declaration& declaration = coverage_.schema().declaration();
    const std::set<std::int64_t> told = told_as_apart(rules);
    for (std::size_t i = 0; i < declaration.objectives.size(); ++i)
        if (coverage_.count({{}, i, {}}) == 0 && !told.contains(declaration.objectives[i].number))
            found.push_back(finding(rules, "annex.objective-without-initiative",
                                    {{"objective", fmt::format("{}", declaration.objectives[i].number)}},
                                    fmt::format("/x-declaration/objectives/{}", i)));
    for (std::size_t i = 0; i < declaration.signatories.size(); ++i)
        if (coverage_.count({{}, {}, i}) == 0)
            found.push_back(finding(rules, "annex.signatory-without-initiative",
                                    {{"value", declaration.signatories[i].code}},
                                    fmt::format("/x-declaration/signatories/{}", i)));
}

void WholeAnnex::find_unbalanced(const RuleCatalogue& rules, std::vector<PlacedFinding>& found) const {
    const Declaration& declaration = coverage_.schema().declaration();
    const std::uint64_t total = coverage_.count({});
    for (const Section& section : declaration.sections) {
        std::uint64_t count = 0;
        for (const auto objective : section.objectives) count += count_of(objective);
        // Where there is none at all, its objectives say so.
        if (count == 0 || count * 100 >= declaration.whole_annex.least_percent * total) continue;
        found.push_back(finding(rules, "annex.unbalanced-section",
                                {{"section", section.code},
                                 {"count", fmt::format("{}", count)},
                                 {"total", fmt::format("{}", total)},
                                 {"percent", fmt::format("{}", declaration.whole_annex.least_percent)}},
                                "/x-declaration/whole_annex/least_percent"));
    }
}

void WholeAnnex::find_apart(const RuleCatalogue& rules, std::vector<PlacedFinding>& found) const {
    const auto& together = coverage_.schema().declaration().whole_annex.together;
    for (std::size_t i = 0; i < together.size(); ++i) {
        const Group group = group_of(together[i]);
        if (!group.is_apart()) continue;
        found.push_back(finding(rules, "annex.objectives-apart",
                                {{"there", fmt::format("{}", fmt::join(group.there, ", "))},
                                 {"lacking", fmt::format("{}", fmt::join(group.lacking, ", "))}},
                                fmt::format("/x-declaration/whole_annex/together/{}", i)));
    }
}

std::vector<PlacedFinding> WholeAnnex::findings(const RuleCatalogue& rules) const {
    std::vector<PlacedFinding> found;
    if (!coverage_.possible()) return found;
    find_missing(rules, found);
    find_unbalanced(rules, found);
    find_apart(rules, found);
    return found;
}

} // namespace annexkit
