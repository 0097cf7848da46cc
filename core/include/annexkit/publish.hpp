// SPDX-License-Identifier: Apache-2.0
// A declaration's schema in the schema languages of others, and empty forms to fill in.
#pragma once

#include <annexkit/export.h>
#include <annexkit/job.hpp>
#include <annexkit/registry.hpp>
#include <annexkit/result.hpp>
#include <annexkit/schema.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace annexkit {

enum class SchemaForm { json_schema, json_schema_draft_04, xsd, xsd_namespace, table_schema, csvw };

struct SchemaFormName {
    SchemaForm form;
    std::string_view name;
    /// The name of its file, in a folder of the declaration.
    std::string_view file;
};
/// Every form, in the order that help lists them.
[[nodiscard]] ANNEXKIT_API std::span<const SchemaFormName> schema_forms();

/// The schema of a whole annex in another language, as the formats json, xml and csv write it.
///
/// Shape:  an annex that the form refuses and annexkit takes is one that annexkit would write otherwise: with other
/// names for its fields, or in another order. What the form cannot express, its description lists. Source: JSON Schema
/// draft-04 and 2020-12, XML Schema 1.0, Table Schema 1.0, Metadata Vocabulary for Tabular Data.
[[nodiscard]] ANNEXKIT_API std::string publish(const Schema& schema, SchemaForm form);

/// An annex without initiatives whose fields go by their titles in a language: of a table, the row of headings. A field
/// without a title in it keeps its name.
///
/// Shape:  there is no annex head, since a table would ask for it on every row. Of `output`, bytes are not used.
/// Errors: ErrorKind::usage for a format that cannot be written and for an option that it does not take;
///         ErrorKind::output where it cannot hold a title.
[[nodiscard]] ANNEXKIT_API Result<std::string> empty_form(const Registry& registry, const Output& output,
                                                          const Schema& schema, std::string_view language);

} // namespace annexkit
