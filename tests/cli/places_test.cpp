// SPDX-License-Identifier: Apache-2.0
// Places are those of the original file: whatever its encoding, its byte order mark, its line ends, and the line breaks
// inside its values.
#include "annexes.hpp"
#include "program.hpp"

#include <map>

using namespace cli;

namespace {

/// The text with every "\n" replaced, inside values too.
std::string with_line_ends(std::string_view text, std::string_view line_end) {
    std::string result;
    for (const char byte : text) {
        if (byte == '\n')
            result += line_end;
        else
            result += byte;
    }
    return result;
}

/// Of the characters beyond ASCII, those that the annexes below have.
std::string windows1252(std::string text) {
    for (const auto& [from, to] :
         {std::pair("\u00C9", "\xC9"), {"\u00E9", "\xE9"}, {"\u20AC", "\x80"}, {"\u0153", "\x9C"}})
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from))
            text.replace(at, std::string(from).size(), to);
    return text;
}

std::string utf8(std::string text) { return text; }
std::string utf16_little(std::string text) { return utf16(text, Order::little); }
std::string utf16_big(std::string text) { return utf16(text, Order::big); }

struct Form {
    const char* name;
    const char* mark;
    std::string (*encode)(std::string);
};
const std::vector<Form> unicode_forms = {{"utf-8", "", utf8},
                                         {"utf-8-mark", "\xEF\xBB\xBF", utf8},
                                         {"utf-16le", "\xFF\xFE", utf16_little},
                                         {"utf-16be", "\xFE\xFF", utf16_big}};
const std::vector<Form> old_forms = {{"windows-1252", "", windows1252}};
const std::map<std::string, std::string> line_ends = {{"lf", "\n"}, {"crlf", "\r\n"}, {"cr", "\r"}};

/// Writes the annex in every form with every line end, validates all of them at once, and holds the only error of each
/// to its line and column, and to the bytes "40" of the original.
void check_every_form(const std::string& format, const std::string& annex, const std::vector<Form>& forms,
                      const std::string& place) {
    const Folder folder;
    std::map<std::string, const Form*> form_of;
    for (const auto& form : forms)
        for (const auto& [name, line_end] : line_ends) {
            const std::string file = std::string(form.name) + "." + name + "." + format;
            folder.put(file, form.mark + form.encode(with_line_ends(annex, line_end)));
            form_of[file] = &form;
        }
    const Outcome outcome = run(folder, {"validate", ".", "--schema", "eu-morocco-2013", "--report", "ndjson"});
    CHECK(outcome.code == 1);
    std::size_t errors = 0;
    for (const auto& finding : lines_of(outcome.out, "finding")) {
        if (finding.severity != "error") continue;
        ++errors;
        CAPTURE(finding.source);
        CHECK(finding.rule == "objective.unknown");
        CHECK(std::to_string(finding.line) + ":" + std::to_string(finding.column) == place);
        const std::string bytes = folder.content(finding.source).substr(finding.offset, finding.size);
        CHECK(bytes == form_of.at(finding.source)->encode("40"));
        CHECK(finding.excerpt == "40");
    }
    CHECK(errors == form_of.size());
}

const std::string csv = "initiative,id,part,section,objective,partners\n"
                        "\"\u00C9t\u00E9\nsur trois\nlignes \u0153\",ma-2013-p1-001,1,mobilite,1,UE\n"
                        "\u00C9t\u00E9 \u20AC,ma-2013-p1-002,1,mobilite,40,UE\n";

const std::string json =
    "{\"initiatives\": [\n"
    "{\"id\": \"ma-2013-p1-001\", \"part\": 1,\n"
    "\"section\": \"mobilite\", \"objective\": 1,\n\n"
    "\"partners\": [\n\"UE\"\n], \"initiative\": \"\u00C9t\u00E9 \u0153\"},\n"
    "{\"initiative\": \"\u00C9t\u00E9 \u20AC\", \"objective\": 40, \"id\": \"ma-2013-p1-002\", \"part\": 1,\n"
    "\"section\": \"mobilite\", \"partners\": [\"UE\"]}\n]}\n";

const std::string xml = "<annex\ndeclaration=\"eu-morocco-2013\">\n"
                        "<!-- a comment\nover two lines -->\n"
                        "<initiative>\n<id>ma-2013-p1-001</id><part>1</part><section>mobilite</section>\n"
                        "<objective>1</objective><partners><partner>UE</partner></partners>\n"
                        "<initiative>\u00C9t\u00E9\nsur <![CDATA[trois\nlignes]]> \u0153</initiative>\n</initiative>\n"
                        "<initiative><initiative>\u00C9t\u00E9 \u20AC</initiative><objective>40</objective>"
                        "<id>ma-2013-p1-002</id><part>1</part><section>mobilite</section>"
                        "<partners><partner>UE</partner></partners></initiative>\n</annex>\n";

} // namespace

TEST_CASE("a place in a table is that of the original file") {
    check_every_form("csv", csv, unicode_forms, "5:33");
    check_every_form("csv", csv, old_forms, "5:33");
}

TEST_CASE("a place in JSON is that of the original file") { check_every_form("json", json, unicode_forms, "8:38"); }

TEST_CASE("a place in XML is that of the original file") {
    check_every_form("xml", xml, unicode_forms, "12:54");
    check_every_form("xml", "<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n" + xml, old_forms, "13:54");
}

TEST_CASE("a character beyond the basic plane is one column and two units of UTF-16") {
    const std::string ship = "\U0001F6A2\U0001F6A2";
    check_every_form("csv", with(csv, " \u20AC", ship), unicode_forms, "5:33");
    check_every_form("json", with(json, " \u20AC", ship), unicode_forms, "8:38");
    check_every_form("xml", with(xml, " \u20AC", ship), unicode_forms, "12:54");
}

TEST_CASE("places do not depend on how the input is cut into pieces") {
    const Folder folder;
    folder.put("a.csv", utf16(csv, Order::little));
    folder.put("a.json", json);
    folder.put("a.xml", with_line_ends(xml, "\r\n"));
    for (const std::string file : {"a.csv", "a.json", "a.xml"}) {
        CAPTURE(file);
        const auto report = [&](const std::string& bytes, const std::string& jobs) {
            std::vector<std::string> words = {"validate", file,     "--schema",      "eu-morocco-2013",
                                              "--report", "ndjson", "--chunk-bytes", bytes,
                                              "--jobs",   jobs};
            if (file == "a.csv") words.insert(words.end(), {"--from-option", "encoding=utf-16le"});
            return run(folder, words).out;
        };
        const std::string whole = report("1000000", "1");
        CHECK(lines_of(whole, "finding").size() == 1);
        for (const std::string bytes : {"1", "50", "200"}) {
            CHECK(report(bytes, "1") == whole);
            CHECK(report(bytes, "3") == whole);
        }
    }
}
