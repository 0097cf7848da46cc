// SPDX-License-Identifier: Apache-2.0
// annexkit formats, rules and declarations: what is there, as text or JSON.
#include "command.hpp"
#include "failure.hpp"
#include "report.hpp"
#include "searched.hpp"
#include "settings.hpp"
#include "terminal.hpp"
#include "wrapping.hpp"

#include <annexkit/plugin_sdk.hpp>
#include <annexkit/report.hpp>

#include <algorithm>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace annexkit::cli {
namespace {

/// Longer lines are hard to read.
constexpr std::size_t widest = 80;

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void put(Writer& writer, const char* name, std::string_view value) {
    writer.Key(name);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void put(Writer& writer, const char* name, bool value) {
    writer.Key(name);
    writer.Bool(value);
}

std::string_view in_language(const Translations& texts, std::string_view language) {
    const auto found = texts.find(language);
    if (found != texts.end()) return found->second;
    return texts.empty() ? std::string_view() : std::string_view(texts.begin()->second);
}

std::string_view name_of(Fix fix) {
    switch (fix) {
    case Fix::safe: return "safe";
    case Fix::unsafe: return "unsafe";
    case Fix::both: return "both";
    case Fix::none: break;
    }
    return "none";
}

/// A command that lists something as text or JSON.
class Listing : public Command {
  public:
    int run() final {
        if (form_ == "text") {
            print(stdout, text());
        } else if (form_ == "ids") {
            print(stdout, fmt::format("{}\n", fmt::join(ids(), "\n")));
        } else {
            rapidjson::StringBuffer buffer;
            Writer writer(buffer);
            writer.SetIndent(' ', 2);
            json(writer);
            print(stdout, fmt::format("{}\n", buffer.GetString()));
        }
        return clean;
    }

  protected:
    void setup_listing(CLI::App& program, const std::string& name, const std::string& description) {
        command_ = program.add_subcommand(name, description);
        command_->add_option("--format", form_, "Form of the list: text, json, or ids, one a line")
            ->check(CLI::IsMember({"text", "json", "ids"}))
            ->capture_default_str();
        folders_.setup(*command_);
    }
    /// For those that load plugins.
    void setup_limits() { limits_.setup(*command_); }
    [[nodiscard]] const Folders& folders() const { return folders_; }
    [[nodiscard]] Registry registry() const { return folders_.registry(limits_.isolation()); }

  private:
    virtual std::string text() const = 0;
    virtual std::vector<std::string> ids() const = 0;
    virtual void json(Writer& writer) const = 0;

    Folders folders_;
    PluginLimits limits_;
    std::string form_ = "text";
};

class Formats : public Listing {
  public:
    void setup(CLI::App& program) override {
        setup_listing(program, "formats", "List the formats and their options");
        setup_limits();
        command_->add_flag("--verbose", verbose_,
                           "Also list each place where plugins are looked for, what is there, and why it was refused");
    }

  private:
    static void append_options(std::string_view title, std::span<const annexkit_option> options, std::size_t width,
                               std::string& text) {
        for (const auto& option : options)
            append_wrapped(fmt::format("{} {}={}  {}{}", title, sdk::view(option.name), sdk::view(option.fallback),
                                       sdk::view(option.help),
                                       option.choices.size == 0 ? "" : fmt::format(" ({})", sdk::view(option.choices))),
                           {2, 6}, width, text);
    }

    static void options_json(Writer& writer, const char* name, std::span<const annexkit_option> options) {
        writer.Key(name);
        writer.StartArray();
        for (const auto& option : options) {
            writer.StartObject();
            put(writer, "name", sdk::view(option.name));
            put(writer, "default", sdk::view(option.fallback));
            if (option.choices.size > 0) put(writer, "choices", sdk::view(option.choices));
            put(writer, "help", sdk::view(option.help));
            writer.EndObject();
        }
        writer.EndArray();
    }

    std::string text() const override {
        const Registry registry = this->registry();
        const std::size_t width = std::min(terminal_of(stdout).columns, widest);
        std::size_t id_width = 6;
        for (const auto& format : registry.formats()) id_width = std::max(id_width, format.id().size());
        std::string text;
        for (const auto& format : registry.formats()) {
            const auto& table = *format.table;
            std::string extensions;
            for (const auto& extension : std::span(table.extensions, table.extension_count))
                extensions += fmt::format(" {}", sdk::view(extension));
            append_wrapped(fmt::format("{:<{}}  {}{}  {} ({} {})", format.id(), id_width,
                                       table.importer != nullptr ? "r" : "-", table.exporter != nullptr ? "w" : "-",
                                       sdk::view(table.description), format.plugin, format.plugin_version),
                           {0, id_width + 6}, width, text);
            append_wrapped(fmt::format("files{}", extensions), {2, 4}, width, text);
            append_options("--from-option", {table.import_options, table.import_option_count}, width, text);
            append_options("--to-option", {table.export_options, table.export_option_count}, width, text);
        }
        if (verbose_) return text + searched_text(registry, folders().plugins(), width);
        for (const auto& refusal : registry.refusals()) {
            text += fmt::format("refused {}:\n", printable(refusal.file.string()));
            append_wrapped(printable(refusal.reason.message), {2, 2}, width, text);
        }
        if (text.empty())
            append_wrapped(printable(fmt::format("no formats; {}", registry.known_and_searched())), {0, 2}, width,
                           text);
        return text;
    }

    std::vector<std::string> ids() const override {
        const Registry registry = this->registry();
        std::vector<std::string> ids;
        for (const auto& format : registry.formats()) ids.emplace_back(format.id());
        return ids;
    }

    void json(Writer& writer) const override {
        const Registry registry = this->registry();
        if (!verbose_) return formats_json(writer, registry);
        writer.StartObject();
        writer.Key("formats");
        formats_json(writer, registry);
        writer.Key("searched");
        searched_json(writer, registry, folders().plugins());
        writer.EndObject();
    }

    static void formats_json(Writer& writer, const Registry& registry) {
        writer.StartArray();
        for (const auto& format : registry.formats()) {
            const auto& table = *format.table;
            writer.StartObject();
            put(writer, "id", format.id());
            put(writer, "description", sdk::view(table.description));
            put(writer, "reads", table.importer != nullptr);
            put(writer, "writes", table.exporter != nullptr);
            writer.Key("extensions");
            writer.StartArray();
            for (const auto& extension : std::span(table.extensions, table.extension_count))
                writer.String(extension.data, static_cast<rapidjson::SizeType>(extension.size));
            writer.EndArray();
            options_json(writer, "import_options", {table.import_options, table.import_option_count});
            options_json(writer, "export_options", {table.export_options, table.export_option_count});
            put(writer, "plugin", format.plugin);
            put(writer, "version", format.plugin_version);
            put(writer, "license", format.license);
            put(writer, "file", format.file.string());
            writer.EndObject();
        }
        writer.EndArray();
    }

    bool verbose_ = false;
};

class Rules : public Listing {
  public:
    void setup(CLI::App& program) override {
        setup_listing(program, "rules", "List the rules, or explain one");
        setup_limits();
        command_
            ->add_option("rule", rule_,
                         "Id of the rule to explain, such as objective.unknown, or the beginning of ids, such as text")
            ->type_name("RULE");
        language_.setup(*command_);
    }

  private:
    static const Rule& known(const Registry& registry, const std::string& id) {
        const Rule* rule = registry.rules().find(id);
        if (rule == nullptr) throw Failure{unknown_rule(registry.rules(), id)};
        return *rule;
    }

    std::string text() const override {
        const Registry registry = this->registry();
        const std::size_t width = std::min(terminal_of(stdout).columns, widest);
        // An id may be the beginning of others.
        if (registry.rules().find(rule_) == nullptr)
            if (auto list = rule_list(registry.rules(), language_.language(), rule_, width); !list.empty()) return list;
        return rule_page(known(registry, rule_), language_.language(), width);
    }

    std::vector<std::string> ids() const override {
        const Registry registry = this->registry();
        if (!rule_.empty()) return {known(registry, rule_).id};
        std::vector<std::string> ids;
        for (const auto& [id, rule] : registry.rules().all()) ids.push_back(id);
        return ids;
    }

    void json(Writer& writer) const override {
        const Registry registry = this->registry();
        if (!rule_.empty()) return one(writer, known(registry, rule_));
        writer.StartArray();
        for (const auto& [id, rule] : registry.rules().all()) one(writer, rule);
        writer.EndArray();
    }

    static void one(Writer& writer, const Rule& rule) {
        writer.StartObject();
        put(writer, "id", rule.id);
        put(writer, "severity", to_string(rule.severity));
        put(writer, "summary", rule.english.summary);
        put(writer, "summary_fr", rule.french.summary);
        put(writer, "why", rule.english.why);
        put(writer, "why_fr", rule.french.why);
        put(writer, "message", rule.english.message);
        put(writer, "hint", rule.english.hint);
        put(writer, "message_fr", rule.french.message);
        put(writer, "hint_fr", rule.french.hint);
        put(writer, "bad", rule.bad);
        put(writer, "good", rule.good);
        writer.Key("formats");
        writer.StartArray();
        for (const auto& format : rule.formats)
            writer.String(format.data(), static_cast<rapidjson::SizeType>(format.size()));
        writer.EndArray();
        put(writer, "fix", name_of(fix_of(rule.id)));
        put(writer, "of_whole_annex", rule.of_whole_annex);
        put(writer, "tells_loss", rule.tells_loss());
        writer.EndObject();
    }

    std::string rule_;
    LanguageOption language_;
};

class Declarations : public Listing {
  public:
    void setup(CLI::App& program) override {
        setup_listing(program, "declarations", "List the declarations that annexes can be validated against");
    }

  private:
    template <class Coded> static std::string codes_of(const std::vector<Coded>& all) {
        std::string codes;
        for (const auto& each : all) codes += (codes.empty() ? "" : ", ") + each.code;
        return codes;
    }

    std::string text() const override {
        const SchemaFolders schemas = folders().schemas();
        std::string text;
        for (const auto& [id, file] : schemas.list()) {
            const auto schema = value_or_fail(schemas.find(id));
            const Declaration& declaration = schema->declaration();
            text += fmt::format("{}  {}\n  {}, {}; {} objectives; {}\n  sections: {}\n  signatories: {}\n", id,
                                in_language(declaration.title, "en"), declaration.place, declaration.date,
                                declaration.objectives.size(), printable(file.string()), codes_of(declaration.sections),
                                codes_of(declaration.signatories));
        }
        return text;
    }

    std::vector<std::string> ids() const override {
        const SchemaFolders schemas = folders().schemas();
        std::vector<std::string> ids;
        for (const auto& [id, file] : schemas.list()) ids.push_back(id);
        return ids;
    }

    void json(Writer& writer) const override {
        const SchemaFolders schemas = folders().schemas();
        writer.StartArray();
        for (const auto& [id, file] : schemas.list()) {
            const auto schema = value_or_fail(schemas.find(id));
            const Declaration& declaration = schema->declaration();
            writer.StartObject();
            put(writer, "id", id);
            writer.Key("title");
            writer.StartObject();
            for (const auto& [language, title] : declaration.title)
                put(writer, language.c_str(), std::string_view(title));
            writer.EndObject();
            put(writer, "place", declaration.place);
            put(writer, "date", declaration.date);
            put(writer, "file", file.string());
            writer.EndObject();
        }
        writer.EndArray();
    }
};

} // namespace

std::unique_ptr<Command> make_formats() { return std::make_unique<Formats>(); }
std::unique_ptr<Command> make_rules() { return std::make_unique<Rules>(); }
std::unique_ptr<Command> make_declarations() { return std::make_unique<Declarations>(); }

} // namespace annexkit::cli
