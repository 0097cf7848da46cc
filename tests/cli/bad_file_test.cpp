// SPDX-License-Identifier: Apache-2.0
// Inputs that are no annex at all, or whose bytes are no text.
#include "annexes.hpp"
#include "program.hpp"

#include <filesystem>

using namespace cli;

TEST_CASE("a file that is not there is an input that cannot be read") {
    const Folder folder;
    const Outcome validated = run(folder, {"validate", "nowhere.json"});
    CHECK(validated.code == 3);
    CHECK(validated.err == "annexkit: error: cannot read nowhere.json: No such file or directory\n");
    CHECK(run(folder, {"convert", "nowhere.json", "out.xml"}).code == 3);
    CHECK(folder.names().empty());
}

TEST_CASE("one file that is not there does not hide the others") {
    const Folder folder;
    folder.put("a.json", json_annex);
    const Outcome outcome = run(folder, {"validate", "nowhere.json", "a.json", "--report", "ndjson"});
    CHECK(outcome.code == 3);
    const auto summaries = lines_of(outcome.out, "summary");
    REQUIRE(summaries.size() == 1);
    CHECK(summaries[0].source == "a.json");
    CHECK(summaries[0].read == 2);
}

TEST_CASE("a folder is not converted, and the way out is told") {
    const Folder folder;
    std::filesystem::create_directory(folder.path() / "folder.json");
    const Outcome outcome = run(folder, {"convert", "folder.json", "out.xml"});
    CHECK(outcome.code == 3);
    CHECK(outcome.err == "annexkit: error: cannot read folder.json: it is a folder\n  hint: name a file in it\n");
    CHECK(folder.names() == std::vector<std::string>{"folder.json"});
}

TEST_CASE("a folder without annexes cannot be validated") {
    const Folder folder;
    folder.put("notes.txt", "nothing");
    const Outcome outcome = run(folder, {"validate", "."});
    CHECK(outcome.code == 3);
    CHECK(outcome.err.find("annexkit: error: no file of a known format in .\n") != std::string::npos);
}

TEST_CASE("an empty file is told as such in every format") {
    const Folder folder;
    for (const std::string format : {"csv", "json", "ndjson", "xml"}) {
        CAPTURE(format);
        folder.put("empty." + format, "");
        CHECK(verdict_on(folder, "empty." + format) == "3 error input.empty");
    }
}

TEST_CASE("a file of nothing but white space or a byte order mark is no annex") {
    const Folder folder;
    folder.put("blank.csv", "\n\n");
    CHECK(verdict_on(folder, "blank.csv") == "3 error csv.no-heading 1:1");
    folder.put("blank.json", " \n");
    CHECK(verdict_on(folder, "blank.json") == "3 error json.syntax 2:1");
    folder.put("blank.xml", " \n");
    CHECK(verdict_on(folder, "blank.xml") == "3 error xml.syntax 2:1");
    folder.put("mark.csv", "\xEF\xBB\xBF");
    CHECK(verdict_on(folder, "mark.csv") == "3 error csv.no-heading 1:1");
}

TEST_CASE("headings without rows are an annex without initiatives") {
    const Folder folder;
    folder.put("a.csv", "id,part,section,objective,partners,initiative\n");
    CHECK(verdict_on(folder, "a.csv", {"--schema", "eu-morocco-2013"}) == "1 error input.no-initiatives");
}

TEST_CASE("an annex without initiatives is read, and is an error") {
    const Folder folder;
    folder.put("a.json", R"({"annex": {"declaration": "eu-morocco-2013"}, "initiatives": []})");
    CHECK(verdict_on(folder, "a.json") == "1 error input.no-initiatives");
    folder.put("a.xml", R"(<annex declaration="eu-morocco-2013"/>)");
    CHECK(verdict_on(folder, "a.xml") == "1 error input.no-initiatives");
}

TEST_CASE("the wrong format under a right extension is named") {
    const Folder folder;
    folder.put("a.csv", json_annex);
    CHECK(verdict_on(folder, "a.csv") == "3 error input.wrong-format");
    folder.put("a.xml", json_annex);
    CHECK(verdict_on(folder, "a.xml") == "3 error input.wrong-format");
    folder.put("a.json", xml_annex);
    CHECK(verdict_on(folder, "a.json") == "3 error input.wrong-format");
    const Outcome outcome = run(folder, {"validate", "a.json"});
    CHECK(outcome.out.find("the name says json, but the content is xml") != std::string::npos);
    CHECK(outcome.out.find("--from") != std::string::npos);
}

