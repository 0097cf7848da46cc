// SPDX-License-Identifier: Apache-2.0
// annexkit man: man pages, in the words of the help.
#include "command.hpp"
#include "command_table.hpp"
#include "failure.hpp"
#include "output.hpp"

#include <annexkit/version.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

// Text that roff takes as it is: hyphens that can be copied, and no line that begins as a request does.
std::string roff(std::string_view text) {
    std::string result;
    bool begins_line = true;
    for (const char byte : text) {
        if (begins_line && (byte == '.' || byte == '\'')) result += "\\&";
        if (byte == '\\') {
            result += "\\e";
        } else if (byte == '-') {
            result += "\\-";
        } else {
            result += byte;
        }
        begins_line = byte == '\n';
    }
    return result;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string section(std::string title) {
    for (char& letter : title) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return fmt::format(".SH {}\n", roff(title));
}

// A term, and what is said of it.
std::string tagged(std::string_view roff_term, std::string_view text) {
    return fmt::format(".TP\n{}\n{}\n", roff_term, roff(text));
}

std::string option_text(const OptionEntry& option) {
    std::string term;
    for (const auto& name : option.names) term += (term.empty() ? "" : ", ") + bold(name);
    if (!option.value.empty()) term += (term.empty() ? "" : " ") + italic(option.value);
    std::string text = option.help + '.';
    // The help of some options lists the words itself.
    if (!option.words.empty() && text.find(option.words[1]) == std::string::npos)
        text += fmt::format(" {} is one of {}.", option.value, fmt::join(option.words, ", "));
    if (!option.fallback.empty()) text += fmt::format(" Default: {}.", option.fallback);
    if (!option.needs.empty()) text += fmt::format(" Only with {}.", fmt::join(option.needs, ", "));
    if (!option.excludes.empty()) text += fmt::format(" Not with {}.", fmt::join(option.excludes, ", "));
    return tagged(term, text);
}

std::string options_text(const CommandEntry& command) {
    std::string text;
    std::string group = "Options";
    for (const auto& option : command.arguments) text += option_text(option);
    // The groups follow one another as in the help; the first is that of all options without a group.
    std::vector<std::string> groups = {group};
    for (const auto& option : command.options)
        if (std::find(groups.begin(), groups.end(), option.group) == groups.end()) groups.push_back(option.group);
    for (const auto& name : groups) {
        if (name != group) text += fmt::format(".SS {}\n", roff(name));
        for (const auto& option : command.options)
            if (option.group == name) text += option_text(option);
    }
    return text;
}

// Paragraphs; lines that stand apart, two spaces in, stay lines.
std::string prose(std::string_view text) {
    std::string result;
    bool is_apart = false;
    for (const auto& line : CLI::detail::split(std::string(text), '\n')) {
        const bool stands_apart = line.starts_with("  ");
        if (stands_apart != is_apart) result += stands_apart ? ".RS\n.nf\n" : ".fi\n.RE\n";
        is_apart = stands_apart;
        if (line.empty()) {
            result += ".PP\n";
        } else {
            result += roff(std::string_view(line).substr(stands_apart ? 2 : 0)) + '\n';
        }
    }
    if (is_apart) result += ".fi\n.RE\n";
    return result;
}

// "annexkit-schema", and of a command's own command that of the command.
std::string page_name(const CommandEntry& command) {
    return command.words.empty() ? "annexkit" : "annexkit-" + command.words.front();
}

std::string called(const CommandEntry& command) {
    return fmt::format("annexkit{}{}", command.words.empty() ? "" : " ", fmt::join(command.words, " "));
}

std::string heading(const CommandEntry& command) {
    const std::string name = page_name(command);
    std::string help = command.help;
    while (help.ends_with('.')) help.pop_back();
    help[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(help[0])));
    std::string title = name;
    for (char& letter : title) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return fmt::format(".TH {} 1 \"\" \"annexkit {}\" \"annexkit\"\n.nh\n.ad l\n", title, version()) + section("name") +
           fmt::format("{} \\- {}\n", roff(name), roff(help));
}

std::string synopsis(const CommandEntry& command) {
    return fmt::format("{} {}\n", bold(called(command)), roff(command.synopsis));
}

constexpr std::pair<int, std::string_view> exit_codes[] = {
    {clean, "clean"},
    {findings, "findings at or above --fail-on (default: error), or an output that was stopped by them"},
    {usage, "wrong usage: an option, format or schema that is not there or cannot be used"},
    {unreadable, "the input cannot be read to its end"},
    {plugin_failed, "a plugin failed"},
    {lossy, "something would be lost under --lossless"},
    {unwritable, "the output cannot be written"},
};

