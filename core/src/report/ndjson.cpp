// SPDX-License-Identifier: Apache-2.0
// The form "ndjson": one JSON object a line, written as findings come.
#include "report/forms.hpp"
#include "report/json.hpp"

namespace annexkit {
namespace {

class Ndjson : public Report {
  public:
    explicit Ndjson(ReportContext context) : context_(std::move(context)) {}

    Result<void> add(const Finding& finding, const Initiative*) override {
        context_.rules.render(finding, context_.settings.language, sentence_);
        begin_line("finding");
        put(writer_, "rule", finding.rule);
        put(writer_, "severity", to_string(finding.severity));
        put(writer_, "message", sentence_.message);
        put_some(writer_, "hint", sentence_.hint);
        put_finding(writer_, finding);
        end_line();
        constexpr std::size_t large = std::size_t{64} << 10;
        return buffer_.GetSize() < large ? Result<void>() : finish();
    }

    Result<void> end(const InputReport& input) override {
        begin_line("summary");
        put(writer_, "source", input.source);
        put_some(writer_, "format", input.summary.format);
        put_some(writer_, "encoding", input.summary.encoding);
        if (input.summary.schema) put(writer_, "declaration", input.summary.schema->declaration().id);
        put_summary(writer_, input.summary);
        end_line();
        return finish();
    }

    Result<void> fail(const std::string& source, const Error& error) override {
        begin_line("error");
        put(writer_, "source", well_formed(source));
        put_error(writer_, in_one(error, context_.settings.language));
        end_line();
        return finish();
    }

    Result<void> finish() override {
        auto wrote = context_.target.write({buffer_.GetString(), buffer_.GetSize()});
        buffer_.Clear();
        return wrote;
    }

  private:
    void begin_line(std::string_view type) {
        writer_.Reset(buffer_);
        writer_.StartObject();
        put(writer_, "type", type);
    }
    void end_line() {
        writer_.EndObject();
        buffer_.Put('\n');
    }

    ReportContext context_;
    Sentence sentence_;
    JsonBuffer buffer_;
    JsonWriter writer_{buffer_};
};

} // namespace

std::unique_ptr<Report> make_ndjson_report(ReportContext context) {
    return std::make_unique<Ndjson>(std::move(context));
}

} // namespace annexkit
