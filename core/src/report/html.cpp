// SPDX-License-Identifier: Apache-2.0
// The form "html": one file with everything in it. The page is html/page.html with its style and script; what was
// submitted goes into it as JSON alone, and the script shows it as text.
#include "report/code_frame.hpp"
#include "report/finding_cells.hpp"
#include "report/forms.hpp"
#include "report/json.hpp"
#include "report/kept.hpp"
#include "report/page.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <map>

namespace annexkit {
namespace {

constexpr std::size_t most_on_page = 10000;

template <class Members> void object(JsonWriter& writer, Members&& members) {
    writer.StartObject();
    members();
    writer.EndObject();
}

template <class Range, class Element>
void array(JsonWriter& writer, const char* name, const Range& range, Element&& put_element) {
    writer.Key(name);
    writer.StartArray();
    for (const auto& element : range) put_element(element);
    writer.EndArray();
}

void put_translations(JsonWriter& writer, const char* name, const Translations& texts) {
    writer.Key(name);
    object(writer, [&] {
        for (const auto& [language, text] : texts) put(writer, language, text);
    });
}

// English and French, as a pair.
template <class Text> void put_both(JsonWriter& writer, const char* name, Text&& text) {
    writer.Key(name);
    writer.StartArray();
    for (const Language language : {Language::english, Language::french}) text(language);
    writer.EndArray();
}

std::string_view name_of(Role role) {
    switch (role) {
    case Role::none: return "";
    case Role::id: return "id";
    case Role::part: return "part";
    case Role::section: return "section";
    case Role::section_heading: return "section-heading";
    case Role::objective: return "objective";
    case Role::objective_text: return "objective-text";
    case Role::partners: return "partners";
    case Role::text: return "text";
    case Role::bodies: return "bodies";
    }
    return "";
}

void put_declaration(JsonWriter& writer, const Schema& schema) {
    const Declaration& declaration = schema.declaration();
    object(writer, [&] {
        put(writer, "id", declaration.id);
        put_translations(writer, "title", declaration.title);
        put(writer, "language", declaration.language);
        array(writer, "signatories", declaration.signatories, [&](const Signatory& signatory) {
            object(writer, [&] {
                put(writer, "code", signatory.code);
                put_translations(writer, "name", signatory.name);
            });
        });
        array(writer, "sections", declaration.sections, [&](const Section& section) {
            object(writer, [&] {
                put(writer, "code", section.code);
                put(writer, "heading", section.heading);
                array(writer, "objectives", section.objectives, [&](std::int64_t number) { writer.Int64(number); });
            });
        });
        array(writer, "objectives", declaration.objectives, [&](const Point& point) {
            object(writer, [&] {
                writer.Key("number");
                writer.Int64(point.number);
                put(writer, "text", point.text);
            });
        });
        array(writer, "parts", declaration.parts, [&](const Part& part) {
            object(writer, [&] {
                writer.Key("number");
                writer.Int64(part.number);
                put_translations(writer, "label", part.label);
            });
        });
        array(writer, "fields", schema.fields(), [&](const Field& field) {
            object(writer, [&] {
                put(writer, "name", field.name);
                put(writer, "role", name_of(field.role));
                writer.Key("title");
                object(writer, [&] {
                    for (const auto& [language, titles] : field.titles)
                        if (!titles.empty()) put(writer, language, titles.front());
                });
            });
        });
    });
}

// The words of the annex that a finding holds against the declaration's; nothing for findings of other kinds.
std::string_view differing_in(const Finding& finding) {
    const auto found = std::find_if(finding.arguments.begin(), finding.arguments.end(),
                                    [](const Argument& argument) { return argument.name == "annex"; });
    return found == finding.arguments.end() ? std::string_view() : found->value;
}

class Html : public TextReport {
  public:
    explicit Html(ReportContext context)
        : TextReport(std::move(context)), kept_(settings().listed.value_or(most_on_page)) {}

    bool wants_initiatives() const override { return true; }

    void begin(const std::string& source) override {
        inputs_.emplace_back();
        inputs_.back().report.source = source;
        finding_cells_.reset();
    }

    void use(const std::shared_ptr<const Schema>& schema) override { finding_cells_.emplace(*schema); }

    Result<void> add(const Finding& finding, const Initiative* initiative) override {
        const std::size_t input = inputs_.size() - 1;
        if (initiative != nullptr && finding_cells_) finding_cells_->add(*initiative);
        if (kept_.add(input, finding) && initiative != nullptr)
            initiatives_.emplace(std::pair(input, initiative->ordinal), *initiative);
        return {};
    }

    Result<void> end(const InputReport& input) override {
        inputs_.back().report = input;
        inputs_.back().has_ended = true;
        if (finding_cells_) inputs_.back().finding_cells = finding_cells_->cells();
        return {};
    }

    Result<void> fail(const std::string& source, const Error& error) override {
        const std::string name = well_formed(source);
        if (!has_stopped(name)) begin(name);
        inputs_.back().error = error;
        return {};
    }

    Result<void> finish() override {
        const auto listed = kept_.listed();
        JsonBuffer buffer;
        JsonWriter writer(buffer);
        object(writer, [&] { put_report(writer, listed); });
        out_ = page::before_data;
        // "<" would end the element that holds the data, or begin a comment in it. JSON has it in strings alone.
        for (const char c : std::string_view(buffer.GetString(), buffer.GetSize())) {
            if (c == '<') {
                out_ += "\\u003C";
            } else {
                out_ += c;
            }
        }
        out_ += page::after_data;
        return write_all();
    }

  private:
    struct Input {
        InputReport report;
        bool has_ended = false;
        std::optional<Error> error;
        std::vector<Coverage::Cell> finding_cells;
    };

