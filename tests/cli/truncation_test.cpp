// SPDX-License-Identifier: Apache-2.0
// A small annex cut after every byte: no prefix passes for a whole annex, and none leaves an output.
#include "annexes.hpp"
#include "program.hpp"

#include <set>

#include <fmt/format.h>

using namespace cli;

namespace {

/// The lengths of the prefixes in which no error is found. All are read by one run of the program.
std::set<std::size_t> clean_prefixes(const std::string& annex, const std::string& format) {
    const Folder folder;
    for (std::size_t size = 0; size < annex.size(); ++size)
        folder.put(fmt::format("{}.{}", size, format), annex.substr(0, size));
    const Outcome outcome = run(folder, {"validate", ".", "--schema", "eu-morocco-2013", "--report", "ndjson"});
    CHECK(outcome.code == 3);
    CHECK(outcome.err.empty());
    const auto summaries = lines_of(outcome.out, "summary");
    CHECK(summaries.size() == annex.size());
    std::set<std::size_t> clean;
    for (const auto& summary : summaries)
        if (summary.errors == 0) clean.insert(std::stoul(summary.source));
    return clean;
}

/// Converts some of the prefixes.
void check_no_output(const std::string& annex, const std::string& format) {
    const Folder folder;
    const std::string file = "a." + format;
    for (std::size_t size = 7; size < annex.size(); size += 61) {
        CAPTURE(size);
        folder.put(file, annex.substr(0, size));
        const Outcome outcome = run(folder, {"convert", "--schema", "eu-morocco-2013", file, "out.json"});
        CHECK((outcome.code == 3 || outcome.code == 1));
        CHECK(folder.names() == std::vector<std::string>{file});
    }
}

} // namespace

TEST_CASE("no JSON annex that was cut passes for a whole one") {
    // Only the line break at the end may be missing.
    CHECK(clean_prefixes(json_annex, "json") == std::set{json_annex.size() - 1});
    check_no_output(json_annex, "json");
}

TEST_CASE("no XML annex that was cut passes for a whole one") {
    CHECK(clean_prefixes(xml_annex, "xml") == std::set{xml_annex.size() - 1});
    check_no_output(xml_annex, "xml");
}

TEST_CASE("a table that was cut passes for a whole one only between two rows") {
    const std::size_t first_row = csv_annex.find("ma-2013-p1-002");
    // Cut before the declaration's name, the only row says nothing of it, as a table may.
    const std::size_t headless = csv_annex.find("eu-morocco-2013");
    CHECK(clean_prefixes(csv_annex, "csv") == std::set{headless, first_row - 1, first_row, csv_annex.size() - 1});
    check_no_output(csv_annex, "csv");
}

TEST_CASE("NDJSON that was cut passes for whole only between two lines") {
    const std::size_t first_line = ndjson_annex.find('\n') + 1;
    CHECK(clean_prefixes(ndjson_annex, "ndjson") == std::set{first_line - 1, first_line, ndjson_annex.size() - 1});
}
