// SPDX-License-Identifier: Apache-2.0
// Annexes that are hard to hold.
#pragma once

#include "drive.hpp"

#include <string>
#include <vector>

namespace conformance {

/// May a format lose something of an annex? Whatever it loses, it tells.
enum class Loss { forbidden, allowed };

struct Annex {
    std::string name;
    std::vector<drive::Named> head;
    std::vector<drive::Record> records;
    Loss loss = Loss::forbidden;
};

/// A field of each kind.
const std::vector<drive::Field>& fields();

/// Annexes that are hard in one way each.
std::vector<Annex> hostile_annexes();
/// Fewer of them, for whatever is tried many times: hard shapes and the hardest texts.
std::vector<Annex> some_hostile_annexes();

/// Three initiatives that any format can hold: each field has a value of its kind, and nothing else is there.
Annex plain_annex();

/// One annex of a few records with everything that any format can hold; a few kilobytes in any of them.
Annex mixed_annex();

/// The same with more, which many formats have to report.
Annex annex_with_losses();

} // namespace conformance
