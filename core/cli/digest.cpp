// SPDX-License-Identifier: Apache-2.0
// annexkit digest: the SHA-256 of annexes, whatever format they are in.
#include "command.hpp"
#include "failure.hpp"
#include "report.hpp"
#include "settings.hpp"
#include "targets.hpp"
#include "terminal.hpp"

#include <annexkit/digest.hpp>
#include <annexkit/files.hpp>
#include <annexkit/report.hpp>

#include <cstdio>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

class DigestCommand : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override;

  private:
    int tell(const std::string& input, const Registry& registry, const SchemaFolders& schemas) const;

    Folders folders_;
    ReadingSettings reading_;
    LanguageOption language_;
    std::vector<std::string> inputs_;
};

// As sha256sum writes it: a name with a line break stays on one line, and a backslash ahead of the digest says so. What
// would steer a terminal is shown by its number there, and stays for programs.
std::string line_of(const std::string& digest, const std::string& name) {
    std::string escaped;
    for (const char byte : name) {
        switch (byte) {
        case '\\': escaped += "\\\\"; break;
        case '\n': escaped += "\\n"; break;
        case '\r': escaped += "\\r"; break;
        default: escaped += byte;
        }
    }
    const bool is_seen = terminal_of(stdout).is_terminal;
    return fmt::format("{}{}  {}\n", escaped == name ? "" : "\\", digest, is_seen ? printable(escaped) : escaped);
}

void DigestCommand::setup(CLI::App& program) {
    command_ = program.add_subcommand("digest", "Compute the SHA-256 of annexes, the same in every format");
    command_->add_option("inputs", inputs_, "Files, or - for standard input")->required();
    // A digest says what is in an annex, not whether it is right.
    reading_.fail_on.level = "never";
    reading_.setup(*command_);
    language_.setup(*command_);
    folders_.setup(*command_);
    command_->footer(
        "One line for each input, in their order, as sha256sum writes it. The digest is that of the initiatives,\n"
        "valid or not, with every field; the annex head, which not every format has, is left out. Where an\n"
        "initiative cannot be read whole, there is no digest, and the exit code tells that of the worst input.");
}

int DigestCommand::tell(const std::string& input, const Registry& registry, const SchemaFolders& schemas) const {
    const auto source = value_or_fail(open_source(input));
    Job job = reading_.job(registry, schemas, input);
    job.input.bytes = source.get();
    Finding last_error;
    job.on_finding = [&](const Finding& finding) {
        if (finding.severity == Severity::error) last_error = finding;
    };
    const std::string name = job.input.name;
    const AnnexDigest digest = value_or_fail(annexkit::digest(registry, std::move(job)));
    if (!digest.sha256.empty()) {
        print(stdout, line_of(digest.sha256, input));
        return exit_code(digest.summary, reading_.fail_on.severity());
    }
    const Language language = language_.language();
    const auto reason = [&](Language in) {
        return last_error.rule.empty() ? summary_line(name, digest.summary, in)
                                       : registry.rules().render(last_error, in).message;
    };
    print_error(
        make_error(ErrorKind::input, "digest.none",
                   {{"file", name}, {"reason", reason(Language::english)}, {"reason_fr", reason(Language::french)}}),
        language);
    // What hinders a digest is a finding of severity error.
    return exit_code(digest.summary, static_cast<int>(Severity::error));
}

int DigestCommand::run() {
    refuse_same_file(file_of_output("-"), inputs_, "same.output-is-input");
    const Registry registry = folders_.registry(reading_.plugin_limits());
    const SchemaFolders schemas = folders_.schemas();
    int code = clean;
    for (const auto& input : inputs_) {
        try {
            code = worse(code, tell(input, registry, schemas));
        } catch (const Failure& failure) {
            print_error(failure.error, language_.language());
            code = worse(code, exit_code(failure.error.kind));
        }
    }
    return code;
}

} // namespace

std::unique_ptr<Command> make_digest() { return std::make_unique<DigestCommand>(); }

} // namespace annexkit::cli
