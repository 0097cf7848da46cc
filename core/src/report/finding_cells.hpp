// SPDX-License-Identifier: Apache-2.0
// How many findings each cell of the coverage matrix has, whether they are listed or not.
#pragma once

#include <annexkit/coverage.hpp>
#include <annexkit/report.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// Counts findings by part, objective and partner of the initiatives that they are about.
///
/// Shape:   indexes are those of Coverage; every part that is none of the declaration's has the one behind the last.
///          A finding counts once for each partner. Values are compared as they are spelled, as a filter on them does:
///          one of the wrong kind is found there too.
/// Memory:  that of the matrix, however many findings there are.
/// Threads: one at a time.
class FindingCells {
  public:
    explicit FindingCells(const Schema& schema);

    /// Counts one finding about the initiative.
    void add(const Initiative& initiative);
    /// Every count that is not 0, in the order of part, objective and partner.
    [[nodiscard]] std::vector<Coverage::Cell> cells() const;

  private:
    using Indexes = std::map<std::string, std::size_t, std::less<>>;

    /// The partners of the initiative that the declaration knows, each once.
    void find_partners(const Initiative::Value& value);

    std::optional<std::size_t> part_field_, objective_field_, partners_field_;
    Indexes parts_;
    Indexes objectives_;
    Indexes partners_;
    /// (parts + others) x objectives x partners
    std::vector<std::uint64_t> counts_;
    std::vector<std::size_t> found_partners_;
};

} // namespace annexkit
