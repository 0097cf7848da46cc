// SPDX-License-Identifier: Apache-2.0
#include "report.hpp"

#include "failure.hpp"
#include "targets.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

std::string form_names() {
    std::string names;
    for (const auto& form : report_forms()) names += (names.empty() ? "" : ", ") + std::string(form.name);
    return names;
}

/// FORM or FORM=FILE as it was typed; "-" is the standard stream, as elsewhere.
struct Wish {
    std::string form;
    std::string file;

    explicit Wish(const std::string& text) : form(text.substr(0, text.find('='))) {
        if (form.size() < text.size()) file = text.substr(form.size() + 1);
        if (form.size() < text.size() && file.empty()) throw misuse("report.no-file", {{"value", text}});
        if (file == "-") file.clear();
    }
};

} // namespace

void LanguageOption::setup(CLI::App& command) {
    command.add_option("--lang", name, "Language of the report: en, fr, or auto for the locale's")
        ->type_name("LANG")
        ->check(CLI::IsMember({"auto", "en", "fr"}))
        ->capture_default_str();
}

void ReportOptions::setup(CLI::App& command, const std::string& flag) {
    command
        .add_option(flag, reports,
                    "Form of a report, and its file (default: text, to the terminal); repeatable. Forms: " +
                        form_names())
        ->type_name("FORM[=FILE]")
        ->allow_extra_args(false);
    language.setup(command);
    command.add_option("--color", colour, "Colours in the text report: auto for those of a terminal without NO_COLOR")
        ->type_name("WHEN")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();
}

bool ReportOptions::for_people() const {
    return std::all_of(reports.begin(), reports.end(), [](const std::string& report) {
        const Wish wish(report);
        return wish.form == "text" || !wish.file.empty();
    });
}

Language language_of_command(const CLI::App& command) {
    LanguageOption option;
    const auto* asked = command.get_option_no_throw("--lang");
    if (asked != nullptr && !asked->results().empty()) option.name = asked->results().front();
    return option.language();
}

Language LanguageOption::language() const {
    if (name != "auto") return name == "fr" ? Language::french : Language::english;
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("fr") ? Language::french : Language::english;
    }
    return Language::english;
}

Reports::Reports(const Request& request)
    : language_(request.options.language.language()), tells_totals_(request.tells_totals) {
    stream_ = stream_target(request.stream, "output.report");
    if (request.options.reports.empty()) open(request, "text");
    for (const auto& text : request.options.reports) open(request, text);
    for (const auto& output : outputs_) reporter_.add(*output.report);
    if (!files_.empty() || !request.outputs.empty()) outlive_readers();
}

ReportSettings Reports::settings(const Request& request, bool to_stream) const {
    ReportSettings settings;
    settings.language = language_;
    settings.failing = request.failing;
    const TerminalSize terminal = terminal_of(request.stream);
    settings.colour =
        request.options.colour == "always" || (request.options.colour == "auto" && to_stream && terminal.wants_colour);
    if (to_stream) settings.width = terminal.columns;
    settings.failures_elsewhere = to_stream && request.told == Told::on_standard_error;
    settings.sums_up = request.sums_up;
    settings.offers_mending = request.offers_mending;
    settings.tool_version = request.tool_version;
    settings.listed = request.listed;
    return settings;
}

void Reports::open(const Request& request, const std::string& text) {
    const Wish wish(text);
    const auto form = report_form(wish.form);
    if (!form)
        throw misuse("report.unknown", {{"name", wish.form}, {"known", form_names()}, {"known_fr", form_names()}});
    if (wish.file.empty()) {
        open_stream(request, *form);
    } else {
        open_file(request, *form, wish.file);
    }
}

void Reports::open_stream(const Request& request, ReportForm form) {
    if (std::exchange(has_stream_, true)) throw misuse("report.many");
    // A shell may have led the stream to a file.
    const std::string file = request.stream == stdout ? "/dev/stdout" : "/dev/stderr";
    std::error_code error;
    if (std::filesystem::is_regular_file(file, error)) refuse_replacing_by(request, file);
    outputs_.push_back({make_report(form, request.rules, settings(request, true), *stream_), nullptr});
}

void Reports::refuse_replacing_by(const Request& request, const std::string& file) const {
    refuse_same_file(file, request.inputs, "same.report-input");
    refuse_same_file(file, request.outputs, "same.report-output");
    refuse_same_file(file, files_, "same.report-report");
    refuse_replacing(file, request.also_read);
}

void Reports::open_file(const Request& request, ReportForm form, const std::string& file) {
    refuse_replacing_by(request, file);
    files_.push_back(file);
    auto target = open_target(file, OnExisting::replace);
    auto report = make_report(form, request.rules, settings(request, false), *target);
    outputs_.push_back({std::move(report), std::move(target)});
}

void Reports::end(const std::string& source, const Summary& summary) {
    reporter_.end(summary);
    if (!has_stream_ && tells_totals_) tell(summary_line(source, summary, language_));
}

void Reports::fail(const std::string& source, const Error& error) {
    print_error(error, language_);
    reporter_.fail(source, error);
}

void Reports::finish() {
    auto finished = reporter_.finish();
    for (const auto& output : outputs_) {
        if (!output.file || reporter_.has_failed(*output.report)) continue;
        if (auto committed = output.file->commit(); !committed && finished) finished = std::move(committed);
    }
    value_or_fail(std::move(finished));
}

} // namespace annexkit::cli
