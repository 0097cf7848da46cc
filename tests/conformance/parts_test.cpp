// SPDX-License-Identifier: Apache-2.0
// Annexes that are converted in parts: the parts joined are the whole, in every pair of formats.
#include <annexkit/job.hpp>
#include <annexkit/streams.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

using std::filesystem::path;

/// A gigabyte of lines of a thousand bytes each, made as they are read.
class Lines : public annexkit::ByteSource {
  public:
    static constexpr std::uint64_t line_bytes = 1000;
    static constexpr std::uint64_t lines = 1'000'000;

    annexkit::Result<std::size_t> read(std::span<char> into) override {
        std::size_t size = 0;
        while (size < into.size() && at_ < *this->size()) {
            const std::string line = fmt::format("{{\"id\":\"{:0{}}\"}}\n", at_ / line_bytes, line_bytes - 10);
            const auto begin = static_cast<std::size_t>(at_ % line_bytes);
            const std::size_t more = std::min(into.size() - size, line.size() - begin);
            std::copy_n(line.data() + begin, more, into.data() + size);
            size += more;
            at_ += more;
        }
        read_ += size;
        return size;
    }
    [[nodiscard]] std::optional<std::uint64_t> size() const override { return line_bytes * lines; }
    annexkit::Result<void> seek(std::uint64_t offset) override {
        at_ = offset;
        return {};
    }
    [[nodiscard]] std::uint64_t bytes_read() const { return read_; }

  private:
    std::uint64_t at_ = 0;
    std::uint64_t read_ = 0;
};

// What all jobs share: the formats and the schema.
struct Shared {
    annexkit::Registry formats;
    std::shared_ptr<const annexkit::Schema> schema;

    Shared() {
        const path plugins = ANNEXKIT_PLUGINS;
        formats.load_folders(std::span(&plugins, 1));
        schema = *annexkit::Schema::load(path(ANNEXKIT_SOURCE_DIR) / "schemas" / "eu-morocco-2013.schema.json");
    }
};

const Shared& shared() {
    static const Shared all;
    return all;
}

constexpr unsigned several = 3;

struct Wanted {
    std::string_view from;
    std::string_view to;
    annexkit::Shard shard{};
    std::size_t chunk_bytes = annexkit::Limits().chunk_bytes;
    unsigned threads = 1;
    annexkit::OptionMap write_options{};
};

struct Done {
    std::string output;
    annexkit::Summary summary;
    std::vector<annexkit::Finding> findings;
    std::string error;
};

Done convert(annexkit::ByteSource& source, const Wanted& wanted) {
    annexkit::MemoryTarget target;
    Done done;
    annexkit::Job job;
    job.input = {"annex", &source, shared().formats.find(wanted.from), {}, wanted.shard};
    job.output = annexkit::Output{&target, shared().formats.find(wanted.to), wanted.write_options};
    job.schema = shared().schema;
    job.on_invalid = annexkit::OnInvalid::keep;
    job.threads = wanted.threads;
    job.limits.chunk_bytes = wanted.chunk_bytes;
    job.on_finding = [&](const annexkit::Finding& finding) { done.findings.push_back(finding); };
    const auto summary = annexkit::run(shared().formats, job);
    if (summary) done.summary = *summary;
    if (!summary) done.error = summary.error().message;
    done.output = target.bytes();
    return done;
}

Done convert(std::string_view text, const Wanted& wanted) {
    annexkit::MemorySource source(text);
    return convert(source, wanted);
}

/// What all parts have in common with the whole.
struct Joined {
    std::string output;
    std::uint64_t read = 0;
    std::uint64_t findings = 0;
    std::string error;
    bool operator==(const Joined&) const = default;
};

Joined joined(std::string_view text, Wanted wanted, std::uint32_t parts) {
    Joined all;
    for (std::uint32_t part = 1; part <= parts; ++part) {
        wanted.shard = {part, parts};
        const Done done = convert(text, wanted);
        all.output += done.output;
        all.read += done.summary.read;
        all.findings += done.findings.size();
        all.error += done.error;
        // They are told where they are not known.
        for (const auto& finding : done.findings)
            if (part > 1 && finding.ordinal + finding.place.row != 0) all.error += "a number that nobody counted";
    }
    return all;
}

Joined whole(std::string_view text, const Wanted& wanted) {
    const Done done = convert(text, wanted);
    return {done.output, done.summary.read, done.findings.size(), done.error};
}

constexpr std::string_view formats[] = {"csv", "json", "ndjson", "xml"};

