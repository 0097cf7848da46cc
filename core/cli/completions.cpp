// SPDX-License-Identifier: Apache-2.0
// annexkit completions: what a shell needs to complete command lines.
#include "completions.hpp"

#include "command.hpp"
#include "output.hpp"

namespace annexkit::cli {

std::string_view lister_of(Takes takes) {
    switch (takes) {
    case Takes::formats: return "formats";
    case Takes::rules: return "rules";
    case Takes::declarations: return "declarations";
    default: return {};
    }
}

std::string short_help(std::string_view help) {
    std::string text(help.substr(0, help.find_first_of(";:(")));
    CLI::detail::rtrim(text);
    return text;
}

void each_command(const CommandEntry& command, const std::function<void(const CommandEntry&)>& use) {
    if (!command.words.empty()) use(command);
    for (const auto& inner : command.commands) each_command(inner, use);
}

std::string command_names(const std::vector<CommandEntry>& commands) {
    std::string names;
    for (const auto& command : commands) names += (names.empty() ? "" : " ") + command.words.back();
    return names;
}

namespace {

class Completions : public Command {
  public:
    void setup(CLI::App& program) override {
        program_ = &program;
        command_ = program.add_subcommand("completions", "Write what a shell needs to complete command lines");
        command_->add_option("shell", shell_, "Shell to write for")
            ->required()
            ->type_name("SHELL")
            ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    }

    int run() override {
        const CommandEntry program = entry_of(*program_);
        const auto write = shell_ == "bash" ? bash_completions : shell_ == "zsh" ? zsh_completions : fish_completions;
        write_whole("-", write(program), OnExisting::replace);
        return clean;
    }

  private:
    const CLI::App* program_ = nullptr;
    std::string shell_;
};

} // namespace

std::unique_ptr<Command> make_completions() { return std::make_unique<Completions>(); }

} // namespace annexkit::cli
