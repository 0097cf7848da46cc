// SPDX-License-Identifier: Apache-2.0
// The examples on the page of a rule are true: its sample holds the bad one and breaks the rule; with the good one in
// its place it does not.
#include "program.hpp"

#include <doctest/doctest.h>

#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace cli;

namespace {

namespace fs = std::filesystem;

const fs::path invalid_samples = source_file("samples/invalid");

/// The words of <rule>.args, to be run in another folder, and the rules that it names beside its own.
struct Arguments {
    std::vector<std::string> words;
    std::set<std::string> also;
};

Arguments arguments_of(const std::string& rule, const std::string& sample) {
    const fs::path file = invalid_samples / (rule + ".args");
    Arguments arguments;
    if (!fs::exists(file)) return {{"validate", sample}, {}};
    std::istringstream lines(content_of(file));
    std::string line;
    std::getline(lines, line);
    std::istringstream words(line);
    const std::string up = "../";
    for (std::string word; words >> word;)
        arguments.words.push_back(word.starts_with(up) ? source_file("samples/" + word.substr(up.size())).string()
                                                       : word);
    for (std::string also; lines >> also >> also;) arguments.also.insert(also);
    return arguments;
}

std::string sample_of(const std::string& rule) {
    for (const auto& entry : fs::directory_iterator(invalid_samples))
        if (entry.path().stem() == rule && entry.path().extension() != ".args") return entry.path().filename().string();
    return {};
}

std::vector<Line> findings_in(const std::string& sample, const std::string& content, std::vector<std::string> words) {
    const Folder folder;
    folder.put(sample, content);
    words.insert(words.end(), {"--report", "ndjson"});
    const Outcome outcome = run(folder, words);
    return lines_of(words.front() == "convert" ? outcome.err : outcome.out, "finding");
}

bool is_told(const std::vector<Line>& findings, const std::string& rule) {
    return std::any_of(findings.begin(), findings.end(), [&](const Line& line) { return line.rule == rule; });
}

} // namespace

TEST_CASE("the bad example of a rule breaks it in its sample, and the good one in its place does not") {
    const Folder folder;
    rapidjson::Document rules;
    rules.Parse(run(folder, {"rules", "--format", "json"}).out.c_str());
    REQUIRE(rules.IsArray());
    int tried = 0;
    for (const auto& entry : rules.GetArray()) {
        const std::string rule = entry["id"].GetString();
        const std::string bad = entry["bad"].GetString();
        const std::string good = entry["good"].GetString();
        CAPTURE(rule);
        CHECK(bad.empty() == good.empty());
        if (bad.empty()) continue;
        const std::string sample = sample_of(rule);
        std::string content = content_of(invalid_samples / sample);
        const std::size_t at = content.find(bad);
        REQUIRE(at != std::string::npos);
        const auto [words, also] = arguments_of(rule, sample);
        CHECK(is_told(findings_in(sample, content, words), rule));
        content.replace(at, bad.size(), good);
        const auto mended = findings_in(sample, content, words);
        CHECK_FALSE(is_told(mended, rule));
        for (const auto& line : mended) {
            CAPTURE(line.rule);
            CHECK((line.severity != "error" || also.contains(line.rule)));
        }
        ++tried;
    }
    CHECK(tried > 80);
}
