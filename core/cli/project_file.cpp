// SPDX-License-Identifier: Apache-2.0
#include "project_file.hpp"

#include "complaint.hpp"
#include "failure.hpp"
#include "terminal.hpp"
#include "text/toml_file.hpp"

#include <annexkit/files.hpp>

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace annexkit::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view file_name = "annexkit.toml";

/// What the value of a key looks like.
enum class Shape {
    text,
    path,   ///< of a file or folder below that of the project file
    number, ///< a whole number
    truth,
    list,  ///< of texts
    paths, ///< a list of paths
    table  ///< "name" = "value", or a whole number, for each NAME=VALUE of the option
};
struct Key {
    std::string_view name;
    Shape shape;
};
/// What a project settles for all; what one run does, such as where it writes, is left to the command line.
constexpr std::array keys = {
    Key{"schema", Shape::path},       Key{"schema-dir", Shape::paths}, Key{"from", Shape::text},
    Key{"from-option", Shape::table}, Key{"select", Shape::list},      Key{"ignore", Shape::list},
    Key{"severity", Shape::table},    Key{"fail-on", Shape::text},     Key{"baseline", Shape::path},
    Key{"whole-annex", Shape::truth}, Key{"lang", Shape::text},        Key{"max-record-bytes", Shape::number},
    Key{"limit", Shape::table},
};

/// What a value should be, in both languages.
struct ShapeWords {
    std::string_view english;
    std::string_view french;
};
ShapeWords wish(Shape shape) {
    switch (shape) {
    case Shape::text: return {"a text in quotes", "un texte entre guillemets"};
    case Shape::path:
        return {"a path in quotes, below the folder of the file",
                "un chemin entre guillemets, sous le dossier du fichier"};
    case Shape::number: return {"a whole number", "un nombre entier"};
    case Shape::truth: return {"true or false", "true ou false"};
    case Shape::list: return {"a list of texts, such as [\"text\"]", "une liste de textes, comme [\"text\"]"};
    case Shape::paths:
        return {"a list of paths below the folder of the file", "une liste de chemins sous le dossier du fichier"};
    case Shape::table:
        return {"a table of texts or whole numbers, such as { \"name\" = \"value\" }",
                "une table de textes ou de nombres entiers, comme { \"nom\" = \"valeur\" }"};
    }
    return {};
}

/// One project file as it is read.
class Reader {
  public:
    explicit Reader(fs::path file) : file_(std::move(file)) {
        try {
            auto read = read_toml(file_);
            if (!read && read.error().kind == ErrorKind::usage) fail({}, "settings.refused", read.error());
            table_ = value_or_fail(std::move(read));
        } catch (const toml::parse_error& error) {
            const std::string why(error.description());
            fail(error.source(), "settings.malformed", {{"reason", why}, {"reason_fr", why}});
        }
    }

    [[nodiscard]] const toml::table& table() const { return table_; }

    static ProjectFile::Spot spot(const toml::node& node) {
        return {place(node.source(), "line", "column"), place(node.source(), "ligne", "colonne")};
    }

    /// Ends with a message that has the file and the place in it.
    [[noreturn]] void fail(const toml::source_region& where, MessageId what, std::vector<Argument> arguments) const {
        arguments.push_back({"file", shown_path(file_)});
        arguments.push_back({"place", place(where, "line", "column")});
        arguments.push_back({"place_fr", place(where, "ligne", "colonne")});
        throw misuse(what, std::move(arguments));
    }

    /// The same with what an error says.
    [[noreturn]] void fail(const toml::source_region& where, MessageId what, const Error& reason) const {
        fail(where, what, {{"reason", reason.message}, {"reason_fr", reason.in(Language::french).message}});
    }

    /// The value of a key as an option takes it, in one or more texts.
    [[nodiscard]] std::vector<ProjectFile::Given> values(const Key& key, const toml::node& node) const {
        std::vector<ProjectFile::Given> result;
        const auto add = [&](const toml::node& at, const std::optional<std::string>& text) {
            if (!text) refuse(key, at);
            result.push_back({*text, spot(at)});
        };
        switch (key.shape) {
        case Shape::text: add(node, text_of(node)); break;
        case Shape::path: add(node, path_of(key, node)); break;
        case Shape::number: add(node, number_of(node)); break;
        case Shape::truth: add(node, node.is_boolean() ? text_of(node) : std::nullopt); break;
        case Shape::list:
        case Shape::paths:
            if (!node.is_array()) refuse(key, node);
            for (const auto& item : *node.as_array())
                add(item, key.shape == Shape::paths ? path_of(key, item) : text_of(item));
            break;
        case Shape::table:
            if (!node.is_table()) refuse(key, node);
            for (const auto& [name, value] : *node.as_table()) {
                const auto text = value.is_integer() ? number_of(value) : text_of(value);
                add(value, text ? std::optional(fmt::format("{}={}", name.str(), *text)) : std::nullopt);
            }
            break;
        }
        return result;
    }

