// SPDX-License-Identifier: Apache-2.0
// What can be wrong with a document, and how it is reported.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace annexkit::xml {

enum class Problem : std::uint8_t {
    // xml.syntax
    root_expected,
    second_root,
    document_ends,
    tag_ends,
    comment_ends,
    cdata_ends,
    instruction_ends,
    value_ends,
    unknown_markup,
    name_expected,
    attribute_expected,
    blank_expected,
    equals_expected,
    quote_expected,
    close_expected,
    tag_in_value,
    duplicate_attribute,
    end_tag_differs,
    end_tag_without_start,
    bare_ampersand,
    character_reference,
    character,
    cdata_close_in_text,
    hyphens_in_comment,
    instruction_name,
    xml_declaration_place,
    xml_declaration,
    xml_version,
    xml_encoding,
    xml_standalone,
    // xml.namespace
    colon,
    prefix_without_namespace,
    prefix_xml,
    prefix_xmlns,
    same_attribute,
    // rules of their own
    undeclared_prefix,
    entity,
    doctype,
    too_deep,
};

/// One problem at one place of a text. name is the name that it is about, or empty. Of an end tag of another element,
/// found is the name that it has, and lines_above how many lines ahead the element starts, or -1 where nobody knows.
struct Fault {
    Problem problem = Problem::root_expected;
    std::size_t at = 0;
    std::string_view name;
    std::string_view found{};
    std::ptrdiff_t lines_above = -1;
};

/// The rule that a problem breaks.
std::string_view rule_of(Problem problem);

/// Reports a fault in `text`, which ends the reading. record: index of the record that it stands in, or ANNEXKIT_NONE.
annexkit_status report(const Fault& fault, std::string_view text, std::size_t max_depth, const sdk::Sink& sink,
                       std::uint64_t record = ANNEXKIT_NONE);

} // namespace annexkit::xml
