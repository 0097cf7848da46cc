// SPDX-License-Identifier: Apache-2.0
#include "guardian.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <vector>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace annexkit::cli {
namespace {

std::vector<::pid_t> children() {
    std::ifstream list("/proc/thread-self/children");
    std::vector<::pid_t> found;
    for (::pid_t child = 0; list >> child;) found.push_back(child);
    return found;
}

// The children of one that has ended become ours, so there is another round until nobody is left.
void end_children() {
    for (;;) {
        while (::waitpid(-1, nullptr, WNOHANG) > 0) continue;
        const auto left = children();
        if (left.empty()) return;
        for (const auto child : left) ::kill(child, SIGKILL);
        ::poll(nullptr, 0, 1);
    }
}

// The status of the child, or nothing where the lifeline closed before it ended.
std::optional<int> wait_for(::pid_t child, int lifeline) {
    // The C library of Debian 12 declares it for C alone.
    const int process = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    ::pollfd waited[] = {{lifeline, 0, 0}, {process, POLLIN, 0}};
    // A system without such descriptors is asked now and then.
    const int pause = process < 0 ? 10 : -1;
    for (;;) {
        int status = 0;
        if (::waitpid(child, &status, WNOHANG) == child) return status;
        if (::poll(waited, 2, pause) > 0 && waited[0].revents != 0) return std::nullopt;
    }
}

} // namespace

void guard(const GuardianEnds& ends, const std::function<void()>& work) {
    // An interrupt from the terminal ends the program, which closes the lifeline.
    ::setpgid(0, 0);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    const ::pid_t guardian = ::getpid();
    const ::pid_t child = ::fork();
    if (child < 0) ::_exit(errno);
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != guardian) ::_exit(EXIT_FAILURE);
        ::close(ends.lifeline);
        ::close(ends.ended);
        work();
    }
    const auto status = wait_for(child, ends.lifeline);
    ::kill(-child, SIGKILL);
    end_children();
    const bool is_told = !status || ::write(ends.ended, &*status, sizeof *status) == sizeof *status;
    ::_exit(is_told ? EXIT_SUCCESS : EXIT_FAILURE);
}

} // namespace annexkit::cli
