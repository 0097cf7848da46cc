// SPDX-License-Identifier: Apache-2.0
// The conformance suite: checks that every format of every plugin must pass, whoever wrote it.
//
// It stands on the driver and on what every host has, so that a program can run it on any plugin library
// (annexkit plugin check).
#pragma once

#include "drive.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// What is asked of a format that goes both ways. A loss that is told breaks no contract; our own formats lose nothing.
enum class Losses { told, none };

/// A format, and what it is tried on beside its own output.
struct Subject {
    const annexkit_format& format;
    /// Right and wrong inputs of the format, in UTF-8, some hundred bytes to some thousand each.
    std::vector<std::string> inputs{};
    Losses losses = Losses::told;
};

/// What a check found: nothing when the format passed.
class Faults {
  public:
    void add(std::string fault) { all_.push_back(std::move(fault)); }
    [[nodiscard]] const std::vector<std::string>& all() const { return all_; }

    /// Runs `work` and takes a breach of the contract for a fault; `context` says what was tried.
    template <class Work> void watch(std::string_view context, Work&& work) {
        try {
            work();
        } catch (const drive::Breach& breach) {
            add(std::string(context) + (context.empty() ? "" : ": ") + breach.what());
        }
    }

  private:
    std::vector<std::string> all_;
};

/// What a check tries: without it there is nothing to check.
enum class Needs {
    nothing,
    reader,
    writer,
    both,
    input, ///< a reader and something to read: what the format wrote itself, or what the subject brings
    scan,  ///< the same, and a reader that scans
    address,
    spell,
    settings,
    candidates,
    joins,  ///< the promise ANNEXKIT_FORMAT_JOINS
    threads ///< a writer that does not write in order
};

/// Formats that cannot do the simplest thing fail the checks named `works.*`, and nothing is learnt from what else they
/// fail then.
enum class Rank { basic, other };

struct Check {
    /// Never renamed: "stop.records".
    std::string_view id;
    /// A sentence about the format: "it stops at every record".
    std::string_view name;
    Needs needs;
    void (*run)(const Subject& subject, Faults& faults);
    Rank rank = Rank::other;
};

/// All checks, in the order in which they are run. Those of jobs, at the end, run the whole pipeline.
std::span<const Check> checks();

/// Why the check has nothing to check, or nothing.
[[nodiscard]] std::string_view why_not(const Check& check, const Subject& subject);

} // namespace conformance
