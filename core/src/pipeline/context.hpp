// SPDX-License-Identifier: Apache-2.0
// What all steps of a running job share: the formats in use, the schema, the head of the annex and the table's columns.
#pragma once

#include "input/encoding.hpp"
#include "pipeline/encoder.hpp"
#include "pipeline/findings.hpp"
#include "pipeline/plugin_call.hpp"
#include "validate/validator.hpp"

#include <annexkit/job.hpp>
#include <annexkit/plugin_sdk.hpp>
#include <annexkit/schema.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace annexkit {

/// What a name stands for, as plugin.h numbers it.
[[nodiscard]] std::int32_t resolve_name(const Schema& schema, std::string_view name);

/// Whether a text may be a value of a field, as plugin.h numbers it.
[[nodiscard]] std::int32_t fits_field(const Schema& schema, std::int32_t field, std::string_view text);

/// The schema's fields as plugins are told them. Lifetime: points into the schema.
[[nodiscard]] std::vector<annexkit_field> contract_fields(const Schema& schema);

/// Says why a plugin's function failed when the plugin did not say so itself.
void add_failure(const RuleCatalogue& rules, std::string_view plugin, const char* function, const std::string& escaped,
                 bool reported, std::vector<PlacedFinding>& findings);

/// The exporter of a job, its writer and what it has to be told before the first record.
class Export {
  public:
    /// Opens a writer of these fields, whose names are lent for its life. Faults that the exporter reports go to
    /// `findings`.
    static Result<std::unique_ptr<Export>> open(const Format& format, const OptionMap& options,
                                                std::vector<annexkit_field> fields, const RuleCatalogue& rules,
                                                std::vector<PlacedFinding>& findings);
    ~Export();
    Export(const Export&) = delete;
    Export& operator=(const Export&) = delete;

    [[nodiscard]] bool in_order() const { return exporter_.in_order != 0; }

    /// What stands before the first record. Once, before any write. Returns false when the exporter failed.
    bool begin(const std::vector<annexkit_named_value>& head, std::string& bytes, std::vector<PlacedFinding>& findings);
    /// What stands after the last record. Once.
    bool end(std::uint64_t records, std::string& bytes, std::vector<PlacedFinding>& findings);
    /// Appends one record. Threads: any, each with its own output.
    annexkit_status write(const annexkit_record& record, OutputBuffer& output, std::string& escaped) const;

    /// The encoded separator between records; known after begin.
    [[nodiscard]] const std::string& separator() const { return separator_; }
    /// nullopt when the output is UTF-8, which needs no encoding.
    [[nodiscard]] std::optional<Encoding> encoding() const { return encoding_; }
    [[nodiscard]] const std::string& plugin() const { return plugin_; }

  private:
    Export(const Format& format, const RuleCatalogue& rules);
    template <class Call>
    bool frame(Call&& call, const char* function, std::string& bytes, std::vector<PlacedFinding>& findings);

    const annexkit_exporter& exporter_;
    const RuleCatalogue& rules_;
    std::string plugin_;
    void* writer_ = nullptr;
    std::vector<annexkit_field> fields_;
    std::optional<Encoding> encoding_;
    std::string separator_;
};

/// Everything that is fixed once the first record is reached.
struct Context {
    Context(const RuleCatalogue& known_rules, const Job& request)
        : rules(known_rules), job(request),
          record_bytes(std::min(request.limits.record_bytes, Limits::most_record_bytes)) {}

    const RuleCatalogue& rules;
    const Job& job;
    /// What Job::limits says, within reason.
    std::size_t record_bytes;
    const Format* format = nullptr;
    std::shared_ptr<const Schema> schema;
    std::unique_ptr<Validator> validator;
    void* reader = nullptr;
    /// nullptr where nothing is written.
    std::unique_ptr<Export> exporter;
    /// nullptr where no initiative is diverted.
    std::unique_ptr<Export> rejects;
    /// The column of each field, or -1; empty when the input is no table.
    std::vector<std::int32_t> field_columns;
    bool is_table = false;
    /// What the heading row has told, so that rows do not: how grave a fault of each row it is, which is none where the
    /// baseline knows it.
    struct ToldByHeading {
        Severity severity = Severity::off;
        /// Of the finding that tells it.
        std::int32_t column = -1;
        std::string field = {};
    };
    /// By headings that no field knows.
    std::map<std::string, ToldByHeading, std::less<>> unknown_headings;
    /// By the names of fields without a column.
    std::map<std::string, ToldByHeading, std::less<>> missing_columns;

    [[nodiscard]] const annexkit_importer& importer() const { return *format->table->importer; }
};

/// ErrorKind::cancelled once a stop is requested.
[[nodiscard]] Result<void> check_cancelled(const Job& job);

/// Switches a finding off that the baseline of the job knows. Its initiative and field are set.
void excuse(const Context& context, PlacedFinding& placed);

} // namespace annexkit
