// SPDX-License-Identifier: Apache-2.0
#include "findings/subject.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace annexkit {
namespace {

constexpr std::array<std::string_view, 7> naming_arguments = {"encoding", "lacking", "objective", "schema",
                                                              "section",  "there",   "value"};

} // namespace

std::string subject_of(const Finding& finding) {
    // It stands where there is a heading, which may be any.
    if (finding.rule == "heading.missing") return {};
    if (!finding.excerpt.empty()) return finding.excerpt;
    std::string subject;
    for (const auto& [name, value] : finding.arguments) {
        if (std::find(naming_arguments.begin(), naming_arguments.end(), name) == naming_arguments.end()) continue;
        if (!subject.empty()) subject += "; ";
        subject += value;
    }
    return subject;
}

} // namespace annexkit
