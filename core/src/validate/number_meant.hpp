// SPDX-License-Identifier: Apache-2.0
// The number that a text stands for.
#pragma once

#include "schema/compiled.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace annexkit {

/// Whether a number is what a text means.
enum class Certainty {
    /// Nothing tells of a number.
    none,
    sure,
    /// It is, but a text behind it stands nowhere else.
    loses_text,
    /// The text behind it, or the one beside, is that of another objective, so either may be wrong.
    other,
    /// It is none that the field may have.
    unknown,
    /// It is a date, which a spreadsheet made of a number that is gone.
    dated,
};

struct NumberMeant {
    /// As JSON spells it; empty of a date, and where there is none.
    std::string number;
    Certainty certainty = Certainty::none;
    /// The number of the other objective.
    std::string other;
};

/// The number of " 12", "12.", "12,0", "07", "N° 12" or "Objectif 12" in a field of numbers; of an objective also with
/// a text behind it: "12. Poursuivre ...", for sure where that is the beginning of the objective's or of `beside`,
/// which is what the initiative has as the text of its objective.
[[nodiscard]] NumberMeant number_meant(const Schema::Compiled& schema, std::size_t field, std::string_view text,
                                       std::string_view beside);
/// What the record has as the text of its objective; empty for none.
[[nodiscard]] std::string_view objective_text_of(const Schema::Compiled& schema, const annexkit_record& record);

} // namespace annexkit
