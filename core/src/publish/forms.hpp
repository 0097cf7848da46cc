// SPDX-License-Identifier: Apache-2.0
// The forms of a published schema, and what they share.
#pragma once

#include "schema/compiled.hpp"
#include "text/pattern_spelling.hpp"

#include <annexkit/schema.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

enum class Draft { draft_04, draft_2020_12 };
enum class XmlNamespace { none, own };

[[nodiscard]] std::string json_schema(const Schema& schema, Draft draft);
[[nodiscard]] std::string xsd(const Schema& schema, XmlNamespace xml_namespace);
[[nodiscard]] std::string table_schema(const Schema& schema);
[[nodiscard]] std::string csvw(const Schema& schema);

/// Texts of a field or a declaration in one line, its own language first: "OBJECTIF / Objective".
[[nodiscard]] std::string title_of(const Schema& schema, const Field& field);
[[nodiscard]] std::string title_of(const Declaration& declaration);

/// Collects what a form cannot express.
class Gaps {
  public:
    explicit Gaps(const Schema& schema);
    void add(std::string gap) { gaps_.push_back(std::move(gap)); }
    /// The section that an objective belongs to.
    void add_sections();
    /// The pattern of what is named, where the language has none for it.
    void add_pattern(const Checks& checks, PatternLanguage language, std::string_view what);
    /// What the form is, and the gaps.
    [[nodiscard]] std::string description(std::string_view form) const;

  private:
    const Schema& schema_;
    std::vector<std::string> gaps_;
};

/// Whether a text of the field may not be blank.
[[nodiscard]] bool may_not_be_blank(const Field& field, const Checks& checks);
/// The section of each objective is checked.
[[nodiscard]] bool has_sections(const Schema& schema);

/// The least and greatest of a number, by its range or a code list without holes; nothing where it has other codes.
struct NumberRange {
    std::optional<std::string> minimum;
    std::optional<std::string> maximum;
};
[[nodiscard]] std::optional<NumberRange> range_of(const Checks& checks);

/// The columns that annexkit writes behind those of the fields.
struct OtherColumn {
    std::string name;
    std::string_view description;
    /// The text that it holds where it holds any; nothing for any text.
    std::optional<std::string> only;
};
[[nodiscard]] std::vector<OtherColumn> other_columns(const Schema& schema);

/// The pattern of a text in ECMAScript, for the whole of it: its own, its code list, or that it is not blank.
[[nodiscard]] std::optional<std::string> text_pattern(const Field& field, const Checks& checks);

} // namespace annexkit
