// SPDX-License-Identifier: Apache-2.0
// Each bad sample of the rules on content breaks the same rule, about the same initiative and field and the same
// stretch of text, in every other format that can hold it.
#include "program.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

using namespace cli;

namespace {

namespace fs = std::filesystem;

const fs::path samples = source_file("samples/invalid");

/// Formats into which no conversion carries what breaks a rule, and why.
const std::map<std::string, std::vector<std::string>> not_in = {
    // XML has no way to write the sample's; others are tried below.
    {"text.control-character", {"xml"}},
    // A table has no kinds: the text "1" of a number is the number.
    {"field.kind", {"csv"}},
    // Of a field that is given twice, one value is written.
    {"field.duplicate", {"csv", "xml"}},
    // The head, which NDJSON has no room for.
    {"annex.malformed-date", {"ndjson"}},
    {"annex.unknown-member", {"ndjson"}},
    {"annex.other-declaration", {"ndjson"}},
};

/// What <rule>.args says of the schema and the extent. Not every format has a head to name the schema.
std::vector<std::string> options_of(const std::string& rule) {
    const fs::path file = samples / (rule + ".args");
    std::string schema = "eu-morocco-2013";
    std::vector<std::string> options;
    std::istringstream words(fs::exists(file) ? content_of(file) : std::string());
    for (std::string word; words >> word;) {
        if (word == "--whole-annex") options.push_back(word);
        if (word.find("coast-2020") != std::string::npos)
            schema = source_file("samples/declarations/coast-2020/coast-2020.schema.json").string();
    }
    options.insert(options.end(), {"--schema", schema});
    return options;
}

struct Marked {
    /// "rule initiative field[item]"
    std::string about;
    /// The bytes of the file that it marks, where every format spells them as they are.
    std::string bytes;
};

std::vector<Marked> marked_in(const Folder& folder, const std::string& file, std::vector<std::string> options) {
    options.insert(options.begin(), {"validate", file, "--report", "ndjson"});
    const Outcome outcome = run(folder, options);
    const std::string bytes = folder.content(file);
    std::vector<Marked> result;
    for (const auto& line : lines_of(outcome.out, "finding")) {
        std::string marked = line.size == 0 ? std::string() : bytes.substr(line.offset, line.size);
        if (marked.find_first_of("{}[]<>&\"\\\n") != std::string::npos) marked.clear();
        result.push_back({fmt::format("{} {} {}[{}]", line.rule, line.initiative, line.field, line.item), marked});
    }
    std::sort(result.begin(), result.end(),
              [](const Marked& left, const Marked& right) { return left.about < right.about; });
    return result;
}

void check_same(const std::vector<Marked>& found, const std::vector<Marked>& wanted) {
    CHECK(found.size() == wanted.size());
    for (std::size_t i = 0; i < std::min(found.size(), wanted.size()); ++i) {
        CHECK(found[i].about == wanted[i].about);
        if (!found[i].bytes.empty() && !wanted[i].bytes.empty()) CHECK(found[i].bytes == wanted[i].bytes);
    }
}

bool is_on_content(const std::string& rule) {
    constexpr std::array families = {"annex.", "field.",   "id.",      "initiative.", "objective.",
                                     "part.",  "partner.", "section.", "text."};
    return std::any_of(families.begin(), families.end(), [&](const char* family) { return rule.starts_with(family); });
}

} // namespace

TEST_CASE("the samples of rules on content break the same rule in every format") {
    int tried = 0;
    for (const auto& entry : fs::directory_iterator(samples)) {
        const std::string rule = entry.path().stem().string();
        if (entry.path().extension() != ".json" || !is_on_content(rule)) continue;
        CAPTURE(rule);
        const Folder folder;
        folder.put("a.json", content_of(entry.path()));
        const auto options = options_of(rule);
        const auto wanted = marked_in(folder, "a.json", options);
        for (const std::string format : {"csv", "ndjson", "xml"}) {
            const auto exceptions = not_in.find(rule);
            if (exceptions != not_in.end() &&
                std::find(exceptions->second.begin(), exceptions->second.end(), format) != exceptions->second.end())
                continue;
            CAPTURE(format);
            std::vector<std::string> conversion = {"convert", "a.json", "a." + format, "--on-invalid", "keep"};
            for (const auto& option : options)
                if (option != "--whole-annex") conversion.push_back(option);
            const Outcome converted = run(folder, conversion);
            CAPTURE(converted.err);
            const bool is_there = fs::exists(folder / ("a." + format));
            CHECK(is_there);
            if (is_there) check_same(marked_in(folder, "a." + format, options), wanted);
            ++tried;
        }
    }
    CHECK(tried > 120);
}

TEST_CASE("what no conversion carries into XML breaks the same rule where XML has it") {
    const std::string before = R"(<annex declaration="eu-morocco-2013"><initiative>)"
                               "<id>ma-2013-p1-001</id><part>1</part>";
    const std::string behind =
        "<section>mobilite</section><objective>1</objective><partners><partner>UE</partner></partners>";
    const std::string end = "</initiative></annex>";
    const auto rules_of = [](const std::string& annex) {
        const Folder folder;
        folder.put("a.xml", annex);
        std::string rules;
        for (const auto& line : lines_of(run(folder, {"validate", "a.xml", "--report", "ndjson"}).out, "finding"))
            rules += line.rule + " " + line.field + "\n";
        return rules;
    };
    CHECK(rules_of(before + behind + "<initiative>Des moyens\u200B consulaires.</initiative>" + end) ==
          "text.control-character initiative\n");
    CHECK(rules_of(before + "<part>1</part>" + behind + "<initiative>Des moyens.</initiative>" + end) ==
          "field.duplicate part\n");
}
