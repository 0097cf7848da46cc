// SPDX-License-Identifier: Apache-2.0
// What a shell offers when a command line is typed, written from the program's own table of commands.
//
// Formats, rules and declarations are those that the program knows when they are asked for, so that plugins of others
// count.
#pragma once

#include "command_table.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::cli {

[[nodiscard]] std::string bash_completions(const CommandEntry& program);
[[nodiscard]] std::string zsh_completions(const CommandEntry& program);
[[nodiscard]] std::string fish_completions(const CommandEntry& program);

/// The command that lists what may stand there, with --format ids; empty where there is none.
[[nodiscard]] std::string_view lister_of(Takes takes);

/// The beginning of a help text that fits into a list.
[[nodiscard]] std::string short_help(std::string_view help);

/// Every command below, and the one itself if it has a name.
void each_command(const CommandEntry& command, const std::function<void(const CommandEntry&)>& use);

/// "convert validate fix".
[[nodiscard]] std::string command_names(const std::vector<CommandEntry>& commands);

} // namespace annexkit::cli