std::string sample(const char* folder) {
    std::ifstream stream(path(ANNEXKIT_SOURCE_DIR) / "samples" / folder / "annex.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void check_parts(std::string_view text, const Wanted& wanted, std::uint32_t parts) {
    CAPTURE(wanted.from);
    CAPTURE(wanted.to);
    CAPTURE(wanted.chunk_bytes);
    CAPTURE(parts);
    const Joined expected = whole(text, wanted);
    const Joined found = joined(text, wanted, parts);
    CHECK(found.error.empty());
    CHECK(found.read == expected.read);
    CHECK(found.findings == expected.findings);
    // The texts themselves would fill the screen.
    CHECK((found.output == expected.output));
}

void check_all_pairs(const char* folder) {
    const std::string annex = sample(folder);
    for (const auto from : formats) {
        const std::string text = convert(annex, {"json", from}).output;
        for (const auto to : formats) {
            for (const std::uint32_t parts : {1U, 2U, 3U, 7U}) check_parts(text, {from, to}, parts);
            check_parts(text, {.from = from, .to = to, .chunk_bytes = 1}, 3);
            check_parts(text, {.from = from, .to = to, .chunk_bytes = 700, .threads = several}, 5);
        }
        check_parts(text, {.from = from, .to = "json", .chunk_bytes = 700}, 200);
    }
}

} // namespace

TEST_CASE("the parts of the real annex, joined, are the whole") { check_all_pairs("eu-morocco-2013"); }

TEST_CASE("the parts of a hostile annex, joined, are the whole") { check_all_pairs("hostile"); }

TEST_CASE("parts are cut in inputs of any encoding and layout") {
    const std::string annex = sample("eu-morocco-2013");
    std::string utf16 = "\xFF\xFE";
    for (const char byte : convert(annex, {"json", "csv"}).output) utf16 += {byte < 0 ? '?' : byte, '\0'};
    for (const std::uint32_t parts : {7U, 101U}) check_parts(utf16, {"csv", "json"}, parts);

    std::string windows = convert(annex, {"json", "csv"}).output;
    for (char& byte : windows)
        if (byte < 0) byte = '\xE9';
    for (const std::uint32_t parts : {7U, 101U}) check_parts(windows, {"csv", "xml"}, parts);

    const std::string lines = convert(annex, {"json", "ndjson"}).output;
    check_parts("\xEF\xBB\xBF\n\r\n  " + lines + "\n\n", {"ndjson", "csv"}, 7);
    std::string spread;
    for (const char byte : lines) spread += byte == '\n' ? "\r\n \n\t" : std::string(1, byte);
    check_parts(spread, {"ndjson", "json"}, 13);
    check_parts(lines, {"json", "json"}, 7);
}

TEST_CASE("a head that is longer than the first parts is written once") {
    const std::string filler(4000, 'x');
    const std::string annex =
        R"({"annex":{"declaration":"eu-morocco-2013","x":")" + filler + R"("},"initiatives":[{"id":"a"},{"id":"b"}]})";
    for (const auto to : {"csv", "json", "xml"}) check_parts(annex, {"json", to}, 9);
}

TEST_CASE("the parts of an annex without initiatives, joined, are the whole") {
    const std::string annex =
        R"({"annex":{"declaration":"eu-morocco-2013"},"initiatives":[                                  ]})";
    for (const auto to : formats) check_parts(annex, {"json", to}, 3);
    // Blank rows are no initiatives, though a scan takes them for some.
    std::string rows = "id,part,section,objective,objective_text,partners,initiative,bodies\n";
    for (int row = 0; row < 200; ++row) rows += ",,,,,,,\n";
    check_parts(rows, {.from = "csv", .to = "json", .chunk_bytes = 100}, 4);
    check_parts(rows + "a,,,,,,,\n", {.from = "csv", .to = "json", .chunk_bytes = 100}, 4);
}

namespace {

/// Parts of one byte each: every place is tried as a cut.
void check_every_cut(std::string_view text, Wanted wanted) {
    check_parts(text, wanted, static_cast<std::uint32_t>(text.size()));
    wanted.chunk_bytes = 40;
    check_parts(text, wanted, static_cast<std::uint32_t>(text.size() / 3));
    wanted.threads = several;
    check_parts(text, wanted, 11);
}

} // namespace

TEST_CASE("line breaks in quoted cells are no cuts") {
    const std::string_view annex = "id,initiative,bodies,unknown\r\n"
                                   "a,\"line\nb,\"\"no\"\",c\nd\",\"x|\n|y\",\r\n"
                                   "\"b\n\",\"\"\"\n\"\"\",,\"\"\n"
                                   ",,,\n\n"
                                   "c,\"\r\n\"\"\r\n,\r\n\",z,u\r"
                                   "d,\"last\nline\"";
    for (const auto to : formats) check_every_cut(annex, {"csv", to});
}

TEST_CASE("tags in comments, instructions and CDATA sections are no cuts") {
    const std::string_view annex =
        R"(<?xml version="1.0"?><!-- <annex><initiative/> --><annex declaration="eu-morocco-2013" x="/>">)"
        R"(<!-- <initiative><id>no</id></initiative> --><initiative><id>a</id><initiative><![CDATA[</initiative>)"
        R"(</initiative><initiative><id>no</id></initiative>]]></initiative></initiative><?no <initiative> ?>)"
        "\n<initiative><id>b</id><!-- </initiative> --><initiative>]]&gt;</initiative></initiative>"
        "<!--<initiative>--></annex><!-- <initiative/> -->\n";
    for (const auto to : formats) check_every_cut(annex, {"xml", to});
}

