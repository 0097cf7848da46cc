// SPDX-License-Identifier: Apache-2.0
// The coverage matrix: how many initiatives each partner proposes for each objective, in each part of the annex.
#pragma once

#include <annexkit/export.h>
#include <annexkit/job.hpp>
#include <annexkit/rule.hpp>
#include <annexkit/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// Counts initiatives by part, objective and partner.
///
/// Shape:   parts, objectives and partners are indexes into the declaration's parts, objectives and signatories.
///          An initiative of several partners counts once for each of them, and once in the totals; one without any
///          known partner in the totals alone.
/// Threads: one at a time.
class ANNEXKIT_API Coverage {
  public:
    explicit Coverage(std::shared_ptr<const Schema> schema);

    /// Whether the schema has fields for part, objective and partners; without them nothing can be counted.
    [[nodiscard]] bool possible() const;
    void add(const RecordView& record);

    /// Without a part, partner or objective: over all of them. Initiatives are counted once.
    struct At {
        std::optional<std::size_t> part;
        std::optional<std::size_t> objective;
        std::optional<std::size_t> partner;
    };
    [[nodiscard]] std::uint64_t count(const At& at) const;

    /// Initiatives that stand in no cell: their part or objective is none of the declaration's, or no partner is.
    [[nodiscard]] std::uint64_t unplaced() const { return unplaced_; }
    [[nodiscard]] const Schema& schema() const { return *schema_; }

    /// A count of one cell that is not 0; `objective` or `partner` is nothing where it stands for a total.
    struct Cell {
        At at;
        std::uint64_t count = 0;
    };
    /// Every count of single parts, in the order of part, objective and partner, totals last.
    [[nodiscard]] std::vector<Cell> cells() const;
    /// Takes what cells() and unplaced() gave. Cells outside the declaration are left out.
    void restore(const std::vector<Cell>& cells, std::uint64_t unplaced);

  private:
    [[nodiscard]] std::size_t index(std::size_t part, std::size_t objective, std::size_t partner) const;
    void count_in(std::size_t part, std::size_t objective, const annexkit_value& partners);

    std::shared_ptr<const Schema> schema_;
    std::optional<std::size_t> part_field_, objective_field_, partners_field_;
    std::size_t objectives_ = 0;
    std::size_t partners_ = 0;
    /// parts x (objectives + total) x (partners + total)
    std::vector<std::uint64_t> counts_;
    std::uint64_t unplaced_ = 0;
};

enum class CoverageForm { text, csv, json, svg };

struct CoverageSettings {
    Language language = Language::english;
    /// Index of the one part to show, or nothing for all parts together.
    std::optional<std::size_t> part;
    /// Text: the columns there are.
    std::size_t width = 80;
};

/// The matrix in one form.
[[nodiscard]] ANNEXKIT_API std::string render(const Coverage& coverage, CoverageForm form,
                                              const CoverageSettings& settings);

} // namespace annexkit
