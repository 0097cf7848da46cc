// SPDX-License-Identifier: Apache-2.0
// What an initiative says once its faults are mended.
#pragma once

#include "findings/local_finding.hpp"
#include "messages/error.hpp"
#include "validate/validator.hpp"

#include <annexkit/job.hpp>
#include <annexkit/plugin.h>
#include <annexkit/rule.hpp>
#include <annexkit/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace annexkit {

/// A new value for a field, or for an item of a list.
struct Change {
    std::size_t field = 0;
    /// Index of the item that it is about, or -1.
    std::int32_t item = -1;
    /// ANNEXKIT_TEXT or ANNEXKIT_NUMBER.
    std::uint32_t kind = ANNEXKIT_TEXT;
    /// One text, or what an item is divided into.
    std::vector<std::string> texts;
    /// The rules that it mends.
    std::vector<std::string_view> rules;
    bool is_safe = true;
};

/// A rule that is broken still, though it is one that is mended.
struct Unmended {
    std::size_t field = 0;
    /// Index of the item that it is about, or -1.
    std::int32_t item = -1;
    std::string_view rule;
    MessageId why;
};

struct Mending {
    /// At most one for each value.
    std::vector<Change> changes;
    std::vector<Unmended> refusals;
};

/// Mends values, so that the rules that it mends find nothing any more.
///
/// Threads: const; one Mender may serve many threads.
class Mender {
  public:
    /// What breaks a rule that is off is left alone. Lifetime: the rules outlive the mender.
    Mender(std::shared_ptr<const Schema> schema, const RuleCatalogue& rules, Fixes fixes);

    /// What mends the record. What the changes leave is validated again, as long as there is something to mend, so that
    /// the changed record needs no other ones. There are none where they would leave more errors than there were. What
    /// is not mended since nothing tells what was meant is no refusal: the finding says what to do.
    [[nodiscard]] Mending mend(const annexkit_record& record, const Validator& validator) const;

  private:
    class Value;
    class Draft;
    [[nodiscard]] Mending once(const annexkit_record& record, std::span<const LocalFinding> found) const;
    [[nodiscard]] bool may_mend(std::string_view rule, Fix fix) const;
    void mend_text(Value& value) const;
    /// Returns whether a fault of the text was mended; there may be more then.
    bool mend_fault(Value& value) const;
    /// `taken`: the codes that the list has already, and gets.
    void mend_code(Value& value, std::unordered_set<std::string>& taken) const;
    [[nodiscard]] std::size_t errors_of(const annexkit_record& record, const Validator& validator) const;
    void mend_number(Value& value, const annexkit_record& record) const;
    [[nodiscard]] bool is_nearer_to_other(std::string_view text, std::int64_t objective) const;
    [[nodiscard]] bool is_outside_section(const annexkit_record& record) const;
    void quote_declaration(Value& value, const annexkit_record& record) const;

    std::shared_ptr<const Schema> schema_;
    const RuleCatalogue& rules_;
    Fixes fixes_;
};

} // namespace annexkit
