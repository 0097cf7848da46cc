// SPDX-License-Identifier: Apache-2.0
// Checks one initiative against its declaration.
#pragma once

#include "findings/local_finding.hpp"

#include <annexkit/job.hpp>
#include <annexkit/plugin.h>
#include <annexkit/schema.hpp>

#include <memory>
#include <span>
#include <vector>

namespace annexkit {

/// Gives untyped values (CSV, XML) the kind that their field has in the schema, where their spelling is one of that
/// kind; for an integer field every number is. Others stay untyped. `values` receives one value for each of the
/// record's, and points to the record's text.
void type_values(const Schema& schema, const annexkit_record& record, std::span<annexkit_value> values);

/// The compiled rules on single records.
///
/// Shape:    the record's values are typed (see type_values), in the order of the schema's fields.
/// Units:    lengths are counted in Unicode code points.
/// Lifetime: a record is only read during the call. The schema is kept.
/// Threads:  const; one Validator may serve many threads.
/// Source:   JSON Schema draft-04 for the structural rules; "x-declaration" for the others.
class Validator {
  public:
    /// Of a whole annex, texts with marks to follow up are told too.
    explicit Validator(std::shared_ptr<const Schema> schema, Extent extent = Extent::submission);
    ~Validator();
    Validator(Validator&&) noexcept;
    Validator& operator=(Validator&&) noexcept;

    /// True when check() would find nothing. Allocates nothing where the declaration is quoted to the letter.
    [[nodiscard]] bool is_clean(const annexkit_record& record) const;

    /// Adds every fault of the record to `findings`.
    void check(const annexkit_record& record, std::vector<LocalFinding>& findings) const;

  private:
    struct Checks;
    std::unique_ptr<const Checks> checks_;
};

} // namespace annexkit
