// SPDX-License-Identifier: Apache-2.0
// Reads the form "json" again: once for all but the findings, and again for the findings, one at a time.
#include "input/read_at_most.hpp"
#include "messages/error.hpp"
#include "messages/json_faults.hpp"
#include "report/json.hpp"

#include <annexkit/files.hpp>
#include <annexkit/report.hpp>
#include <annexkit/streams.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include <fmt/format.h>
#include <rapidjson/reader.h>

namespace annexkit {
namespace {

constexpr std::size_t deepest = 64;

/// A byte source as RapidJSON reads it.
class SourceStream {
  public:
    using Ch = char;
    explicit SourceStream(ByteSource& source) : source_(source) { fill(); }

    Ch Peek() const { return at_ < size_ ? block_[at_] : '\0'; }
    Ch Take() {
        if (at_ >= size_) return '\0';
        const Ch c = block_[at_++];
        ++told_;
        if (at_ == size_) fill();
        return c;
    }
    std::size_t Tell() const { return told_; }
    // Only asked for when parsing in situ.
    Ch* PutBegin() { return nullptr; }
    void Put(Ch) {}
    void Flush() {}
    std::size_t PutEnd(Ch*) { return 0; }

    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  private:
    void fill() {
        at_ = size_ = 0;
        const auto got = source_.read(block_);
        if (got) {
            size_ = *got;
        } else {
            error_ = got.error();
        }
    }

    ByteSource& source_;
    std::array<char, 1 << 16> block_{};
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    std::size_t told_ = 0;
    std::optional<Error> error_;
};

/// Takes the findings out of a saved report: hands on each as JSON text, and writes the rest.
class Splitter {
  public:
    using Taken = std::function<void(std::size_t input, const JsonBuffer& finding)>;
    Splitter(JsonWriter& rest, Taken taken) : rest_(rest), taken_(std::move(taken)) {}

    bool Null() {
        return value([](JsonWriter& to) { return to.Null(); });
    }
    bool Bool(bool b) {
        return value([&](JsonWriter& to) { return to.Bool(b); });
    }
    bool Int(int i) {
        return value([&](JsonWriter& to) { return to.Int(i); });
    }
    bool Uint(unsigned u) {
        return value([&](JsonWriter& to) { return to.Uint(u); });
    }
    bool Int64(std::int64_t i) {
        return value([&](JsonWriter& to) { return to.Int64(i); });
    }
    bool Uint64(std::uint64_t u) {
        return value([&](JsonWriter& to) { return to.Uint64(u); });
    }
    bool Double(double d) {
        return value([&](JsonWriter& to) { return to.Double(d); });
    }
    bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        return value([&](JsonWriter& to) { return to.String(text, size); });
    }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        if (depth_ == 3) is_findings_ = path_is_inputs_ && std::string_view(text, size) == "findings";
        if (depth_ == 1) path_is_inputs_ = std::string_view(text, size) == "inputs";
        return to().Key(text, size);
    }
    /// Why it ended the parsing.
    [[nodiscard]] MessageId refusal() const { return refusal_; }

    bool StartObject() { return open() && to().StartObject(); }
    bool StartArray() { return open() && to().StartArray(); }
    bool EndObject(rapidjson::SizeType) {
        return close([](JsonWriter& to) { return to.EndObject(); });
    }
    bool EndArray(rapidjson::SizeType) {
        return close([](JsonWriter& to) { return to.EndArray(); });
    }

  private:
    // Depth 1 is the report, 2 the array of inputs, 3 an input, 4 its findings, 5 one finding.
    [[nodiscard]] bool is_in_finding() const { return path_is_inputs_ && is_findings_ && depth_ >= 5; }
    JsonWriter& to() { return is_in_finding() ? finding_ : rest_; }

    bool refuse(MessageId why) {
        refusal_ = why;
        return false;
    }
    template <class Put> bool value(Put&& put) {
        // A finding is an object; anything else among them is no report of ours.
        if (path_is_inputs_ && is_findings_ && depth_ == 4) return refuse("report.no-finding");
        return put(to());
    }
    bool open() {
        if (++depth_ > deepest) return refuse("report.deep");
        if (depth_ == 3 && path_is_inputs_) ++input_;
        if (is_in_finding() && depth_ == 5) {
            buffer_.Clear();
            finding_.Reset(buffer_);
        }
        return true;
    }
    template <class Put> bool close(Put&& put) {
        if (!put(to())) return false;
        if (is_in_finding() && depth_ == 5) taken_(input_ - 1, buffer_);
        --depth_;
        if (depth_ == 3) is_findings_ = false;
        return true;
    }

    JsonWriter& rest_;
    Taken taken_;
    MessageId refusal_ = "report.number";
    JsonBuffer buffer_;
    JsonWriter finding_{buffer_};
    std::size_t depth_ = 0;
    std::size_t input_ = 0;
    bool path_is_inputs_ = false;
    bool is_findings_ = false;
};

// A report from standard input is read twice, so it is held in memory. A file may have any size.
constexpr std::size_t most_held_bytes = std::size_t{1} << 30;