constexpr std::pair<std::string_view, std::string_view> variables[] = {
    {"ANNEXKIT_PLUGIN_PATH", "Folders to look for plugins in, separated by colons, after those of --plugin-dir."},
    {"XDG_DATA_HOME", "Its folder annexkit/plugins comes next, and then the plugins installed with annexkit."},
    {"LC_ALL, LC_MESSAGES, LANG", "The language of reports and errors, where --lang does not say: English or French."},
    {"NO_COLOR", "Where it is set to anything, reports have no colours unless --color asks for them."},
    {"SOURCE_DATE_EPOCH", "The time to count as now, in seconds, for waivers of a baseline that end on a day."},
};

std::string endings(const CommandEntry& command) {
    std::string text = section("exit status");
    for (const auto& [code, meaning] : exit_codes)
        text += tagged(bold(fmt::format("{}", code)), std::string(meaning) + '.');
    if (command.words.empty()) {
        text += section("environment");
        for (const auto& [name, meaning] : variables) text += tagged(bold(name), meaning);
        text += section("files");
        text +=
            tagged(bold("annexkit.toml"), "Settings of a project, in the folder of the inputs or above. Each key is "
                                          "the name of an option of the command that reads it.");
    }
    return text;
}

std::string see_also(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += fmt::format("{}{}(1)", text.empty() ? "" : ",\n", bold(name));
    return section("see also") + text + '\n';
}

std::string inner_section(const CommandEntry& command) {
    std::string text = fmt::format(".SS {}\n{}.\n", roff(called(command)), roff(command.help));
    if (!command.footer.empty()) text += ".PP\n" + prose(command.footer);
    return text + options_text(command);
}

std::string page(const CommandEntry& command, const CommandEntry& program) {
    std::string text = heading(command) + section("synopsis");
    if (command.commands.empty() || command.words.empty()) text += synopsis(command);
    for (const auto& inner : command.words.empty() ? std::vector<CommandEntry>() : command.commands)
        text += (inner.words == command.commands.front().words ? "" : ".br\n") + synopsis(inner);
    text += section("description");
    if (command.words.empty()) {
        for (const auto& inner : program.commands) text += tagged(bold(page_name(inner)) + "(1)", inner.help + '.');
    } else {
        text += roff(command.help) + ".\n";
        if (!command.footer.empty()) text += ".PP\n" + prose(command.footer);
    }
    text += section("options") + options_text(command);
    if (!command.words.empty())
        for (const auto& inner : command.commands) text += inner_section(inner);
    std::vector<std::string> others;
    if (!command.words.empty()) others.emplace_back("annexkit");
    for (const auto& other : program.commands)
        if (other.words != command.words) others.push_back(page_name(other));
    return text + endings(command) + see_also(others);
}

class Man : public Command {
  public:
    void setup(CLI::App& program) override {
        program_ = &program;
        command_ = program.add_subcommand("man", "Write the man page of annexkit or of a command");
        command_->add_option("command", name_, "Command, such as convert (default: annexkit itself)")
            ->type_name("COMMAND");
        command_
            ->add_option("--out-dir", folder_, "Write every page into this folder, replacing files of the same names")
            ->type_name("DIR");
    }

    int run() override {
        const CommandEntry program = entry_of(*program_);
        if (folder_.empty()) {
            write_whole("-", page(name_.empty() ? program : named(program), program), OnExisting::replace);
        } else {
            write_all(program);
        }
        return clean;
    }

  private:
    [[nodiscard]] const CommandEntry& named(const CommandEntry& program) const {
        std::string known;
        for (const auto& command : program.commands) {
            if (command.words.front() == name_) return command;
            known += (known.empty() ? "" : ", ") + command.words.front();
        }
        throw misuse("usage.unknown-command", {{"value", name_}, {"known", known}});
    }

    void write_all(const CommandEntry& program) const {
        const std::filesystem::path folder(folder_);
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        if (error) throw Failure{make_error(ErrorKind::output, "output.unmade", {{"file", folder_}}, error.value())};
        const auto write = [&](const CommandEntry& command) {
            write_whole(folder / (page_name(command) + ".1"), page(command, program), OnExisting::replace);
        };
        write(program);
        for (const auto& command : program.commands) write(command);
    }

    const CLI::App* program_ = nullptr;
    std::string name_;
    std::string folder_;
};

} // namespace

std::unique_ptr<Command> make_man() { return std::make_unique<Man>(); }

} // namespace annexkit::cli