  private:
    static std::string place(const toml::source_region& where, std::string_view line, std::string_view column) {
        return where.begin ? fmt::format(", {} {}, {} {}", line, where.begin.line, column, where.begin.column)
                           : std::string();
    }

    [[noreturn]] void refuse(const Key& key, const toml::node& node) const {
        const auto [english, french] = wish(key.shape);
        fail(node.source(), "settings.shape",
             {{"option", std::string(key.name)}, {"wanted", std::string(english)}, {"wanted_fr", std::string(french)}});
    }

    static std::optional<std::string> text_of(const toml::node& node) {
        if (node.is_string()) return node.as_string()->get();
        return node.is_boolean() ? std::optional<std::string>(node.as_boolean()->get() ? "true" : "false")
                                 : std::nullopt;
    }

    static std::optional<std::string> number_of(const toml::node& node) {
        return node.is_integer() ? std::optional(fmt::format("{}", node.as_integer()->get())) : std::nullopt;
    }

    // A file that came with a submission must not reach beyond it.
    [[nodiscard]] std::optional<std::string> path_of(const Key& key, const toml::node& node) const {
        const auto text = text_of(node);
        if (!text) return std::nullopt;
        // The name of a declaration is no path.
        const bool is_name = key.name == "schema" && text->find('/') == std::string::npos && !text->ends_with(".json");
        if (is_name) return text;
        const fs::path path = fs::path(*text).lexically_normal();
        const bool is_below = path.is_relative() && path.begin() != path.end() && *path.begin() != "..";
        fs::path file = file_.parent_path() / path;
        if (!is_below || leads_out(file))
            fail(node.source(), "settings.outside", {{"option", std::string(key.name)}, {"value", *text}});
        // A pipe that came with a submission would be waited for.
        std::error_code unknown;
        const auto there = fs::status(file, unknown);
        if (fs::exists(there) && !fs::is_regular_file(there) && !fs::is_directory(there))
            fail(node.source(), "settings.no-file", {{"option", std::string(key.name)}, {"value", *text}});
        return std::move(file).string();
    }

    // By a link, to another folder than that of the project file.
    [[nodiscard]] bool leads_out(const fs::path& file) const {
        std::error_code error;
        const fs::path folder = fs::weakly_canonical(fs::absolute(file_, error).parent_path(), error);
        const fs::path inner = fs::weakly_canonical(fs::absolute(file, error), error).lexically_relative(folder);
        return error || inner.empty() || *inner.begin() == "..";
    }

    fs::path file_;
    toml::table table_;
};

std::string key_names() {
    std::string names;
    for (const auto& key : keys) names += (names.empty() ? "" : ", ") + std::string(key.name);
    return names;
}

// The nearest project file from a folder upward.
fs::path nearest(fs::path folder) {
    std::error_code error;
    for (;;) {
        const fs::path file = folder / file_name;
        // A link that leads nowhere is one that cannot be read.
        if (fs::exists(fs::symlink_status(file, error))) return file;
        if (folder == folder.parent_path()) return {};
        folder = folder.parent_path();
    }
}

std::string shown_or(const fs::path& file, std::string_view none) {
    return file.empty() ? std::string(none) : shown_path(file);
}

fs::path folder_of(const std::string& input) {
    std::error_code error;
    if (input == "-") return fs::current_path(error);
    const fs::path path = fs::absolute(input, error).lexically_normal();
    return fs::is_directory(path, error) ? path : path.parent_path();
}

std::string toml_text(const Key& key, const std::vector<std::string>& values) {
    std::ostringstream out;
    // A stream keeps what is thrown within it to itself, lack of memory too.
    out.exceptions(std::ios::badbit);
    if (key.shape == Shape::number || key.shape == Shape::truth) {
        out << (values.empty() ? "" : values.front());
    } else if (key.shape == Shape::list || key.shape == Shape::paths) {
        toml::array array;
        for (const auto& value : values) array.push_back(value);
        out << array;
    } else if (key.shape == Shape::table) {
        toml::table table;
        for (const auto& value : values)
            table.insert_or_assign(value.substr(0, value.find('=')), value.substr(value.find('=') + 1));
        table.is_inline(true);
        out << table;
    } else {
        out << toml::value<std::string>(values.front());
    }
    return out.str();
}

} // namespace

