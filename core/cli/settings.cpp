// SPDX-License-Identifier: Apache-2.0
#include "settings.hpp"

#include "command.hpp"
#include "failure.hpp"
#include "report.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <annexkit/files.hpp>
#include <annexkit/folders.hpp>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

std::vector<std::filesystem::path> absolute(const std::vector<std::string>& folders) {
    std::vector<std::filesystem::path> result;
    for (const auto& folder : folders) result.push_back(std::filesystem::absolute(folder));
    return result;
}

// A schema is named by its file or by its declaration; SchemaFolders::find() tells them apart in the same way.
std::vector<std::string> files_of(const std::string& schema, const Folders& folders) {
    const bool is_file = schema.find('/') != std::string::npos || schema.ends_with(".json");
    std::vector<std::string> files = is_file ? std::vector{schema} : std::vector<std::string>();
    const SchemaFolders named(absolute(folders.schema_folders));
    for (const auto& [id, file] : named.list()) files.push_back(file.string());
    return files;
}

constexpr std::string_view known_limits =
    "input-bytes, records, field-bytes, fields, findings, plugin-memory, plugin-time";
constexpr std::string_view limits_of_plugins = "plugin-memory, plugin-time";

// They are not of the job.
bool is_of_plugins(std::string_view limit) { return limit == "plugin-memory" || limit == "plugin-time"; }

std::uint64_t limit_of(const std::string& value) {
    std::uint64_t limit = 0;
    const char* const end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, limit);
    if (read.ec == std::errc() && read.ptr == end) return limit;
    throw misuse("limit.no-number", {{"value", value}});
}

// Where the limit of this name is kept, or nothing.
std::uint64_t* limit_named(Limits& limits, std::string_view name) {
    if (name == "input-bytes") return &limits.input_bytes;
    if (name == "records") return &limits.records;
    if (name == "field-bytes") return &limits.field_bytes;
    return name == "fields" ? &limits.fields : nullptr;
}

void apply_limits(const OptionMap& wanted, Limits& limits) {
    for (const auto& [name, value] : wanted) {
        if (name == "findings" || is_of_plugins(name)) continue;
        std::uint64_t* const limit = limit_named(limits, name);
        if (limit == nullptr) throw misuse("limit.unknown", {{"name", name}, {"known", std::string(known_limits)}});
        *limit = limit_of(value);
    }
}

// What isolated plugins may take, if some of the limits are theirs.
std::optional<Isolation> isolation_of(const OptionMap& limits) {
    std::optional<Isolation> wanted;
    for (const auto& [name, value] : limits) {
        if (!is_of_plugins(name)) continue;
        const std::uint64_t limit = limit_of(value);
        if (!wanted) wanted.emplace();
        if (name == "plugin-memory") {
            wanted->memory_bytes = limit;
        } else {
            // Longer than anybody waits, and short enough to be added to the time of day.
            constexpr std::uint64_t longest = 1'000'000'000;
            wanted->longest_call = std::chrono::seconds(std::min(limit, longest));
        }
    }
    return wanted;
}

} // namespace

void Folders::setup(CLI::App& command) {
    command_ = &command;
    command.add_option("--plugin-dir", plugin_folders, "Look for plugins in this folder first; repeatable")
        ->check(CLI::Validator(CLI::ExistingDirectory).description(""))
        ->type_name("DIR")
        ->allow_extra_args(false);
    command.add_flag("--allow-unsafe-plugins", allows_unsafe, allow_unsafe_help);
    command.add_flag("--isolate", isolates,
                     "Run each plugin in a process of its own, so that one that crashes or hangs harms nothing else");
    command.add_option("--schema-dir", schema_folders, "Look for schemas in this folder first; repeatable")
        ->check(CLI::Validator(CLI::ExistingDirectory).description(""))
        ->type_name("DIR")
        ->allow_extra_args(false);
}

std::vector<PluginFolder> Folders::plugins() const {
    return annexkit::plugin_folders(absolute(plugin_folders), default_folders().plugins);
}

