// SPDX-License-Identifier: Apache-2.0
#include <annexkit/coverage.hpp>
#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace annexkit {
namespace {

std::optional<std::int64_t> integer(const annexkit_value& value) {
    if (value.kind != ANNEXKIT_NUMBER) return std::nullopt;
    std::int64_t number = 0;
    const char* end = value.text.data + value.text.size;
    const auto [at, error] = std::from_chars(value.text.data, end, number);
    return error == std::errc() && at == end ? std::optional(number) : std::nullopt;
}

// The index of the element with that number, or nothing.
template <class Range> std::optional<std::size_t> index_of(const Range& range, std::optional<std::int64_t> number) {
    const auto found = std::find_if(range.begin(), range.end(),
                                    [&](const auto& element) { return number && element.number == *number; });
    return found == range.end() ? std::nullopt : std::optional<std::size_t>(found - range.begin());
}

} // namespace

Coverage::Coverage(std::shared_ptr<const Schema> schema)
    : schema_(std::move(schema)), part_field_(schema_->field_of(Role::part)),
      objective_field_(schema_->field_of(Role::objective)), partners_field_(schema_->field_of(Role::partners)),
      objectives_(schema_->declaration().objectives.size()), partners_(schema_->declaration().signatories.size()),
      counts_(schema_->declaration().parts.size() * (objectives_ + 1) * (partners_ + 1)) {}

bool Coverage::possible() const { return part_field_ && objective_field_ && partners_field_; }

std::size_t Coverage::index(std::size_t part, std::size_t objective, std::size_t partner) const {
    return (part * (objectives_ + 1) + objective) * (partners_ + 1) + partner;
}

void Coverage::add(const RecordView& record) {
    if (!possible()) return;
    const Declaration& declaration = schema_->declaration();
    const auto part = index_of(declaration.parts, integer(record.values[*part_field_]));
    const auto objective = index_of(declaration.objectives, integer(record.values[*objective_field_]));
    if (!part || !objective) {
        ++unplaced_;
        return;
    }
    count_in(*part, *objective, record.values[*partners_field_]);
}

void Coverage::count_in(std::size_t part, std::size_t objective, const annexkit_value& partners) {
    const auto& signatories = schema_->declaration().signatories;
    const std::uint32_t items = partners.kind == ANNEXKIT_LIST ? partners.count : 0;
    bool is_placed = false;
    for (std::uint32_t item = 0; item < items; ++item) {
        const auto code = sdk::view(partners.items[item]);
        const auto is_same = [&](std::uint32_t other) { return sdk::view(partners.items[other]) == code; };
        bool is_repeated = false;
        for (std::uint32_t other = 0; other < item && !is_repeated; ++other) is_repeated = is_same(other);
        const auto found = std::find_if(signatories.begin(), signatories.end(),
                                        [&](const Signatory& signatory) { return signatory.code == code; });
        if (is_repeated || found == signatories.end()) continue;
        const auto partner = static_cast<std::size_t>(found - signatories.begin());
        ++counts_[index(part, objective, partner)];
        ++counts_[index(part, objectives_, partner)];
        is_placed = true;
    }
    if (!is_placed) ++unplaced_;
    ++counts_[index(part, objective, partners_)];
    ++counts_[index(part, objectives_, partners_)];
}

std::uint64_t Coverage::count(const At& at) const {
    const std::size_t objective = at.objective.value_or(objectives_);
    const std::size_t partner = at.partner.value_or(partners_);
    if (at.part) return counts_[index(*at.part, objective, partner)];
    std::uint64_t sum = 0;
    for (std::size_t part = 0; part < schema_->declaration().parts.size(); ++part)
        sum += counts_[index(part, objective, partner)];
    return sum;
}

std::vector<Coverage::Cell> Coverage::cells() const {
    std::vector<Cell> cells;
    const auto or_total = [](std::size_t value, std::size_t total) {
        return value == total ? std::nullopt : std::optional(value);
    };
    for (std::size_t part = 0; part < schema_->declaration().parts.size(); ++part)
        for (std::size_t objective = 0; objective <= objectives_; ++objective)
            for (std::size_t partner = 0; partner <= partners_; ++partner)
                if (const auto count = counts_[index(part, objective, partner)]; count > 0)
                    cells.push_back({{part, or_total(objective, objectives_), or_total(partner, partners_)}, count});
    return cells;
}

void Coverage::restore(const std::vector<Cell>& cells, std::uint64_t unplaced) {
    unplaced_ = unplaced;
    for (const auto& [at, count] : cells) {
        const std::size_t objective = at.objective.value_or(objectives_);
        const std::size_t partner = at.partner.value_or(partners_);
        const bool is_inside = at.part && *at.part < schema_->declaration().parts.size() && objective <= objectives_ &&
                               partner <= partners_;
        if (is_inside) counts_[index(*at.part, objective, partner)] = count;
    }
}

} // namespace annexkit
