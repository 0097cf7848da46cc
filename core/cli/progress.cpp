// SPDX-License-Identifier: Apache-2.0
#include "progress.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include <sys/ioctl.h>
#include <unistd.h>

namespace annexkit::cli {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

// A line of text stays, so it comes seldom; one that is drawn anew shows that something moves.
constexpr auto between_lines = 3s;
constexpr auto before_drawing = 500ms;
constexpr auto between_drawings = 100ms;

bool is_terminal() {
    const char* const kind = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) == 1 && kind != nullptr && std::string_view(kind) != "dumb";
}

std::size_t columns() {
    ::winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

std::string of_bytes(double bytes) {
    constexpr std::array units = {"kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    for (bytes /= 1000; bytes >= 1000 && unit + 1 < units.size(); ++unit) bytes /= 1000;
    return fmt::format("{:.1f} {}", bytes, units[unit]);
}

std::string of_time(double seconds) {
    const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
    if (whole >= 3600) return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
    return whole >= 60 ? fmt::format("{} min {:02} s", whole / 60, whole % 60) : fmt::format("{} s", whole);
}

// The terminal shows one column for each code point of these texts.
std::string_view cut(std::string_view text, std::size_t columns_left) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if (!is_continuation(text[at]) && columns_left-- == 0) break;
    }
    return text.substr(0, at);
}

struct ProgressWords {
    const char *of, *files, *left, *finding, *findings;
};
constexpr ProgressWords english_progress = {"of", "files", "left", "finding", "findings"};
constexpr ProgressWords french_progress = {"sur", "fichiers", "restantes", "constat", "constats"};

// "[#####     ] "
std::string bar(std::uint64_t done, std::uint64_t of) {
    constexpr std::uint64_t width = 10;
    return fmt::format("[{:<{}}] ", std::string(std::min(width, done * width / of), '#'), width);
}

} // namespace

Progress::Progress(const BatchProgress& figures, Totals totals, Language language, Show show)
    : figures_(figures), totals_(totals), language_(language), on_terminal_(is_terminal()) {
    if (show != Show::figures) return;
    try {
        thread_ = std::thread([this] { watch(); });
    } catch (const std::system_error&) {
        // No thread can be had, and the figures are the first that can be done without.
    }
}

Progress::~Progress() {
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    end_.notify_one();
    if (thread_.joinable()) thread_.join();
    erase();
}

void Progress::watch() {
    std::unique_lock lock(mutex_);
    Clock::duration wait = on_terminal_ ? Clock::duration(before_drawing) : Clock::duration(between_lines);
    while (!end_.wait_for(lock, wait, [this] { return ended_; })) {
        show();
        if (on_terminal_) wait = between_drawings;
    }
}

void Progress::show() {
    const std::string text = line();
    if (on_terminal_) {
        const bool has_bar = totals_.bytes > 0 && knows_end();
        const std::string drawn = has_bar ? bar(last_bytes_, totals_.bytes) + text : text;
        std::fputs(fmt::format("\r{}\x1b[K", cut(drawn, columns() - 1)).c_str(), stderr);
        is_drawn_ = true;
    } else {
        std::fputs(fmt::format("annexkit: {}\n", text).c_str(), stderr);
    }
    std::fflush(stderr);
}

void Progress::erase() {
    if (!is_drawn_) return;
    is_drawn_ = false;
    std::fputs("\r\x1b[K", stderr);
    std::fflush(stderr);
}

// "12 of 40 files, 45.2 MB of 88.1 MB, 23.4 MB/s, 2 s left, 816 findings"
std::string Progress::line() {
    const ProgressWords& words = language_ == Language::french ? french_progress : english_progress;
    const std::uint64_t bytes = figures_.bytes;
    const auto now = Clock::now();
    const double seconds = std::chrono::duration<double>(now - std::exchange(last_, now)).count();
    const double rate = static_cast<double>(bytes - std::exchange(last_bytes_, bytes)) / std::max(seconds, 1e-3);
    // The last second or so counts: what was skipped went faster than what is to come.
    const double weight = rate_ == 0 ? 1 : std::min(1.0, seconds);
    rate_ += weight * (rate - rate_);
    std::string text;
    if (totals_.files > 1)
        text = fmt::format("{} {} {} {}, ", figures_.files.load(), words.of, totals_.files, words.files);
    text += of_bytes(static_cast<double>(bytes));
    if (knows_end()) text += fmt::format(" {} {}", words.of, of_bytes(static_cast<double>(totals_.bytes)));
    text += fmt::format(", {}/s", of_bytes(rate_));
    if (knows_end() && rate_ > 0)
        text += fmt::format(", {} {}", of_time(static_cast<double>(totals_.bytes - bytes) / rate_), words.left);
    const std::uint64_t findings = figures_.findings;
    const bool is_one = findings == 1 || (findings == 0 && language_ == Language::french);
    return text + fmt::format(", {} {}", findings, is_one ? words.finding : words.findings);
}

} // namespace annexkit::cli
