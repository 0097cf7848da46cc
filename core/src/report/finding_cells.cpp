// SPDX-License-Identifier: Apache-2.0
#include "report/finding_cells.hpp"

#include <algorithm>

namespace annexkit {
namespace {

// What the elements are called, with their indexes.
template <class Range, class Name> auto indexes_of(const Range& range, Name&& name) {
    std::map<std::string, std::size_t, std::less<>> indexes;
    for (const auto& element : range) indexes.emplace(name(element), indexes.size());
    return indexes;
}

} // namespace

FindingCells::FindingCells(const Schema& schema)
    : part_field_(schema.field_of(Role::part)), objective_field_(schema.field_of(Role::objective)),
      partners_field_(schema.field_of(Role::partners)) {
    const Declaration& declaration = schema.declaration();
    const auto number = [](const auto& element) { return std::to_string(element.number); };
    parts_ = indexes_of(declaration.parts, number);
    objectives_ = indexes_of(declaration.objectives, number);
    partners_ = indexes_of(declaration.signatories, [](const Signatory& signatory) { return signatory.code; });
    counts_.resize((parts_.size() + 1) * objectives_.size() * partners_.size());
}

void FindingCells::find_partners(const Initiative::Value& value) {
    found_partners_.clear();
    const auto find = [&](const std::string& code) {
        if (const auto found = partners_.find(code); found != partners_.end()) found_partners_.push_back(found->second);
    };
    if (value.is_list) {
        for (const auto& item : value.items) find(item);
    } else {
        find(value.text);
    }
    std::sort(found_partners_.begin(), found_partners_.end());
    found_partners_.erase(std::unique(found_partners_.begin(), found_partners_.end()), found_partners_.end());
}

void FindingCells::add(const Initiative& initiative) {
    const auto& values = initiative.values;
    const auto is_there = [&](std::optional<std::size_t> field) { return field && *field < values.size(); };
    if (!is_there(part_field_) || !is_there(objective_field_) || !is_there(partners_field_)) return;
    const auto objective = objectives_.find(values[*objective_field_].text);
    if (objective == objectives_.end()) return;
    const auto part = parts_.find(values[*part_field_].text);
    const std::size_t part_index = part == parts_.end() ? parts_.size() : part->second;
    find_partners(values[*partners_field_]);
    for (const std::size_t partner : found_partners_)
        ++counts_[(part_index * objectives_.size() + objective->second) * partners_.size() + partner];
}

std::vector<Coverage::Cell> FindingCells::cells() const {
    std::vector<Coverage::Cell> cells;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        if (counts_[i] == 0) continue;
        const std::size_t row = i / partners_.size();
        cells.push_back({{row / objectives_.size(), row % objectives_.size(), i % partners_.size()}, counts_[i]});
    }
    return cells;
}

} // namespace annexkit
