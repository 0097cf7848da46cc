// SPDX-License-Identifier: Apache-2.0
#include <annexkit/files.hpp>
#include <annexkit/schema.hpp>

#include "input/read_at_most.hpp"
#include "messages/error.hpp"
#include "schema/compiled.hpp"
#include "schema/compiler.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace annexkit {
namespace {

constexpr std::string_view schema_ending = ".schema.json";

/// What the folders hold, and the first of them that could not be listed.
struct Listing {
    std::map<std::string, std::filesystem::path> files;
    std::optional<Error> fault;

    void add(const std::filesystem::path& folder) {
        std::error_code error;
        std::filesystem::directory_iterator entry(folder, error);
        for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            std::error_code unknown;
            const bool is_file = entry->is_regular_file(unknown) || unknown;
            if (is_file && name.size() > schema_ending.size() && name.ends_with(schema_ending))
                files.emplace(name.substr(0, name.size() - schema_ending.size()), entry->path());
        }
        if (error && error != std::errc::no_such_file_or_directory && !fault)
            fault = make_error(ErrorKind::schema, "schema.folder", {{"folder", folder.string()}}, error.value());
    }
};

} // namespace

Schema::Schema(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Schema::~Schema() = default;

const Declaration& Schema::declaration() const { return compiled_->declaration; }
std::span<const Field> Schema::fields() const { return compiled_->fields; }
const std::string& Schema::name() const { return compiled_->name; }
const std::string& Schema::text() const { return compiled_->text; }

std::optional<std::size_t> Schema::field_of(Role role) const { return compiled_->field_of(role); }

std::optional<std::size_t> Schema::field_named(std::string_view name_or_title) const {
    // Folding is dear, and a table's first rows are looked up whole in search of its headings. No accent, width or
    // white space that people write makes a name so much longer.
    constexpr std::size_t most_spread = 8;
    if (name_or_title.size() > most_spread * compiled_->longest_name) return std::nullopt;
    const auto found = compiled_->names.find(fold(name_or_title));
    if (found == compiled_->names.end()) return std::nullopt;
    return found->second;
}

Result<std::shared_ptr<const Schema>> Schema::parse(std::string_view json, const std::string& name) {
    auto compiled = compile_schema(json, name);
    if (!compiled) return compiled.error();
    return std::make_shared<const Schema>(std::move(*compiled));
}

Result<std::shared_ptr<const Schema>> Schema::load(const std::filesystem::path& file) {
    const auto refuse = [](const Error& error) {
        return make_error(ErrorKind::schema, "schema.unreadable",
                          {{"reason", error.message}, {"reason_fr", error.french.message}});
    };
    const auto source = open_source(file);
    if (!source) return refuse(source.error());
    const auto text = read_at_most(**source, most_schema_bytes, ErrorKind::schema);
    if (!text) return refuse(text.error());
    return parse(*text, file.string());
}

struct SchemaFolders::Found {
    std::vector<std::filesystem::path> folders;
    Listing listing;
    std::once_flag listed;
    std::mutex mutex;
    std::map<std::string, std::shared_ptr<const Schema>> compiled;

    Result<std::shared_ptr<const Schema>> load(const std::filesystem::path& file) {
        const std::lock_guard lock(mutex);
        const auto known = compiled.find(file.string());
        if (known != compiled.end()) return known->second;
        auto schema = Schema::load(file);
        if (schema) compiled.emplace(file.string(), *schema);
        return schema;
    }
};

SchemaFolders::SchemaFolders(std::vector<std::filesystem::path> folders) : found_(std::make_shared<Found>()) {
    found_->folders = std::move(folders);
}

const std::vector<std::filesystem::path>& SchemaFolders::folders() const { return found_->folders; }

const std::map<std::string, std::filesystem::path>& SchemaFolders::list() const {
    std::call_once(found_->listed, [&] {
        for (const auto& folder : found_->folders) found_->listing.add(folder);
    });
    return found_->listing.files;
}

Result<void> SchemaFolders::listed() const {
    (void)list();
    if (found_->listing.fault) return *found_->listing.fault;
    return {};
}

Result<std::shared_ptr<const Schema>> SchemaFolders::find(std::string_view name) const {
    if (name.find('/') != std::string_view::npos || name.ends_with(".json")) return found_->load(name);
    const auto& known = list();
    const auto found = known.find(std::string(name));
    if (found != known.end()) return found_->load(found->second);
    if (auto all = listed(); !all) return all.error();
    std::string names;
    for (const auto& [id, file] : known) names += (names.empty() ? "" : ", ") + id;
    std::string searched;
    for (const auto& folder : folders()) searched += (searched.empty() ? "" : ", ") + folder.string();
    std::vector<Argument> arguments = {{"name", std::string(name)}, {"searched", searched}};
    add_known(arguments, names);
    return make_error(ErrorKind::usage, "schema.unknown", std::move(arguments));
}

} // namespace annexkit
