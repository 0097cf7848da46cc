// SPDX-License-Identifier: Apache-2.0
// annexkit plugin check and new: for those who write formats.
#include "check_report.hpp"
#include "command.hpp"
#include "failure.hpp"
#include "output.hpp"
#include "plugin_check.hpp"
#include "plugin_new.hpp"
#include "report.hpp"
#include "settings.hpp"
#include "terminal.hpp"

#include <annexkit/files.hpp>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace annexkit::cli {
namespace {

class PluginCommand : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override { return check_->parsed() ? run_check_command() : run_new_command(); }

  private:
    void setup_check();
    void setup_new();
    [[nodiscard]] int run_check_command() const;
    [[nodiscard]] int run_new_command() const;

    CLI::App* check_ = nullptr;
    std::string file_;
    std::string form_ = "text";
    std::vector<std::string> samples_;
    bool allows_unsafe_ = false;
    unsigned seconds_ = 60;
    std::size_t memory_bytes_ = ChildLimits().memory_bytes;

    CLI::App* new_ = nullptr;
    std::string name_;
    std::string folder_;
};

void PluginCommand::setup(CLI::App& program) {
    command_ = program.add_subcommand("plugin", "Check plugins, and write new ones");
    command_->require_subcommand(1);
    setup_check();
    setup_new();
}

void PluginCommand::setup_check() {
    check_ = command_->add_subcommand("check", "Try all that annexkit asks of a plugin on a plugin file");
    check_->add_option("file", file_, "Plugin to check, such as build/annexkit_mine.so")->required();
    check_->add_option("--format", form_, "Form of the results: text, tap (version 13) or junit")
        ->check(CLI::IsMember({"text", "tap", "junit"}))
        ->capture_default_str();
    check_
        ->add_option("--sample", samples_,
                     "Input to try besides what the format writes itself; repeatable. In UTF-8 and small, some hundred "
                     "bytes to some thousand, right or wrong")
        ->type_name("FILE")
        ->allow_extra_args(false);
    check_->add_flag("--allow-unsafe-plugins", allows_unsafe_, allow_unsafe_help);
    check_->add_option("--seconds", seconds_, "Time that each check may take")
        ->check(CLI::Range(1U, 86400U))
        ->type_name("N")
        ->capture_default_str();
    check_->add_option("--memory-bytes", memory_bytes_, "Memory that each check may take")
        ->check(CLI::Range(std::size_t{64} << 20, std::size_t{1} << 46))
        ->type_name("N")
        ->capture_default_str();
    check_->footer(
        "Each check runs in a process of its own, so a plugin that crashes, hangs or prints fails that check and\n"
        "no other. The plugin itself is run with your rights. The exit code is 4 when a check failed.");
}

void PluginCommand::setup_new() {
    new_ = command_->add_subcommand("new", "Write a format that works, with its build and tests, to begin with");
    new_->add_option("name", name_, "Name of the format: lower case letters, digits and hyphens")
        ->required()
        ->type_name("NAME");
    new_->add_option("--dir", folder_, "Folder to make for it (default: the name)")->type_name("DIR");
}

int PluginCommand::run_check_command() const {
    const CheckRequest request{file_,
                               {samples_.begin(), samples_.end()},
                               {std::chrono::seconds(seconds_), memory_bytes_},
                               allows_unsafe_ ? UnsafePlugins::admit : UnsafePlugins::refuse};
    const CheckedPlugin checked = check_plugin(request);
    if (checked.risk) print_unsafe(file_, *checked.risk, LanguageOption().language());
    const auto write = form_ == "tap" ? check_tap : form_ == "junit" ? check_junit : check_text;
    write_whole("-", write(checked, shown_path(file_)), OnExisting::replace);
    return checked.count(CheckResult::State::failed) == 0 ? clean : plugin_failed;
}

int PluginCommand::run_new_command() const {
    const std::string folder = folder_.empty() ? name_ : folder_;
    write_new_plugin(name_, folder);
    print_note(make_error(ErrorKind::usage, "plugin.written", {{"folder", folder}}), LanguageOption().language());
    return clean;
}

} // namespace

std::unique_ptr<Command> make_plugin() { return std::make_unique<PluginCommand>(); }

} // namespace annexkit::cli