TEST_CASE("a table under the name of another format is refused where it starts") {
    const Folder folder;
    const std::string table = content_of(source_file("samples/eu-morocco-2013/annex.csv"));
    for (const std::string name : {"a.json", "a.xml"}) {
        folder.put(name, table);
        CHECK(verdict_on(folder, name) == "3 error input.wrong-format");
    }
    folder.put("a.json", "a, b\n");
    CHECK(verdict_on(folder, "a.json") == "3 error json.syntax 1:1");
}

TEST_CASE("a format that nobody reads is named, with those that are known") {
    const Folder folder;
    folder.put("a.doc", "words");
    const Outcome outcome = run(folder, {"validate", "a.doc"});
    CHECK(outcome.code == 2);
    CHECK(outcome.err.find("no format has the extension \".doc\", and the content of a.doc tells none") !=
          std::string::npos);
    CHECK(outcome.err.find("known: csv, json, ndjson, xml") != std::string::npos);
}

TEST_CASE("invalid UTF-8 is told where it stands") {
    const Folder folder;
    folder.put("a.json", with(json_annex, "Un autre", "Un\xE9 autre"));
    CHECK(verdict_on(folder, "a.json") == "3 error encoding.invalid 3:119");
    folder.put("a.xml", with(xml_annex, "Un autre", "Un\xE9 autre"));
    CHECK(verdict_on(folder, "a.xml") == "3 error encoding.invalid 3:178");
    SUBCASE("even where the beginning of a table is UTF-8") {
        folder.put("a.csv", with(with(csv_annex, "texte", "\xC3\xA9t\xC3\xA9"), "autre", "autr\xE9"));
        CHECK(verdict_on(folder, "a.csv") == "3 error encoding.invalid 3:42");
    }
}

TEST_CASE("bytes that only a table may leave undeclared are taken for Windows-1252, and the report says so") {
    const Folder folder;
    folder.put("a.csv", with(csv_annex, "autre", "\x80 \xE9t\xE9"));
    const Outcome outcome = run(folder, {"validate", "a.csv", "--report", "ndjson"});
    CHECK(outcome.code == 0);
    const auto findings = lines_of(outcome.out, "finding");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "encoding.assumed");
    CHECK(findings[0].message.find("windows-1252") != std::string::npos);
    SUBCASE("where the first of them stands, wherever pieces end") {
        for (const std::string size : {"1", "150", "1000"}) {
            const auto told = lines_of(
                run(folder, {"validate", "a.csv", "--chunk-bytes", size, "--report", "ndjson"}).out, "finding");
            REQUIRE(told.size() == 1);
            CHECK(told[0].line == 3);
            CHECK(told[0].column == 38);
            CHECK(told[0].offset == 158);
        }
    }
    REQUIRE(run(folder, {"convert", "a.csv", "a.json"}).code == 0);
    CHECK(folder.content("a.json").find("Un \u20AC \u00E9t\u00E9.") != std::string::npos);
}

TEST_CASE("a NUL byte is told where it stands") {
    const Folder folder;
    const std::string nul(1, '\0');
    folder.put("a.csv", with(csv_annex, "Un texte", "Un" + nul + "texte"));
    CHECK(verdict_on(folder, "a.csv") == "3 error encoding.nul 2:34");
    folder.put("a.json", with(json_annex, "Un texte", "Un" + nul + "texte"));
    CHECK(verdict_on(folder, "a.json") == "3 error encoding.nul 2:113");
    folder.put("a.xml", with(xml_annex, "Un texte", "Un" + nul + "texte"));
    CHECK(verdict_on(folder, "a.xml") == "3 error encoding.nul 2:157");
}

TEST_CASE("UTF-16 without a byte order mark is recognised") {
    const Folder folder;
    folder.put("le.csv", utf16(csv_annex, Order::little));
    folder.put("be.json", utf16(json_annex, Order::big));
    folder.put("le.xml", utf16(xml_annex, Order::little));
    for (const std::string file : {"le.csv", "be.json", "le.xml"}) {
        CAPTURE(file);
        CHECK(verdict_on(folder, file) == "3 error encoding.utf16-without-bom 1:1");
    }
    SUBCASE("and read when the option says so") {
        for (const std::string file : {"le.csv", "le.xml"})
            CHECK(run(folder, {"validate", file, "--from-option", "encoding=utf-16le"}).code == 0);
        CHECK(run(folder, {"validate", "be.json", "--from-option", "encoding=utf-16be"}).code == 0);
    }
}

