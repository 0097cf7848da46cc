// SPDX-License-Identifier: Apache-2.0
// annexkit template: writes an empty form to be filled in.
#include "command.hpp"
#include "failure.hpp"
#include "output.hpp"
#include "report.hpp"
#include "settings.hpp"
#include "targets.hpp"

#include <annexkit/plugin_sdk.hpp>
#include <annexkit/publish.hpp>

#include <algorithm>
#include <set>
#include <span>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

class TemplateCommand : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override;

  private:
    [[nodiscard]] Output output(const Registry& registry, std::string_view language) const;
    [[nodiscard]] std::string language(const Schema& schema) const;

    Folders folders_;
    PluginLimits limits_;
    SchemaOption schema_;
    std::string output_ = "-";
    std::string to_;
    std::vector<std::string> options_;
    std::string language_ = "auto";
    bool force_ = false;
};

void TemplateCommand::setup(CLI::App& program) {
    command_ = program.add_subcommand("template", "Write an empty annex to fill in, with headings in a language");
    command_->add_option("output", output_, "File to write, or - for standard output")->capture_default_str();
    command_->add_option("--to", to_, "Format of the form (default: by the file's name, else csv)")
        ->type_name("FORMAT");
    command_
        ->add_option("--to-option", options_,
                     "Option of the format; repeatable. A table has a byte order mark, which spreadsheets want, in "
                     "French semicolons between its cells, and no column for other fields, unless these say otherwise")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    command_->add_option("--lang", language_, "Language of the headings, such as en or fr, or auto for the locale's")
        ->type_name("LANG")
        ->capture_default_str();
    command_->add_flag("--force", force_, "Replace an existing file");
    schema_.setup(*command_);
    folders_.setup(*command_);
    limits_.setup(*command_);
}

Output TemplateCommand::output(const Registry& registry, std::string_view language) const {
    Output output;
    const bool by_name = to_.empty() && std::filesystem::path(output_).has_extension();
    output.format = by_name ? registry.for_file(output_) : format_named(registry, to_.empty() ? "csv" : to_, "--to");
    if (output.format == nullptr) {
        std::vector<Argument> arguments = {{"name", output_}};
        add_known(arguments, registry, {.file = output_});
        throw misuse("format.no-exporter", std::move(arguments));
    }
    output.options = parse_options(options_, "--to-option");
    const auto& table = *output.format->table;
    for (const auto& option : std::span(table.export_options, table.export_option_count)) {
        const auto name = sdk::view(option.name);
        if (name == "bom") output.options.emplace(name, "true");
        // Where the comma is the decimal mark, spreadsheets divide cells by semicolons.
        if (name == "delimiter" && language == "fr") output.options.emplace(name, ";");
        if (name == "other-fields") output.options.emplace(name, "omit");
    }
    return output;
}

std::string TemplateCommand::language(const Schema& schema) const {
    if (language_ == "auto") return LanguageOption().language() == Language::french ? "fr" : "en";
    std::set<std::string> known;
    for (const auto& field : schema.fields())
        for (const auto& [language, titles] : field.titles) known.insert(language);
    if (!known.contains(language_))
        throw misuse("template.no-titles", {{"schema", schema.declaration().id},
                                            {"value", language_},
                                            {"known", fmt::format("{}", fmt::join(known, ", "))}});
    return language_;
}

int TemplateCommand::run() {
    if (output_ != "-") refuse_replacing(output_, schema_.files(folders_));
    const Registry registry = folders_.registry(limits_.isolation());
    const SchemaFolders schemas = folders_.schemas();
    const auto schema = schema_.schema(schemas);
    const std::string language = this->language(*schema);
    const std::string form = value_or_fail(empty_form(registry, output(registry, language), *schema, language));
    write_whole(output_, form, force_ ? OnExisting::replace : OnExisting::refuse);
    return clean;
}

} // namespace

std::unique_ptr<Command> make_template() { return std::make_unique<TemplateCommand>(); }

} // namespace annexkit::cli
