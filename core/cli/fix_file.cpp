// SPDX-License-Identifier: Apache-2.0
#include "fix_file.hpp"

#include "command.hpp"
#include "failure.hpp"
#include "findings/argument.hpp"
#include "spool.hpp"
#include "targets.hpp"
#include "terminal.hpp"

#include <annexkit/files.hpp>
#include <annexkit/fix.hpp>

#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

/// "text.outer-space 2, partner.combined 1"
std::string rules_of(const Mended& mended) {
    std::string text;
    for (const auto& [rule, count] : mended.rules)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", rule, count);
    return text;
}

/// What is not mended though its rule is, by the reason that the reports give.
class Unmended {
  public:
    void add(const Finding& finding, Language language) {
        const auto* why = argument(finding.arguments, language == Language::french ? "unmended_fr" : "unmended");
        if (why == nullptr) return;
        Reason& reason = reasons_[*why];
        if (reason.mended.values++ == 0) reason.first_line = finding.place.line;
        ++reason.mended.rules[finding.rule];
    }
    void tell(const std::string& file, Language language) const {
        for (const auto& [why, reason] : reasons_) {
            std::string text = language == Language::french
                                   ? fmt::format("{}\u00A0: non corrigées {} ({}), la première ligne {}\u00A0: ", file,
                                                 reason.mended.values, rules_of(reason.mended), reason.first_line)
                                   : fmt::format("{}: not mended {} ({}), the first in line {}: ", file,
                                                 reason.mended.values, rules_of(reason.mended), reason.first_line);
            cli::tell(text + why);
        }
    }

  private:
    struct Reason {
        Mended mended;
        std::uint64_t first_line = 0;
    };
    std::map<std::string, Reason> reasons_;
};

Job mending_job(const FixSettings& settings, const std::string& file, ByteSource& bytes) {
    Job job = settings.job(file);
    job.input.bytes = &bytes;
    job.fixes = settings.with_unsafe ? Fixes::unsafe : Fixes::safe;
    return job;
}

/// Tells how many values were mended, and how many more could be.
void tell(const FixSettings& settings, const std::string& file, const Mended& mended, const Mended& on_request) {
    const bool french = settings.language == Language::french;
    std::string text;
    if (mended.values > 0) {
        const auto* const done = settings.diff ? (french ? "valeurs à corriger" : "values to mend")
                                               : (french ? "valeurs corrigées" : "values mended");
        text = fmt::format("{} {} ({})", done, mended.values, rules_of(mended));
    } else {
        text = french ? "rien à corriger" : "nothing to mend";
    }
    if (on_request.values > 0)
        text += fmt::format(french ? fmt::runtime("\u202F; avec --unsafe, {} de plus ({})")
                                   : fmt::runtime("; with --unsafe {} more ({})"),
                            on_request.values, rules_of(on_request));
    cli::tell(fmt::format("{}{} {}", shown_path(file), french ? "\u00A0:" : ":", text));
}

/// Tells why a file could not be read to its end, since no report does.
void tell_unread(const FixSettings& settings, const std::string& file, const Finding& last_error) {
    const auto reason = [&](Language in) { return settings.registry.rules().render(last_error, in).message; };
    print_error(
        make_error(ErrorKind::input, "fix.unread",
                   {{"file", file}, {"reason", reason(Language::english)}, {"reason_fr", reason(Language::french)}}),
        settings.language);
}

int show_diff(const FixSettings& settings, const std::string& file) {
    // The encoding is known once the file has been read.
    const auto scout = value_or_fail(open_source(file));
    Mended on_request;
    Finding last_error;
    Job scouting = mending_job(settings, file, *scout);
    scouting.fixes = Fixes::unsafe;
    Unmended unmended;
    scouting.on_finding = [&](const Finding& finding) {
        unmended.add(finding, settings.language);
        if (finding.severity == Severity::error) last_error = finding;
    };
    scouting.on_edit = [&](const Edit& edit) {
        if (!edit.is_safe && !settings.with_unsafe) on_request.add(edit);
    };
    const Summary summary = value_or_fail(annexkit::run(settings.registry, scouting));
    if (!summary.is_read()) {
        tell_unread(settings, shown_path(file), last_error);
        return exit_code(summary, settings.failing);
    }
    const DiffSettings diff{shown_path(file), shown_path(file), summary.encoding, settings.colour,
                            terminal_of(stdout).is_terminal};
    const auto source = value_or_fail(open_source(file));
    const auto original = value_or_fail(open_source(file));
    const auto target = stream_target(stdout, "output.standard");
    const auto mended = value_or_fail(
        diff_of_mending(settings.registry, mending_job(settings, file, *source), *original, *target, diff));
    tell(settings, file, mended, on_request);
    unmended.tell(shown_path(file), settings.language);
    return mended.values > 0 ? findings : clean;
}

