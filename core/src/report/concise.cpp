// SPDX-License-Identifier: Apache-2.0
// The form "concise": one line for each finding, as compilers write them, so that editors jump to the place.
#include "report/forms.hpp"
#include "report/words.hpp"

#include <iterator>

#include <fmt/format.h>

namespace annexkit {
namespace {

class Concise : public TextReport {
  public:
    using TextReport::TextReport;

    void begin(const std::string& source) override { source_ = printable(source); }

    Result<void> add(const Finding& finding, const Initiative*) override {
        rules().render(finding, language(), sentence_);
        out_ += source_;
        if (finding.place.line > 0) {
            put_number(finding.place.line);
            put_number(finding.place.column);
        }
        // Editors know the severities by their English words.
        out_ += ": ";
        out_ += to_string(finding.severity);
        out_ += ": ";
        append_printable(sentence_.message, out_);
        out_ += " [";
        out_ += finding.rule;
        out_ += "]\n";
        return write_large();
    }

    Result<void> end(const InputReport& input) override {
        for (const auto& reason : not_checked(input, language()))
            fmt::format_to(std::back_inserter(out_), "{}: note: {}{} {}\n", source_, words(language()).not_checked,
                           words(language()).colon, reason);
        return write_all();
    }

    Result<void> fail(const std::string& source, const Error& error) override {
        const Sentence told = error.in(language());
        if (settings().failures_elsewhere) return {};
        fmt::format_to(std::back_inserter(out_), "{}: error: {}\n", printable(source), printable(told.message));
        return write_all();
    }

    Result<void> finish() override { return write_all(); }

  private:
    void put_number(std::uint64_t number) {
        const fmt::format_int digits(number);
        out_ += ':';
        out_.append(digits.data(), digits.size());
    }

    std::string source_;
    Sentence sentence_;
};

} // namespace

std::unique_ptr<Report> make_concise_report(ReportContext context) {
    return std::make_unique<Concise>(std::move(context));
}

} // namespace annexkit
