// SPDX-License-Identifier: Apache-2.0
// Finds where the content of the root can be cut, by looking at tags alone.
//
// Of a well-formed document the cuts are right. Of any other they may be anywhere, and it is refused all the same: the
// content of an element is well-formed when its parts are, one after the other (production [43]), so that of a document
// that is not, some part is not, and every part is checked by Tokens.
#pragma once

#include <cstddef>
#include <string_view>

namespace annexkit::xml {

/// How much of `content` can be cut off: up to the end tag of the root or, where that is not there, up to the end of
/// the last tag, comment, section or instruction behind which no element is open. 0: nothing.
///
/// `content` starts in the root and in no other element.
std::size_t cut_content(std::string_view content);

} // namespace annexkit::xml
