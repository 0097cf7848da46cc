// SPDX-License-Identifier: Apache-2.0
#include <annexkit/publish.hpp>

#include "pipeline/context.hpp"

#include <fmt/format.h>

namespace annexkit {
namespace {

Error refusal(ErrorKind kind, const Registry& registry, const std::vector<PlacedFinding>& findings) {
    if (findings.empty()) return {kind, "the format refused to write, and did not say why", {}};
    const Sentence sentence = registry.rules().render(findings.front().finding, Language::english);
    return {kind, sentence.message, sentence.hint};
}

} // namespace

Result<std::string> empty_form(const Registry& registry, const Output& output, const Schema& schema,
                               std::string_view language) {
    std::vector<annexkit_field> fields = contract_fields(schema);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& titles = schema.fields()[i].titles;
        const auto found = titles.find(language);
        if (found != titles.end() && !found->second.empty()) fields[i].name = sdk::text(found->second.front());
    }
    std::vector<PlacedFinding> findings;
    const auto writer = Export::open(*output.format, output.options, std::move(fields), registry.rules(), findings);
    if (!writer) return writer.error();
    if (*writer == nullptr) return refusal(ErrorKind::usage, registry, findings);
    std::string bytes;
    if (!(*writer)->begin({}, bytes, findings) || !(*writer)->end(0, bytes, findings))
        return refusal(ErrorKind::output, registry, findings);
    return bytes;
}

} // namespace annexkit
