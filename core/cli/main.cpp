// SPDX-License-Identifier: Apache-2.0
// The annexkit program: finds the command, runs it, and alone prints errors and picks exit codes.
#include "command.hpp"
#include "failure.hpp"
#include "settings.hpp"
#include "terminal.hpp"

#include <cerrno>
#include <exception>
#include <new>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

using namespace annexkit::cli;

std::vector<std::unique_ptr<Command>> all_commands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(make_convert());
    commands.push_back(make_validate());
    commands.push_back(make_report());
    commands.push_back(make_coverage());
    commands.push_back(make_digest());
    commands.push_back(make_formats());
    commands.push_back(make_rules());
    commands.push_back(make_declarations());
    commands.push_back(make_schema());
    commands.push_back(make_template());
    return commands;
}

// What is wrong with the command line, in the order in which it was typed.
void explain(const CLI::ParseError& error, const CLI::App& program) {
    const auto chosen = program.get_subcommands();
    const auto unknown = program.remaining(true);
    if (!chosen.empty()) {
        const std::string help = "annexkit " + chosen.front()->get_name() + " --help lists what it takes";
        if (unknown.empty()) return print_error(error.what(), help);
        if (!program.remaining().empty())
            return print_error("\"" + program.remaining().front() + "\" stands before the command",
                               "name the command first; " + help);
        return print_error(chosen.front()->get_name() + " takes no \"" + unknown.front() + "\"", help);
    }
    std::string commands;
    for (const auto* command : program.get_subcommands({}))
        commands += (commands.empty() ? "" : ", ") + command->get_name();
    print_error(unknown.empty() ? "no command was given" : "there is no command \"" + unknown.front() + "\"",
                "the commands are " + commands + "; annexkit --help explains them");
}

int run(int argc, char** argv) {
    CLI::App program("Validates and converts the annexes of international declarations.", "annexkit");
    program.set_version_flag("--version", "annexkit " ANNEXKIT_VERSION);
    program.require_subcommand(1);
    program.get_formatter()->column_width(34);
    const auto commands = all_commands();
    for (const auto& command : commands) command->setup(program);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return program.exit(error) == 0 ? clean : usage;
        explain(error, program);
        return usage;
    }
    for (const auto& command : commands)
        if (command->chosen()) return command->run();
    return usage;
}

// A file that is opened gets the lowest number there is. Where a standard stream is closed, it would get that stream's,
// and what is meant for the stream would go into the file. Reading from and writing to what stands in for it fails.
void hold_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (fcntl(stream, F_GETFD) == -1 && errno == EBADF)
            (void)open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
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
    keep_freed_memory();
    try {
        return run(argc, argv);
    } catch (const Failure& failure) {
        print_error(failure.error.message, failure.error.hint);
        return exit_code(failure.error.kind);
    } catch (const std::bad_alloc&) {
        print_error("out of memory", "use fewer --jobs, or a machine with more memory");
        return unreadable;
    } catch (const std::exception& error) {
        print_error(std::string("unexpected: ") + error.what(), "please report this as a defect");
        return plugin_failed;
    }
}
