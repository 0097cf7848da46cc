// SPDX-License-Identifier: Apache-2.0
// The target for what tells how an input is read: its format by its content, and the dialect of a table.
#include "pipeline.hpp"
#include "target.hpp"

#include <algorithm>

namespace fuzz {
namespace {

// What is chosen, asked for by its options, reads the same initiatives.
void check_chosen(const Answer& free, std::string_view input) {
    const auto chosen = std::find_if(free.candidates.begin(), free.candidates.end(),
                                     [](const annexkit::Candidate& each) { return each.is_chosen; });
    if (chosen == free.candidates.end() || free.summary.unreadable) return;
    annexkit::OptionMap options(chosen->options.begin(), chosen->options.end());
    const Answer forced = convert({.input = input, .from = "csv", .to = "ndjson", .options = std::move(options)});
    if (forced.summary.misused) defect("the options of a candidate cannot be used");
    if (forced.output != free.output) defect("as chosen:\n" + free.output + "\n--- as asked for:\n" + forced.output);
}

} // namespace

void try_input(std::string_view input, std::uint32_t way) {
    const Answer table = convert({.input = input, .from = "csv", .to = "ndjson"});
    if (std::count_if(table.candidates.begin(), table.candidates.end(),
                      [](const annexkit::Candidate& each) { return each.is_chosen; }) > 1)
        defect("two ways to read the input are chosen");
    switch (way) {
    case 0: return check_chosen(table, input);
    case 1: {
        // However little of it is seen at a time.
        const Answer other = convert({.input = input, .from = "csv", .to = "ndjson", .chunk_bytes = 1});
        if (const auto found = difference(table, other); !found.empty()) defect(found);
        return;
    }
    default: {
        // By its content alone, which may tell nothing.
        const Answer told = convert({.input = input, .from = {}, .to = "ndjson"});
        if (told.summary.format == "csv" && told.output != table.output) defect("a table is read in two ways");
    }
    }
}

} // namespace fuzz
