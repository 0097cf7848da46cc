// SPDX-License-Identifier: Apache-2.0
// The one look at every text that decides whether a closer one is worth its time.
#pragma once

#include <string_view>

namespace annexkit {

/// What a text may hold that a rule on texts is about: each is told where it is there, and some where only a byte like
/// it is. A text without any sign breaks none of the rules that look at single characters.
struct Signs {
    bool space_at_end = false; ///< a byte of white space first or last
    bool control = false;      ///< a control character of ASCII other than white space
    bool line_end = false;     ///< LF or CR
    bool twice = false;        ///< the same space or mark of ASCII twice, or "ww"
    bool bracket = false;      ///< one of ()[]{}
    bool quote = false;        ///< " or &
    bool angle = false;        ///< <, > or ?
    bool hyphen = false;       ///< a hyphen before a space
    bool address = false;      ///< ":/"
    bool foreign = false;      ///< beyond ASCII, other than the letters of French

    [[nodiscard]] bool any() const {
        return space_at_end || control || line_end || twice || bracket || quote || angle || hyphen || address ||
               foreign;
    }
};

[[nodiscard]] Signs signs_of(std::string_view text);

} // namespace annexkit
