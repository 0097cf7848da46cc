// SPDX-License-Identifier: Apache-2.0
// The form "json": everything, to be kept and shown again. Findings are written as they come, each on its own line;
// what is known only at the end stands behind them.
#include "digest/sha256.hpp"
#include "report/forms.hpp"
#include "report/json.hpp"

#include <utility>
#include <vector>

#include <fmt/format.h>

namespace annexkit {
namespace {

class Saved : public TextReport {
  public:
    using TextReport::TextReport;

    bool wants_initiatives() const override { return true; }

    void begin(const std::string& source) override {
        start_input(source);
        out_ += ",\n      \"findings\": [";
        is_first_finding_ = true;
        shown_ = 0;
    }

    Result<void> add(const Finding& finding, const Initiative* initiative) override {
        object([&] {
            put(writer_, "rule", finding.rule);
            put(writer_, "severity", to_string(finding.severity));
            put_finding(writer_, finding);
            // An initiative stands with the first of its findings.
            if (initiative != nullptr && initiative->ordinal != shown_) {
                shown_ = initiative->ordinal;
                writer_.Key("values");
                put_initiative(writer_, *initiative);
            }
        });
        out_ += is_first_finding_ ? "\n        " : ",\n        ";
        is_first_finding_ = false;
        put_buffer();
        return write_large();
    }

    Result<void> end(const InputReport& input) override {
        out_ += is_first_finding_ ? "]" : "\n      ]";
        object([&] { put_summary(writer_, input.summary); });
        put_member("summary");
        object([&] {
            for (const auto& [rule, count] : input.rules) put(writer_, rule, count.count);
        });
        put_member("rules");
        object([&] {
            put_some(writer_, "format", input.summary.format);
            put_some(writer_, "encoding", input.summary.encoding);
            put_some(writer_, "sha256", input.digest);
            if (!input.digest.empty()) put(writer_, "bytes", input.bytes);
            put_options("dialect", input.summary.dialect);
        });
        put_member("input");
        object([&] {
            put(writer_, "whole_annex", input.extent == Extent::whole_annex);
            put(writer_, "max_record_bytes", std::uint64_t{input.record_bytes});
            put_options("from_options", input.options);
        });
        put_member("options");
        put_not_checked(input);
        if (const auto& schema = input.summary.schema) {
            out_ += fmt::format(",\n      \"schema\": {}", schema_index(schema, input.schema_digest));
        }
        if (input.coverage) {
            object([&] {
                writer_.Key("cells");
                put_cells(writer_, input.coverage->cells());
                put(writer_, "unplaced", input.coverage->unplaced());
            });
            put_member("coverage");
        }
        out_ += "\n    }";
        return write_all();
    }

    Result<void> fail(const std::string& source, const Error& error) override {
        start_input(source);
        object([&] { put_error(writer_, error); });
        put_member("error");
        out_ += "\n    }";
        return write_all();
    }

    Result<void> finish() override {
        start();
        out_ += inputs_ == 0 ? "]" : "\n  ]";
        out_ += ",\n  \"schemas\": [";
        for (std::size_t i = 0; i < schemas_.size(); ++i) {
            const Schema& used = *schemas_[i].first;
            object([&] {
                put(writer_, "declaration", used.declaration().id);
                put(writer_, "sha256", schemas_[i].second);
                writer_.Key("schema");
                rapidjson::Document schema;
                schema.Parse<rapidjson::kParseIterativeFlag>(used.text().data(), used.text().size());
                schema.Accept(writer_);
            });
            out_ += i == 0 ? "\n    " : ",\n    ";
            put_buffer();
        }
        out_ += schemas_.empty() ? "]" : "\n  ]";
        put_rules();
        out_ += "\n}\n";
        return write_all();
    }

  private:
    // Makes one JSON object, to be taken by put_buffer.
    template <class Members> void object(Members&& members) {
        buffer_.Clear();
        writer_.Reset(buffer_);
        writer_.StartObject();
        members();
        writer_.EndObject();
    }
    void put_buffer() { out_.append(buffer_.GetString(), buffer_.GetSize()); }
    void put_member(std::string_view name) {
        out_ += fmt::format(",\n      \"{}\": ", name);
        put_buffer();
    }

    void start() {
        if (std::exchange(is_started_, true)) return;
        object([&] {
            put(writer_, "name", "annexkit");
            put(writer_, "version", settings().tool_version);
        });
        out_ += "{\n  \"annexkit_report\": 1,\n  \"tool\": ";
        put_buffer();
        out_ += ",\n  \"inputs\": [";
    }

    void start_input(const std::string& source) {
        start();
        out_ += inputs_++ == 0 ? "\n    {\n      " : ",\n    {\n      ";
        buffer_.Clear();
        writer_.Reset(buffer_);
        put_text(writer_, well_formed(source));
        out_ += "\"source\": ";
        put_buffer();
    }

    void put_options(const char* name, const OptionMap& options) {
        writer_.Key(name);
        writer_.StartObject();
        for (const auto& [option, value] : options) put(writer_, option, value);
        writer_.EndObject();
    }

    void put_not_checked(const InputReport& input) {
        object([&] {
            for (const Language language : {Language::english, Language::french}) {
                put_key(writer_, language == Language::english ? "en" : "fr");
                writer_.StartArray();
                for (const auto& reason : not_checked(input, language)) put_text(writer_, reason);
                if (const auto reason = not_asked_for(input, language); !reason.empty()) put_text(writer_, reason);
                writer_.EndArray();
            }
        });
        put_member("not_checked");
    }

    std::uint64_t schema_index(const std::shared_ptr<const Schema>& schema, std::string digest) {
        for (std::size_t i = 0; i < schemas_.size(); ++i)
            if (schemas_[i].first->text() == schema->text()) return i;
        if (digest.empty()) {
            Sha256 hash;
            hash.add(schema->text());
            digest = hash.take();
        }
        schemas_.emplace_back(schema, std::move(digest));
        return schemas_.size() - 1;
    }

    void put_rules() {
        out_ += ",\n  \"rules\": [";
        bool is_first = true;
        for (const auto& entry : rules().all()) {
            const Rule& rule = entry.second;
            object([&] {
                put(writer_, "id", rule.id);
                put(writer_, "severity", to_string(rule.severity));
                put(writer_, "summary_en", rule.english.summary);
                put(writer_, "summary_fr", rule.french.summary);
                put(writer_, "message_en", rule.english.message);
                put(writer_, "hint_en", rule.english.hint);
                put(writer_, "message_fr", rule.french.message);
                put(writer_, "hint_fr", rule.french.hint);
                writer_.Key("formats");
                writer_.StartArray();
                for (const auto& format : rule.formats) put_text(writer_, format);
                writer_.EndArray();
                put(writer_, "of_whole_annex", rule.of_whole_annex);
            });
            out_ += is_first ? "\n    " : ",\n    ";
            is_first = false;
            put_buffer();
        }
        out_ += is_first ? "]" : "\n  ]";
    }

    JsonBuffer buffer_;
    JsonWriter writer_{buffer_};
    bool is_started_ = false;
    bool is_first_finding_ = true;
    std::size_t inputs_ = 0;
    std::uint64_t shown_ = 0;
    /// Each with the digest of its file.
    std::vector<std::pair<std::shared_ptr<const Schema>, std::string>> schemas_;
};

} // namespace

std::unique_ptr<Report> make_json_report(ReportContext context) { return std::make_unique<Saved>(std::move(context)); }

} // namespace annexkit
