// SPDX-License-Identifier: Apache-2.0
// Turns an initiative that was checked into a record.
#pragma once

#include "outline.hpp"
#include "values.hpp"

#include <map>
#include <string>
#include <vector>

namespace annexkit::xml {

/// Reads the initiatives of one chunk; keeps its memory from one to the next.
class RecordReader {
  public:
    /// Lifetime: everything outlives it.
    RecordReader(std::span<const annexkit_field> fields, const annexkit_chunk& chunk, const sdk::Sink& sink);

    /// Delivers the initiative of the outline as the next record.
    annexkit_status read(const Outline& outline);
    /// How many were delivered.
    [[nodiscard]] std::uint64_t count() const { return count_; }

  private:
    /// Where what a field says goes.
    struct Slot {
        std::int32_t field;
        annexkit_value& value;
        annexkit_place& place;
    };

    void clear();
    /// elements: the field's element and its items.
    void read_field(const Outline& outline, std::span<const Element> elements);
    void read_text(const Element& element, bool is_json, const Slot& slot);
    void read_list(const Outline& outline, std::span<const Element> elements, const Slot& slot);
    [[nodiscard]] Slot slot_of(std::int32_t field, std::string_view name);
    [[nodiscard]] std::int32_t index_of(std::string_view name);
    [[nodiscard]] std::int32_t resolved(std::string_view name);
    [[nodiscard]] std::string_view text_of(const Element& element) const;
    [[nodiscard]] std::string_view text() const { return {chunk_.original, chunk_.size}; }

    void check_attributes(std::span<const Attribute> attributes, const Labels& labels, const Surplus& surplus,
                          std::int32_t field);
    void surplus(const Surplus& surplus, annexkit_span span, std::int32_t field);

    std::span<const annexkit_field> fields_;
    const annexkit_chunk& chunk_;
    const sdk::Sink& sink_;
    /// Of each field the element of its items.
    std::vector<std::string> item_names_;
    /// What the sink said about names.
    std::map<std::string, std::int32_t, std::less<>> known_names_;
    std::uint64_t count_ = 0;

    // The current initiative.
    annexkit_status status_ = ANNEXKIT_OK;
    std::size_t next_field_ = 0;
    std::vector<annexkit_value> values_;
    std::vector<annexkit_place> places_;
    std::vector<annexkit_named_value> unknown_;
    std::vector<annexkit_place> unknown_places_;
    std::vector<annexkit_text> items_;
    std::vector<annexkit_span> item_spans_;
    Values decoded_;
};

} // namespace annexkit::xml
