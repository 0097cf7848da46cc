// SPDX-License-Identifier: Apache-2.0
// Standard streams and the terminal behind them.
#pragma once

#include <annexkit/result.hpp>

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string_view>
#include <vector>

namespace annexkit::cli {

/// What a stream leads to.
struct TerminalSize {
    /// 80 where it is no terminal.
    std::size_t columns = 80;
    bool is_terminal = false;
    /// It is a terminal that shows colours, and NO_COLOR is not set.
    bool wants_colour = false;
};
[[nodiscard]] TerminalSize terminal_of(std::FILE* stream);

/// What is to be known beside the report, and ends nothing, on standard error.
void print_note(const Error& note, Language language);

/// "annexkit: error: message" and the way out, on standard error.
void print_error(const Error& error, Language language);

/// Writes to a standard stream. Throws Failure when the stream cannot be written.
void print(std::FILE* stream, std::string_view text);

/// Tells which files of a folder are not read; for InputList::on_left_out.
void print_left_out(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files,
                    Language language);

} // namespace annexkit::cli
