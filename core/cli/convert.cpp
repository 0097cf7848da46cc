// SPDX-License-Identifier: Apache-2.0
// annexkit convert: annexes from one format to another, validated on the way.
#include "convert.hpp"

#include "command.hpp"
#include "failure.hpp"
#include "terminal.hpp"

#include <charconv>
#include <string>
#include <system_error>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

class Convert : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override;

  private:
    void setup_split();
    void setup_batch();
    void setup_shard();
    [[nodiscard]] std::vector<std::string> inputs() const;

    ConvertSettings settings_;
    std::vector<CLI::Option*> batch_options_;
};

void Convert::setup(CLI::App& program) {
    command_ = program.add_subcommand("convert", "Convert annexes to another format, validating them on the way");
    command_->add_option("paths", settings_.paths,
                         "The file to read and the file to write, or - for standard input and output; with --out-dir, "
                         "files and folders to read");
    command_->add_option("--to", settings_.to, "Format of the output (default: by its name)")->type_name("FORMAT");
    command_
        ->add_option("--to-option", settings_.to_options,
                     "Option of the output format; repeatable (see annexkit formats)")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    command_
        ->add_option(
            "--on-invalid", settings_.on_invalid,
            "On errors: stop and write nothing; skip the initiatives concerned; or keep all, where all can be written")
        ->type_name("WHAT")
        ->check(CLI::IsMember({"stop", "skip", "keep"}))
        ->capture_default_str();
    command_->add_flag("--force", settings_.force, "Replace an existing output");
    setup_split();
    command_->add_flag("--lossless", settings_.lossless, "Write nothing, and exit with 5, if anything would be lost");
    command_->add_flag("-q,--quiet", settings_.quiet, "Neither progress nor summaries");
    setup_batch();
    setup_shard();
    settings_.reading.setup(*command_);
    settings_.rules.setup(*command_);
    settings_.project.setup(*command_);
    settings_.reporting.setup(*command_, "--report");
    settings_.folders.setup(*command_);
    command_->footer(
        "Three forms:\n"
        "  annexkit convert IN OUT [--shard I/N]\n"
        "  annexkit convert IN --accepted FILE --rejected FILE\n"
        "  annexkit convert IN... --out-dir DIR --to FORMAT\n\n"
        "With --accepted and --rejected every initiative is in one of the two files, and both are annexes with\n"
        "the same head, even where one has no initiative, but for CSV, which has no room for it then. Neither\n"
        "appears where an initiative cannot be read whole or written. --to and --to-option concern both.\n\n"
        "With --shard each part is a job of its own, on a machine of its own if need be. NDJSON in UTF-8 is\n"
        "entered where the part begins; any other input is read from its start, but only the part is judged and\n"
        "written. Lines, columns and bytes are those of the file. From part 2 on, findings have neither number,\n"
        "row nor address of the initiative, and in NDJSON no line. An id that two parts have is not noticed;\n"
        "annexkit validate tells it of the whole. What may leave out initiatives, streams, and formats whose\n"
        "parts cannot be joined are refused.\n\n"
        "A file of a folder keeps its path below the folder, another its name; the extension becomes that of\n"
        "the format. Folders are searched to the bottom; hidden files and links to folders are left out. A\n"
        "GLOB with a slash is matched with the path below the folder, in which ** is any number of folders,\n"
        "another with the name; with a slash at its end it is for folders alone. One file that fails stops no\n"
        "other, and the exit code is that of the worst.");
}

void Convert::setup_split() {
    const std::string group = "Two outputs";
    auto* const accepted =
        command_->add_option("--accepted", settings_.accepted, "Write the initiatives without errors to FILE")
            ->type_name("FILE")
            ->group(group);
    auto* const rejected = command_
                               ->add_option("--rejected", settings_.rejected,
                                            "Write the others to FILE, unchanged, to be mended and submitted again; "
                                            "--report csv=FILE keeps the reasons")
                               ->type_name("FILE")
                               ->group(group);
    accepted->needs(rejected)->excludes("--on-invalid");
    rejected->needs(accepted);
}

