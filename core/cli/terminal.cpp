// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include "failure.hpp"

#include <annexkit/report.hpp>

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

void print_error(const Error& error, Language language) {
    const Sentence told = error.in(language);
    const bool french = language == Language::french;
    std::string text = fmt::format("annexkit{} {}\n", french ? " : erreur :" : ": error:", printable(told.message));
    if (!told.hint.empty()) text += fmt::format("  {} {}\n", french ? "conseil :" : "hint:", printable(told.hint));
    std::fputs(text.c_str(), stderr);
}

void print(std::FILE* stream, std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0) return;
    throw Failure{make_error(ErrorKind::output, "output.report", {}, errno)};
}

} // namespace annexkit::cli
