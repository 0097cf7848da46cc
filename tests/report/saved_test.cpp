// SPDX-License-Identifier: Apache-2.0
#include "sample.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

using namespace annexkit;
using namespace annexkit::test;

namespace {

/// A file that is gone with the test.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& bytes)
        : path_(std::filesystem::temp_directory_path() /
                ("annexkit-test-" + std::to_string(::getpid()) + "-" + std::to_string(count_++) + ".json")) {
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    static inline int count_ = 0;
    std::filesystem::path path_;
};

std::string shown_again(const SavedReport& saved, ReportForm form, Language language) {
    MemoryTarget target;
    const auto report = make_report(form, saved.rules(), settings_in(language), target);
    Reporter reporter;
    reporter.add(*report);
    REQUIRE(saved.show(reporter));
    REQUIRE(reporter.finish());
    return target.bytes;
}

std::string refusal_of(const std::string& bytes) {
    const TemporaryFile file(bytes);
    const auto saved = SavedReport::open(file.path());
    return saved ? "opened" : saved.error().message;
}

} // namespace

TEST_CASE("a saved report is shown again as it was, in every form and language") {
    const std::vector<Finding> findings = {unknown_partner(), differing_heading()};
    const TemporaryFile file(reported(ReportForm::json, findings));
    const auto saved = SavedReport::open(file.path());
    REQUIRE(saved);
    for (const auto& form : report_forms())
        for (const Language language : {Language::english, Language::french}) {
            CAPTURE(form.name);
            CHECK(shown_again(*saved, form.form, language) == reported(form.form, settings_in(language), findings));
        }
}

TEST_CASE("an input that could not be tried stays in the saved report") {
    const RuleCatalogue rules;
    MemoryTarget target;
    const auto report = make_report(ReportForm::json, rules, settings_in(Language::english), target);
    REQUIRE(report->fail("gone.csv", {ErrorKind::input, "cannot read gone.csv", "look again"}));
    report->begin("annex.csv");
    REQUIRE(report->add(unknown_partner(), nullptr));
    REQUIRE(report->end(report_of({unknown_partner()})));
    REQUIRE(report->finish());
    const TemporaryFile file(target.bytes);
    const auto saved = SavedReport::open(file.path());
    REQUIRE(saved);
    CHECK(shown_again(*saved, ReportForm::json, Language::english) == target.bytes);
    CHECK(saved->summaries()[0].unreadable);
    CHECK(shown_again(*saved, ReportForm::concise, Language::english) ==
          "gone.csv: error: cannot read gone.csv\n"
          "annex.csv:4:28: error: \"EU\" is no signatory [partner.unknown]\n");
}

TEST_CASE("what is no saved report is refused") {
    CHECK(refusal_of("").find("is no saved report: it is empty (byte 0)") != std::string::npos);
    CHECK(refusal_of("{}").find("it does not begin with \"annexkit_report\": 1") != std::string::npos);
    CHECK(refusal_of("{\"annexkit_report\": 2}").find("it does not begin with") != std::string::npos);
    CHECK(refusal_of("{\"annexkit_report\": 1}").find("it has no \"inputs\"") != std::string::npos);
    CHECK(refusal_of("{\"annexkit_report\": 1, \"inputs\": [{\"findings\": [1]}]}").find("a finding is no object") !=
          std::string::npos);
    CHECK(refusal_of("{\"annexkit_report\": 1, \"rules\": [{\"id\": \"x.y\", \"message_en\": \"{\"}]}")
              .find("braces do not match") != std::string::npos);
    CHECK(refusal_of(std::string(100000, '[')).find("it is nested too deep") != std::string::npos);
    CHECK(refusal_of("{\"annexkit_report\": 1} x").find("is no saved report") != std::string::npos);
    CHECK(refusal_of("{\"annexkit_report\": 1, \"tool\": \"\\udeee\"}")
              .find("the text has an escape that JSON does not know (byte 32)") != std::string::npos);
    CHECK(refusal_of(std::string("{\"annexkit_report\": 1, \"inputs\": []}\0{}", 39))
              .find("something stands behind the value (byte 36)") != std::string::npos);
}

TEST_CASE("a saved report that has lost a finding is refused") {
    std::string bytes = reported(ReportForm::json, {unknown_partner(), differing_heading()});
    const auto begin = bytes.find(",\n        {\"rule\":\"section.heading-differs\"");
    bytes.erase(begin, bytes.find('\n', begin + 2) - begin);
    CHECK(refusal_of(bytes).find("it counts 2 findings of annex.csv and has 1") != std::string::npos);
}

TEST_CASE("a saved report keeps the version and the digest of the schema that it was made with") {
    const auto schema = *Schema::load(ANNEXKIT_SOURCE_DIR "/samples/declarations/coast-2020/coast-2020.schema.json");
    const RuleCatalogue rules;
    MemoryTarget target;
    const auto report = make_report(ReportForm::json, rules, settings_in(Language::english), target);
    InputReport input = report_of({});
    input.summary.schema = schema;
    report->begin("annex.csv");
    REQUIRE(report->end(input));
    REQUIRE(report->finish());
    const TemporaryFile file(target.bytes);
    const auto saved = SavedReport::open(file.path());
    REQUIRE(saved);
    CHECK(saved->tool_version() == "1.2.3");
    CHECK(shown_again(*saved, ReportForm::json, Language::english) == target.bytes);
}

