// SPDX-License-Identifier: Apache-2.0
// Findings as C sees them: with their sentences, in one language.
#pragma once

#include <annexkit/annexkit.h>
#include <annexkit/baseline.hpp>
#include <annexkit/finding.hpp>
#include <annexkit/rule.hpp>

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

namespace annexkit::c_api {

/// A finding, and the texts that its table points to.
class Shown {
  public:
    Shown(const Finding& finding, const RuleCatalogue& rules, Language language);
    /// Lifetime: points into this object, which must stay where it is.
    [[nodiscard]] annexkit_found table() const;
    [[nodiscard]] const Finding& finding() const { return finding_; }
    /// It tells what could not be read or written, which nobody takes as known.
    [[nodiscard]] bool tells_loss() const { return tells_loss_; }

  private:
    Finding finding_;
    Sentence sentence_;
    std::string fingerprint_;
    bool tells_loss_ = false;
};

/// Threads: any.
class FindingList {
  public:
    void add(const Shown& finding);
    [[nodiscard]] std::size_t count() const;
    /// The finding of that index, or nullptr. Lifetime: as long as the list.
    [[nodiscard]] const Shown* at(std::size_t index) const;
    /// What knows the findings from now on.
    [[nodiscard]] Baseline baseline() const;

  private:
    mutable std::mutex mutex_;
    /// Its elements stay where they are when more come.
    std::deque<Shown> findings_;
};

} // namespace annexkit::c_api

struct annexkit_findings {
    std::shared_ptr<annexkit::c_api::FindingList> shared;
};
