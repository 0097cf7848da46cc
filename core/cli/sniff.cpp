// SPDX-License-Identifier: Apache-2.0
// annexkit sniff: how a file would be read, and why.
#include "command.hpp"
#include "failure.hpp"
#include "project_file.hpp"
#include "report.hpp"
#include "settings.hpp"
#include "targets.hpp"
#include "terminal.hpp"
#include "wrapping.hpp"

#include <annexkit/files.hpp>
#include <annexkit/report.hpp>

#include <algorithm>

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace annexkit::cli {
namespace {

using SniffWriter = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void put_member(SniffWriter& writer, const char* name, std::string_view value) {
    writer.Key(name);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

/// What is told of the reading in a language.
struct SniffWords {
    std::string_view format, encoding, declaration, initiatives, candidates, rows_above, chosen, of;
    std::string_view by_request, by_name, by_content;
    std::string_view none, mark, declared, valid_utf8, ascii, not_utf8, zeros, options;
};
constexpr SniffWords english_words = {
    "format",          "encoding",          "declaration",    "initiatives",
    "ways to read it", "rows above",        "chosen",         "of",
    "as asked for",    "by its name",       "by its content", "not told",
    "byte order mark", "declared in it",    "valid UTF-8",    "ASCII alone, which UTF-8 holds",
    "it is not UTF-8", "by its zero bytes", "to force one:"};
constexpr SniffWords french_words = {"format",
                                     "encodage",
                                     "déclaration",
                                     "initiatives",
                                     "lectures possibles",
                                     "au-dessus",
                                     "choisie",
                                     "sur",
                                     "comme demandé",
                                     "par son nom",
                                     "par son contenu",
                                     "non indiquée",
                                     "marque d'ordre des octets",
                                     "déclaré dans le fichier",
                                     "UTF-8 valide",
                                     "ASCII seul, que l'UTF-8 contient",
                                     "ce n'est pas de l'UTF-8",
                                     "par ses octets nuls",
                                     "pour en imposer une\u00A0:"};

std::string_view evidence_word(std::string_view name, Language language) {
    if (language != Language::french) return name;
    if (name == "headings") return "en-têtes";
    if (name == "columns") return "colonnes";
    if (name == "quotes") return "guillemets";
    return name;
}

std::string shown_option(std::string_view value) {
    if (value == "\t") return "TAB";
    return printable(value);
}

// As a shell takes it.
std::string typed_option(std::string_view name, std::string_view value) {
    if (value == "\t") return fmt::format("--from-option {}=$'\\t'", name);
    return value == "'" ? fmt::format("--from-option \"{}='\"", name)
                        : fmt::format("--from-option '{}={}'", name, value);
}

class SniffCommand : public Command {
  public:
    void setup(CLI::App& program) override;
    int run() override;

  private:
    struct Sniffed {
        Summary summary;
        std::string_view format_by;
        std::vector<Candidate> candidates;
        std::vector<Finding> findings;
    };
    [[nodiscard]] Sniffed sniff(const Registry& registry) const;
    [[nodiscard]] std::string text(const Sniffed& sniffed, const RuleCatalogue& rules) const;
    [[nodiscard]] std::string json(const Sniffed& sniffed, const RuleCatalogue& rules) const;
    [[nodiscard]] std::string table(const std::vector<Candidate>& candidates) const;
    [[nodiscard]] const SniffWords& words() const {
        return language_.language() == Language::french ? french_words : english_words;
    }
    [[nodiscard]] std::string_view encoding_told(EncodingBy by) const;

    Folders folders_;
    ReadingSettings reading_;
    ProjectFile project_;
    LanguageOption language_;
    std::string input_;
    std::string form_ = "text";
};

void SniffCommand::setup(CLI::App& program) {
    command_ = program.add_subcommand("sniff", "Tell how a file would be read, and by what evidence");
    command_->add_option("input", input_, "File to read, or - for standard input")->required();
    command_->add_option("--format", form_, "Form of the answer: text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    reading_.setup(*command_);
    project_.setup(*command_);
    language_.setup(*command_);
    folders_.setup(*command_);
    command_->footer(
        "The evidence for a way to read a table is in its first 16 rows: how many headings the schema knows, by name\n"
        "or title in any language; how many rows have as many cells as there are headings, and their quotes where\n"
        "RFC 4180 has them; how many cells of fields with codes or numbers hold one. The file is read to its end,\n"
        "for its last bytes may tell its encoding. The exit code is 1 where two ways are equally good.");
}

// What concerns the reading, rather than what the annex says.
bool concerns_reading(const Finding& finding, const RuleCatalogue& rules) {
    const Rule* rule = rules.find(finding.rule);
    return rule == nullptr || !rule->on_content || finding.rule == "annex.schema-assumed";
}

SniffCommand::Sniffed SniffCommand::sniff(const Registry& registry) const {
    const SchemaFolders schemas = folders_.schemas();
    project_.blame("schema", [&] { reading_.check_schema(schemas); });
    const auto source = value_or_fail(open_source(input_));
    Job job = reading_.job(registry, schemas, input_);
    job.input.bytes = source.get();
    Sniffed sniffed;
    // A rule that is broken on each row would be told for each.
    constexpr std::size_t most_findings = 20;
    job.on_candidate = [&](const Candidate& candidate) { sniffed.candidates.push_back(candidate); };
    job.on_finding = [&](const Finding& finding) {
        if (concerns_reading(finding, registry.rules()) && sniffed.findings.size() < most_findings)
            sniffed.findings.push_back(finding);
    };
    sniffed.summary = value_or_fail(annexkit::run(registry, job));
    sniffed.format_by = job.input.format != nullptr            ? "request"
                        : registry.for_file(input_) != nullptr ? "name"
                                                               : "content";
    return sniffed;
}

std::string_view SniffCommand::encoding_told(EncodingBy by) const {
    switch (by) {
    case EncodingBy::nothing: return words().ascii;
    case EncodingBy::request: return words().by_request;
    case EncodingBy::mark: return words().mark;
    case EncodingBy::declared: return words().declared;
    case EncodingBy::content: return words().valid_utf8;
    case EncodingBy::exclusion: return words().not_utf8;
    case EncodingBy::zeros: return words().zeros;
    }
    return {};
}

std::string SniffCommand::table(const std::vector<Candidate>& candidates) const {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> head = {""};
    for (const auto& option : candidates.front().options) head.push_back(option.first);
    for (const auto& fact : candidates.front().evidence)
        head.emplace_back(evidence_word(fact.name, language_.language()));
    head.emplace_back(words().rows_above);
    rows.push_back(std::move(head));
    for (const auto& candidate : candidates) {
        std::vector<std::string> row = {candidate.is_chosen ? ">" : ""};
        for (const auto& option : candidate.options) row.push_back(shown_option(option.second));
        for (const auto& fact : candidate.evidence)
            row.push_back(fmt::format("{} {} {}", fact.count, words().of, fact.of));
        row.push_back(fmt::format("{}", candidate.rows_above));
        rows.push_back(std::move(row));
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::size_t width = 0;
            for (const auto& other : rows) width = std::max(width, columns_of(other[i]));
            line += row[i] + std::string(width - columns_of(row[i]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += "  " + line + "\n";
    }
    return text;
}

std::string SniffCommand::text(const Sniffed& sniffed, const RuleCatalogue& rules) const {
    const SniffWords& said = words();
    const Summary& summary = sniffed.summary;
    const std::string_view by = sniffed.format_by == "request" ? said.by_request
                                : sniffed.format_by == "name"  ? said.by_name
                                                               : said.by_content;
    const auto line = [&](std::string_view name, std::string_view value, std::string_view why) {
        const std::string padding(
            std::max<std::size_t>(columns_of(said.declaration), columns_of(name)) - columns_of(name), ' ');
        return value.empty() ? std::string()
                             : fmt::format("  {}{}  {}{}{}\n", name, padding, value, why.empty() ? "" : ", ", why);
    };
    const std::size_t width = terminal_of(stdout).columns;
    std::string text = printable(shown_path(input_)) + "\n";
    text += line(said.format, summary.format, by);
    text += line(said.encoding, summary.encoding, encoding_told(summary.encoding_by));
    text += line(said.declaration,
                 summary.schema ? printable(summary.schema->declaration().id) : std::string(said.none), {});
    if (!summary.unreadable) text += line(said.initiatives, fmt::format("{}", summary.read), {});
    for (const auto& finding : sniffed.findings) {
        const Sentence sentence = rules.render(finding, language_.language());
        text += '\n';
        append_wrapped(fmt::format("{} [{}]", printable(sentence.message), finding.rule), {2, 4}, width, text);
        if (!sentence.hint.empty()) append_wrapped(printable(sentence.hint), {4, 4}, width, text);
    }
    if (sniffed.candidates.empty()) return text;
    text += fmt::format("\n{}\n{}\n{}\n", said.candidates, table(sniffed.candidates), said.options);
    for (const auto& candidate : sniffed.candidates) {
        text += " ";
        for (const auto& [name, value] : candidate.options) text += " " + typed_option(name, value);
        text += "\n";
    }
    return text;
}

std::string SniffCommand::json(const Sniffed& sniffed, const RuleCatalogue& rules) const {
    const Summary& summary = sniffed.summary;
    rapidjson::StringBuffer buffer;
    SniffWriter writer(buffer);
    writer.SetIndent(' ', 2);
    writer.StartObject();
    put_member(writer, "input", printable(shown_path(input_)));
    put_member(writer, "format", summary.format);
    put_member(writer, "format_by", sniffed.format_by);
    put_member(writer, "encoding", summary.encoding);
    constexpr std::string_view by[] = {"nothing", "request", "mark", "declared", "content", "exclusion", "zeros"};
    put_member(writer, "encoding_by", by[static_cast<std::size_t>(summary.encoding_by)]);
    put_member(writer, "declaration", summary.schema ? summary.schema->declaration().id : std::string());
    writer.Key("initiatives");
    writer.Uint64(summary.read);
    writer.Key("candidates");
    writer.StartArray();
    for (const auto& candidate : sniffed.candidates) {
        writer.StartObject();
        writer.Key("chosen");
        writer.Bool(candidate.is_chosen);
        writer.Key("options");
        writer.StartObject();
        for (const auto& [name, value] : candidate.options) put_member(writer, name.c_str(), value);
        writer.EndObject();
        writer.Key("rows_above");
        writer.Uint64(candidate.rows_above);
        writer.Key("evidence");
        writer.StartObject();
        for (const auto& fact : candidate.evidence) {
            writer.Key(fact.name.c_str());
            writer.StartArray();
            writer.Uint64(fact.count);
            writer.Uint64(fact.of);
            writer.EndArray();
        }
        writer.EndObject();
        writer.EndObject();
    }
    writer.EndArray();
    writer.Key("findings");
    writer.StartArray();
    for (const auto& finding : sniffed.findings) {
        const Sentence sentence = rules.render(finding, language_.language());
        writer.StartObject();
        put_member(writer, "rule", finding.rule);
        put_member(writer, "message", sentence.message);
        if (!sentence.hint.empty()) put_member(writer, "hint", sentence.hint);
        writer.EndObject();
    }
    writer.EndArray();
    writer.EndObject();
    return buffer.GetString() + std::string("\n");
}

int SniffCommand::run() {
    if (!project_.apply({input_})) return clean;
    refuse_same_file(file_of_output("-"), {input_}, "same.output-is-input");
    const Registry registry = folders_.registry(reading_.plugin_limits());
    const Sniffed sniffed = sniff(registry);
    print(stdout, form_ == "json" ? json(sniffed, registry.rules()) : text(sniffed, registry.rules()));
    const bool is_ambiguous = std::any_of(sniffed.findings.begin(), sniffed.findings.end(), [](const Finding& finding) {
        return finding.rule.find(".ambiguous") != std::string::npos;
    });
    if (is_ambiguous) return findings;
    // What is wrong with the initiatives is for validate to say.
    return exit_code(sniffed.summary, static_cast<int>(Severity::error) + 1);
}

} // namespace

std::unique_ptr<Command> make_sniff() { return std::make_unique<SniffCommand>(); }

} // namespace annexkit::cli
