// SPDX-License-Identifier: Apache-2.0
// The form "github": workflow commands, which GitHub Actions turns into annotations.
#include "report/code_frame.hpp"
#include "report/forms.hpp"
#include "report/words.hpp"

#include <iterator>

#include <fmt/format.h>

namespace annexkit {
namespace {

enum class In { property, message };

void append_escaped(std::string_view text, In where, std::string& into) {
    for (const char c : text) {
        switch (c) {
        case '%': into += "%25"; break;
        case '\r': into += "%0D"; break;
        case '\n': into += "%0A"; break;
        case ':':
            if (where == In::property) {
                into += "%3A";
            } else {
                into += c;
            }
            break;
        case ',':
            if (where == In::property) {
                into += "%2C";
            } else {
                into += c;
            }
            break;
        default: into += c;
        }
    }
}

std::string_view command(Severity severity) {
    switch (severity) {
    case Severity::error: return "::error";
    case Severity::warning: return "::warning";
    case Severity::note:
    case Severity::off: return "::notice";
    }
    return "::error";
}

class Github : public TextReport {
  public:
    using TextReport::TextReport;

    void begin(const std::string& source) override { path_ = printable(source); }

    Result<void> add(const Finding& finding, const Initiative*) override {
        rules().render(finding, language(), sentence_);
        out_ += command(finding.severity);
        put_file(path_);
        if (finding.place.line > 0) put_position(finding);
        out_ += ",title=";
        append_escaped(finding.rule, In::property, out_);
        out_ += "::";
        append_escaped(printable(sentence_.message), In::message, out_);
        if (const auto where = whereabouts(finding, language()); !where.empty()) {
            out_ += "%0A";
            append_escaped(printable(where), In::message, out_);
        }
        put_hint(sentence_.hint);
        out_ += '\n';
        return write_large();
    }

    Result<void> end(const InputReport& input) override {
        std::string text = totals(input.summary, language());
        for (const auto& reason : not_checked(input, language()))
            text += fmt::format("\n{}{} {}", words(language()).not_checked, words(language()).colon, reason);
        out_ += "::notice";
        put_file(path_);
        out_ += ",title=annexkit::";
        append_escaped(text, In::message, out_);
        out_ += '\n';
        return write_all();
    }

    Result<void> fail(const std::string& source, const Error& error) override {
        const Sentence told = error.in(language());
        out_ += "::error";
        put_file(printable(source));
        out_ += "::";
        append_escaped(printable(told.message), In::message, out_);
        put_hint(told.hint);
        out_ += '\n';
        return write_all();
    }

    Result<void> finish() override { return write_all(); }

  private:
    void put_file(std::string_view path) {
        out_ += " file=";
        append_escaped(path, In::property, out_);
    }

    void put_hint(std::string_view hint) {
        if (hint.empty()) return;
        fmt::format_to(std::back_inserter(out_), "%0A{}{} ", words(language()).hint, words(language()).colon);
        append_escaped(printable(hint), In::message, out_);
    }

    void put_position(const Finding& finding) {
        fmt::format_to(std::back_inserter(out_), ",line={},col={}", finding.place.line, finding.place.column);
        if (const auto marked = marked_code_points(finding); marked > 0)
            fmt::format_to(std::back_inserter(out_), ",endColumn={}", finding.place.column + marked);
    }

    std::string path_;
    Sentence sentence_;
};

} // namespace

std::unique_ptr<Report> make_github_report(ReportContext context) {
    return std::make_unique<Github>(std::move(context));
}

} // namespace annexkit
