// SPDX-License-Identifier: Apache-2.0
// What version this is, and of which libraries it is made.
#pragma once

#include <annexkit/export.h>

#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// "1.2.3", of the library that is in use.
[[nodiscard]] ANNEXKIT_API std::string_view version();

struct LibraryVersion {
    std::string_view name;
    std::string version;
};

/// The libraries of others that this one uses, by name, but for those of the plugins and RE2, which does not tell its
/// version. Versions are those in use where the library tells, else those that this one was built with.
[[nodiscard]] ANNEXKIT_API std::vector<LibraryVersion> library_versions();

} // namespace annexkit
