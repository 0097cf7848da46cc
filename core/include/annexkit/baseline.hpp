// SPDX-License-Identifier: Apache-2.0
// Findings that are known already: a baseline, and waivers with a reason and a last day.
#pragma once

#include <annexkit/export.h>
#include <annexkit/finding.hpp>
#include <annexkit/result.hpp>
#include <annexkit/rule.hpp>

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace annexkit {

/// The findings that a job does not report again. A finding is known by rule, initiative and field, never by its line,
/// so that rows may come and go; see fingerprint().
///
/// Threads: const members may be called from any thread.
class ANNEXKIT_API Baseline {
  public:
    struct Entry {
        std::string rule;
        std::string initiative;
        std::string field;
        /// Where the finding is about no initiative with an id: a text of the input, or without one what it names, such
        /// as the signatory that an annex lacks.
        std::string excerpt;
        /// Why it is waived, and the last day that it is, YYYY-MM-DD; both empty for what is known for ever.
        std::string reason;
        std::string until;
    };

    /// Reads a baseline as json() writes it. Entries whose last day is before `today` (YYYY-MM-DD) count no more.
    /// Errors: ErrorKind::input for a file that cannot be read; ErrorKind::usage for one that is no baseline, or has a
    ///         member that is not known or no text, a day that is no date, or a reason without a day, with the entry
    ///         concerned; and for a `today` that is none.
    static Result<Baseline> open(const std::filesystem::path& file, std::string_view today);
    /// The same for a job with these rules.
    /// Errors: also ErrorKind::usage for an entry whose rule there is not, with the nearest one.
    static Result<Baseline> open(const std::filesystem::path& file, std::string_view today, const RuleCatalogue& rules);

    [[nodiscard]] bool knows(const Finding& finding) const;
    /// Adds what the finding is known by. Returns false for one about an initiative without an id, which nothing tells
    /// from the next.
    bool add(const Finding& finding);
    /// Takes reason and last day of the entries that both have.
    void keep_reasons(const Baseline& before);

    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    /// Entries whose last day has passed.
    [[nodiscard]] std::size_t expired() const { return expired_.size(); }
    /// In the order of initiative, field and rule, an entry a line.
    [[nodiscard]] std::string json() const;

  private:
    using Entries = std::map<std::string, Entry, std::less<>>;
    static Result<Baseline> open(const std::filesystem::path& file, std::string_view today, const RuleCatalogue* rules);
    [[nodiscard]] static bool can_know(const Finding& finding);

    Entries entries_;
    Entries expired_;
};

} // namespace annexkit