void ProjectFile::setup(CLI::App& command) {
    command_ = &command;
    const std::string group = "Settings of a project";
    auto* const config = command
                             .add_option("--config", file_,
                                         "File with settings (default: annexkit.toml in the folder of the inputs, or "
                                         "the nearest one above)")
                             ->type_name("FILE")
                             ->group(group);
    command.add_flag("--no-config", none_, "Use no file with settings")->group(group)->excludes(config);
    command.add_flag("--show-config", show_, "Print the settings in use and where they come from, and do nothing else")
        ->group(group);
}

fs::path ProjectFile::find(const std::vector<std::string>& inputs) const {
    if (none_) return {};
    if (!file_.empty()) return file_;
    fs::path found;
    const std::string* first = nullptr;
    for (const auto& input : inputs) {
        fs::path file = nearest(folder_of(input));
        if (first != nullptr && file != found)
            throw misuse("settings.differ", {{"file", *first},
                                             {"other", input},
                                             {"first", shown_or(found, "no annexkit.toml")},
                                             {"second", shown_or(file, "no annexkit.toml")},
                                             {"first_fr", shown_or(found, "aucun annexkit.toml")},
                                             {"second_fr", shown_or(file, "aucun annexkit.toml")}});
        found = std::move(file);
        first = &input;
    }
    return found;
}

bool ProjectFile::apply(const std::vector<std::string>& inputs) {
    found_ = find(inputs);
    if (!found_.empty()) read();
    if (show_) print(stdout, shown());
    return !show_;
}

void ProjectFile::read() {
    std::error_code error;
    if (!fs::is_regular_file(found_, error)) throw misuse("settings.unreadable", {{"file", shown_path(found_)}});
    const Reader reader(found_);
    for (const auto& [name, node] : reader.table()) {
        const auto* key = std::find_if(keys.begin(), keys.end(),
                                       [&, wanted = name.str()](const Key& known) { return known.name == wanted; });
        if (key == keys.end())
            reader.fail(node.source(), "settings.unknown", {{"name", std::string(name.str())}, {"known", key_names()}});
        auto values = reader.values(*key, node);
        auto* const option = command_->get_option_no_throw("--" + std::string(key->name));
        if (option == nullptr || option->count() > 0) continue;
        for (const auto& value : values) option->add_result(value.text);
        const bool is_empty = values.empty();
        taken_.push_back({key->name, Reader::spot(node), std::move(values)});
        if (is_empty) continue;
        try {
            option->run_callback();
        } catch (const CLI::ParseError& refusal) {
            reader.fail(node.source(), "settings.refused", complaint_of(refusal.what(), command_->get_name()));
        }
    }
}

Failure ProjectFile::told(const Failure& failure, std::string_view option, std::string_view value) const {
    const auto taken =
        std::find_if(taken_.begin(), taken_.end(), [&](const Taken& each) { return each.name == option; });
    if (taken == taken_.end()) return failure;
    const auto given =
        std::find_if(taken->values.begin(), taken->values.end(), [&](const Given& each) { return each.text == value; });
    const Spot& at = given == taken->values.end() ? taken->at : given->at;
    const Error& reason = failure.error;
    Error error = make_error(reason.kind, "settings.refused",
                             {{"file", shown_path(found_)}, {"place", at.place}, {"place_fr", at.place_fr}}, reason);
    error.hint = reason.hint;
    error.french.hint = reason.in(Language::french).hint;
    return Failure{std::move(error)};
}

std::string ProjectFile::shown() const {
    std::string text = found_.empty() ? "# no annexkit.toml\n" : fmt::format("# {}\n", shown_path(found_));
    for (const auto& key : keys) {
        const auto* option = command_->get_option_no_throw("--" + std::string(key.name));
        if (option == nullptr) continue;
        const bool is_of_file =
            std::any_of(taken_.begin(), taken_.end(), [&](const Taken& taken) { return taken.name == key.name; });
        std::vector<std::string> values = option->results();
        const std::string_view from = is_of_file ? file_name : values.empty() ? "default" : "command line";
        if (values.empty() && !option->get_default_str().empty()) values = {option->get_default_str()};
        const bool is_listed = key.shape == Shape::list || key.shape == Shape::paths || key.shape == Shape::table;
        if (values.empty() && key.shape == Shape::truth) values = {"false"};
        if (values.empty() && !is_listed) {
            text += fmt::format("# {} is not set\n", key.name);
        } else {
            text += fmt::format("{} = {} # {}\n", key.name, toml_text(key, values), from);
        }
    }
    return text;
}

} // namespace annexkit::cli
