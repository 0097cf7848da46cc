// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include "failure.hpp"
#include "interrupts.hpp"
#include "messages/error.hpp"
#include "wrapping.hpp"

#include <annexkit/report.hpp>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

#include <fmt/format.h>

#include <sys/ioctl.h>
#include <unistd.h>

namespace annexkit::cli {
namespace {

/// What stands before an error, a warning and the way out.
struct ErrorFrame {
    std::string_view error;
    std::string_view warning;
    std::string_view hint;
};
const ErrorFrame& frame_in(Language language) {
    static constexpr ErrorFrame english = {"annexkit: error:", "annexkit: warning:", "hint:"};
    static constexpr ErrorFrame french = {
        "annexkit\u00A0: erreur\u00A0:", "annexkit\u00A0: avertissement\u00A0:", "conseil\u00A0:"};
    return language == Language::french ? french : english;
}

// A line of its own: broken only where a person reads it.
void append_line(std::string_view line, Indent indent, std::string& into) {
    const TerminalSize terminal = terminal_of(stderr);
    append_wrapped(line, indent, terminal.is_terminal ? terminal.columns : std::string::npos, into);
}

std::string framed(std::string_view before, const Error& error, Language language) {
    const Sentence told = error.in(language);
    std::string text;
    append_line(fmt::format("{}{}", before, printable(told.message)), {0, 4}, text);
    if (!told.hint.empty())
        append_line(fmt::format("{} {}", frame_in(language).hint, printable(told.hint)), {2, 4}, text);
    return text;
}

std::atomic<bool> outlives_readers = false;
std::atomic<bool> reader_left = false;

/// Whether all was written, or nobody is there to read it.
bool written(std::FILE* stream, std::string_view text) {
    if (reader_left) std::clearerr(stream);
    if (std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0) return true;
    if (errno != EPIPE) return false;
    if (!outlives_readers) end_by_signal(SIGPIPE);
    reader_left = true;
    return true;
}

class StreamTarget : public ByteTarget {
  public:
    StreamTarget(std::FILE* stream, MessageId told) : stream_(stream), told_(told) {}
    Result<void> write(std::string_view bytes) override {
        if (written(stream_, bytes)) return {};
        return make_error(ErrorKind::output, told_, {}, errno);
    }

  private:
    std::FILE* stream_;
    MessageId told_;
};

} // namespace

TerminalSize terminal_of(std::FILE* stream) {
    TerminalSize result;
    const int descriptor = ::fileno(stream);
    if (::isatty(descriptor) == 0) return result;
    result.is_terminal = true;
    struct ::winsize size {};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) result.columns = size.ws_col;
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string_view(value == nullptr ? "" : value);
    };
    result.wants_colour = variable("NO_COLOR").empty() && variable("TERM") != "dumb";
    return result;
}

void print_note(const Error& note, Language language) { print(stderr, framed("", note, language)); }

void print_warning(const Error& warning, Language language) {
    print(stderr, framed(std::string(frame_in(language).warning) + ' ', warning, language));
}

void print_error(const Error& error, Language language) {
    std::fputs(framed(std::string(frame_in(language).error) + ' ', error, language).c_str(), stderr);
}

void print_no_memory(Language language) noexcept {
    constexpr const auto& english = sdk::detail::words_of("program.no-memory", errors_en);
    constexpr const auto& french = sdk::detail::words_of("program.no-memory", errors_fr);
    const auto& told = language == Language::french ? french : english;
    const ErrorFrame& frame = frame_in(language);
    for (const std::string_view part : {frame.error, std::string_view(" "), told.message, std::string_view("\n  "),
                                        frame.hint, std::string_view(" "), told.hint, std::string_view("\n")})
        if (::write(STDERR_FILENO, part.data(), part.size()) < 0) return;
}

void print(std::FILE* stream, std::string_view text) {
    if (!written(stream, text)) throw Failure{make_error(ErrorKind::output, "output.report", {}, errno)};
}

void tell(std::string_view text) {
    std::string line;
    append_line(printable(text), {0, 4}, line);
    print(stderr, line);
}

std::unique_ptr<ByteTarget> stream_target(std::FILE* stream, MessageId told) {
    return std::make_unique<StreamTarget>(stream, told);
}

void outlive_readers() { outlives_readers = true; }
bool has_reader_left() { return reader_left; }

void print_left_out(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files,
                    Language language) {
    constexpr std::size_t most = 5;
    std::string names;
    for (std::size_t i = 0; i < std::min(files.size(), most); ++i)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", files[i].string());
    if (files.size() > most) names += ", \u2026";
    print_note(make_error(ErrorKind::input, "note.left-out",
                          {{"count", fmt::format("{}", files.size())}, {"folder", folder.string()}, {"files", names}}),
               language);
}

} // namespace annexkit::cli
