// SPDX-License-Identifier: Apache-2.0
// What a command of the program is.
#pragma once

#include <CLI/CLI.hpp>

#include <memory>
#include <vector>

namespace annexkit::cli {

/// The program's exit codes; README.md explains them.
enum ExitCode : int {
    clean = 0,
    findings = 1,
    usage = 2,
    unreadable = 3,
    plugin_failed = 4,
    lossy = 5,
    unwritable = 6
};

/// One command. setup() declares arguments and has no other effect; run() does the work and returns an exit code.
class Command {
  public:
    virtual ~Command() = default;
    virtual void setup(CLI::App& program) = 0;
    virtual int run() = 0;
    [[nodiscard]] bool chosen() const { return command_ != nullptr && command_->parsed(); }

  protected:
    CLI::App* command_ = nullptr;
};

std::unique_ptr<Command> make_convert();
std::unique_ptr<Command> make_validate();
std::unique_ptr<Command> make_fix();
std::unique_ptr<Command> make_sniff();
std::unique_ptr<Command> make_report();
std::unique_ptr<Command> make_coverage();
std::unique_ptr<Command> make_digest();
std::unique_ptr<Command> make_formats();
std::unique_ptr<Command> make_rules();
std::unique_ptr<Command> make_declarations();
std::unique_ptr<Command> make_schema();
std::unique_ptr<Command> make_template();
std::unique_ptr<Command> make_plugin();
std::unique_ptr<Command> make_completions();
std::unique_ptr<Command> make_man();

} // namespace annexkit::cli
