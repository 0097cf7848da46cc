// SPDX-License-Identifier: Apache-2.0
#include "isolation/process.hpp"

#include "isolation/serve.hpp"
#include "messages/error.hpp"
#include "plugins/default_folders.hpp"

#include <cerrno>
#include <csignal>
#include <string>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace annexkit {
namespace {

/// What a process is started with. It gets the socket, no standard stream and no other file of the host. It is in a
/// group of its own, so that an interrupt from the terminal ends the host, which then ends it.
class Spawning {
  public:
    explicit Spawning(int socket) {
        ::posix_spawn_file_actions_init(&files_);
        // What is duplicated onto itself is inherited too. First, since the socket may have the number of a standard
        // stream that the host has closed.
        ::posix_spawn_file_actions_adddup2(&files_, socket, plugin_host_socket);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            ::posix_spawn_file_actions_addopen(&files_, stream, "/dev/null", O_RDWR, 0);
        ::posix_spawn_file_actions_addclosefrom_np(&files_, plugin_host_socket + 1);
        ::posix_spawnattr_init(&attributes_);
        ::sigset_t none;
        ::sigemptyset(&none);
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::sigset_t all;
        ::sigfillset(&all);
        ::posix_spawnattr_setsigdefault(&attributes_, &all);
        ::posix_spawnattr_setflags(&attributes_,
                                   POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Spawning() {
        ::posix_spawn_file_actions_destroy(&files_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    Spawning(const Spawning&) = delete;
    Spawning& operator=(const Spawning&) = delete;

    /// Returns errno, or 0.
    int spawn(const std::vector<std::string>& command, ::pid_t& pid) const {
        std::vector<char*> arguments;
        for (const auto& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
        arguments.push_back(nullptr);
        return ::posix_spawn(&pid, arguments.front(), &files_, &attributes_, arguments.data(), environ);
    }

  private:
    ::posix_spawn_file_actions_t files_;
    ::posix_spawnattr_t attributes_;
};

Error unstarted(const std::filesystem::path& program, int error) {
    return make_error(ErrorKind::plugin, "plugin.unstarted", {{"file", program.string()}}, error);
}

Ending ending_of(std::optional<int> status) {
    if (status && WIFSIGNALED(*status)) {
        const char* name = ::sigabbrev_np(WTERMSIG(*status));
        const std::string signal = name == nullptr ? fmt::format("{}", WTERMSIG(*status)) : fmt::format("SIG{}", name);
        return {"signal " + signal + " ended it", "le signal " + signal + " y a mis fin"};
    }
    if (status && WIFEXITED(*status))
        return {fmt::format("it ended its process with exit code {}", WEXITSTATUS(*status)),
                fmt::format("il a mis fin à son processus avec le code {}", WEXITSTATUS(*status))};
    return {"its process is gone", "son processus n'est plus là"};
}

} // namespace

Result<std::unique_ptr<PluginProcess>> PluginProcess::start(const std::filesystem::path& library,
                                                            const Isolation& isolation) {
    const auto program = plugin_host_program();
    int sockets[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) return unstarted(program, errno);
    ::pid_t pid = 0;
    const int error = Spawning(sockets[1])
                          .spawn({program.string(), library.string(), fmt::format("{}", isolation.memory_bytes)}, pid);
    ::close(sockets[1]);
    if (error != 0) {
        ::close(sockets[0]);
        return unstarted(program, error);
    }
    return std::unique_ptr<PluginProcess>(new PluginProcess(pid, sockets[0], isolation));
}

PluginProcess::PluginProcess(::pid_t pid, int socket, const Isolation& isolation)
    : pid_(pid), isolation_(isolation), channel_(socket, isolation.longest_call) {}

PluginProcess::~PluginProcess() {
    if (pid_ == 0) return;
    channel_.leave();
    // It ends when it sees that.
    (void)channel_.wait_for_end();
    kill();
    (void)reap();
}

void PluginProcess::kill() {
    // What a plugin has started itself is in its group.
    ::kill(-pid_, SIGKILL);
}

std::optional<int> PluginProcess::reap() {
    int status = 0;
    ::pid_t reaped = 0;
    do {
        reaped = ::waitpid(pid_, &status, 0);
    } while (reaped < 0 && errno == EINTR);
    const bool is_ours = reaped == pid_;
    pid_ = 0;
    return is_ours ? std::optional(status) : std::nullopt;
}

Ending PluginProcess::end(Received received) {
    // A process that has let go of the socket since it ends has its status already, which that does not change.
    kill();
    const auto status = reap();
    // A child that it has left behind may hold the socket though it has come to an end itself.
    const bool has_ended = status && !(WIFSIGNALED(*status) && WTERMSIG(*status) == SIGKILL);
    if (received == Received::late && !has_ended) {
        const auto seconds = fmt::format("{}", isolation_.longest_call->count());
        return {fmt::format("it did not answer within {} s", seconds),
                fmt::format("il n'a pas répondu en {} s", seconds), seconds};
    }
    if (received == Received::nonsense)
        return {"it answered what cannot be understood", "sa réponse ne se comprend pas"};
    return ending_of(status);
}

Ending PluginProcess::end_without_memory() {
    kill();
    (void)reap();
    const auto bytes = fmt::format("{}", isolation_.memory_bytes);
    return {fmt::format("it needs more memory than it may use, {} bytes", bytes),
            fmt::format("il lui faut plus de mémoire qu'il n'en a le droit, {} octets", bytes),
            {},
            bytes};
}

} // namespace annexkit
