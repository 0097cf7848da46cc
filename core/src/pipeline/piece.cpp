// SPDX-License-Identifier: Apache-2.0
#include "pipeline/piece.hpp"

#include <utility>

namespace annexkit {

void Piece::clear() {
    Piece fresh;
    fresh.text.swap(text);
    fresh.output.swap(output);
    fresh.ids.swap(ids);
    fresh.id_bytes.swap(id_bytes);
    fresh.findings.swap(findings);
    fresh.findings.clear();
    fresh.text.clear();
    fresh.output.clear();
    fresh.ids.clear();
    fresh.id_bytes.clear();
    *this = std::move(fresh);
}

} // namespace annexkit