TEST_CASE("brackets in texts are no cuts") {
    const std::string list = R"([{"id":"a","initiative":"},{\"id\":\"no\"}]}"} ,)"
                             "\n"
                             R"({"id":"b","initiative":"\\","x":{"y":[{},[{"id":"]"}]]}},{"id":"c","z":"\\\"}"}  ])";
    for (const auto to : formats) {
        check_every_cut(list, {"json", to});
        check_every_cut(R"({"initiatives_":"[{","annex":{"declaration":"eu-morocco-2013"},"initiatives":)" + list +
                            "}\n",
                        {"json", to});
    }
}

TEST_CASE("an input that is not of lines, though its name says so, is not entered at one") {
    const std::string annex = sample("eu-morocco-2013");
    check_parts(annex, {.from = "ndjson", .to = "csv", .chunk_bytes = 100}, 9);
}

TEST_CASE("an input of lines is entered at one, though its name does not say so") {
    Lines source;
    const Done done = convert(source, {.from = "json", .to = "csv", .shard = {500, 1000}});
    CHECK(done.summary.read == 1000);
    CHECK(source.bytes_read() < 2'300'000);
}

TEST_CASE("a part joins to the first initiative that was written, not to the first one") {
    const std::string broken = "{\"id\":\n{\"id\":}\n\n\n";
    std::string lines;
    for (int i = 0; i < 40; ++i) lines += fmt::format("{{\"id\":\"{}\"}}\n", i);
    for (const auto to : formats) {
        check_parts(broken + lines, {.from = "ndjson", .to = to, .chunk_bytes = 1}, 20);
        check_parts(broken + lines, {.from = "ndjson", .to = to, .chunk_bytes = 30, .threads = several}, 20);
        check_parts(broken + broken, {.from = "ndjson", .to = to, .chunk_bytes = 1}, 5);
    }
    // What the encoding of the output lacks is left out, too.
    std::string rows = "id,initiative\na,\u0416\nb,\u0416\n";
    for (int i = 0; i < 20; ++i) rows += fmt::format("c{},x\n", i);
    check_parts(rows, {.from = "csv", .to = "csv", .chunk_bytes = 1, .write_options = {{"encoding", "windows-1252"}}},
                9);
}

TEST_CASE("a part of a format of lines is read alone") {
    Lines source;
    const Done done = convert(source, {.from = "ndjson", .to = "csv", .shard = {500, 1000}});
    CHECK(done.summary.read == 1000);
    CHECK(done.output.substr(980, 11) == "0000499000,");
    // The part has a million bytes; beside it the beginning and the search for its line are read.
    CHECK(source.bytes_read() < 2'300'000);
}

TEST_CASE("a finding of a later part has its byte, and no number that nobody counted") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += fmt::format("{{\"id\":\"ma-2013-p1-{:03}\",\"part\":1}}\n", i);
    const std::size_t at = text.find("\"part\":1", 1800);
    text.replace(at, 8, "\"part\":x");
    const Done done = convert(text, {.from = "ndjson", .to = "csv", .shard = {2, 2}});
    const auto found = std::find_if(done.findings.begin(), done.findings.end(),
                                    [](const auto& finding) { return finding.rule.starts_with("json."); });
    REQUIRE(found != done.findings.end());
    CHECK(found->place.offset == at + 7);
    CHECK(found->place.line == 0);
    CHECK(found->ordinal == 0);
    CHECK(found->place.address.empty());
}

TEST_CASE("a later part of a format that is read from its start has lines") {
    const std::string annex = convert(sample("eu-morocco-2013"), {"json", "csv"}).output;
    const Done all = convert(annex, {"csv", "json"});
    const Done part = convert(annex, {.from = "csv", .to = "json", .shard = {2, 2}});
    REQUIRE_FALSE(part.findings.empty());
    CHECK(part.findings.back().place.line == all.findings.back().place.line);
    CHECK(part.findings.back().place.offset == all.findings.back().place.offset);
}

TEST_CASE("a part is refused where it could not be joined") {
    const auto refused = [](const annexkit::Shard& shard, annexkit::OnInvalid on_invalid) {
        annexkit::MemoryTarget target;
        annexkit::MemorySource source("{}\n");
        annexkit::Job job;
        job.input = {"annex", &source, shared().formats.find("ndjson"), {}, shard};
        job.output = annexkit::Output{&target, shared().formats.find("csv"), {}};
        job.schema = shared().schema;
        job.on_invalid = on_invalid;
        const auto summary = annexkit::run(shared().formats, job);
        return summary ? std::string() : summary.error().message;
    };
    CHECK(refused({2, 2}, annexkit::OnInvalid::skip) == "a part cannot leave out initiatives");
    CHECK(refused({0, 2}, annexkit::OnInvalid::keep) == "there is no part 0 of 2");
    CHECK(refused({3, 2}, annexkit::OnInvalid::keep) == "there is no part 3 of 2");
    CHECK(refused({1, 0}, annexkit::OnInvalid::keep) == "there is no part 1 of 0");
    CHECK(refused({1, 100'001}, annexkit::OnInvalid::keep) == "there is no part 1 of 100001");
}
