// SPDX-License-Identifier: Apache-2.0
// Options that several commands share, and what they lead to: formats, schemas, and a job.
#pragma once

#include <annexkit/job.hpp>
#include <annexkit/registry.hpp>
#include <annexkit/schema.hpp>

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace annexkit::cli {

inline constexpr const char* allow_unsafe_help =
    "Load plugins that other users may change too, and with that whatever code they put there";

/// Warns of a plugin that is loaded though others may change it.
void print_unsafe(const std::filesystem::path& plugin, const Error& risk, Language language);

/// Where plugins and schemas are looked for.
struct Folders {
    std::vector<std::string> plugin_folders;
    std::vector<std::string> schema_folders;
    bool allows_unsafe = false;
    bool isolates = false;

    void setup(CLI::App& command);
    /// Where plugins are looked for.
    [[nodiscard]] std::vector<PluginFolder> plugins() const;
    /// The formats of every folder. `limits` are those for isolated plugins, if some are asked for.
    [[nodiscard]] Registry registry(const std::optional<Isolation>& limits = {}) const;
    [[nodiscard]] SchemaFolders schemas() const;

  private:
    /// The language of warnings.
    [[nodiscard]] Language language() const;

    const CLI::App* command_ = nullptr;
};

/// --limit of commands that load plugins and read no annex.
struct PluginLimits {
    std::vector<std::string> limits;

    void setup(CLI::App& command);
    /// What isolated plugins may take, if --limit says so.
    [[nodiscard]] std::optional<Isolation> isolation() const;
};

/// --schema of commands that read no annex.
struct SchemaOption {
    std::string name;

    void setup(CLI::App& command);
    /// The files that may be read for it: the one that is named, if one is, and those of the folders that are.
    [[nodiscard]] std::vector<std::string> files(const Folders& folders) const;
    /// The schema named, or the only one there is. Throws Failure where there are several.
    [[nodiscard]] std::shared_ptr<const Schema> schema(const SchemaFolders& schemas) const;
};

/// --fail-on.
struct FailOn {
    std::string level = "error";

    void setup(CLI::App& command);
    /// The severity that makes a job fail, or a value above all for "never".
    [[nodiscard]] int severity() const;
};

/// How inputs are read and judged.
struct ReadingSettings {
    std::string from;
    std::vector<std::string> options;
    std::string schema;
    unsigned jobs = 0;
    std::vector<std::string> limits;
    std::size_t max_record_bytes = Limits().record_bytes;
    std::size_t chunk_bytes = Limits().chunk_bytes;
    FailOn fail_on;

    void setup(CLI::App& command);
    /// The files that may be read for schemas: the one that is named, if one is, and those of the folders that are.
    [[nodiscard]] std::vector<std::string> files(const Folders& folders) const;
    /// How many findings a report lists at most, if --limit says so.
    [[nodiscard]] std::optional<std::size_t> listed_findings() const;
    /// What isolated plugins may take, if --limit says so.
    [[nodiscard]] std::optional<Isolation> plugin_limits() const;
    /// Throws: Failure where the schema is not there or cannot be used.
    void check_schema(const SchemaFolders& schemas) const;
    /// A job that reads `source`, but for its input's bytes.
    [[nodiscard]] Job job(const Registry& registry, const SchemaFolders& schemas, const std::string& source) const;
};

/// "name=value" texts as a map. Throws Failure for one without "=" or a name given twice.
[[nodiscard]] OptionMap parse_options(const std::vector<std::string>& texts, const std::string& flag);

/// A format by id. Throws Failure naming the known ones and where they were searched.
[[nodiscard]] const Format* format_named(const Registry& registry, const std::string& id, const std::string& flag);

/// The exit code of an error that ended a command.
[[nodiscard]] int exit_code(ErrorKind kind);
/// The exit code of one job, the worst reason first.
[[nodiscard]] int exit_code(const Summary& summary, int failing_severity);
/// The worse of two exit codes.
[[nodiscard]] int worse(int left, int right);

} // namespace annexkit::cli
