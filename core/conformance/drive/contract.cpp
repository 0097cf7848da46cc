// SPDX-License-Identifier: Apache-2.0
#include "contract.hpp"

#include <algorithm>

#include <rapidjson/encodings.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace drive {
namespace {

namespace sdk = annexkit::sdk;

struct Nowhere {
    using Ch = char;
    void Put(char) {}
};

bool is_json(std::string_view text) {
    rapidjson::MemoryStream stream(text.data(), text.size());
    rapidjson::BaseReaderHandler<> ignored;
    const auto result = annexkit::parse_json<rapidjson::kParseNumbersAsStringsFlag>(stream, ignored);
    // RFC 8259 sets no limit to numbers; RapidJSON does.
    return !result.IsError() || result.Code() == rapidjson::kParseErrorNumberTooBig;
}

bool fits(const annexkit_value& value, std::string_view text) {
    switch (value.kind) {
    case ANNEXKIT_NUMBER: return is_number(text);
    case ANNEXKIT_BOOLEAN: return text == "true" || text == "false";
    case ANNEXKIT_JSON: return is_json(text);
    case ANNEXKIT_LIST: return value.count == 0 || value.items != nullptr;
    default: return value.kind <= ANNEXKIT_JSON;
    }
}

const annexkit_rule* rule_of(const annexkit_format& format, std::string_view id) {
    const std::span rules(format.rules, format.rule_count);
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const auto& r) { return sdk::view(r.id) == id; });
    return found == rules.end() ? nullptr : &*found;
}

// The first {name} of a sentence that has no argument, or nothing.
std::string missing_argument(std::string_view sentence, const Finding& finding) {
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        if (sentence[at] != '{') continue;
        if (sentence.substr(at + 1).starts_with('{')) {
            ++at;
            continue;
        }
        const std::string name(sentence.substr(at + 1, sentence.find('}', at) - at - 1));
        if (!finding.arguments.contains(name)) return name;
    }
    return {};
}

void check_arguments(const annexkit_rule& rule, const Finding& finding) {
    for (const auto& sentence : {rule.message_en, rule.hint_en, rule.message_fr, rule.hint_fr})
        if (const auto name = missing_argument(sdk::view(sentence), finding); !name.empty())
            throw Breach("a finding of " + finding.rule + " lacks the argument " + name);
}

} // namespace

bool is_number(std::string_view text) {
    const auto take = [&](std::string_view wanted) {
        const bool found = !text.empty() && wanted.find(text.front()) != std::string_view::npos;
        if (found) text.remove_prefix(1);
        return found;
    };
    const auto digits = [&] {
        bool any = false;
        while (take("0123456789")) any = true;
        return any;
    };
    take("-");
    if (!take("0") && !digits()) return false;
    if (take(".") && !digits()) return false;
    if (!take("eE")) return text.empty();
    take("+-");
    return digits() && text.empty();
}

bool is_utf8(std::string_view text) {
    rapidjson::MemoryStream stream(text.data(), text.size());
    Nowhere nowhere;
    while (stream.Tell() < text.size())
        if (!rapidjson::UTF8<>::Validate(stream, nowhere)) return false;
    return true;
}

Value own(const annexkit_value& value) {
    if (value.kind == ANNEXKIT_ABSENT) return {};
    const std::string_view text = value.kind == ANNEXKIT_LIST ? std::string_view() : sdk::view(value.text);
    if (!fits(value, text))
        throw Breach("a value of kind " + std::to_string(value.kind) + " is no such thing: " + std::string(text));
    Value result{value.kind, std::string(text), {}};
    for (std::uint32_t i = 0; value.kind == ANNEXKIT_LIST && i < value.count; ++i)
        result.items.emplace_back(sdk::view(value.items[i]));
    return result;
}

Finding own(const annexkit_format& format, const annexkit_finding& finding, std::uint64_t offset, std::uint64_t row) {
    Finding result{std::string(sdk::view(finding.rule)),
                   {finding.span.offset + offset, finding.span.size},
                   finding.row == ANNEXKIT_NONE ? ANNEXKIT_NONE : finding.row + row,
                   finding.column,
                   finding.field,
                   {}};
    for (std::size_t i = 0; i < finding.argument_count; ++i)
        result.arguments.emplace(sdk::view(finding.arguments[i].name), sdk::view(finding.arguments[i].value));
    if (result.rule == "plugin.failed") throw Breach("it failed unexpectedly: " + result.arguments["reason"]);
    // These are the host's, for every exporter to use.
    if (result.rule.starts_with("loss.")) return result;
    const annexkit_rule* rule = rule_of(format, result.rule);
    if (rule == nullptr) throw Breach("it reports a rule that it does not declare: " + result.rule);
    check_arguments(*rule, result);
    return result;
}

std::vector<annexkit_field> contract_fields(const std::vector<Field>& fields) {
    std::vector<annexkit_field> result;
    for (const auto& field : fields) result.push_back({sdk::text(field.name), field.kind});
    return result;
}

OpenRequest::OpenRequest(std::span<const annexkit_field> fields, const Options& options, const annexkit_sink& sink)
    : lent_(options.lending) {
    std::vector<annexkit_option_value> values;
    std::size_t used = 0;
    for (const auto& option : options.declared) {
        const auto found = options.chosen.find(std::string(sdk::view(option.name)));
        const bool is_chosen = found != options.chosen.end();
        if (is_chosen) ++used;
        values.push_back(
            {lent_.text(sdk::view(option.name)), lent_.text(is_chosen ? found->second : sdk::view(option.fallback))});
    }
    if (used != options.chosen.size()) throw std::invalid_argument("an undeclared option was chosen");
    table_ = {sizeof table_, fields.data(), fields.size(), lent_.table(values).data(), values.size(), &sink};
}

void check(const Ending& ending) {
    const auto status = std::to_string(ending.status);
    if (ending.refused && ending.status != *ending.refused)
        throw Breach(ending.function + " answered " + status + " where the host refused with " +
                     std::to_string(*ending.refused));
    if (ending.refused || ending.status == ANNEXKIT_OK) return;
    if (ending.status != ANNEXKIT_FAILED) throw Breach(ending.function + " answered " + status + " unasked");
    if (!ending.reported) throw Breach(ending.function + " failed without a finding");
}

} // namespace drive
