// SPDX-License-Identifier: Apache-2.0
// The form "sarif": SARIF 2.1.0 (OASIS), as GitHub's code scanning and editors read it.
#include "report/code_frame.hpp"
#include "report/forms.hpp"
#include "report/json.hpp"
#include "report/kept.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>

namespace annexkit {
namespace {

using Writer = rapidjson::PrettyWriter<JsonBuffer>;

// GitHub refuses a run with more results, and shows fewer.
constexpr std::size_t most_results = 25000;

// A file name as a URI reference (RFC 3986): what has no meaning of its own is percent-encoded.
std::string uri_of(const std::string& path) {
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              std::string_view("-._~/").find(c) != std::string_view::npos;
        if (is_plain) {
            uri += c;
        } else {
            uri += fmt::format("%{:02X}", byte);
        }
    }
    return uri;
}

// The sentences of a rule as its help: without what one finding says.
Sentence without_arguments(const Sentence& sentence) {
    const auto hidden = [](std::string_view) { return std::string("…"); };
    return {general(sentence.message, hidden), general(sentence.hint, hidden)};
}

class Sarif : public TextReport {
  public:
    explicit Sarif(ReportContext context)
        : TextReport(std::move(context)), kept_(std::min(settings().listed.value_or(most_results), most_results)) {}

    void begin(const std::string& source) override { artifact_ = artifact_of(source); }

    Result<void> add(const Finding& finding, const Initiative*) override {
        kept_.add(artifact_, finding);
        return {};
    }

    Result<void> end(const InputReport& input) override {
        for (const auto& [rule, count] : input.rules) {
            auto& sum = rules_[rule];
            sum.severity = std::max(sum.severity, count.severity);
            sum.count += count.count;
        }
        annexkit::add(input.summary, total_);
        succeeded_ = succeeded_ && !input.summary.unreadable && !input.summary.plugin_failed;
        for (const auto& reason : not_checked(input, language()))
            notices_.push_back(
                {artifact_, "warning",
                 fmt::format("{}{} {}", words(language()).not_checked, words(language()).colon, reason)});
        return {};
    }

    Result<void> fail(const std::string& source, const Error& error) override {
        const Sentence told = error.in(language());
        succeeded_ = false;
        notices_.push_back({artifact_of(source), "error", told.message});
        return {};
    }