TEST_CASE("a declared encoding that is not known is told with those that are") {
    const Folder folder;
    folder.put("a.xml", "<?xml version=\"1.0\" encoding=\"EBCDIC-FR\"?>\n" + xml_annex);
    CHECK(verdict_on(folder, "a.xml") == "3 error encoding.unsupported");
    CHECK(run(folder, {"validate", "a.xml"}).out.find("windows-1252") != std::string::npos);
}

TEST_CASE("a document that declares another encoding than it is in is refused (XML 1.0, 4.3.3)") {
    const Folder folder;
    const auto declaring = [](const std::string& name, const std::string& annex) {
        return "<?xml version=\"1.0\" encoding=\"" + name + "\"?>\n" + annex;
    };
    const std::string mark = "\xEF\xBB\xBF";
    const std::string accented = with(xml_annex, "Un texte", "Un \xC3\xA9t\xC3\xA9");
    const auto little = [&](const std::string& name) {
        return utf16("\xEF\xBB\xBF" + declaring(name, accented), Order::little);
    };
    const auto big = [&](const std::string& name) {
        return utf16("\xEF\xBB\xBF" + declaring(name, accented), Order::big);
    };
    const auto verdict = [&](const std::string& input) {
        folder.put("a.xml", input);
        return verdict_on(folder, "a.xml");
    };
    const std::string refused = "3 error encoding.contradicted 1:31";
    for (const std::string name : {"UTF-8", "ISO-8859-1", "windows-1252", "US-ASCII"}) {
        CAPTURE(name);
        CHECK(verdict(little(name)) == refused);
        CHECK(verdict(big(name)) == refused);
    }
    CHECK(verdict(little("UTF-16BE")) == refused);
    CHECK(verdict(big("UTF-16LE")) == refused);
    for (const std::string name : {"ISO-8859-1", "windows-1252", "US-ASCII", "UTF-16"}) {
        CAPTURE(name);
        CHECK(verdict(mark + declaring(name, xml_annex)) == refused);
    }
    for (const std::string name : {"UTF-16", "UTF-16LE", "UTF-16BE"}) {
        CAPTURE(name);
        CHECK(verdict(declaring(name, xml_annex)) == refused);
    }
    SUBCASE("at the first byte that is not ASCII, where that is declared") {
        const std::string ascii = with(xml_annex, "Un autre", "Un autr\xC3\xA9");
        CHECK(verdict(declaring("US-ASCII", ascii)) == "3 error encoding.contradicted 4:183");
        CHECK(verdict(declaring("US-ASCII", with(xml_annex, "Un autre", "Un autr\xE9"))) ==
              "3 error encoding.contradicted 4:183");
    }
    SUBCASE("and told with both encodings and the way out") {
        folder.put("a.xml", little("UTF-8"));
        const std::string out = run(folder, {"validate", "a.xml", "--report", "ndjson"}).out;
        CHECK(out.find("declares the encoding UTF-8, but it begins with the byte order mark of utf-16le") !=
              std::string::npos);
        CHECK(out.find("--from-option encoding=NAME") != std::string::npos);
        CHECK(run(folder, {"validate", "a.xml", "--from-option", "encoding=utf-16le"}).code == 0);
        folder.put("a.xml", declaring("US-ASCII", accented));
        CHECK(run(folder, {"validate", "a.xml", "--from-option", "encoding=utf-8"}).code == 0);
    }
    SUBCASE("and one that is what it declares is read") {
        folder.put("le.xml", little("UTF-16"));
        folder.put("be.xml", big("utf-16"));
        folder.put("le2.xml", little("UTF-16LE"));
        folder.put("8.xml", declaring("utf-8", accented));
        folder.put("mark.xml", mark + declaring("UTF-8", accented));
        folder.put("ascii.xml", declaring("US-ASCII", xml_annex));
        folder.put("latin.xml", declaring("ISO-8859-1", xml_annex));
        folder.put("1252.xml", declaring("windows-1252", with(xml_annex, "Un texte", "Un \xE9t\xE9")));
        for (const std::string file :
             {"le.xml", "be.xml", "le2.xml", "8.xml", "mark.xml", "ascii.xml", "latin.xml", "1252.xml"}) {
            CAPTURE(file);
            CHECK(run(folder, {"validate", file}).code == 0);
        }
    }
}

