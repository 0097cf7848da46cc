// SPDX-License-Identifier: Apache-2.0
// What a schema file is compiled to.
#pragma once

#include "text/nearest.hpp"

#include <annexkit/schema.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <re2/re2.h>

namespace annexkit {

/// The standard keywords on one field, or on the items of a list.
struct Checks {
    /// Texts, or numbers as they are spelled.
    std::vector<std::string> codes;
    Vocabulary words;
    std::shared_ptr<const re2::RE2> pattern;
    std::string pattern_text;
    std::optional<std::uint64_t> min_length;
    std::optional<std::uint64_t> max_length;
    /// Numbers as they are spelled.
    std::optional<std::string> minimum;
    std::optional<std::string> maximum;
    std::optional<std::uint64_t> min_items;
    std::optional<std::uint64_t> max_items;
    bool unique_items = false;
    bool has_enum = false;
};

struct CompiledField {
    Checks own;
    Checks items;
    /// JSON Pointer of the field's subschema.
    std::string pointer;
    std::string description;
};

struct Schema::Compiled {
    std::string name;
    std::string text;
    Declaration declaration;
    std::vector<Field> fields;
    std::vector<CompiledField> checks;
    Vocabulary field_names;
    /// Whether initiatives may have other fields.
    bool additional = true;
    std::map<Role, std::size_t> roles;
    /// By folded name or title.
    std::map<std::string, std::size_t, std::less<>> names;
    /// The bytes of the longest of them.
    std::size_t longest_name = 0;
    /// Index of the section that each objective belongs to, and of the objective in the declaration.
    std::map<std::int64_t, std::size_t> section_of_objective;
    std::map<std::int64_t, std::size_t> objectives;
    std::map<std::string, std::size_t, std::less<>> sections;
};

} // namespace annexkit
