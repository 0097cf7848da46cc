// SPDX-License-Identifier: Apache-2.0
// What is said of a plugin that was checked: for people, for TAP harnesses, and for what reads JUnit's XML.
#pragma once

#include "plugin_check.hpp"

#include <string>
#include <string_view>

namespace annexkit::cli {

[[nodiscard]] std::string check_text(const CheckedPlugin& checked, std::string_view file);

/// Source: testanything.org, TAP version 13.
[[nodiscard]] std::string check_tap(const CheckedPlugin& checked, std::string_view file);

/// Source: the schema of Jenkins' JUnit reports, "junit-10.xsd": one test suite for the plugin and for each format.
[[nodiscard]] std::string check_junit(const CheckedPlugin& checked, std::string_view file);

} // namespace annexkit::cli