TEST_CASE("an initiative beyond the limit is refused with the option that raises it") {
    const Folder folder;
    const std::string longer = times(30'000, "abcdefgh");
    folder.put("a.csv", with(csv_annex, "Un texte.", longer));
    folder.put("a.json", with(json_annex, "Un texte.", longer));
    folder.put("a.xml", with(xml_annex, "Un texte.", longer));
    for (const std::string file : {"a.csv", "a.json", "a.xml"}) {
        CAPTURE(file);
        CHECK(verdict_on(folder, file, {"--max-record-bytes", "100000", "--chunk-bytes", "10000"})
                  .starts_with("3 error limit.record-bytes "));
        CHECK(run(folder, {"validate", file, "--max-record-bytes", "300000", "--chunk-bytes", "10000"}).code == 0);
    }
}

TEST_CASE("a cell of 100 MB is beyond the limit that holds unless another is asked for") {
    const Folder folder;
    folder.put("a.csv", with(csv_annex, "Un texte.", times(10'000'000, "0123456789")));
    const Outcome outcome = run(folder, {"validate", "a.csv"});
    CHECK(outcome.code == 3);
    CHECK(outcome.out.find("longer than 67108864 bytes") != std::string::npos);
    CHECK(outcome.out.find("raise the limit with --max-record-bytes") != std::string::npos);
}

TEST_CASE("a link that leads nowhere is told, and the other files of its folder are read") {
    const Folder folder;
    std::filesystem::create_directory(folder.path() / "in");
    folder.put("in/a.json", content_of(source_file("samples/eu-morocco-2013/annex.json")));
    std::filesystem::create_symlink("loop.json", folder.path() / "in" / "loop.json");
    std::filesystem::create_symlink("nowhere.csv", folder.path() / "in" / "gone.csv");
    const auto outcome = run(folder, {"validate", "in"});
    CHECK(outcome.code == 3);
    CHECK(outcome.err == "annexkit: error: cannot read in/gone.csv: No such file or directory\n"
                         "annexkit: error: cannot read in/loop.json: Too many levels of symbolic links\n");
    CHECK(outcome.out.find("in/a.json: 105 initiatives, 0 errors") != std::string::npos);
}

TEST_CASE("CSV on standard input is told by its content") {
    const Folder folder;
    const auto outcome = run(folder, {"validate", "-"}, content_of(source_file("samples/eu-morocco-2013/annex.csv")));
    CHECK(outcome.code == 0);
    CHECK(outcome.out.find("<stdin>: 105 initiatives, 0 errors") != std::string::npos);
}

TEST_CASE("a declaration that is misspelt by case or spaces is a finding with its place") {
    const Folder folder;
    folder.put("a.json", "{\"annex\": {\"declaration\": \"EU-Morocco-2013 \"}, \"initiatives\": []}");
    CHECK(verdict_on(folder, "a.json") == "1 error annex.other-declaration 1:28, error input.no-initiatives");
}

TEST_CASE("a wrong command line is explained in the order in which it was typed") {
    const Folder folder;
    const auto said = [&](const std::vector<std::string>& arguments) {
        const auto outcome = run(folder, arguments);
        CHECK(outcome.code == 2);
        return outcome.err.substr(0, outcome.err.find('\n'));
    };
    CHECK(said({}) == "annexkit: error: no command was given");
    CHECK(said({"convrt", "a.json", "b.xml"}) == "annexkit: error: there is no command \"convrt\"");
    CHECK(said({"validate", "--lng", "fr", "a.json"}) == "annexkit: error: validate takes no \"--lng\"");
    CHECK(said({"--lang", "fr", "validate", "a.json"}) == "annexkit: error: \"--lang\" stands before the command");
    CHECK(said({"validate", "--chunk-bytes", "0", "a.json"}) ==
          "annexkit: error: --chunk-bytes is \"0\", but must be from 1 to 1073741824");
    CHECK(said({"convert", "-", "."}) == "annexkit: error: . is a folder");
}
