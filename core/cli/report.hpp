// SPDX-License-Identifier: Apache-2.0
// The options on reports, and the reports that a command writes.
#pragma once

#include <annexkit/files.hpp>
#include <annexkit/report.hpp>
#include <annexkit/version.hpp>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::cli {

/// --lang, as several commands have it.
struct LanguageOption {
    std::string name = "auto";

    void setup(CLI::App& command);
    [[nodiscard]] Language language() const;
};

/// The language that --lang of the command asks for, if it has one, else that of the locale.
[[nodiscard]] Language language_of_command(const CLI::App& command);

/// --report, --lang and --color.
struct ReportOptions {
    std::vector<std::string> reports;
    LanguageOption language;
    std::string colour = "auto";

    /// `flag` names the option for the forms: "--report" or "--to".
    void setup(CLI::App& command, const std::string& flag);
    /// Whether what goes to the standard stream is for people.
    [[nodiscard]] bool for_people() const;
};

/// The reports of one run: at most one to a standard stream, the others to files that appear whole or not at all.
class Reports {
  public:
    enum class Told {
        on_standard_error, ///< by fail(), so that people's reports leave them out
        in_reports
    };
    struct Request {
        const ReportOptions& options;
        const RuleCatalogue& rules;
        /// Severity that makes a verdict "failed".
        int failing = static_cast<int>(Severity::error);
        /// Where a report without a file goes.
        std::FILE* stream = stdout;
        /// Files that no report may replace: those that are read, and those that the command writes itself.
        std::vector<std::string> inputs = {};
        std::vector<std::string> outputs = {};
        /// Settings, baseline and schema, which no report may replace either.
        std::vector<std::string> also_read = {};
        /// Of the program that found what is reported.
        std::string tool_version = std::string(version());
        /// Findings that each form lists at most; nothing for its own limit.
        std::optional<std::size_t> listed = {};
        /// Where inputs that could not be tried are told.
        Told told = Told::on_standard_error;
        /// Whether people's text sums up several inputs.
        bool sums_up = true;
        /// Whether end() tells anything.
        bool tells_totals = true;
        /// See ReportSettings.
        bool offers_mending = false;
    };
    /// Opens the files. Throws Failure for an unknown form, a second report to the stream, or a file that cannot be
    /// written, is an input or is written already.
    explicit Reports(const Request& request);

    [[nodiscard]] Reporter& reporter() { return reporter_; }
    /// Ends the report on one input; tells the totals on standard error when no report for people does.
    void end(const std::string& source, const Summary& summary);
    /// Tells an input that could not be tried, on standard error too.
    void fail(const std::string& source, const Error& error);
    /// Ends the reports and puts the files in place. Throws Failure for the first that cannot be written, when the
    /// others are there.
    void finish();

  private:
    struct Output {
        std::unique_ptr<Report> report;
        /// Nothing for the standard stream.
        std::unique_ptr<FileTarget> file;
    };
    void open(const Request& request, const std::string& text);
    void open_stream(const Request& request, ReportForm form);
    void open_file(const Request& request, ReportForm form, const std::string& file);
    void refuse_replacing_by(const Request& request, const std::string& file) const;
    [[nodiscard]] ReportSettings settings(const Request& request, bool to_stream) const;

    Language language_;
    bool has_stream_ = false;
    bool tells_totals_;
    std::unique_ptr<ByteTarget> stream_;
    std::vector<std::string> files_;
    std::vector<Output> outputs_;
    Reporter reporter_;
};

} // namespace annexkit::cli
