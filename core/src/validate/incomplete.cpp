// SPDX-License-Identifier: Apache-2.0
#include "validate/incomplete.hpp"

#include "findings/argument.hpp"

#include <algorithm>
#include <string>

namespace annexkit {
namespace {

bool is_without_trace(const LocalFinding& finding) {
    return finding.rule == "field.missing" && argument_or_empty(finding.arguments, "nearest").empty();
}

} // namespace

void tell_missing_once(const Schema::Compiled& schema, std::vector<LocalFinding>& findings) {
    const auto first = std::find_if(findings.begin(), findings.end(), is_without_trace);
    if (first == findings.end() || std::none_of(first + 1, findings.end(), is_without_trace)) return;
    std::string fields;
    for (auto each = first; each != findings.end(); ++each)
        if (is_without_trace(*each))
            fields += (fields.empty() ? "" : ", ") + schema.fields[static_cast<std::size_t>(each->field)].name;
    findings.erase(std::remove_if(first + 1, findings.end(), is_without_trace), findings.end());
    first->rule = "record.incomplete";
    first->arguments = {{"fields", std::move(fields)}};
}

} // namespace annexkit