    // Whether the last input is this one, and was left in the middle.
    [[nodiscard]] bool has_stopped(const std::string& source) const {
        if (inputs_.empty()) return false;
        const Input& last = inputs_.back();
        return last.has_ended && !last.error && last.report.summary.unreadable && last.report.source == source;
    }

    void put_report(JsonWriter& writer, const std::vector<const Kept::Item*>& listed) {
        put(writer, "language", language() == Language::french ? "fr" : "en");
        put(writer, "version", settings().tool_version);
        put(writer, "found", kept_.total());
        put_declarations(writer);
        array(writer, "inputs", inputs_, [&](const Input& input) { put_input(writer, input); });
        std::map<std::pair<std::size_t, std::uint64_t>, std::uint64_t> numbers;
        writer.Key("initiatives");
        writer.StartArray();
        for (const auto* item : listed) {
            const auto found = initiatives_.find({item->input, item->finding.ordinal});
            if (found == initiatives_.end()) continue;
            if (!numbers.emplace(found->first, numbers.size()).second) continue;
            put_initiative(writer, found->second);
        }
        writer.EndArray();
        array(writer, "findings", listed, [&](const Kept::Item* item) {
            const auto number = numbers.find({item->input, item->finding.ordinal});
            object(writer, [&] {
                put_shown(writer, *item);
                if (number != numbers.end()) put(writer, "record", number->second);
            });
        });
    }

    void put_declarations(JsonWriter& writer) {
        for (const auto& input : inputs_)
            if (const auto& schema = input.report.summary.schema; schema && index_of(*schema) == schemas_.size())
                schemas_.push_back(schema);
        array(writer, "declarations", schemas_,
              [&](const std::shared_ptr<const Schema>& schema) { put_declaration(writer, *schema); });
    }

    [[nodiscard]] std::size_t index_of(const Schema& schema) const {
        const auto found = std::find_if(schemas_.begin(), schemas_.end(),
                                        [&](const auto& known) { return known->text() == schema.text(); });
        return static_cast<std::size_t>(found - schemas_.begin());
    }

    void put_input(JsonWriter& writer, const Input& input) {
        const InputReport& report = input.report;
        object(writer, [&] {
            put(writer, "source", report.source);
            put(writer, "passed", !input.error && passes(report.summary, settings().failing));
            if (input.error) {
                writer.Key("error");
                object(writer, [&] { put_error(writer, in_one(*input.error, settings().language)); });
            }
            if (!input.has_ended) return;
            put_summary(writer, report.summary);
            put_some(writer, "format", report.summary.format);
            put_some(writer, "encoding", report.summary.encoding);
            put_some(writer, "sha256", report.digest);
            writer.Key("options");
            object(writer, [&] {
                for (const auto& [name, value] : report.options) put(writer, name, value);
            });
            put_both(writer, "not_checked", [&](Language in) {
                writer.StartArray();
                for (const auto& reason : not_checked(report, in)) put_text(writer, reason);
                if (const auto reason = not_asked_for(report, in); !reason.empty()) put_text(writer, reason);
                writer.EndArray();
            });
            if (report.summary.schema) put(writer, "declaration", std::uint64_t{index_of(*report.summary.schema)});
            if (!report.coverage) return;
            writer.Key("cells");
            put_cells(writer, report.coverage->cells());
            put(writer, "unplaced", report.coverage->unplaced());
            writer.Key("finding_cells");
            put_cells(writer, input.finding_cells);
        });
    }

    void put_shown(JsonWriter& writer, const Kept::Item& item) {
        const Finding& finding = item.finding;
        put(writer, "input", std::uint64_t{item.input});
        put(writer, "rule", finding.rule);
        put(writer, "severity", to_string(finding.severity));
        put_both(writer, "message", [&](Language in) {
            rules().render(finding, in, sentence_);
            put_text(writer, sentence_.message);
        });
        put_both(writer, "hint", [&](Language in) {
            rules().render(finding, in, sentence_);
            put_text(writer, sentence_.hint);
        });
        put_some(writer, "initiative", finding.initiative);
        put_some(writer, "ordinal", finding.ordinal);
        put_some(writer, "field", finding.field);
        if (finding.item >= 0) put(writer, "item", static_cast<std::uint64_t>(finding.item));
        put_some(writer, "differing", differing_in(finding));
        put_some(writer, "excerpt", finding.excerpt);
        if (finding.excerpt_is_cut) put(writer, "cut", true);
        put_some(writer, "line", finding.place.line);
        put_some(writer, "column", finding.place.column);
        if (finding.place.cell_column > 0) put(writer, "cell", finding.place.address);
        if (finding.place.row == 0) put_some(writer, "address", finding.place.address);
        if (finding.frame.text.empty()) return;
        const FrameLine line = line_of(finding.frame);
        writer.Key("frame");
        writer.StartArray();
        put_text(writer, (line.cut_before ? "…" : "") + std::string(line.before));
        put_text(writer, line.marked);
        put_text(writer, std::string(line.after) + (line.cut_after ? "…" : ""));
        writer.EndArray();
    }

    Kept kept_;
    std::vector<Input> inputs_;
    /// Of the last input, once its schema is known.
    std::optional<FindingCells> finding_cells_;
    std::vector<std::shared_ptr<const Schema>> schemas_;
    std::map<std::pair<std::size_t, std::uint64_t>, Initiative> initiatives_;
    Sentence sentence_;
};

} // namespace

std::unique_ptr<Report> make_html_report(ReportContext context) { return std::make_unique<Html>(std::move(context)); }

} // namespace annexkit
