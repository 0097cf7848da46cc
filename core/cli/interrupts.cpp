// SPDX-License-Identifier: Apache-2.0
#include "interrupts.hpp"

#include <annexkit/files.hpp>

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <pthread.h>

namespace annexkit::cli {
namespace {

::sigset_t watched_signals;

// In a thread of its own all may be done that a signal handler may not.
void* wait_for_signal(void*) {
    int signal = 0;
    while (::sigwait(&watched_signals, &signal) != 0) {
    }
    end_by_signal(signal);
}

// What the caller of the program ignores or blocks, as nohup does, stays so.
bool would_end(int signal, const ::sigset_t& blocked) {
    struct ::sigaction set {};
    return ::sigaction(signal, nullptr, &set) == 0 && set.sa_handler == SIG_DFL && ::sigismember(&blocked, signal) == 0;
}

} // namespace

void watch_signals() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    ::sigset_t before;
    ::pthread_sigmask(SIG_BLOCK, nullptr, &before);
    ::sigemptyset(&watched_signals);
    for (const int signal : {SIGHUP, SIGINT, SIGTERM})
        if (would_end(signal, before)) ::sigaddset(&watched_signals, signal);
    ::pthread_sigmask(SIG_BLOCK, &watched_signals, nullptr);
    constexpr std::size_t stack_bytes = std::size_t{256} << 10;
    ::pthread_attr_t attributes;
    ::pthread_attr_init(&attributes);
    ::pthread_attr_setstacksize(&attributes, stack_bytes);
    ::pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    ::pthread_t thread{};
    // Without the thread they end the program at once.
    if (::pthread_create(&thread, &attributes, wait_for_signal, nullptr) != 0)
        ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    ::pthread_attr_destroy(&attributes);
}

void end_by_signal(int signal) {
    abandon_outputs();
    std::signal(signal, SIG_DFL);
    ::sigset_t only;
    ::sigemptyset(&only);
    ::sigaddset(&only, signal);
    ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
    std::raise(signal);
    std::_Exit(128 + signal);
}

} // namespace annexkit::cli
