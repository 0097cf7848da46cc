// SPDX-License-Identifier: Apache-2.0
// Several fields that one record lacks, as where cells were merged: one fault of the record.
#pragma once

#include "findings/local_finding.hpp"
#include "schema/compiled.hpp"

#include <vector>

namespace annexkit {

/// Makes one record.incomplete of all findings that a field is missing, where there are several. It stands where the
/// first of them stood. A field that is there by another name is a fault of its own.
void tell_missing_once(const Schema::Compiled& schema, std::vector<LocalFinding>& findings);

} // namespace annexkit