TEST_CASE("members of another kind than they should be are taken as absent") {
    CHECK(refusal_of("{\"annexkit_report\": 1, \"inputs\": [7], \"rules\": 7}") == "opened");
    const TemporaryFile file("{\"annexkit_report\": 1, \"inputs\": [{\"source\": 7, \"schema\": 9, \"coverage\": [],"
                             "\"summary\": {\"errors\": 1},"
                             "\"findings\": [{\"rule\": [], \"place\": 3, \"frame\": {\"text\": \"ab\", "
                             "\"offset\": 99, \"size\": 99}, \"item\": -5, \"arguments\": [1]}]}]}");
    const auto saved = SavedReport::open(file.path());
    REQUIRE(saved);
    CHECK(shown_again(*saved, ReportForm::concise, Language::english) == ": error:  []\n");
}

TEST_CASE("two saved reports are compared by what makes a finding the same") {
    Finding moved = unknown_partner();
    moved.place.line = 77;
    Finding fresh = unknown_partner();
    fresh.initiative = "ma-2013-p1-009";
    const TemporaryFile before(reported(ReportForm::json, {unknown_partner(), differing_heading()}));
    const TemporaryFile after(reported(ReportForm::json, {fresh, moved}));
    const auto compared = compare(*SavedReport::open(before.path()), *SavedReport::open(after.path()));
    REQUIRE(compared);
    CHECK(comparison_text(*compared, Language::english) ==
          "new: 1 finding\n"
          "  annex.csv:4:28: error: \"EU\" is no signatory [partner.unknown]\n"
          "    initiative ma-2013-p1-009, field partners, cell G4\n"
          "gone: 1 finding\n"
          "  annex.csv:9:24: warning: the heading says \"Mobilite\" where the declaration says \"Mobilité\" "
          "[section.heading-differs]\n"
          "    initiative ma-2013-p1-004, field section_heading /initiatives/3/section_heading\n"
          "still there: 1 finding\n");
}

namespace {

/// What became of the findings of one input when it is read again.
Comparison compared(const std::vector<Finding>& before, const std::vector<Finding>& after) {
    const TemporaryFile old_file(reported(ReportForm::json, before));
    const TemporaryFile new_file(reported(ReportForm::json, after));
    return *compare(*SavedReport::open(old_file.path()), *SavedReport::open(new_file.path()));
}

Finding unknown_code(const std::string& code) {
    Finding finding = unknown_partner();
    finding.arguments = {{"value", code}, {"nearest", ""}};
    finding.excerpt = code;
    return finding;
}

std::string value_of(const Finding& finding) { return finding.arguments.front().value; }

} // namespace

TEST_CASE("of two findings in one list it is the right one that went") {
    const auto result = compared({unknown_code("XX"), unknown_code("YY")}, {unknown_code("XX")});
    REQUIRE(result.gone.size() == 1);
    CHECK(value_of(result.gone[0]) == "YY");
    CHECK(result.remaining.size() == 1);
}

TEST_CASE("another wrong item of a list is new, and the one that it stands for gone") {
    const auto result = compared({unknown_code("XX"), unknown_code("YY")}, {unknown_code("ZZ"), unknown_code("YY")});
    REQUIRE(result.gone.size() == 1);
    REQUIRE(result.added.size() == 1);
    CHECK(value_of(result.gone[0]) == "XX");
    CHECK(value_of(result.added[0]) == "ZZ");
    CHECK(result.remaining.size() == 1);
}

TEST_CASE("a text that is wrong in another way is still there") {
    Finding changed = differing_heading();
    changed.arguments[0].value = "Mobilte";
    changed.excerpt = "\"Mobilte\"";
    const auto result = compared({differing_heading()}, {changed});
    CHECK(result.remaining.size() == 1);
    CHECK(result.added.empty());
    CHECK(result.gone.empty());
}

TEST_CASE("what the new report did not read to its end is not gone") {
    const RuleCatalogue rules;
    MemoryTarget target;
    const auto report = make_report(ReportForm::json, rules, settings_in(Language::english), target);
    InputReport input = report_of({});
    input.summary.unreadable = true;
    report->begin("annex.csv");
    REQUIRE(report->end(input));
    REQUIRE(report->finish());
    const TemporaryFile before(reported(ReportForm::json, {unknown_partner()}));
    const TemporaryFile after(target.bytes);
    const auto result = compare(*SavedReport::open(before.path()), *SavedReport::open(after.path()));
    REQUIRE(result);
    CHECK(comparison_text(*result, Language::english) ==
          "new: 0 findings\n"
          "gone: 0 findings\n"
          "not checked: 1 finding\n"
          "  annex.csv:4:28: error: \"EU\" is no signatory [partner.unknown]\n"
          "    initiative ma-2013-p1-003, field partners, cell G4\n"
          "  annex.csv: what follows the place where reading ended, and the annex as a whole\n"
          "still there: 0 findings\n");
}

TEST_CASE("a finding that repeats another is new once there are more of them") {
    const TemporaryFile before(reported(ReportForm::json, {unknown_partner()}));
    const TemporaryFile after(reported(ReportForm::json, {unknown_partner(), unknown_partner()}));
    const auto compared = compare(*SavedReport::open(before.path()), *SavedReport::open(after.path()));
    REQUIRE(compared);
    CHECK(compared->added.size() == 1);
    CHECK(compared->gone.empty());
    CHECK(compared->remaining.size() == 1);
}
