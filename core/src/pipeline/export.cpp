// SPDX-License-Identifier: Apache-2.0
// The exporter of a job.
#include "messages/error.hpp"
#include "pipeline/context.hpp"
#include "plugins/options.hpp"

#include <fmt/format.h>

namespace annexkit {
namespace {

std::uint32_t contract_kind(FieldKind kind) {
    switch (kind) {
    case FieldKind::text: return ANNEXKIT_TEXT;
    case FieldKind::integer:
    case FieldKind::number: return ANNEXKIT_NUMBER;
    case FieldKind::boolean: return ANNEXKIT_BOOLEAN;
    case FieldKind::list: return ANNEXKIT_LIST;
    }
    return ANNEXKIT_TEXT;
}

// Collects what the exporter reports outside a record.
class Collector : public OutputBuffer::Listener, public ImportHost {
  public:
    Collector(const RuleCatalogue& rules, std::vector<PlacedFinding>& findings) : rules_(rules), findings_(findings) {}

    annexkit_status loss(const annexkit_finding& reported) override {
        findings_.push_back(from_plugin(rules_, reported));
        return ANNEXKIT_OK;
    }
    annexkit_status finding(const annexkit_finding& reported) override { return loss(reported); }

    // An exporter has nothing to import.
    std::int32_t resolve(std::string_view) override { return ANNEXKIT_NAME_UNKNOWN; }
    annexkit_status columns(std::span<const annexkit_column>, std::uint64_t, std::int32_t*) override {
        return ANNEXKIT_STOP;
    }
    annexkit_status head(std::span<const annexkit_named_value>, const annexkit_place*) override {
        return ANNEXKIT_STOP;
    }
    annexkit_status record(const annexkit_record&) override { return ANNEXKIT_STOP; }

  private:
    const RuleCatalogue& rules_;
    std::vector<PlacedFinding>& findings_;
};

} // namespace

std::vector<annexkit_field> contract_fields(const Schema& schema) {
    std::vector<annexkit_field> fields;
    for (const auto& field : schema.fields()) fields.push_back({sdk::text(field.name), contract_kind(field.kind)});
    return fields;
}

void add_failure(const RuleCatalogue& rules, std::string_view plugin, const char* function, const std::string& escaped,
                 bool reported, std::vector<PlacedFinding>& findings) {
    if (!escaped.empty()) {
        findings.push_back(unplaced(rules, "plugin.failed", {{"reason", escaped}}));
    } else if (!reported) {
        findings.push_back(
            unplaced(rules, "plugin.silent-failure", {{"plugin", std::string(plugin)}, {"function", function}}));
    }
}

Export::Export(const Format& format, const RuleCatalogue& rules)
    : exporter_(*format.table->exporter), rules_(rules), plugin_(format.id()) {}

Export::~Export() {
    if (writer_ != nullptr) close_plugin(exporter_.close, writer_);
}

Result<std::unique_ptr<Export>> Export::open(const Format& format, const OptionMap& options,
                                             std::vector<annexkit_field> fields, const RuleCatalogue& rules,
                                             std::vector<PlacedFinding>& findings) {
    if (format.table->exporter == nullptr)
        return make_error(ErrorKind::usage, "format.unwritable", {{"format", std::string(format.id())}});
    const auto checked =
        check_options(format.id(), std::span(format.table->export_options, format.table->export_option_count), options);
    if (!checked) return checked.error();
    std::unique_ptr<Export> result(new Export(format, rules));
    result->fields_ = std::move(fields);
    if (const auto name = option_value(*checked, "encoding"); !name.empty() && name != name_of(Encoding::utf8))
        result->encoding_ = encoding_named(name);
    Collector collector(rules, findings);
    const annexkit_open_request request{sizeof request,  result->fields_.data(), result->fields_.size(),
                                        checked->data(), checked->size(),        collector.sink()};
    std::string escaped;
    const std::size_t before = findings.size();
    const auto status = call_plugin([&] { return result->exporter_.open(&request, &result->writer_); }, escaped);
    collector.ImportHost::rethrow();
    if (status == ANNEXKIT_NO_MEMORY) throw std::bad_alloc();
    if (status != ANNEXKIT_OK) {
        add_failure(rules, format.id(), "open", escaped, findings.size() > before, findings);
        return std::unique_ptr<Export>();
    }
    return result;
}

template <class Call>
bool Export::frame(Call&& call, const char* function, std::string& bytes, std::vector<PlacedFinding>& findings) {
    OutputBuffer buffer;
    Collector collector(rules_, findings);
    buffer.listen(&collector);
    std::string escaped;
    const std::size_t before = findings.size();
    const auto status = buffer.judged(call_plugin([&] { return call(buffer.table()); }, escaped), escaped);
    buffer.rethrow();
    if (status == ANNEXKIT_NO_MEMORY) throw std::bad_alloc();
    if (status != ANNEXKIT_OK) {
        add_failure(rules_, plugin_, function, escaped, findings.size() > before, findings);
        return false;
    }
    if (!encoding_) {
        bytes.append(buffer.bytes());
        return true;
    }
    const auto lacking = Encoder(*encoding_).append(buffer.bytes(), bytes);
    if (lacking)
        findings.push_back(unplaced(rules_, "loss.encoding",
                                    {{"character", *lacking}, {"encoding", std::string(name_of(*encoding_))}}));
    return !lacking;
}

bool Export::begin(const std::vector<annexkit_named_value>& head, std::string& bytes,
                   std::vector<PlacedFinding>& findings) {
    const bool begun =
        frame([&](annexkit_output* output) { return exporter_.begin(writer_, head.data(), head.size(), output); },
              "begin", bytes, findings);
    if (!begun) return false;
    std::string escaped;
    const auto text = ask_plugin([&] { return exporter_.separator(writer_); }, annexkit_text{}, escaped);
    if (text.data == nullptr && text.size > 0) escaped = "its separator has no data";
    if (!escaped.empty()) {
        add_failure(rules_, plugin_, "separator", escaped, false, findings);
        return false;
    }
    const std::string_view separator = sdk::view(text);
    if (encoding_) {
        Encoder(*encoding_).append(separator, separator_);
    } else {
        separator_ = separator;
    }
    return true;
}

bool Export::end(std::uint64_t records, std::string& bytes, std::vector<PlacedFinding>& findings) {
    return frame([&](annexkit_output* output) { return exporter_.end(writer_, records, output); }, "end", bytes,
                 findings);
}

annexkit_status Export::write(const annexkit_record& record, OutputBuffer& output, std::string& escaped) const {
    return output.judged(call_plugin([&] { return exporter_.write(writer_, &record, output.table()); }, escaped),
                         escaped);
}

} // namespace annexkit