    Result<void> finish() override {
        const auto listed = kept_.listed();
        JsonBuffer buffer;
        Writer writer(buffer);
        writer.SetIndent(' ', 1);
        object(writer, [&] {
            put(writer, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            put(writer, "version", "2.1.0");
            array(writer, "runs", [&] { object(writer, [&] { put_run(writer, listed); }); });
        });
        out_.append(buffer.GetString(), buffer.GetSize());
        out_ += '\n';
        return write_all();
    }

  private:
    template <class Members> static void object(Writer& writer, Members&& members) {
        writer.StartObject();
        members();
        writer.EndObject();
    }
    template <class Members> static void object(Writer& writer, const char* name, Members&& members) {
        writer.Key(name);
        object(writer, members);
    }
    template <class Elements> static void array(Writer& writer, const char* name, Elements&& elements) {
        writer.Key(name);
        writer.StartArray();
        elements();
        writer.EndArray();
    }
    static void put_message(Writer& writer, const char* name, std::string_view text) {
        object(writer, name, [&] { put(writer, "text", text); });
    }

    void put_run(Writer& writer, const std::vector<const Kept::Item*>& listed) {
        object(writer, "properties", [&] {
            put(writer, "initiatives", total_.read);
            put(writer, "errors", total_.errors);
            put(writer, "warnings", total_.warnings);
            put(writer, "notes", total_.notes);
            put(writer, "findings", kept_.total());
            put(writer, "findingsListed", std::uint64_t{listed.size()});
            object(writer, "findingsByRule", [&] {
                for (const auto& [rule, count] : rules_) put(writer, rule, count.count);
            });
        });
        object(writer, "tool", [&] {
            object(writer, "driver", [&] {
                put(writer, "name", "annexkit");
                put(writer, "version", settings().tool_version);
                array(writer, "rules", [&] {
                    for (const auto& [id, count] : rules_) put_rule(writer, id, count.severity);
                });
            });
        });
        put(writer, "language", language() == Language::french ? "fr" : "en");
        put(writer, "columnKind", "unicodeCodePoints");
        put_invocation(writer, listed.size());
        array(writer, "artifacts", [&] {
            for (const auto& uri : uris_)
                object(writer, [&] { object(writer, "location", [&] { put(writer, "uri", uri); }); });
        });
        array(writer, "results", [&] {
            for (const auto* item : listed) object(writer, [&] { put_result(writer, *item); });
        });
    }

    void put_rule(Writer& writer, const std::string& id, Severity severity) {
        object(writer, [&] {
            put(writer, "id", id);
            if (const Rule* rule = rules().find(id); rule != nullptr) {
                const Sentence sentence = without_arguments(rule->in(language()));
                const std::string& said = rule->in(language()).summary;
                const std::string& summary = said.empty() ? sentence.message : said;
                const std::string message = said.empty() ? "" : "\n\n" + sentence.message;
                put_message(writer, "shortDescription", summary);
                put_message(writer, "fullDescription", summary);
                const std::string hint = sentence.hint.empty() ? std::string()
                                                               : fmt::format("\n\n{}{} {}", words(language()).hint,
                                                                             words(language()).colon, sentence.hint);
                put_message(writer, "help", summary + message + hint);
            }
            object(writer, "defaultConfiguration", [&] { put(writer, "level", to_string(severity)); });
            object(writer, "properties", [&] {
                array(writer, "tags", [&] { put_text(writer, std::string_view(id).substr(0, id.find('.'))); });
                put(writer, "precision", "very-high");
                put(writer, "problem.severity", severity == Severity::note ? "recommendation" : to_string(severity));
            });
        });
    }

    void put_invocation(Writer& writer, std::size_t listed) {
        if (const auto text = left_out(listed, kept_.total(), language()); !text.empty())
            notices_.push_back({std::nullopt, "warning", text});
        array(writer, "invocations", [&] {
            object(writer, [&] {
                put(writer, "executionSuccessful", succeeded_);
                array(writer, "toolExecutionNotifications", [&] {
                    for (const auto& notice : notices_)
                        object(writer, [&] {
                            put(writer, "level", notice.level);
                            put_message(writer, "message", printable(notice.text));
                            if (!notice.artifact) return;
                            array(writer, "locations", [&] {
                                object(writer, [&] {
                                    object(writer, "physicalLocation", [&] { put_artifact(writer, *notice.artifact); });
                                });
                            });
                        });
                });
            });
        });
    }

    // A file that is given twice is one artifact: SARIF asks for each once.
    std::size_t artifact_of(const std::string& source) {
        std::string uri = uri_of(source);
        const auto [found, is_new] = artifacts_.try_emplace(uri, uris_.size());
        if (is_new) uris_.push_back(std::move(uri));
        return found->second;
    }

    void put_artifact(Writer& writer, std::size_t artifact) const {
        object(writer, "artifactLocation", [&] {
            put(writer, "uri", uris_[artifact]);
            put(writer, "index", std::uint64_t{artifact});
        });
    }

    void put_result(Writer& writer, const Kept::Item& item) {
        const Finding& finding = item.finding;
        rules().render(finding, language(), sentence_);
        std::string text = printable(sentence_.message);
        if (!sentence_.hint.empty())
            text +=
                fmt::format("\n{}{} {}", words(language()).hint, words(language()).colon, printable(sentence_.hint));
        put(writer, "ruleId", finding.rule);
        put(writer, "ruleIndex", static_cast<std::uint64_t>(std::distance(rules_.begin(), rules_.find(finding.rule))));
        put(writer, "level", to_string(finding.severity));
        put_message(writer, "message", text);
        array(writer, "locations", [&] {
            object(writer, [&] {
                object(writer, "physicalLocation", [&] {
                    put_artifact(writer, item.input);
                    put_region(writer, finding);
                });
                if (!finding.initiative.empty() || !finding.place.address.empty()) put_logical(writer, finding);
            });
        });
        const std::string print = numbered(fingerprint(finding), item.input);
        // GitHub knows findings again by the second; without it, it would take the text of the line.
        object(writer, "partialFingerprints", [&] {
            put(writer, "annexkit/v1", print);
            put(writer, "primaryLocationLineHash", print);
        });
    }

    // Findings of one file that repeat each other are told apart by their number.
    std::string numbered(const std::string& print, std::size_t artifact) {
        return fmt::format("{}:{}", print, ++times_[fmt::format("{} {}", print, artifact)]);
    }

    static void put_region(Writer& writer, const Finding& finding) {
        object(writer, "region", [&] {
            // GitHub shows no finding that stands nowhere.
            if (finding.place.line == 0) return put(writer, "startLine", std::uint64_t{1});
            put(writer, "startLine", finding.place.line);
            put(writer, "startColumn", finding.place.column);
            if (const auto marked = marked_code_points(finding); marked > 0)
                put(writer, "endColumn", finding.place.column + marked);
            put(writer, "byteOffset", finding.place.offset);
            put(writer, "byteLength", finding.place.size);
            // A snippet is the whole of its region (SARIF 2.1.0, section 3.30.13).
            if (!finding.excerpt.empty() && !finding.excerpt_is_cut) put_message(writer, "snippet", finding.excerpt);
        });
    }

    static void put_logical(Writer& writer, const Finding& finding) {
        array(writer, "logicalLocations", [&] {
            object(writer, [&] {
                if (!finding.field.empty()) put(writer, "name", finding.field);
                std::string full = finding.initiative;
                if (!finding.field.empty()) full += (full.empty() ? "" : "/") + finding.field;
                if (!full.empty()) put(writer, "fullyQualifiedName", full);
                if (!finding.place.address.empty()) put(writer, "decoratedName", finding.place.address);
            });
        });
    }

    struct Notice {
        std::optional<std::size_t> artifact;
        std::string_view level;
        std::string text;
    };

    Kept kept_;
    std::map<std::string, std::size_t, std::less<>> artifacts_;
    std::vector<std::string> uris_;
    /// The one of the input at hand.
    std::size_t artifact_ = 0;
    std::map<std::string, RuleCount, std::less<>> rules_;
    Counts total_;
    bool succeeded_ = true;
    std::vector<Notice> notices_;
    std::unordered_map<std::string, std::uint64_t> times_;
    Sentence sentence_;
};

} // namespace

std::unique_ptr<Report> make_sarif_report(ReportContext context) { return std::make_unique<Sarif>(std::move(context)); }

} // namespace annexkit
