// SPDX-License-Identifier: Apache-2.0
// The options on reports, and the reports that a command writes.
#pragma once

#include <annexkit/files.hpp>
#include <annexkit/report.hpp>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace annexkit::cli {

/// --lang, as several commands have it.
struct LanguageOption {
    std::string name = "auto";

    void setup(CLI::App& command);
    [[nodiscard]] Language language() const;
};

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
    struct Request {
        const ReportOptions& options;
        const RuleCatalogue& rules;
        /// Severity that makes a verdict "failed".
        int failing = static_cast<int>(Severity::error);
        /// Where a report without a file goes.
        std::FILE* stream = stdout;
        /// Files that no report may replace.
        std::vector<std::string> inputs;
    };
    /// Opens the files. Throws Failure for an unknown form, a second report to the stream, or a file that cannot be
    /// written or is an input.
    explicit Reports(const Request& request);

    [[nodiscard]] Reporter& reporter() { return reporter_; }
    /// Ends the report on one input; tells the totals on standard error when no report for people does.
    void end(const std::string& source, const Summary& summary);
    /// Tells an input that could not be tried, on standard error too.
    void fail(const std::string& source, const Error& error);
    /// Ends the reports and puts the files in place.
    void finish();

  private:
    void open(const Request& request, const std::string& text);
    [[nodiscard]] ReportSettings settings(const Request& request, bool to_stream) const;

    Language language_;
    bool has_stream_ = false;
    std::vector<std::unique_ptr<FileTarget>> files_;
    std::unique_ptr<ByteTarget> stream_;
    std::vector<std::unique_ptr<Report>> reports_;
    Reporter reporter_;
};

} // namespace annexkit::cli
