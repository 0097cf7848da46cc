// SPDX-License-Identifier: Apache-2.0
// The two questions that every check of a record answers, "is it clean?" and "what is wrong?": the first stops at the
// first fault and builds nothing, the second collects.
#pragma once

#include "findings/local_finding.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace annexkit {

/// The arguments "wanted" and "wanted_fr" of a range that is open on one side at most.
template <class Number>
void add_range(std::vector<Argument>& arguments, const std::optional<Number>& least,
               const std::optional<Number>& most) {
    const auto add = [&](std::string english, std::string french) {
        arguments.push_back({"wanted", std::move(english)});
        arguments.push_back({"wanted_fr", std::move(french)});
    };
    if (least && most && *least == *most) return add(fmt::format("{}", *least), fmt::format("{}", *least));
    if (least && most)
        return add(fmt::format("from {} to {}", *least, *most), fmt::format("de {} à {}", *least, *most));
    if (least) return add(fmt::format("at least {}", *least), fmt::format("au moins {}", *least));
    add(fmt::format("at most {}", *most), fmt::format("au plus {}", *most));
}

/// Answers "is it clean?": notes that there is a fault, and builds no finding.
class Quick {
  public:
    template <class Build> void operator()(Build&&) { clean_ = false; }
    [[nodiscard]] bool enough() const { return !clean_; }

  private:
    bool clean_ = true;
};

/// Answers "what is wrong?".
class Thorough {
  public:
    explicit Thorough(std::vector<LocalFinding>& findings) : findings_(findings) {}
    template <class Build> void operator()(Build&& build) { findings_.push_back(build()); }
    [[nodiscard]] static bool enough() { return false; }

  private:
    std::vector<LocalFinding>& findings_;
};

inline LocalFinding make(std::string_view rule, std::size_t field, std::string pointer,
                         std::vector<Argument> arguments) {
    LocalFinding finding;
    finding.rule = rule;
    finding.field = static_cast<std::int32_t>(field);
    finding.schema_pointer = std::move(pointer);
    finding.arguments = std::move(arguments);
    return finding;
}

} // namespace annexkit