/// What a second look at a file finds.
struct Rest {
    Summary summary;
    /// What could be mended still, on request or with what was asked for.
    Mended on_request;
    Mended left;
    Unmended unmended;
};

// Validates what the file says now, and reports it.
Rest report_rest(const FixSettings& settings, const std::string& file, const Mended& pass, ByteSource& bytes,
                 Reports& reports) {
    Rest rest;
    Job job = settings.job(file);
    job.input.bytes = &bytes;
    if (settings.output) {
        job.input.name = shown_path(*settings.output);
        job.input.format = settings.registry.find(pass.summary.format);
    }
    reports.reporter().watch(job);
    job.on_finding = [&, report = std::move(job.on_finding)](const Finding& finding) {
        rest.unmended.add(finding, settings.language);
        if (report) report(finding);
    };
    job.fixes = Fixes::unsafe;
    job.on_edit = [&](const Edit& edit) {
        (edit.is_safe || settings.with_unsafe ? rest.left : rest.on_request).add(edit);
    };
    rest.summary = value_or_fail(annexkit::run(settings.registry, job));
    return rest;
}

/// Fails where another look would take the mended file for one in another dialect or encoding.
void refuse_other_reading(const std::string& file, const Summary& before, const Summary& after) {
    const auto refuse = [&](const std::string& option, const std::string& was, const std::string& is) {
        throw Failure{make_error(ErrorKind::input, "input.read-otherwise",
                                 {{"file", shown_path(file)}, {"option", option}, {"value", is}, {"expected", was}})};
    };
    if (before.encoding != after.encoding) refuse("encoding", before.encoding, after.encoding);
    for (const auto& [option, value] : before.dialect)
        if (const auto now = after.dialect.find(option); now != after.dialect.end() && now->second != value)
            refuse(option, value, now->second);
}

} // namespace

int fix_file(const FixSettings& settings, const std::string& file, Reports* reports) {
    const FileState before = state_of(file);
    // It is read twice.
    if (before != FileState() && !before.is_regular) throw misuse("fix.no-file", {{"file", shown_path(file)}});
    if (settings.diff) return show_diff(settings, file);
    Spool spool;
    const auto source = value_or_fail(open_source(file));
    const auto original = value_or_fail(open_source(file));
    const auto pass = value_or_fail(mend(settings.registry, mending_job(settings, file, *source), *original, spool));
    const auto mended = value_or_fail(spool.source());
    const Rest rest = report_rest(settings, file, pass, *mended, *reports);
    const Summary& summary = rest.summary;
    reports->end(shown_path(settings.output.value_or(file)), summary);
    const bool is_worse = summary.read != pass.summary.read || summary.errors > pass.summary.errors ||
                          (summary.unreadable && !pass.summary.unreadable);
    if (pass.values > 0) refuse_other_reading(file, pass.summary, summary);
    if (pass.values > 0 && (is_worse || rest.left.values > 0))
        throw Failure{make_error(ErrorKind::input, "input.worse", {{"file", shown_path(file)}})};
    if (summary.is_read() && (pass.values > 0 || settings.output)) {
        const auto target =
            open_target(settings.output.value_or(file), settings.output ? settings.on_existing : OnExisting::replace);
        value_or_fail(spool.copy_to(*target));
        // What somebody else has written meanwhile is not replaced.
        if (state_of(file) != before)
            throw Failure{make_error(ErrorKind::input, "input.changed", {{"file", shown_path(file)}})};
        value_or_fail(target->commit());
    }
    if (summary.is_read()) {
        tell(settings, file, pass, rest.on_request);
        rest.unmended.tell(shown_path(file), settings.language);
    }
    return exit_code(summary, settings.failing);
}

} // namespace annexkit::cli
