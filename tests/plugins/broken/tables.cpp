// SPDX-License-Identifier: Apache-2.0
// Formats that say of themselves what is not so.
#include "formats.hpp"

#include <vector>

namespace broken {
namespace {

constexpr annexkit_text bare_extension = sdk::text("bare");

constexpr annexkit_option undecided[] = {{sdk::text("undecided"), ANNEXKIT_OPTION_BOOLEAN, sdk::text(""),
                                          sdk::text("maybe"), sdk::text("neither true nor false")}};

constexpr annexkit_rule english_alone = {
    sdk::text("half.rule"), ANNEXKIT_NOTE, sdk::text("A rule of one language."), sdk::text("in English"), sdk::text(""),
    sdk::text(""),          sdk::text("")};

std::vector<annexkit_rule> more_rules() {
    std::vector<annexkit_rule> rules(annexkit_ndjson_format.rules,
                                     annexkit_ndjson_format.rules + annexkit_ndjson_format.rule_count);
    rules.push_back(english_alone);
    return rules;
}

constexpr Breakage breakages[] = {
    {"extension-bare", [](Tables& it) { it.format.extensions = &bare_extension; }},
    {"option-undecided",
     [](Tables& it) {
         it.format.export_options = undecided;
         it.format.export_option_count = 1;
     }},
    {"rule-english",
     [](Tables& it) {
         static const std::vector<annexkit_rule> rules = more_rules();
         it.format.rules = rules.data();
         it.format.rule_count = rules.size();
         it.format.rule_pages = nullptr;
     }},
    {"promises-all", [](Tables& it) { it.format.flags = ~std::uint64_t{0}; }},
    {"sniff-too-sure", [](Tables& it) { it.importer.sniff = [](annexkit_text) { return std::int32_t{101}; }; }},
};

} // namespace

std::span<const Breakage> breakages_of_tables() { return breakages; }

} // namespace broken
