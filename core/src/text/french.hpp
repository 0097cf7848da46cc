// SPDX-License-Identifier: Apache-2.0
// French typography of our own sentences.
#pragma once

#include <string>
#include <string_view>

namespace annexkit {

/// The sentence with no-break spaces where French has them: U+00A0 within quotation marks and before a colon, U+202F
/// before the other tall marks. So the sentences of the message files are written with the space of the keyboard, and
/// no line ends there. Not for submitted text, which is shown as it is.
/// Source: Lexique des règles typographiques en usage à l'Imprimerie nationale, "ponctuation".
[[nodiscard]] std::string with_french_spaces(std::string_view sentence);

} // namespace annexkit
