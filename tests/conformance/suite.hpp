// SPDX-License-Identifier: Apache-2.0
// The conformance suite: checks that every format of every plugin must pass, whoever wrote it.
//
// It stands on the driver alone, so that a program can run it on any plugin library.
#pragma once

#include "drive.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// A format, and what it is tried on beside its own output.
struct Subject {
    const annexkit_format& format;
    /// Right and wrong inputs of the format, in UTF-8, some hundred bytes to some thousand each.
    std::vector<std::string> inputs{};
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
            add(std::string(context) + ": " + breach.what());
        }
    }

  private:
    std::vector<std::string> all_;
};

struct Check {
    /// A sentence about the format: "it stops at every record".
    std::string_view name;
    void (*run)(const Subject& subject, Faults& faults);
};

/// All checks, in the order in which they are run.
std::span<const Check> checks();

} // namespace conformance