Registry Folders::registry(const std::optional<Isolation>& limits) const {
    if (limits && !isolates) throw misuse("limit.not-isolated");
    PluginTrust trust{.unsafe = allows_unsafe ? UnsafePlugins::admit : UnsafePlugins::refuse};
    if (isolates) trust.isolation = limits.value_or(Isolation());
    Registry registry(trust);
    std::vector<std::filesystem::path> folders;
    for (auto& [folder, from] : plugins()) folders.push_back(std::move(folder));
    registry.load_folders(folders);
    // Last, as those that are installed: a plugin of the user's own goes before.
    registry.add_linked();
    for (const auto& [file, risk] : registry.admitted()) print_unsafe(file, risk, language());
    return registry;
}

void print_unsafe(const std::filesystem::path& plugin, const Error& risk, Language language) {
    print_warning(make_error(ErrorKind::plugin, "plugin.unsafe", {{"file", shown_path(plugin)}}, risk), language);
}

Language Folders::language() const {
    return command_ == nullptr ? LanguageOption().language() : language_of_command(*command_);
}

SchemaFolders Folders::schemas() const {
    auto folders = absolute(schema_folders);
    folders.push_back(default_folders().schemas);
    return SchemaFolders(std::move(folders));
}

void PluginLimits::setup(CLI::App& command) {
    command
        .add_option("--limit", limits,
                    "With --isolate, let a plugin take no more than this; repeatable. NAME is plugin-memory (bytes; "
                    "default: 1073741824) or plugin-time (seconds without a sign of life; default: 60)")
        ->type_name("NAME=N")
        ->allow_extra_args(false);
}

std::optional<Isolation> PluginLimits::isolation() const {
    const OptionMap wanted = parse_options(limits, "--limit");
    for (const auto& [name, value] : wanted)
        if (!is_of_plugins(name))
            throw misuse("limit.unknown", {{"name", name}, {"known", std::string(limits_of_plugins)}});
    return isolation_of(wanted);
}

void SchemaOption::setup(CLI::App& command) {
    command.add_option("--schema", name, "Declaration: a name or a file (default: the only one there is)")
        ->type_name("NAME|FILE");
}

std::vector<std::string> SchemaOption::files(const Folders& folders) const { return files_of(name, folders); }

std::shared_ptr<const Schema> SchemaOption::schema(const SchemaFolders& schemas) const {
    if (!name.empty()) return value_or_fail(schemas.find(name));
    const auto& known = schemas.list();
    if (known.size() == 1) return value_or_fail(schemas.find(known.begin()->first));
    value_or_fail(schemas.listed());
    std::string names;
    for (const auto& [id, file] : known) names += (names.empty() ? "" : ", ") + id;
    if (known.empty()) throw misuse("schema.none");
    std::vector<Argument> arguments;
    add_known(arguments, names);
    throw misuse("schema.which", std::move(arguments));
}

void ReadingSettings::setup(CLI::App& command) {
    command.add_option("--from", from, "Format of the input (default: by its name, else by its content)")
        ->type_name("FORMAT");
    command.add_option("--from-option", options, "Option of the input format; repeatable (see annexkit formats)")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    command
        .add_option("--schema", schema,
                    "Declaration to validate against: a name or a file (default: what the annex says)")
        ->type_name("NAME|FILE");
    command
        .add_option("-j,--jobs", jobs,
                    "Number of threads; 0 for as many as there are processors, which is also the most")
        ->type_name("N")
        ->check(CLI::Range(0U, 1024U));
    command
        .add_option(
            "--limit", limits,
            "Read or list no more than this; repeatable. NAME is input-bytes, records, field-bytes (default: 1048576), "
            "fields (unknown ones; default: 10000), findings (that a report keeps) or, with --isolate, plugin-memory "
            "(bytes; default: 1073741824) and plugin-time (seconds without a sign of life; default: 60)")
        ->type_name("NAME=N")
        ->allow_extra_args(false);
    command.add_option("--max-record-bytes", max_record_bytes, "Longest initiative that is read")
        ->type_name("BYTES")
        ->check(CLI::Range(std::size_t{1}, Limits::most_record_bytes))
        ->capture_default_str();
    command
        .add_option("--chunk-bytes", chunk_bytes,
                    "Size of the pieces that the threads share; results do not depend on it")
        ->type_name("BYTES")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 30U))
        ->capture_default_str();
    fail_on.setup(command);
}

