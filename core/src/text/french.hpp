// SPDX-License-Identifier: Apache-2.0
// French typography: that of our own sentences, and that in which a text may be set without being another one.
#pragma once

#include <annexkit/export.h>

#include <string>
#include <string_view>

namespace annexkit {

/// The sentence with no-break spaces where French has them: U+00A0 within quotation marks and before a colon, U+202F
/// before the other tall marks. So the sentences of the message files are written with the space of the keyboard, and
/// no line ends there. Not for submitted text, which is shown as it is.
/// Source: Lexique des règles typographiques en usage à l'Imprimerie nationale, "ponctuation".
[[nodiscard]] ANNEXKIT_API std::string with_french_spaces(std::string_view sentence);

/// Whether a keyboard has the same for two texts: straight apostrophes, plain spaces and none on the inner side of tall
/// marks and guillemets, ligatures as two letters.
/// Source: as above, "apostrophe", "espaces", "ligatures".
[[nodiscard]] bool are_same_but_for_typography(std::string_view left, std::string_view right);

} // namespace annexkit
