// SPDX-License-Identifier: Apache-2.0
// The annexkit program: finds the command, runs it, and alone prints errors and picks exit codes.
#include "command.hpp"
#include "complaint.hpp"
#include "failure.hpp"
#include "help.hpp"
#include "help_fr.hpp"
#include "interrupts.hpp"
#include "report.hpp"
#include "settings.hpp"
#include "terminal.hpp"
#include "version.hpp"

#include <annexkit/files.hpp>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#if defined(__GLIBC__)
#include <execinfo.h>
#include <malloc.h>
#endif

namespace {

using namespace annexkit::cli;
using annexkit::Error;
using annexkit::Language;

std::vector<std::unique_ptr<Command>> all_commands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(make_convert());
    commands.push_back(make_validate());
    commands.push_back(make_fix());
    commands.push_back(make_sniff());
    commands.push_back(make_report());
    commands.push_back(make_coverage());
    commands.push_back(make_digest());
    commands.push_back(make_formats());
    commands.push_back(make_rules());
    commands.push_back(make_declarations());
    commands.push_back(make_schema());
    commands.push_back(make_template());
    commands.push_back(make_plugin());
    commands.push_back(make_completions());
    commands.push_back(make_man());
    return commands;
}

// The language that the chosen command was asked for; one alone is chosen.
Language language_of(const CLI::App& program) {
    const auto chosen = program.get_subcommands();
    return language_of_command(chosen.empty() ? program : *chosen.front());
}

// The words that a command was called by: "schema export".
std::string words_of(const CLI::App& command) {
    const auto inner = command.get_subcommands();
    return inner.empty() ? command.get_name() : command.get_name() + " " + words_of(*inner.front());
}

// What is wrong with the command line, in the order in which it was typed.
Error complaint(const CLI::ParseError& error, const CLI::App& program) {
    const auto say = [](annexkit::MessageId what, std::vector<annexkit::Argument> arguments) {
        return annexkit::make_error(annexkit::ErrorKind::usage, what, std::move(arguments));
    };
    const auto chosen = program.get_subcommands();
    const auto unknown = program.remaining(true);
    if (!chosen.empty()) {
        const std::string command = words_of(*chosen.front());
        if (unknown.empty()) return complaint_of(error.what(), command);
        if (!program.remaining().empty())
            return say("usage.before", {{"value", program.remaining().front()}, {"command", command}});
        return say("usage.surplus", {{"command", command}, {"value", unknown.front()}});
    }
    std::string commands;
    for (const auto* command : program.get_subcommands({}))
        commands += (commands.empty() ? "" : ", ") + command->get_name();
    if (unknown.empty()) return say("usage.no-command", {{"known", commands}});
    return say("usage.unknown-command", {{"value", unknown.front()}, {"known", commands}});
}

int run_command(const std::vector<std::unique_ptr<Command>>& commands, Language language) {
    const auto fail = [&](const Error& error, int code) {
        print_error(error, language);
        return code;
    };
    try {
        for (const auto& command : commands)
            if (command->chosen()) return command->run();
        return usage;
    } catch (const Failure& failure) {
        return fail(failure.error, exit_code(failure.error.kind));
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        return fail(misuse("program.unexpected", {{"reason", error.what()}, {"reason_fr", error.what()}}).error,
                    plugin_failed);
    }
}

int run(int argc, char** argv, Language& language) {
    CLI::App program("Validates and converts the annexes of international declarations.", "annexkit");
    program.set_version_flag("--version", version_text,
                             "Print the versions of annexkit, its libraries and its plugins");
    program.require_subcommand(1);
    program.formatter(std::make_shared<Help>(terminal_of(stdout).columns));
    const auto commands = all_commands();
    for (const auto& command : commands) command->setup(program);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {
            if (language_of(program) == Language::french) speak_french(program);
            return program.exit(error) == 0 ? clean : usage;
        }
        print_error(complaint(error, program), language_of(program));
        return usage;
    }
    language = language_of(program);
    return run_command(commands, language);
}

// Where there is no memory, there is none for a message either; its text is that of "program.no-memory".
int run_within_memory(int argc, char** argv) {
    Language language = Language::english;
    try {
        return run(argc, argv, language);
    } catch (const std::bad_alloc&) {
        print_no_memory(language);
        return unreadable;
    }
}

// Some libraries promise that nothing is thrown, and then take memory.
[[noreturn]] void end_without_memory() {
    bool is_memory = errno == ENOMEM;
    try {
        if (const auto thrown = std::current_exception()) std::rethrow_exception(thrown);
    } catch (const std::bad_alloc&) {
        is_memory = true;
    } catch (...) {
        is_memory = false;
    }
    if (!is_memory) std::abort();
    print_no_memory(Language::english);
    annexkit::abandon_outputs();
    std::_Exit(unreadable);
}

// A file that is opened gets the lowest number there is. Where a standard stream is closed, it would get that stream's,
// and what is meant for the stream would go into the file. Reading from and writing to what stands in for it fails.
void hold_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (fcntl(stream, F_GETFD) == -1 && errno == EBADF)
            (void)open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

// The C library loads what unwinds the stack when it is first needed, and aborts where there is no memory for that.
void load_unwinder() {
#if defined(__GLIBC__)
    void* frame = nullptr;
    (void)backtrace(&frame, 1);
#endif
}

// Each of many files frees what the next one takes: memory that goes back to the system in between comes again page by
// page.
void keep_freed_memory() {
#if defined(__GLIBC__)
    constexpr int kept_bytes = 4 << 20;
    constexpr int mapped_bytes = 1 << 20;
    mallopt(M_TRIM_THRESHOLD, kept_bytes);
    mallopt(M_MMAP_THRESHOLD, mapped_bytes);
#endif
}

} // namespace

int main(int argc, char** argv) {
    hold_standard_streams();
    load_unwinder();
    keep_freed_memory();
    watch_signals();
    std::set_terminate(end_without_memory);
    const int code = run_within_memory(argc, argv);
    // Whoever left has its end at last; what else could not be done is graver.
    if (has_reader_left() && (code == clean || code == findings)) end_by_signal(SIGPIPE);
    return code;
}
