// SPDX-License-Identifier: Apache-2.0
// What a schema file is compiled to.
#pragma once

#include "text/codes.hpp"
#include "text/form.hpp"
#include "text/nearest.hpp"

#include <annexkit/schema.hpp>

#include <algorithm>
#include <array>
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
    Codes codes;
    /// The code that a word, by fold_code(), stands for, beside those that stand for themselves: a code in another
    /// case, an alias or the name of a signatory, the heading of a section. An empty text for a word that may mean
    /// several.
    std::map<std::string, std::string, std::less<>> meanings;
    /// The codes, and behind them the other words that stand for one.
    Vocabulary words;
    std::shared_ptr<const re2::RE2> pattern;
    std::string pattern_text;
    /// The pattern, where it is one.
    std::optional<Form> form;
    std::optional<std::uint64_t> min_length;
    std::optional<std::uint64_t> max_length;
    /// Numbers as they are spelled, and their values where they are short_number()s.
    std::optional<std::string> minimum;
    std::optional<std::string> maximum;
    std::optional<std::int64_t> short_minimum;
    std::optional<std::int64_t> short_maximum;
    std::optional<std::uint64_t> min_items;
    std::optional<std::uint64_t> max_items;
    bool unique_items = false;
    bool has_enum = false;

    /// Whether the text has the pattern, if there is one.
    [[nodiscard]] bool has_pattern(std::string_view text) const {
        if (form) return form->matches(text);
        return !pattern || re2::RE2::PartialMatch({text.data(), text.size()}, *pattern);
    }
    /// The code that a text stands for without doubt, or an empty text.
    [[nodiscard]] std::string code_meant(std::string_view text) const;
};

struct CompiledField {
    Checks own;
    Checks items;
    /// JSON Pointer of the field's subschema.
    std::string pointer;
    std::string description;
};

/// An objective of the declaration by its number.
struct Numbered {
    std::int64_t number = 0;
    /// Its index in the declaration, and that of the section that it belongs to.
    std::size_t index = 0;
    std::optional<std::size_t> section;
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
    /// The field of each role.
    std::array<std::optional<std::size_t>, static_cast<std::size_t>(Role::bodies) + 1> roles;
    /// By folded name or title.
    std::map<std::string, std::size_t, std::less<>> names;
    /// The bytes of the longest of them.
    std::size_t longest_name = 0;
    /// By number.
    std::vector<Numbered> objectives;
    /// Codes of the sections, in the order of the declaration.
    Codes sections;

    [[nodiscard]] const std::optional<std::size_t>& field_of(Role role) const {
        return roles[static_cast<std::size_t>(role)];
    }
    /// The section of an objective, or nullptr.
    [[nodiscard]] const Section* section_of(std::int64_t number) const { return section_of(objective(number)); }
    [[nodiscard]] const Section* section_of(const Numbered* known) const {
        return known != nullptr && known->section ? &declaration.sections[*known->section] : nullptr;
    }
    [[nodiscard]] const Numbered* objective(std::int64_t number) const {
        // Mostly they are numbered without a gap.
        if (!objectives.empty() && number >= objectives.front().number) {
            const auto index =
                static_cast<std::uint64_t>(number) - static_cast<std::uint64_t>(objectives.front().number);
            if (index < objectives.size() && objectives[index].number == number) return &objectives[index];
        }
        const auto found =
            std::lower_bound(objectives.begin(), objectives.end(), number,
                             [](const Numbered& one, std::int64_t wanted) { return one.number < wanted; });
        return found != objectives.end() && found->number == number ? &*found : nullptr;
    }
};

} // namespace annexkit
