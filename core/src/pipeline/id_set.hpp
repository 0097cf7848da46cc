// SPDX-License-Identifier: Apache-2.0
// The ids seen so far, each with the record that had it first.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// Keeps every id to the letter, so that no hash collision is ever reported as a duplicate.
///
/// Ids that count up from record to record, as annexes number them, are kept as runs, so that their number takes no
/// memory; all others take their own length and some 40 bytes.
class IdSet {
  public:
    /// Remembers the id. Returns the ordinal of the record that had it before, if any.
    std::optional<std::uint64_t> insert(std::string_view id, std::uint64_t ordinal);

  private:
    /// An id as what stands before its closing digits, and their value and number.
    struct Numbered {
        std::string_view stem;
        std::uint64_t number = 0;
        std::size_t digits = 0;
    };
    /// Ids of one stem, one after the other, in records one after the other.
    struct Run {
        std::uint64_t count = 0;
        std::uint64_t first_ordinal = 0;
    };
    /// The runs of one stem and number of digits, by their first number.
    using Runs = std::map<std::uint64_t, Run>;

    static std::optional<Numbered> numbered(std::string_view id);
    [[nodiscard]] static std::string key_of(const Numbered& id);
    [[nodiscard]] bool continues(const Numbered& id, std::uint64_t ordinal) const;
    [[nodiscard]] std::optional<std::uint64_t> in_runs(const Numbered& id) const;
    void begin_run(const Numbered& id, std::uint64_t ordinal);
    void remember(const Numbered& id, std::uint64_t ordinal);
    std::string_view keep(std::string_view id);

    // The id that came last, which the next one may count on from; run_ is the run that it ended, if it did.
    std::string last_stem_;
    std::size_t last_digits_ = 0;
    std::uint64_t last_number_ = 0;
    std::uint64_t last_ordinal_ = 0;
    Run* run_ = nullptr;
    /// The first number that run_ must not reach, since another run begins there.
    std::uint64_t run_limit_ = 0;

    std::map<std::string, Runs, std::less<>> runs_;
    boost::unordered_flat_map<std::string_view, std::uint64_t> others_;
    /// The highest number among others_; an id that counts beyond needs no search there.
    std::uint64_t highest_other_ = 0;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t block_used_ = 0;
};

} // namespace annexkit
