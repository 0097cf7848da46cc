// SPDX-License-Identifier: Apache-2.0
// Standard streams and the terminal behind them.
#pragma once

#include "messages/error.hpp"

#include <annexkit/job.hpp>
#include <annexkit/result.hpp>

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
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

/// "annexkit: warning: message" and the way out, likewise.
void print_warning(const Error& warning, Language language);

/// "annexkit: error: message" and the way out, on standard error.
void print_error(const Error& error, Language language);

/// The same of "program.no-memory", without taking memory.
void print_no_memory(Language language) noexcept;

/// Writes to a standard stream. Throws Failure when the stream cannot be written.
void print(std::FILE* stream, std::string_view text);

/// A line on standard error, with what would steer the terminal made visible. Throws Failure, likewise.
void tell(std::string_view text);

/// A standard stream as a target, flushed with each block, so that a reader sees it and a full disk is told by `told`.
[[nodiscard]] std::unique_ptr<ByteTarget> stream_target(std::FILE* stream, MessageId told);

/// Whoever reads a standard stream may leave before its end, such as head(1). The program then ends by SIGPIPE, without
/// a word. After this call it first does what else it has to do, since it writes files too.
void outlive_readers();
/// Whether a reader has left.
[[nodiscard]] bool has_reader_left();
/// Tells which files of a folder are not read; for InputList::on_left_out.
void print_left_out(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files,
                    Language language);

} // namespace annexkit::cli
