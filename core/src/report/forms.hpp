// SPDX-License-Identifier: Apache-2.0
// One maker for each form of report, and what they share.
#pragma once

#include <annexkit/report.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace annexkit {

/// What every form is made of.
struct ReportContext {
    const RuleCatalogue& rules;
    ReportSettings settings;
    ByteTarget& target;
};

/// Collects text and writes it in large blocks.
class TextReport : public Report {
  public:
    explicit TextReport(ReportContext context) : context_(std::move(context)) {}

  protected:
    [[nodiscard]] const RuleCatalogue& rules() const { return context_.rules; }
    [[nodiscard]] const ReportSettings& settings() const { return context_.settings; }
    [[nodiscard]] Language language() const { return context_.settings.language; }

    /// Writes what has been collected once it is a large block.
    Result<void> write_large() {
        constexpr std::size_t large = std::size_t{64} << 10;
        return out_.size() < large ? Result<void>() : write_all();
    }
    Result<void> write_all() {
        auto wrote = context_.target.write(out_);
        out_.clear();
        return wrote;
    }

    std::string out_;

  private:
    ReportContext context_;
};

std::unique_ptr<Report> make_text_report(ReportContext context);
std::unique_ptr<Report> make_concise_report(ReportContext context);
std::unique_ptr<Report> make_json_report(ReportContext context);
std::unique_ptr<Report> make_ndjson_report(ReportContext context);
std::unique_ptr<Report> make_sarif_report(ReportContext context);
std::unique_ptr<Report> make_junit_report(ReportContext context);
std::unique_ptr<Report> make_github_report(ReportContext context);
std::unique_ptr<Report> make_gitlab_report(ReportContext context);
std::unique_ptr<Report> make_markdown_report(ReportContext context);
std::unique_ptr<Report> make_html_report(ReportContext context);
std::unique_ptr<Report> make_csv_report(ReportContext context);

/// Whether an input was read to its end and has no finding at or above the severity that fails.
[[nodiscard]] bool passes(const Summary& summary, int failing);

/// The text with every byte that is no UTF-8 made visible as \u{..}, so that it is text at all.
[[nodiscard]] std::string well_formed(std::string_view text);

} // namespace annexkit
