// SPDX-License-Identifier: Apache-2.0
// Files of other programs that people send in place of text.
#pragma once

#include <string_view>

namespace annexkit {

struct Binary {
    /// The first bytes of such a file.
    std::string_view beginning;
    /// What it is, as in "this is ...".
    std::string_view english;
    std::string_view french;
};

/// What an input is that begins so, or nullptr for what may be text.
[[nodiscard]] const Binary* kind_of_binary(std::string_view beginning);

} // namespace annexkit
