// SPDX-License-Identifier: Apache-2.0
// The form "csv": a list of findings that opens in a spreadsheet, to be sent back to who submitted the annex.
#include "report/forms.hpp"
#include "report/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace annexkit {
namespace {

// Spreadsheets take these for the start of a formula.
bool looks_like_formula(std::string_view cell) {
    return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

std::string capitalised(std::string_view word) {
    std::string text(word);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

class Csv : public TextReport {
  public:
    // Spreadsheets take the separator from the language of the machine: ";" where "," is the decimal sign. They take
    // the encoding from the mark.
    explicit Csv(ReportContext context)
        : TextReport(std::move(context)), separator_(language() == Language::french ? ';' : ','),
          words_(words(language())) {
        out_ = "\xEF\xBB\xBF";
        row({std::string(words_.file), std::string(words_.severity), std::string(words_.rule),
             capitalised(words_.initiative.one), capitalised(words_.field), capitalised(words_.cell),
             capitalised(words_.line), capitalised(words_.column), std::string(words_.value),
             std::string(words_.message), capitalised(words_.hint)});
    }

    void begin(const std::string& source) override {
        source_ = source;
        schema_.reset();
    }
    void use(const std::shared_ptr<const Schema>& schema) override { schema_ = schema; }

    Result<void> add(const Finding& finding, const Initiative*) override {
        rules().render(finding, language(), sentence_);
        const auto number = [](std::uint64_t value) { return value == 0 ? std::string() : fmt::format("{}", value); };
        row({source_, std::string(word(words_, finding.severity)), finding.rule, initiative_of(finding),
             title_of(finding.field), finding.place.cell_column > 0 ? finding.place.address : std::string(),
             number(finding.place.line), number(finding.place.column),
             finding.excerpt + (finding.excerpt_is_cut ? "…" : ""), sentence_.message, sentence_.hint});
        return write_large();
    }

    Result<void> end(const InputReport& input) override {
        for (const auto& reason : not_checked(input, language()))
            row({source_,
                 std::string(words_.note.one),
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 fmt::format("{}{} {}", words_.not_checked, words_.colon, reason),
                 {}});
        return write_all();
    }

    Result<void> fail(const std::string& source, const Error& error) override {
        const Sentence told = error.in(language());
        row({source, std::string(words_.error.one), {}, {}, {}, {}, {}, {}, {}, told.message, told.hint});
        return write_all();
    }

    Result<void> finish() override { return write_all(); }

  private:
    static std::string initiative_of(const Finding& finding) {
        if (!finding.initiative.empty() || finding.ordinal == 0) return finding.initiative;
        return fmt::format("{}", finding.ordinal);
    }

    // A field by the title that the submitter's form has for it.
    std::string title_of(const std::string& field) const {
        if (!schema_) return field;
        for (const auto& known : schema_->fields()) {
            if (known.name != field) continue;
            const auto titles = known.titles.find(language() == Language::french ? "fr" : "en");
            return titles == known.titles.end() || titles->second.empty() ? field : titles->second.front();
        }
        return field;
    }

    void row(std::initializer_list<std::string> cells) {
        bool is_first = true;
        for (const auto& cell : cells) {
            if (!is_first) out_ += separator_;
            is_first = false;
            put_cell(cell);
        }
        out_ += "\r\n";
    }

    // Line ends and tabs are the cell's own; what steers a terminal or reorders text is shown.
    static std::string shown(std::string_view cell) {
        std::string text;
        while (!cell.empty()) {
            const auto size = std::min(cell.find_first_of("\r\n\t"), cell.size());
            append_printable(cell.substr(0, size), text);
            text += cell.substr(size, 1);
            cell.remove_prefix(std::min(size + 1, cell.size()));
        }
        return text;
    }

    void put_cell(std::string_view raw) {
        const std::string cell = shown(raw);
        if (cell.find_first_of("\",;\r\n\t") == std::string_view::npos && !looks_like_formula(cell)) {
            out_ += cell;
            return;
        }
        out_ += '"';
        // An apostrophe makes a spreadsheet take the cell for text.
        if (looks_like_formula(cell)) out_ += '\'';
        for (const char c : cell) {
            if (c == '"') out_ += '"';
            out_ += c;
        }
        out_ += '"';
    }

    char separator_;
    const Words& words_;
    std::string source_;
    std::shared_ptr<const Schema> schema_;
    Sentence sentence_;
};

} // namespace

std::unique_ptr<Report> make_csv_report(ReportContext context) { return std::make_unique<Csv>(std::move(context)); }

} // namespace annexkit
