// SPDX-License-Identifier: Apache-2.0
// The rules on an annex as a whole: what it lacks, and how its parts weigh.
#pragma once

#include "pipeline/findings.hpp"

#include <annexkit/coverage.hpp>

#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <vector>

namespace annexkit {

/// Counts initiatives, and tells at the end what the annex lacks. Its memory does not grow with the annex.
///
/// Source: "x-declaration.whole_annex" of the schema for what the rules ask.
class WholeAnnex {
  public:
    explicit WholeAnnex(std::shared_ptr<const Schema> schema) : coverage_(std::move(schema)) {}

    void add(const RecordView& record) { coverage_.add(record); }

    /// In the order of the declaration. Nothing where the schema has no fields to count by.
    [[nodiscard]] std::vector<PlacedFinding> findings(const RuleCatalogue& rules) const;

  private:
    /// Objectives that belong together: those with initiatives, and those without.
    struct Group {
        std::vector<std::int64_t> there;
        std::vector<std::int64_t> lacking;

        [[nodiscard]] bool is_apart() const { return !there.empty() && !lacking.empty(); }
    };

    [[nodiscard]] std::uint64_t count_of(std::int64_t objective) const;
    [[nodiscard]] Group group_of(std::span<const std::int64_t> objectives) const;
    /// Objectives of which it is told that others have initiatives and they have none, which says enough.
    [[nodiscard]] std::set<std::int64_t> told_as_apart(const RuleCatalogue& rules) const;
    void find_missing(const RuleCatalogue& rules, std::vector<PlacedFinding>& found) const;
    void find_unbalanced(const RuleCatalogue& rules, std::vector<PlacedFinding>& found) const;
    void find_apart(const RuleCatalogue& rules, std::vector<PlacedFinding>& found) const;

    Coverage coverage_;
};

} // namespace annexkit
