// SPDX-License-Identifier: Apache-2.0
// The rules on initiatives that say the same.
#pragma once

#include "findings/local_finding.hpp"
#include "text/sketch.hpp"

#include <annexkit/job.hpp>

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace annexkit {

/// Compares the text of each initiative with those that came before.
///
/// Memory: some 300 bytes for each initiative, whatever its length.
/// Time:   in proportion to the texts: each is compared with at most one text of before for each band of its sketch,
/// the
///         first that has the same key. Equal texts are always found.
class Repeats {
  public:
    explicit Repeats(std::shared_ptr<const Schema> schema);

    /// Takes the next initiative. Returns what is wrong with it, if it says what another one said.
    std::optional<LocalFinding> add(const RecordView& record);

  private:
    /// What is kept of an initiative.
    struct Seen {
        std::uint64_t ordinal = 0;
        std::string id;
        std::string part;
        std::string objective;
        Sketch sketch;
    };
    struct Best {
        std::uint32_t index = 0;
        unsigned likeness = 0;
    };
    [[nodiscard]] std::optional<Best> best(const Sketch& sketch, std::uint64_t equal_key) const;
    [[nodiscard]] LocalFinding finding(const Seen& now, const Seen& before, unsigned likeness) const;

    std::shared_ptr<const Schema> schema_;
    std::vector<Seen> seen_;
    /// By a key of the whole text and by one for each band: the first initiative that had it.
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> by_text_;
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> by_band_;
};

} // namespace annexkit