Error no_report(const std::string& name, const Error& why) {
    return make_error(ErrorKind::input, "report.malformed", {{"file", name}}, why);
}

Result<rapidjson::Document> split(ByteSource& source, const std::string& name, const Splitter::Taken& taken) {
    JsonBuffer rest;
    JsonWriter writer(rest);
    Splitter splitter(writer, taken);
    SourceStream stream(source);
    const auto parsed = parse_json(stream, splitter);
    if (stream.error()) return *stream.error();
    if (parsed.IsError()) {
        const std::vector<Argument> at = {{"offset", fmt::format("{}", parsed.Offset())}};
        return no_report(name, parsed.Code() == rapidjson::kParseErrorTermination
                                   ? make_error(ErrorKind::input, splitter.refusal(), at)
                                   : make_error(ErrorKind::input, "json.at-byte", at, json_fault(parsed.Code())));
    }
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(rest.GetString(), rest.GetSize());
    if (document.HasParseError()) return no_report(name, json_fault(document.GetParseError()));
    return document;
}

std::string json_text(const rapidjson::Value& value) {
    JsonBuffer buffer;
    JsonWriter writer(buffer);
    value.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

} // namespace

struct SavedReport::Contents {
    std::filesystem::path file;
    /// What standard input held.
    std::string bytes;
    RuleCatalogue rules = RuleCatalogue::empty();
    std::string tool_version;
    /// How many findings each input has, as they were counted.
    std::vector<std::uint64_t> counts;
    struct Kept {
        std::shared_ptr<const Schema> schema;
        std::string digest;
    };
    struct Input {
        std::optional<Error> error;
        InputReport report;
    };
    std::vector<Input> inputs;

    Result<std::unique_ptr<ByteSource>> source() const {
        if (file == "-") return std::make_unique<MemorySource>(bytes);
        return open_source(file);
    }
    Result<void> read(const rapidjson::Document& document);
    Result<void> read_rules(const rapidjson::Value& array);
    void read_input(const rapidjson::Value& object, const std::vector<Kept>& schemas);
    [[nodiscard]] Result<void> check_counts() const;
};

Result<void> SavedReport::Contents::read_rules(const rapidjson::Value& array) {
    if (!array.IsArray()) return {};
    for (const auto& object : array.GetArray()) {
        const auto text = [&](const char* name) { return std::string(text_of(member(object, name))); };
        Rule rule;
        rule.id = text("id");
        rule.severity = finding_of(object).severity;
        rule.english = {{text("message_en"), text("hint_en")}, text("summary_en"), {}};
        rule.french = {{text("message_fr"), text("hint_fr")}, text("summary_fr"), {}};
        rule.of_whole_annex = member(object, "of_whole_annex").IsTrue();
        auto added = rules.add(std::move(rule));
        if (!added) return no_report(file.string(), added.error());
        if (const auto& formats = member(object, "formats"); formats.IsArray())
            for (const auto& format : formats.GetArray()) rules.share(text("id"), std::string(text_of(format)));
    }
    return {};
}

OptionMap options_of(const rapidjson::Value& object) {
    OptionMap options;
    if (object.IsObject())
        for (const auto& option : object.GetObject()) options.emplace(text_of(option.name), text_of(option.value));
    return options;
}

void SavedReport::Contents::read_input(const rapidjson::Value& object, const std::vector<Kept>& schemas) {
    auto& [error, report] = inputs.emplace_back();
    report.source = text_of(member(object, "source"));
    if (const auto& told = member(object, "error"); told.IsObject()) error = error_of(told);
    report.summary = summary_of(member(object, "summary"));
    const auto& input = member(object, "input");
    report.summary.format = text_of(member(input, "format"));
    report.summary.encoding = text_of(member(input, "encoding"));
    report.digest = text_of(member(input, "sha256"));
    report.bytes = number_of(member(input, "bytes"));
    report.summary.dialect = options_of(member(input, "dialect"));
    const auto& options = member(object, "options");
    report.options = options_of(member(options, "from_options"));
    report.extent = member(options, "whole_annex").IsTrue() ? Extent::whole_annex : Extent::submission;
    report.record_bytes = number_of(member(options, "max_record_bytes"));
    if (const auto& known = member(object, "rules"); known.IsObject())
        for (const auto& count : known.GetObject()) {
            const Rule* rule = rules.find(text_of(count.name));
            report.rules[std::string(text_of(count.name))] = {rule == nullptr ? Severity::error : rule->severity,
                                                              number_of(count.value)};
        }
    const auto& schema = member(object, "schema");
    if (!schema.IsUint64() || schema.GetUint64() >= schemas.size()) return;
    report.summary.schema = schemas[schema.GetUint64()].schema;
    report.schema_digest = schemas[schema.GetUint64()].digest;
    const auto& coverage = member(object, "coverage");
    if (!report.summary.schema || !coverage.IsObject()) return;
    report.coverage.emplace(report.summary.schema);
    report.coverage->restore(cells_of(member(coverage, "cells")), number_of(member(coverage, "unplaced")));
}

