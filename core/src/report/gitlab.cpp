// SPDX-License-Identifier: Apache-2.0
// The form "gitlab": GitLab's code quality report, an array of issues.
#include "digest/sha256.hpp"
#include "report/forms.hpp"
#include "report/json.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

namespace annexkit {
namespace {

std::string_view severity_word(Severity severity) {
    switch (severity) {
    case Severity::error: return "major";
    case Severity::warning: return "minor";
    case Severity::note:
    case Severity::off: return "info";
    }
    return "major";
}

class Gitlab : public TextReport {
  public:
    using TextReport::TextReport;

    void begin(const std::string& source) override { path_ = well_formed(source); }

    Result<void> add(const Finding& finding, const Initiative*) override {
        rules().render(finding, language(), sentence_);
        const std::string where = printable(whereabouts(finding, language()));
        const std::string what = with_hint(sentence_.message, sentence_.hint);
        put_issue(where.empty() ? what : fmt::format("{}{} {}", where, words(language()).colon, what), finding.rule,
                  severity_word(finding.severity), unique(fingerprint(finding)), finding.place.line);
        return write_large();
    }

    Result<void> end(const InputReport& input) override {
        for (const auto& reason : not_checked(input, language()))
            put_issue(reason, "not-checked", "info", unique("not-checked " + reason), 0);
        return {};
    }

    Result<void> fail(const std::string& source, const Error& error) override {
        const Sentence told = error.in(language());
        path_ = well_formed(source);
        put_issue(with_hint(told.message, told.hint), "input", "blocker", unique("input"), 0);
        return {};
    }

    Result<void> finish() override {
        out_ += is_first_ ? "[]\n" : "\n]\n";
        return write_all();
    }

  private:
    static std::string with_hint(std::string_view message, std::string_view hint) {
        return printable(message) + (hint.empty() ? std::string() : fmt::format(" ({})", printable(hint)));
    }

    // GitLab drops all but one of the issues that have the same fingerprint.
    std::string unique(const std::string& print) {
        Sha256 hash;
        hash.add(fmt::format("{}:{}{}", path_.size(), path_, print));
        const std::string first = hash.take();
        const auto times = times_[std::stoull(first.substr(0, 16), nullptr, 16)]++;
        if (times == 0) return first.substr(0, 32);
        hash.add(fmt::format("{} {}", first, times));
        return hash.take().substr(0, 32);
    }

    void put_issue(std::string_view description, std::string_view check, std::string_view severity,
                   const std::string& print, std::uint64_t line) {
        out_ += is_first_ ? "[\n  " : ",\n  ";
        is_first_ = false;
        buffer_.Clear();
        writer_.Reset(buffer_);
        writer_.StartObject();
        put(writer_, "description", description);
        put(writer_, "check_name", check);
        put(writer_, "fingerprint", print);
        put(writer_, "severity", severity);
        writer_.Key("location");
        writer_.StartObject();
        put(writer_, "path", path_);
        writer_.Key("lines");
        writer_.StartObject();
        put(writer_, "begin", std::max<std::uint64_t>(line, 1));
        writer_.EndObject();
        writer_.EndObject();
        writer_.EndObject();
        out_.append(buffer_.GetString(), buffer_.GetSize());
    }

    std::string path_;
    Sentence sentence_;
    bool is_first_ = true;
    JsonBuffer buffer_;
    JsonWriter writer_{buffer_};
    std::unordered_map<std::uint64_t, std::uint64_t> times_;
};

} // namespace

std::unique_ptr<Report> make_gitlab_report(ReportContext context) {
    return std::make_unique<Gitlab>(std::move(context));
}

} // namespace annexkit
