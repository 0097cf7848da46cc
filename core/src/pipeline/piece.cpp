// SPDX-License-Identifier: Apache-2.0
#include "pipeline/piece.hpp"

#include <utility>

namespace annexkit {

PlacedFinding& Piece::another_finding() {
    if (spent.empty()) return findings.emplace_back();
    findings.push_back(std::move(spent.back()));
    spent.pop_back();
    return findings.back();
}

void Piece::clear() {
    Piece fresh;
    fresh.spent.swap(spent);
    if (findings.size() > fresh.spent.size()) fresh.spent.swap(findings);
    fresh.text.swap(text);
    fresh.output.bytes.swap(output.bytes);
    fresh.rejected.bytes.swap(rejected.bytes);
    fresh.ids.swap(ids);
    fresh.id_bytes.swap(id_bytes);
    fresh.findings.swap(findings);
    fresh.findings.clear();
    fresh.text.clear();
    fresh.output.bytes.clear();
    fresh.rejected.bytes.clear();
    fresh.ids.clear();
    fresh.id_bytes.clear();
    *this = std::move(fresh);
}

} // namespace annexkit
