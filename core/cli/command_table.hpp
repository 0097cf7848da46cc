// SPDX-License-Identifier: Apache-2.0
// What the program's own table of commands and options says of itself: man pages and completions are written from it,
// as the help is.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace annexkit::cli {

/// What an option or argument takes.
enum class Takes {
    nothing,
    words, ///< one of a few
    formats,
    rules,
    declarations, ///< or files
    files,
    folders,
    text ///< anything else
};

/// An option or argument, as the help has it.
struct OptionEntry {
    /// "-o", "--output"; none for an argument.
    std::vector<std::string> names;
    /// "FILE"; of an argument its name. Empty where nothing is taken.
    std::string value;
    std::string help;
    std::string fallback;
    std::string group;
    Takes takes = Takes::nothing;
    /// For Takes::words.
    std::vector<std::string> words;
    /// An argument that may be there more than once.
    bool repeats = false;
    /// The names of options and arguments that have to be there too, and of those that must not.
    std::vector<std::string> needs;
    std::vector<std::string> excludes;
};

/// A command, under the words it is called by: {"schema", "export"}.
struct CommandEntry {
    std::vector<std::string> words;
    std::string help;
    /// How it is called: "[OPTIONS] inputs...".
    std::string synopsis;
    std::string footer;
    std::vector<OptionEntry> options;
    std::vector<OptionEntry> arguments;
    /// Its own commands.
    std::vector<CommandEntry> commands;
};

[[nodiscard]] CommandEntry entry_of(const CLI::App& program);

} // namespace annexkit::cli
