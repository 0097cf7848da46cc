// SPDX-License-Identifier: Apache-2.0
// When two readings are the same, and when what came back is what was given.
#pragma once

#include "drive.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// A text as a message shows it: control characters escaped, long ones cut.
std::string shown(std::string_view text);

inline bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// The first finding that is an error, or nullptr. Rules that the format does not declare are errors.
const drive::Finding* first_error(const annexkit_format& format, const drive::Reading& reading);

/// The first difference between two readings of one input, or nothing.
std::string difference(const drive::Reading& one, const drive::Reading& other);

/// The first difference between two records of one input, or nothing.
std::string difference(const drive::Record& one, const drive::Record& other);

/// The first difference between what was written and what was read, or nothing: untyped text stands for the value that
/// the host makes of it, an absent unknown field for none, and JSON for its value.
std::string difference(const std::vector<drive::Field>& fields, const std::vector<drive::Named>& head,
                       const std::vector<drive::Record>& records, const drive::Reading& back);

} // namespace conformance
