// SPDX-License-Identifier: Apache-2.0
// annexkit schema export: writes a declaration's schema in the schema languages of others.
#include "command.hpp"
#include "failure.hpp"
#include "output.hpp"
#include "settings.hpp"
#include "targets.hpp"

#include <annexkit/publish.hpp>

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

class SchemaCommand : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override;

  private:
    void write_all(const Schema& schema) const;

    Folders folders_;
    SchemaOption schema_;
    std::string form_;
    std::string output_ = "-";
    std::string folder_;
};

void SchemaCommand::setup(CLI::App& program) {
    command_ = program.add_subcommand("schema", "Write a declaration's schema in the schema languages of others");
    command_->require_subcommand(1);
    auto* command = command_->add_subcommand("export", "Write the schema of a whole annex, for other validators");
    std::vector<std::string> names;
    for (const auto& form : schema_forms()) names.emplace_back(form.name);
    auto* form = command->add_option("--to", form_, fmt::format("Form of the schema: {}", fmt::join(names, ", ")))
                     ->type_name("FORM")
                     ->check(CLI::Validator(CLI::IsMember(names)).description(""));
    auto* output = command->add_option("-o,--output", output_, "File to write, replaced where it exists")
                       ->type_name("FILE")
                       ->capture_default_str();
    command->add_option("--out-dir", folder_, "Write every form into this folder, replacing files of the same names")
        ->type_name("DIR")
        ->excludes(form)
        ->excludes(output);
    schema_.setup(*command);
    folders_.setup(*command);
}

void SchemaCommand::write_all(const Schema& schema) const {
    const std::filesystem::path folder(folder_);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw Failure{make_error(ErrorKind::output, "output.unmade", {{"file", folder_}}, error.value())};
    for (const auto& form : schema_forms()) refuse_replacing((folder / form.file).string(), schema_.files(folders_));
    for (const auto& form : schema_forms())
        write_whole(folder / form.file, publish(schema, form.form), OnExisting::replace);
}

int SchemaCommand::run() {
    if (form_.empty() && folder_.empty()) throw misuse("schema.no-form");
    if (output_ != "-") refuse_replacing(output_, schema_.files(folders_));
    const SchemaFolders schemas = folders_.schemas();
    const auto schema = schema_.schema(schemas);
    if (!folder_.empty()) write_all(*schema);
    for (const auto& form : schema_forms())
        if (form.name == form_) write_whole(output_, publish(*schema, form.form), OnExisting::replace);
    return clean;
}

} // namespace

std::unique_ptr<Command> make_schema() { return std::make_unique<SchemaCommand>(); }

} // namespace annexkit::cli
