// SPDX-License-Identifier: Apache-2.0
#include "child.hpp"

#include "failure.hpp"
#include "guardian.hpp"
#include "isolation/limit_process.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace annexkit::cli {
namespace {

using ChildClock = std::chrono::steady_clock;

// A child that is done says so last: whoever calls exit() within it does not.
constexpr char child_is_done = '.';
constexpr std::size_t printed_limit = 300;

/// A descriptor that is closed at the end.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { reset(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    void reset(int number = -1) {
        if (number_ >= 0) ::close(number_);
        number_ = number;
    }
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

Failure no_child(int error) { return {make_error(ErrorKind::plugin, "plugin.no-process", {}, error)}; }

/// Both ends of a pipe.
struct Pipe {
    Pipe() {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) throw no_child(errno);
        from.reset(ends[0]);
        to.reset(ends[1]);
    }
    Descriptor from;
    Descriptor to;
};

void write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto size = ::write(to, bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) ::_exit(EXIT_FAILURE);
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
}

void say_in_frame(int to, char kind, std::string_view text) {
    write_all(to, fmt::format("{}{:08x}", kind, text.size()));
    write_all(to, text);
}

// What the program set up for itself is not what others run with.
void become_child(const ChildLimits& limits, int output) {
    ::setpgid(0, 0);
    std::set_terminate(std::abort);
    ::sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const Descriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    ::dup2(nothing.number(), STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    limit_process(limits.memory_bytes);
}

[[noreturn]] void be_child(const ChildLimits& limits, int messages, int output,
                           const std::function<void(const SayInChild&)>& work) {
    become_child(limits, output);
    int code = EXIT_SUCCESS;
    try {
        work([messages](char kind, std::string_view text) { say_in_frame(messages, kind, text); });
        say_in_frame(messages, child_is_done, "");
    } catch (const std::bad_alloc&) {
        (void)std::fputs("there is no memory left\n", stderr);
        code = EXIT_FAILURE;
    } catch (const Failure& failure) {
        (void)std::fprintf(stderr, "%s\n", failure.error.message.c_str());
        code = EXIT_FAILURE;
    } catch (const std::exception& error) {
        (void)std::fprintf(stderr, "an exception that nobody caught: %s\n", error.what());
        code = EXIT_FAILURE;
    } catch (...) {
        // Nothing gets from here into what the parent does.
        code = EXIT_FAILURE;
    }
    std::fflush(stdout);
    std::fflush(stderr);
    ::_exit(code);
}

// Until the child has nothing more to say; false when its time is up.
bool read_until_end(int from, ChildClock::time_point end, std::string& bytes) {
    std::array<char, 4096> piece{};
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - ChildClock::now());
        if (left.count() <= 0) return false;
        ::pollfd waited{from, POLLIN, 0};
        if (::poll(&waited, 1, static_cast<int>(std::min<long>(left.count(), 1000))) <= 0) continue;
        const auto size = ::read(from, piece.data(), piece.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return true;
        bytes.append(piece.data(), static_cast<std::size_t>(size));
    }
}

int wait_for_end(::pid_t process) {
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
    return status;
}

std::vector<ChildMessage> messages_in(std::string_view bytes) {
    constexpr std::size_t head = 9;
    std::vector<ChildMessage> messages;
    while (bytes.size() >= head) {
        std::size_t size = 0;
        std::from_chars(bytes.data() + 1, bytes.data() + head, size, 16);
        if (bytes.size() - head < size) break;
        messages.push_back({bytes.front(), std::string(bytes.substr(head, size))});
        bytes.remove_prefix(head + size);
    }
    return messages;
}

std::string beginning_of(int file) {
    std::array<char, printed_limit> text{};
    const auto size = ::pread(file, text.data(), text.size(), 0);
    return {text.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

std::string failure_of(int status, bool is_done) {
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        const char* const name = ::sigabbrev_np(signal);
        if (name == nullptr) return fmt::format("it crashed by signal {}", signal);
        return fmt::format("it crashed by SIG{} ({})", name, ::sigdescr_np(signal));
    }
    if (is_done) return {};
    return fmt::format("it ended the process with code {}", WEXITSTATUS(status));
}

} // namespace

ChildDone run_in_child(const ChildLimits& limits, const std::function<void(const SayInChild&)>& work) {
    Pipe messages;
    Pipe lifeline;
    Pipe ended;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> output(std::tmpfile(), std::fclose);
    if (output == nullptr) throw no_child(errno);
    const auto end = ChildClock::now() + limits.time;
    std::fflush(nullptr);
    const ::pid_t guardian = ::fork();
    if (guardian < 0) throw no_child(errno);
    if (guardian == 0) {
        for (auto* ours : {&messages.from, &lifeline.to, &ended.from}) ours->reset();
        guard({lifeline.from.number(), ended.to.number()},
              [&] { be_child(limits, messages.to.number(), ::fileno(output.get()), work); });
    }
    for (auto* its : {&messages.to, &lifeline.from, &ended.to}) its->reset();

    std::string bytes;
    // The guardian holds it open until all is over.
    const bool is_over = read_until_end(messages.from.number(), end, bytes);
    lifeline.to.reset();
    const int guarded = wait_for_end(guardian);
    int status = 0;
    const bool has_ended = ::read(ended.from.number(), &status, sizeof status) == sizeof status;
    if (is_over && !has_ended) throw no_child(WIFEXITED(guarded) ? WEXITSTATUS(guarded) : ECHILD);
    ChildDone done{messages_in(bytes), {}, beginning_of(::fileno(output.get()))};
    const bool is_done = !done.messages.empty() && done.messages.back().kind == child_is_done;
    if (is_done) done.messages.pop_back();
    done.failure =
        has_ended ? failure_of(status, is_done) : fmt::format("it did not end within {} seconds", limits.time.count());
    return done;
}

} // namespace annexkit::cli
