// SPDX-License-Identifier: Apache-2.0
// Which format an input is in: as the job says, by its name, or by its beginning.
#pragma once

#include <annexkit/job.hpp>

#include <string>
#include <string_view>

namespace annexkit {

/// The beginning of an input as sniffing needs it: UTF-16 is brought to the letters that it shares with ASCII.
[[nodiscard]] std::string as_ascii(std::string_view beginning);

/// Errors: ErrorKind::usage for a format that cannot be told, or not be read.
[[nodiscard]] Result<const Format*> choose_format(const Registry& registry, const Input& input, std::string_view text);

/// The format that the text plainly is in where it is not in this one at all, or nullptr.
[[nodiscard]] const Format* other_format(const Registry& registry, const Format& format, std::string_view text);

} // namespace annexkit
