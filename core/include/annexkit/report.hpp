// SPDX-License-Identifier: Apache-2.0
// Reports: what a job found, in forms for people and for programs.
#pragma once

#include <annexkit/coverage.hpp>
#include <annexkit/export.h>
#include <annexkit/job.hpp>
#include <annexkit/result.hpp>
#include <annexkit/rule.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

enum class ReportForm { text, concise, json, ndjson, sarif, junit, github, gitlab, markdown, html, csv };

struct ReportFormName {
    ReportForm form;
    std::string_view name;
};
/// Every form and its name, in the order that help lists them.
[[nodiscard]] ANNEXKIT_API std::span<const ReportFormName> report_forms();
[[nodiscard]] ANNEXKIT_API std::optional<ReportForm> report_form(std::string_view name);

struct ReportSettings {
    Language language = Language::english;
    /// Lowest severity that makes the verdict "failed"; above Severity::error for none.
    int failing = static_cast<int>(Severity::error);
    /// text: whether colours are used, and how many columns there are.
    bool colour = false;
    std::size_t width = 80;
    /// Inputs that could not be tried are told elsewhere: text and concise leave them out.
    bool failures_elsewhere = false;
    /// text: says what annexkit could do further: mend some of what was found, and judge the annex as a whole.
    bool offers_mending = false;
    /// text: several inputs are summed up at the end.
    bool sums_up = true;
    std::string tool_version;
    /// Findings that are listed by forms that need the totals first; nothing for each form's own limit. Totals stay
    /// exact, and the report says how many findings it leaves out.
    std::optional<std::size_t> listed;
};

/// An initiative as a report shows it.
struct Initiative {
    struct Value {
        bool is_there = false;
        bool is_list = false;
        std::string text;
        std::vector<std::string> items;
    };
    std::uint64_t ordinal = 0;
    /// One for each field of the schema, in its order.
    std::vector<Value> values;
};

struct RuleCount {
    /// The gravest that a finding of the rule has.
    Severity severity = Severity::note;
    std::uint64_t count = 0;
};

/// Everything about one input but its findings.
struct InputReport {
    std::string source;
    Summary summary;
    /// What the job was asked for.
    OptionMap options;
    Extent extent = Extent::submission;
    std::size_t record_bytes = Limits().record_bytes;
    /// SHA-256 of the input in hexadecimal, and its size; empty when it was not read to its end.
    std::string digest;
    std::uint64_t bytes = 0;
    std::map<std::string, RuleCount, std::less<>> rules;
    /// SHA-256 of the schema as the job read it, in hexadecimal; empty: that of the schema's text.
    std::string schema_digest;
    /// Nothing when no report asked for it.
    std::optional<Coverage> coverage;
};

/// "annex.csv: 105 initiatives, 0 errors, 68 warnings, 0 notes (csv, utf-8, eu-morocco-2013)", printable.
[[nodiscard]] ANNEXKIT_API std::string summary_line(const std::string& source, const Summary& summary,
                                                    Language language);

/// Why checks did not run, in both languages; nothing when all did.
[[nodiscard]] ANNEXKIT_API std::vector<std::string> not_checked(const InputReport& input, Language language);
/// What the job was not asked to check, which only forms for programs tell; empty when there is nothing.
[[nodiscard]] ANNEXKIT_API std::string not_asked_for(const InputReport& input, Language language);

/// A report in one form. begin, add and end are called for one input after the other.
///
/// Errors:  of the target only.
/// Threads: one at a time.
class ANNEXKIT_API Report {
  public:
    virtual ~Report() = default;
    /// Alone with fail(), it gets the file's name as it is, which need not be UTF-8.
    virtual void begin(const std::string& /*source*/) {}
    /// The schema of the input, once it is known.
    virtual void use(const std::shared_ptr<const Schema>& /*schema*/) {}
    /// `initiative` is the one that the finding is about, or nullptr; lent for the call.
    virtual Result<void> add(const Finding& finding, const Initiative* initiative) = 0;
    virtual Result<void> end(const InputReport& input) = 0;
    /// An input that could not be tried, without begin and end, or that stopped in the middle, after both.
    virtual Result<void> fail(const std::string& source, const Error& error) = 0;
    /// Writes what stands at the end. Once.
    virtual Result<void> finish() = 0;

    /// Whether initiatives, coverage and digest are shown; they are not gathered otherwise.
    [[nodiscard]] virtual bool wants_initiatives() const { return false; }
};

/// Makes a report that writes to `target`.
///
/// Memory:   text, concise, ndjson, json, csv, github and gitlab keep no finding; the others keep those that they list.
/// Lifetime: rules, target outlive the report.
[[nodiscard]] ANNEXKIT_API std::unique_ptr<Report> make_report(ReportForm form, const RuleCatalogue& rules,
                                                               const ReportSettings& settings, ByteTarget& target);

/// Feeds several reports with what jobs find.
///
/// Errors: the first one of each target is kept, told by finish(), and ends that report alone.
class ANNEXKIT_API Reporter {
  public:
    /// Adds a report. Lifetime: the report outlives the reporter.
    void add(Report& report);