void Convert::setup_batch() {
    const std::string group = "Many files";
    command_
        ->add_option(
            "--out-dir", settings_.out_dir,
            "Write into this folder and nowhere else, each file under its path below the folder that was named")
        ->type_name("DIR")
        ->group(group);
    const auto option = [&](const std::string& name, auto& value, const std::string& help, const std::string& type) {
        auto* const added = command_->add_option(name, value, help);
        batch_options_.push_back(added->type_name(type)->allow_extra_args(false)->group(group));
    };
    const auto flag = [&](const std::string& name, bool& value, const std::string& help) {
        batch_options_.push_back(command_->add_flag(name, value, help)->group(group));
    };
    option("--files-from", settings_.files_from, "Read also what is named in FILE, or - for standard input, one a line",
           "FILE");
    flag("-0,--null", settings_.nul, "The names of --files-from end with NUL, not with the line");
    batch_options_.back()->needs("--files-from");
    option("--relative-to", settings_.relative_to, "Write each file under its path below this folder instead", "DIR");
    option("--include", settings_.include, "Take these of a folder (default: the known formats); repeatable", "GLOB");
    option("--exclude", settings_.exclude, "Leave out these files and folders of a folder; repeatable", "GLOB");
    option("--manifest", settings_.manifest, "Write what became of each input to FILE, a line of JSON each", "FILE");
    option("--resume", settings_.resume,
           "Go on with the run that wrote this manifest, or begin it: skip what is done and unchanged", "MANIFEST");
    batch_options_.back()->excludes("--manifest");
    flag("--fail-fast", settings_.fail_fast, "End at the first file that is not clean");
}

void Convert::setup_shard() {
    command_
        ->add_option(
            "--shard", settings_.shard_text,
            "Convert part I of the N that the file is cut into, between initiatives; the outputs of all parts, "
            "joined in order, are the output of the whole")
        ->type_name("I/N")
        ->group("Parts of a large file")
        ->excludes("--out-dir")
        ->excludes("--accepted");
}

// Of two paths, the second one is written.
std::vector<std::string> Convert::inputs() const {
    const auto& paths = settings_.paths;
    const bool has_output = settings_.out_dir.empty() && settings_.accepted.empty() && paths.size() == 2;
    return has_output ? std::vector{paths.front()} : paths;
}

int Convert::run() {
    if (!settings_.project.apply(inputs())) return clean;
    if (!settings_.out_dir.empty() && !settings_.accepted.empty()) throw misuse("convert.accepted-many");
    for (const auto* option : batch_options_)
        if (option->count() > 0 && settings_.out_dir.empty())
            throw misuse("batch.no-folder", {{"option", option->get_name()}});
    const Registry registry = settings_.registry();
    settings_.baseline = settings_.rules.baseline(registry.rules(), settings_.reporting.language.language());
    if (!settings_.out_dir.empty()) return convert_batch(settings_, registry);
    return settings_.accepted.empty() ? convert_one(settings_, registry) : convert_split(settings_, registry);
}

} // namespace

std::vector<std::string> ConvertSettings::also_read() const {
    auto files = reading.files(folders);
    files.push_back(rules.baseline_file);
    if (!files_from.empty()) files.push_back(files_from);
    files.push_back(project.file());
    return files;
}

Registry ConvertSettings::registry() const {
    Registry registry = folders.registry(reading.plugin_limits());
    rules.apply(registry, project);
    return registry;
}

Job ConvertSettings::job(const Registry& registry, const SchemaFolders& schemas, const std::string& source) const {
    project.blame("schema", [&] { reading.check_schema(schemas); });
    Job job = reading.job(registry, schemas, source);
    job.baseline = baseline ? &*baseline : nullptr;
    return job;
}

Demands ConvertSettings::demands() const {
    Demands demands;
    demands.on_invalid = !accepted.empty()      ? OnInvalid::divert
                         : on_invalid == "skip" ? OnInvalid::skip
                         : on_invalid == "keep" ? OnInvalid::keep
                                                : OnInvalid::stop;
    demands.on_loss = lossless ? OnLoss::refuse : OnLoss::report;
    const int severity = reading.fail_on.severity();
    demands.fail_on =
        severity > static_cast<int>(Severity::error) ? std::nullopt : std::optional(static_cast<Severity>(severity));
    return demands;
}

Shard ConvertSettings::shard() const {
    Shard shard;
    if (!shard_text) return shard;
    const char* const end = shard_text->data() + shard_text->size();
    const auto part = std::from_chars(shard_text->data(), end, shard.part);
    const bool has_slash = part.ec == std::errc() && part.ptr != end && *part.ptr == '/';
    const auto of = has_slash ? std::from_chars(part.ptr + 1, end, shard.of) : part;
    const bool is_pair = has_slash && of.ec == std::errc() && of.ptr == end;
    if (!is_pair || shard.part < 1 || shard.part > shard.of || shard.of > shard_limit)
        throw misuse("shard.malformed", {{"value", *shard_text}, {"limit", fmt::format("{}", shard_limit)}});
    return shard;
}

int exit_code(FileStatus status, const Summary& summary) {
    switch (status) {
    case FileStatus::done: return clean;
    case FileStatus::findings: return findings;
    case FileStatus::lossy: return lossy;
    case FileStatus::failed: break;
    }
    if (summary.misused) return usage;
    if (summary.plugin_failed) return plugin_failed;
    return summary.unreadable ? unreadable : unwritable;
}

std::unique_ptr<Command> make_convert() { return std::make_unique<Convert>(); }

} // namespace annexkit::cli
