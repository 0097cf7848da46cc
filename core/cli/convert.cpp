// SPDX-License-Identifier: Apache-2.0
// annexkit convert: one annex from one format to another, validated on the way.
#include "command.hpp"
#include "failure.hpp"
#include "report.hpp"
#include "settings.hpp"
#include "terminal.hpp"

#include <annexkit/files.hpp>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

// Standard output cannot be taken back, so what goes there waits in a nameless temporary file until it is whole.
class SpooledOutput : public ByteTarget {
  public:
    SpooledOutput() : file_(std::tmpfile(), std::fclose) {
        if (!file_) throw Failure{error("cannot make a temporary file")};
    }
    Result<void> write(std::string_view bytes) override {
        if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size()) return {};
        return tl::unexpected(error("cannot write to a temporary file"));
    }
    Result<void> commit() {
        if (std::fflush(file_.get()) != 0) return tl::unexpected(error("cannot write to a temporary file"));
        std::rewind(file_.get());
        const auto target = standard_output();
        std::array<char, 1 << 16> block{};
        for (;;) {
            const std::size_t size = std::fread(block.data(), 1, block.size(), file_.get());
            if (size == 0) break;
            if (auto wrote = target->write({block.data(), size}); !wrote) return wrote;
        }
        if (std::ferror(file_.get()) != 0) return tl::unexpected(error("cannot read a temporary file"));
        return {};
    }

  private:
    static Error error(const std::string& what) { return {ErrorKind::output, what + ": " + std::strerror(errno), {}}; }

    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

class Convert : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override;

  private:
    const Format* output_format(const Registry& registry) const;
    template <class Target> int run_into(Target& target, const Registry& registry, Job job);

    Folders folders_;
    ReadingSettings reading_;
    ReportOptions reporting_;
    std::string input_;
    std::string output_;
    std::string to_;
    std::vector<std::string> to_options_;
    std::string on_invalid_ = "stop";
    bool force_ = false;
    bool lossless_ = false;
};

void Convert::setup(CLI::App& program) {
    command_ = program.add_subcommand("convert", "Convert an annex to another format, validating it on the way");
    command_->add_option("input", input_, "File to read, or - for standard input")->required();
    command_->add_option("output", output_, "File to write, or - for standard output")->required();
    command_->add_option("--to", to_, "Format of the output (default: by its name)")->type_name("FORMAT");
    command_->add_option("--to-option", to_options_, "Option of the output format; repeatable (see annexkit formats)")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    command_
        ->add_option("--on-invalid", on_invalid_,
                     "On errors: stop and write nothing, skip the initiatives concerned, or keep them")
        ->type_name("WHAT")
        ->check(CLI::IsMember({"stop", "skip", "keep"}))
        ->capture_default_str();
    command_->add_flag("--force", force_, "Replace an existing output");
    command_->add_flag("--lossless", lossless_, "Write nothing, and exit with 5, if anything would be lost");
    reading_.setup(*command_);
    reporting_.setup(*command_, "--report");
    folders_.setup(*command_);
}

const Format* Convert::output_format(const Registry& registry) const {
    const Format* format = to_.empty() ? registry.for_file(output_) : format_named(registry, to_, "--to");
    if (format == nullptr)
        throw Failure{{ErrorKind::usage, fmt::format("no exporter for \"{}\"", output_),
                       "use --to to name one; " + registry.known_and_searched()}};
    return format;
}

int Convert::run() {
    const Registry registry = folders_.registry();
    const SchemaFolders schemas = folders_.schemas();
    const auto source = value_or_fail(open_source(input_));
    Job job = reading_.job(registry, schemas, input_);
    job.input.bytes = source.get();
    job.output = Output{nullptr, output_format(registry), parse_options(to_options_, "--to-option")};
    job.on_invalid = on_invalid_ == "skip"   ? OnInvalid::skip
                     : on_invalid_ == "keep" ? OnInvalid::keep
                                             : OnInvalid::stop;
    if (output_ == "-") {
        SpooledOutput target;
        return run_into(target, registry, std::move(job));
    }
    const auto target = value_or_fail(FileTarget::create(output_, force_ ? OnExisting::replace : OnExisting::refuse));
    return run_into(*target, registry, std::move(job));
}

template <class Target> int Convert::run_into(Target& target, const Registry& registry, Job job) {
    // Standard output may be the annex itself, so the report goes the other way.
    Reports reports({reporting_, registry.rules(), reading_.fail_on.severity(), stderr, {input_, output_}});
    job.output->bytes = &target;
    reports.reporter().watch(job);
    const Summary summary = value_or_fail(annexkit::run(registry, job));
    reports.end(job.input.name, summary);
    reports.finish();
    const bool stopped = job.on_invalid == OnInvalid::stop && summary.errors > 0;
    if (summary.plugin_failed || summary.unreadable || summary.unwritable || stopped) {
        const int code = exit_code(summary, reading_.fail_on.severity());
        return code == clean ? findings : code;
    }
    if (lossless_ && summary.losses > 0) return lossy;
    value_or_fail(target.commit());
    return exit_code(summary, reading_.fail_on.severity());
}

} // namespace

std::unique_ptr<Command> make_convert() { return std::make_unique<Convert>(); }

} // namespace annexkit::cli