    /// Sets the job's callbacks, and puts a source that computes the digest before its own where a report shows it.
    /// Lifetime: the reporter outlives the run of the job.
    void watch(Job& job);
    void end(const Summary& summary);
    void fail(const std::string& source, const Error& error);
    Result<void> finish();
    /// Whether a report could not be written, so that what its target has is not whole.
    [[nodiscard]] bool has_failed(const Report& report) const;

    Reporter();
    ~Reporter();

    /// For findings that come from elsewhere than a job.
    void begin(const std::string& source);
    void use(const std::shared_ptr<const Schema>& schema);
    void add(const Finding& finding, const Initiative* initiative);
    /// The same, counted for end(const Summary&).
    void found(const Finding& finding);
    void end(const InputReport& input);

  private:
    struct Metering;
    struct Member {
        Report* report;
        std::optional<Error> error;
    };
    template <class Call> void each(Call&& call);
    void see(const RecordView& record);
    void begin_reports();
    [[nodiscard]] Summary stopped() const;

    std::vector<Member> members_;
    bool wants_initiatives_ = false;
    InputReport input_;
    /// As it is called, which need not be UTF-8.
    std::string raw_source_;
    bool is_renamed_ = false;
    bool has_begun_ = false;
    Initiative initiative_;
    std::unique_ptr<Metering> metering_;
};

/// What makes a finding the same in another run: rule, initiative and field, never the line; where it is about no
/// initiative with an id, the text of the input or what it names, such as a signatory.
/// 32 hexadecimal digits; findings that repeat each other in one input have the same.
[[nodiscard]] ANNEXKIT_API std::string fingerprint(const Finding& finding);

/// A report saved in the form "json", to be shown again or compared.
class ANNEXKIT_API SavedReport {
  public:
    /// Errors: ErrorKind::input for a file that cannot be read or is no saved report.
    static Result<SavedReport> open(const std::filesystem::path& file);
    ~SavedReport();
    SavedReport(SavedReport&&) noexcept;
    SavedReport& operator=(SavedReport&&) noexcept;

    /// The rules of its run, with their sentences as they were.
    [[nodiscard]] const RuleCatalogue& rules() const;
    /// The version of the program that saved it.
    [[nodiscard]] const std::string& tool_version() const;
    /// Shows everything to the reporter, but for its finish().
    Result<void> show(Reporter& reporter) const;
    /// The verdict again: the summaries of its inputs, and whether one could not be tried.
    [[nodiscard]] std::vector<Summary> summaries() const;

  private:
    struct Contents;
    explicit SavedReport(std::unique_ptr<Contents> contents);
    std::unique_ptr<Contents> contents_;
};

/// What became of the findings between two saved reports.
struct Comparison {
    /// In the order of the report that has them.
    std::vector<Finding> added;
    std::vector<Finding> gone;
    /// Findings of the old report that the new one says nothing of: it did not check their input to its end.
    std::vector<Finding> not_checked;
    /// What the new report did not check: an error, or reasons in English and in French.
    struct Gap {
        std::string source;
        std::optional<Error> error;
        std::vector<std::string> english;
        std::vector<std::string> french;
    };
    std::vector<Gap> gaps;
    /// As the new report has them. Text tells their number alone.
    std::vector<Finding> remaining;
    RuleCatalogue rules;
};
/// Compares by fingerprint, and items of lists by what is said of them. Inputs are told apart by their names; where
/// each report has one input alone, its name does not matter.
[[nodiscard]] ANNEXKIT_API Result<Comparison> compare(const SavedReport& before, const SavedReport& after);
[[nodiscard]] ANNEXKIT_API std::string comparison_text(const Comparison& comparison, Language language);
[[nodiscard]] ANNEXKIT_API std::string comparison_json(const Comparison& comparison, Language language);

/// A page on a rule, in lines of at most `width` columns, but for its examples, which stand as they are.
[[nodiscard]] ANNEXKIT_API std::string rule_page(const Rule& rule, Language language, std::size_t width);
/// The rules by id, a line each, however long: id, severity, summary; only those whose ids begin with a name such as
/// "text", where one is given.
[[nodiscard]] ANNEXKIT_API std::string rule_list(const RuleCatalogue& rules, Language language,
                                                 std::string_view name = {});
/// The same in lines of at most `width` columns, as far as ids leave room; a summary goes on below itself.
[[nodiscard]] ANNEXKIT_API std::string rule_list(const RuleCatalogue& rules, Language language, std::string_view name,
                                                 std::size_t width);

/// The text with every control character, line separator and noncharacter, every format character (Unicode's Cf) but
/// soft hyphen, joiners and signs that are seen, and every byte that is no UTF-8 made visible as \u{..}.
[[nodiscard]] ANNEXKIT_API std::string printable(std::string_view text);
/// The same, appended.
ANNEXKIT_API void append_printable(std::string_view text, std::string& into);
/// Columns of a terminal that the text takes: none for combining characters, two for wide ones.
[[nodiscard]] ANNEXKIT_API std::size_t columns_of(std::string_view printable_text);

} // namespace annexkit
