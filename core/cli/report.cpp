// SPDX-License-Identifier: Apache-2.0
#include "report.hpp"

#include "failure.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

namespace annexkit::cli {
namespace {

std::string form_names() {
    std::string names;
    for (const auto& form : report_forms()) names += (names.empty() ? "" : ", ") + std::string(form.name);
    return names;
}

// A C stream as a target, flushed with each block, so that a reader sees it and a full disk is told.
class StreamTarget : public ByteTarget {
  public:
    explicit StreamTarget(std::FILE* stream) : stream_(stream) {}
    Result<void> write(std::string_view bytes) override {
        print(stream_, bytes);
        return {};
    }

  private:
    std::FILE* stream_;
};

bool is_same_file(const std::string& left, const std::string& right) {
    std::error_code error;
    return std::filesystem::equivalent(left, right, error) && !error;
}

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
        return report == "text" || report.find('=') != std::string::npos;
    });
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

Reports::Reports(const Request& request) : language_(request.options.language.language()) {
    stream_ = std::make_unique<StreamTarget>(request.stream);
    if (request.options.reports.empty()) open(request, "text");
    for (const auto& text : request.options.reports) open(request, text);
    for (const auto& report : reports_) reporter_.add(*report);
}

ReportSettings Reports::settings(const Request& request, bool to_stream) const {
    ReportSettings settings;
    settings.language = language_;
    settings.failing = request.failing;
    const TerminalSize terminal = terminal_of(request.stream);
    settings.colour =
        request.options.colour == "always" || (request.options.colour == "auto" && to_stream && terminal.wants_colour);
    if (to_stream) settings.width = terminal.columns;
    settings.failures_elsewhere = to_stream;
    std::error_code ignored;
    settings.base = std::filesystem::current_path(ignored);
    settings.tool_version = ANNEXKIT_VERSION;
    return settings;
}

void Reports::open(const Request& request, const std::string& text) {
    const auto equals = text.find('=');
    const std::string name = text.substr(0, equals);
    const auto form = report_form(name);
    if (!form)
        throw Failure{
            {ErrorKind::usage, fmt::format("there is no report form \"{}\"", name), "known: " + form_names()}};
    if (equals == std::string::npos) {
        if (std::exchange(has_stream_, true))
            throw Failure{{ErrorKind::usage, "only one report can go to the standard stream",
                           "name a file for the others: " + name + "=FILE"}};
        reports_.push_back(make_report(*form, request.rules, settings(request, true), *stream_));
        return;
    }
    const std::string file = text.substr(equals + 1);
    if (file.empty()) throw Failure{{ErrorKind::usage, fmt::format("report \"{}\" names no file", text), {}}};
    for (const auto& input : request.inputs)
        if (is_same_file(input, file))
            throw Failure{{ErrorKind::usage, fmt::format("the report {} would replace an input", file), {}}};
    files_.push_back(value_or_fail(FileTarget::create(file, OnExisting::replace)));
    reports_.push_back(make_report(*form, request.rules, settings(request, false), *files_.back()));
}

void Reports::end(const std::string& source, const Summary& summary) {
    reporter_.end(summary);
    if (!has_stream_) print(stderr, fmt::format("{}\n", summary_line(source, summary, language_)));
}

void Reports::fail(const std::string& source, const Error& error) {
    print_error(error.message, error.hint);
    reporter_.fail(source, error);
}

void Reports::finish() {
    value_or_fail(reporter_.finish());
    for (const auto& file : files_) value_or_fail(file->commit());
}

} // namespace annexkit::cli
