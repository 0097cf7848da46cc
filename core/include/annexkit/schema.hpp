// SPDX-License-Identifier: Apache-2.0
// The schema of a declaration: its fields, its objectives and the checks on one initiative.
#pragma once

#include <annexkit/export.h>
#include <annexkit/result.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// Text in several languages, by language code.
using Translations = std::map<std::string, std::string, std::less<>>;

struct Signatory {
    std::string code;
    Translations name;
    /// Other codes that people write for it.
    std::vector<std::string> aliases = {};
};

struct Section {
    std::string code;
    std::string heading;
    std::vector<std::int64_t> objectives;
};

/// A numbered point of the declaration: an objective, or a point on its implementation.
struct Point {
    std::int64_t number = 0;
    std::string text;
};

struct Part {
    std::int64_t number = 0;
    Translations label;
    std::string as_of;
};

/// What the declaration asks of an annex as a whole.
struct WholeAnnexAsks {
    /// Each section's least share of the initiatives, in percent.
    std::uint64_t least_percent = 0;
    /// Groups of objectives of which an annex serves all or none.
    std::vector<std::vector<std::int64_t>> together;
    /// Words of texts that are to be followed up, whatever their case.
    std::vector<std::string> marks;
};

/// What the schema says about the declaration itself, under "x-declaration".
struct Declaration {
    std::string id;
    Translations title;
    std::string place;
    std::string date;
    std::string language;
    std::vector<Signatory> signatories;
    std::vector<Signatory> agencies;
    std::vector<Section> sections;
    std::vector<Point> objectives;
    std::string implementation_heading;
    std::vector<Point> implementation;
    std::vector<Part> parts;
    WholeAnnexAsks whole_annex;
};

enum class FieldKind { text, integer, number, boolean, list };

/// What a field means to the rules; every role is taken by at most one field.
enum class Role { none, id, part, section, section_heading, objective, objective_text, partners, text, bodies };

struct Field {
    std::string name;
    FieldKind kind = FieldKind::text;
    Role role = Role::none;
    bool required = false;
    /// Human titles by language code, the first of each language being the preferred one.
    std::map<std::string, std::vector<std::string>, std::less<>> titles;
};

/// One declaration's schema, compiled once and never changed.
///
/// Threads: const; may be shared by any number of threads.
/// Source:  JSON Schema draft-04 in the keywords that mean the same in 2020-12; CONTRIBUTING.md lists them.
class ANNEXKIT_API Schema {
  public:
    /// Compiles a schema text. `name` stands for it in messages.
    /// Errors: ErrorKind::schema, naming the place of what is wrong (line and column, or JSON Pointer) and the
    /// supported keywords.
    static Result<std::shared_ptr<const Schema>> parse(std::string_view json, const std::string& name);

    /// Reads and compiles a file.
    static Result<std::shared_ptr<const Schema>> load(const std::filesystem::path& file);

    ~Schema();

    [[nodiscard]] const Declaration& declaration() const;
    /// In the order of "properties", which is the order of every format.
    [[nodiscard]] std::span<const Field> fields() const;
    [[nodiscard]] std::optional<std::size_t> field_of(Role role) const;
    /// The field of this name or title, whatever its case, accents and surrounding space.
    [[nodiscard]] std::optional<std::size_t> field_named(std::string_view name_or_title) const;
    /// The name or path that it was loaded by.
    [[nodiscard]] const std::string& name() const;
    /// The schema text as it was loaded.
    [[nodiscard]] const std::string& text() const;

    /// What the validator compiles its checks from; not part of the public interface.
    struct Compiled;
    [[nodiscard]] const Compiled& compiled() const { return *compiled_; }

    explicit Schema(std::unique_ptr<Compiled> compiled);

  private:
    std::unique_ptr<Compiled> compiled_;
};

/// The schemas of a search path, found by name. The folders are listed once, and each schema is compiled once: a file
/// that changes later is not read again.
///
/// Threads: const; may be shared by any number of threads. Copies share what was found.
class ANNEXKIT_API SchemaFolders {
  public:
    explicit SchemaFolders(std::vector<std::filesystem::path> folders);

    /// A schema by declaration id, or by the path of a file when `name` holds a slash or ends in ".json".
    /// Errors: ErrorKind::usage for a name that is not found, with every folder searched and every name known.
    [[nodiscard]] Result<std::shared_ptr<const Schema>> find(std::string_view name) const;

    /// The schema files of the folders, "<declaration id>.schema.json", by id; the first folder wins.
    [[nodiscard]] const std::map<std::string, std::filesystem::path>& list() const;

    /// Whether every folder that is there could be listed.
    /// Errors: ErrorKind::schema, naming the first that could not.
    [[nodiscard]] Result<void> listed() const;

    [[nodiscard]] const std::vector<std::filesystem::path>& folders() const;

  private:
    struct Found;
    std::shared_ptr<Found> found_;
};

} // namespace annexkit
