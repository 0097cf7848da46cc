// SPDX-License-Identifier: Apache-2.0
// The target for the schema loader: a schema that is taken also validates, in the same way from every format.
#include "pipeline.hpp"
#include "target.hpp"

#include <string>

namespace fuzz {
namespace {

constexpr std::string_view annexes[ways] = {
    R"({"annex": {"declaration": "s"}, "initiatives": [{}, {"id": "a", "part": 1, "section": "s", "objective": 1}]})",
    R"([{"id": "a", "list": [], "flag": true, "count": 1}, {"id": "a", "list": ["a", "a", ""], "flag": 2, "x": null}])",
    R"([{"id": "", "part": -1, "section": "", "objective": 1e400, "objective_text": " ", "partners": "UE/IT"}])",
    R"([{"id": [1], "part": {}, "partners": ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"], "initiative": "a\nb"}])",
};

} // namespace

void try_input(std::string_view input, std::uint32_t way) {
    const auto schema = annexkit::Schema::parse(input, "fuzzed");
    if (!schema) {
        if (schema.error().message.empty()) defect("a schema is refused, and nobody says why");
        return;
    }
    const Answer expected = convert({.input = annexes[way], .from = "json", .to = "ndjson", .schema = *schema});
    const Answer other = convert(
        {.input = annexes[way], .from = "json", .to = "ndjson", .schema = *schema, .threads = 2, .chunk_bytes = 16});
    if (const auto found = difference(expected, other); !found.empty()) defect(found);
}

} // namespace fuzz