void FailOn::setup(CLI::App& command) {
    command.add_option("--fail-on", level, "Lowest severity of a finding that makes the exit code 1")
        ->type_name("LEVEL")
        ->check(CLI::IsMember({"note", "warning", "error", "never"}))
        ->capture_default_str();
}

int FailOn::severity() const {
    if (level == "note") return static_cast<int>(Severity::note);
    if (level == "warning") return static_cast<int>(Severity::warning);
    if (level == "error") return static_cast<int>(Severity::error);
    return static_cast<int>(Severity::error) + 1;
}

std::vector<std::string> ReadingSettings::files(const Folders& folders) const { return files_of(schema, folders); }

std::optional<std::size_t> ReadingSettings::listed_findings() const {
    const OptionMap wanted = parse_options(limits, "--limit");
    const auto found = wanted.find("findings");
    return found == wanted.end() ? std::nullopt : std::optional<std::size_t>(limit_of(found->second));
}

std::optional<Isolation> ReadingSettings::plugin_limits() const {
    return isolation_of(parse_options(limits, "--limit"));
}

void ReadingSettings::check_schema(const SchemaFolders& schemas) const {
    if (!schema.empty()) value_or_fail(schemas.find(schema));
}

Job ReadingSettings::job(const Registry& registry, const SchemaFolders& schemas, const std::string& source) const {
    Job job;
    job.input.name = source == "-" ? "<stdin>" : shown_path(source);
    if (!from.empty()) job.input.format = format_named(registry, from, "--from");
    job.input.options = parse_options(options, "--from-option");
    if (!schema.empty()) job.schema = value_or_fail(schemas.find(schema));
    job.schemas = &schemas;
    job.threads = jobs;
    apply_limits(parse_options(limits, "--limit"), job.limits);
    job.limits.record_bytes = max_record_bytes;
    job.limits.chunk_bytes = chunk_bytes;
    return job;
}

OptionMap parse_options(const std::vector<std::string>& texts, const std::string& flag) {
    OptionMap options;
    for (const auto& text : texts) {
        const auto equals = text.find('=');
        if (equals == std::string::npos || equals == 0)
            throw misuse("option.no-value", {{"flag", flag}, {"value", text}});
        if (!options.emplace(text.substr(0, equals), text.substr(equals + 1)).second)
            throw misuse("option.twice", {{"flag", flag}, {"option", text.substr(0, equals)}});
    }
    return options;
}

const Format* format_named(const Registry& registry, const std::string& id, const std::string& flag) {
    const Format* format = registry.find(id);
    if (format == nullptr)
        throw misuse("format.unknown", with_known({{"flag", flag}, {"name", id}}, registry, {.format = id}));
    return format;
}

int exit_code(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::usage:
    case ErrorKind::schema: return usage;
    case ErrorKind::input: return unreadable;
    case ErrorKind::plugin: return plugin_failed;
    // No command asks a job to stop: a signal ends the program.
    case ErrorKind::cancelled:
    case ErrorKind::output: return unwritable;
    }
    return usage;
}

int exit_code(const Summary& summary, int failing_severity) {
    const auto reached = [&](Severity severity, std::uint64_t count) {
        return count > 0 && static_cast<int>(severity) >= failing_severity;
    };
    if (summary.misused) return usage;
    if (summary.plugin_failed) return plugin_failed;
    if (summary.unreadable) return unreadable;
    if (summary.unwritable) return unwritable;
    if (reached(Severity::error, summary.errors) || reached(Severity::warning, summary.warnings) ||
        reached(Severity::note, summary.notes))
        return findings;
    return clean;
}

int worse(int left, int right) {
    constexpr std::array order = {clean, findings, lossy, unreadable, unwritable, plugin_failed, usage};
    const auto rank = [&](int code) { return std::find(order.begin(), order.end(), code); };
    return rank(left) < rank(right) ? right : left;
}

} // namespace annexkit::cli
