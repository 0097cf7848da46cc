// SPDX-License-Identifier: Apache-2.0
// What a finding says of the way out.
#pragma once

#include "schema/compiled.hpp"
#include "validate/kind_words.hpp"
#include "validate/number_meant.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace annexkit {

/// What the text stands for, or else the code that is spelled nearly so; empty for none.
[[nodiscard]] std::string code_near(const Checks& checks, std::string_view text);
/// The codes, where none comes near: some of them, where there are many.
[[nodiscard]] std::string codes_where(bool none_is_near, const Checks& checks);
/// The names of the fields likewise.
[[nodiscard]] std::string fields_where(bool none_is_near, std::span<const Field> fields);
/// The text as the pattern wants it, where only spaces, case and hyphens differ; else empty.
[[nodiscard]] std::string with_form(std::string_view text, const Checks& checks);
/// The number that is meant by the value of a field of whole numbers.
[[nodiscard]] NumberMeant number_for(const Schema::Compiled& schema, std::size_t field, const annexkit_record& record);
/// A value that the field may have.
[[nodiscard]] std::string example_for(const Schema::Compiled& schema, std::size_t field, const KindWords& words);

} // namespace annexkit
