// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include "failure.hpp"
#include "messages/error.hpp"

#include <annexkit/report.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include <fmt/format.h>

#include <sys/ioctl.h>
#include <unistd.h>

namespace annexkit::cli {

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

void print_note(const Error& note, Language language) {
    const Sentence told = note.in(language);
    std::string text = printable(told.message) + '\n';
    if (!told.hint.empty())
        text +=
            fmt::format("  {} {}\n", language == Language::french ? "conseil\u00A0:" : "hint:", printable(told.hint));
    print(stderr, text);
}

void print_error(const Error& error, Language language) {
    const Sentence told = error.in(language);
    const bool french = language == Language::french;
    std::string text =
        fmt::format("annexkit{} {}\n", french ? "\u00A0: erreur\u00A0:" : ": error:", printable(told.message));
    if (!told.hint.empty()) text += fmt::format("  {} {}\n", french ? "conseil\u00A0:" : "hint:", printable(told.hint));
    std::fputs(text.c_str(), stderr);
}

void print(std::FILE* stream, std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0) return;
    throw Failure{make_error(ErrorKind::output, "output.report", {}, errno)};
}

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