Result<void> SavedReport::Contents::read(const rapidjson::Document& document) {
    const auto& version = member(document, "annexkit_report");
    if (!version.IsUint() || version.GetUint() != 1)
        return no_report(file.string(), make_error(ErrorKind::input, "report.no-version"));
    if (auto rules_read = read_rules(member(document, "rules")); !rules_read) return rules_read;
    tool_version = text_of(member(member(document, "tool"), "version"));
    std::vector<Kept> schemas;
    if (const auto& array = member(document, "schemas"); array.IsArray())
        for (const auto& entry : array.GetArray()) {
            // A schema that this version cannot use any more takes the matrix away, and nothing else.
            auto schema = Schema::parse(json_text(member(entry, "schema")), file.string());
            schemas.push_back({schema ? *schema : nullptr, std::string(text_of(member(entry, "sha256")))});
        }
    const auto& array = member(document, "inputs");
    if (!array.IsArray()) return no_report(file.string(), make_error(ErrorKind::input, "report.no-inputs"));
    for (const auto& input : array.GetArray()) read_input(input, schemas);
    return check_counts();
}

// A report that has lost findings must not pass.
Result<void> SavedReport::Contents::check_counts() const {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const Summary& summary = inputs[i].report.summary;
        const std::uint64_t told = summary.errors + summary.warnings + summary.notes;
        const std::uint64_t found = i < counts.size() ? counts[i] : 0;
        if (told != found)
            return no_report(file.string(), make_error(ErrorKind::input, "report.counts",
                                                       {{"told", fmt::format("{}", told)},
                                                        {"found", fmt::format("{}", found)},
                                                        {"file", inputs[i].report.source}}));
    }
    return {};
}

SavedReport::SavedReport(std::unique_ptr<Contents> contents) : contents_(std::move(contents)) {}
SavedReport::~SavedReport() = default;
SavedReport::SavedReport(SavedReport&&) noexcept = default;
SavedReport& SavedReport::operator=(SavedReport&&) noexcept = default;

Result<SavedReport> SavedReport::open(const std::filesystem::path& file) {
    auto contents = std::make_unique<Contents>();
    contents->file = file;
    if (file == "-") {
        const auto input = open_source(file);
        if (!input) return input.error();
        auto bytes = read_at_most(**input, most_held_bytes, ErrorKind::usage);
        if (!bytes && bytes.error().kind == ErrorKind::usage) return no_report(file.string(), bytes.error());
        if (!bytes) return bytes.error();
        contents->bytes = std::move(*bytes);
    }
    const auto source = contents->source();
    if (!source) return source.error();
    const auto count = [&](std::size_t input, const JsonBuffer&) {
        if (contents->counts.size() <= input) contents->counts.resize(input + 1);
        ++contents->counts[input];
    };
    const auto document = split(**source, file.string(), count);
    if (!document) return document.error();
    if (auto read = contents->read(*document); !read) return read.error();
    return SavedReport(std::move(contents));
}

const RuleCatalogue& SavedReport::rules() const { return contents_->rules; }
const std::string& SavedReport::tool_version() const { return contents_->tool_version; }

Result<void> SavedReport::show(Reporter& reporter) const {
    std::size_t shown = 0;
    bool has_begun = false;
    Initiative initiative;
    const auto begin = [&] {
        if (std::exchange(has_begun, true)) return;
        const InputReport& report = contents_->inputs[shown].report;
        reporter.begin(report.source);
        if (report.summary.schema) reporter.use(report.summary.schema);
        initiative.ordinal = 0;
    };
    const auto end_until = [&](std::size_t input) {
        for (; shown < std::min(input, contents_->inputs.size()); ++shown) {
            const auto& [error, report] = contents_->inputs[shown];
            if (!error) begin();
            has_begun = false;
            if (error) {
                reporter.fail(report.source, *error);
            } else {
                reporter.end(report);
            }
        }
    };
    const auto source = contents_->source();
    if (!source) return source.error();
    const auto document = split(**source, contents_->file.string(), [&](std::size_t input, const JsonBuffer& text) {
        end_until(input);
        // The file has grown since it was opened.
        if (shown >= contents_->inputs.size()) return;
        begin();
        rapidjson::Document object;
        object.Parse<rapidjson::kParseIterativeFlag>(text.GetString(), text.GetSize());
        const Finding finding = finding_of(object);
        if (const auto& values = member(object, "values"); values.IsArray()) {
            initiative = initiative_of(values);
            initiative.ordinal = finding.ordinal;
        }
        const bool is_known = finding.ordinal > 0 && finding.ordinal == initiative.ordinal;
        reporter.add(finding, is_known ? &initiative : nullptr);
    });
    if (!document) return document.error();
    end_until(contents_->inputs.size());
    return {};
}

std::vector<Summary> SavedReport::summaries() const {
    std::vector<Summary> result;
    for (const auto& [error, report] : contents_->inputs) {
        result.push_back(report.summary);
        if (error) result.back().unreadable = true;
    }
    return result;
}

} // namespace annexkit
