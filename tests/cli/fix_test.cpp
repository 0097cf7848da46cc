// SPDX-License-Identifier: Apache-2.0
// The real annex is spoiled in ways that can be mended without asking, spelled in every format and dialect, and mended:
// the bytes are those of the annex that was never spoiled.
#include "program.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

using namespace cli;

namespace {

/// Spoils an annex, seldom enough that most of it stays.
class Spoiler {
  public:
    Spoiler(rapidjson::Document& annex, unsigned seed) : annex_(annex), random_(seed) {}

    void run() {
        for (auto& initiative : annex_["initiatives"].GetArray()) {
            if (one_in(3)) spoil_partners(initiative["partners"]);
            if (one_in(4)) spoil_section(initiative["section"]);
            if (one_in(4)) spoil_objective(initiative);
            if (one_in(2)) spoil_text(initiative["initiative"]);
            if (initiative.HasMember("bodies") && !initiative["bodies"].Empty() && one_in(3))
                spoil_text(initiative["bodies"][0]);
        }
    }
    [[nodiscard]] int count() const { return count_; }

  private:
    bool one_in(unsigned n) { return random_() % n == 0; }

    void set(rapidjson::Value& value, const std::string& text) {
        value.SetString(text.c_str(), static_cast<rapidjson::SizeType>(text.size()), annex_.GetAllocator());
        ++count_;
    }

    void spoil_partners(rapidjson::Value& partners) {
        auto& first = partners[0];
        const std::string code = first.GetString();
        switch (random_() % 5) {
        case 0: return set(first, lower(code));
        case 1: return set(first, " " + code + "  ");
        case 2:
            if (code == "UE" || code == "UK") return set(first, code == "UE" ? "EU" : "gb");
            return set(first, code == "ES" ? "Kingdom of Spain" : code + " ");
        default:
            if (partners.Size() < 2) return set(first, lower(code));
            set(first, code + (one_in(2) ? "/" : " et ") + partners[1].GetString());
            partners.Erase(partners.Begin() + 1);
        }
    }

    void spoil_section(rapidjson::Value& section) {
        std::string code = section.GetString();
        if (one_in(2)) return set(section, " " + code);
        code[0] = static_cast<char>(code[0] - 'a' + 'A');
        set(section, code);
    }

    void spoil_objective(rapidjson::Value& initiative) {
        auto& objective = initiative["objective"];
        const std::string number = std::to_string(objective.GetInt());
        switch (random_() % 3) {
        case 0: return set(objective, " " + number);
        case 1: return set(objective, number + ".");
        default: break;
        }
        // Where the annex quotes the declaration to the letter.
        const std::string text = initiative["objective_text"].GetString();
        const std::string beginning = text.substr(0, text.find(' ', 20));
        // A cell that was quoted for what it said keeps its quotes.
        const bool is_plain = beginning.find_first_of(",;|'\"") == std::string::npos;
        if (objective.GetInt() <= 9 && is_plain) set(objective, number + ". " + beginning);
    }

    void spoil_text(rapidjson::Value& value) {
        const std::string text = value.GetString();
        switch (random_() % 4) {
        case 0: return set(value, (one_in(2) ? " " : "") + text + " ");
        case 1: {
            const auto space = text.find(' ');
            const bool inside = space != std::string::npos && text[space - 1] != '\n' && text[space + 1] != '\n' &&
                                text[space + 1] != ' ' && text.find('\n') > space;
            if (inside) set(value, text.substr(0, space) + "  " + text.substr(space));
            return;
        }
        case 2:
            if (text.find("\u00E9") != std::string::npos) set(value, decomposed(text));
            return;
        default:
            if (const auto misread = misread_of(text); !misread.empty()) set(value, misread);
        }
    }

    static std::string lower(std::string text) {
        for (char& byte : text) byte = static_cast<char>(byte - 'A' + 'a');
        return text;
    }

    static std::string decomposed(std::string text) {
        for (auto at = text.find("\u00E9"); at != std::string::npos; at = text.find("\u00E9", at))
            text.replace(at, 2, "e\u0301");
        return text;
    }

    /// UTF-8 read as Latin-1, of texts whose letters have the accents that French has most.
    static std::string misread_of(const std::string& text) {
        std::string result;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if (byte < 0x80) {
                result += text[at];
                continue;
            }
            const bool is_letter = byte == 0xC3 && static_cast<unsigned char>(text[at + 1]) > 0xA0;
            if (!is_letter) return {};
            result += "\u00C3";
            result += '\xC2';
            result += text[++at];
        }
        return result == text ? std::string() : result;
    }

    rapidjson::Document& annex_;
    std::mt19937 random_;
    int count_ = 0;
};

std::string json_of(const rapidjson::Document& document) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    document.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

struct Dialect {
    std::string extension;
    std::vector<std::string> options;
    std::vector<std::string> reading = {};
};

} // namespace

TEST_CASE("what was spoiled is mended, and every other byte stays") {
    const std::vector<Dialect> dialects = {
        {"json", {}},
        {"json", {"--to-option", "indent=0"}},
        {"ndjson", {}, {"--schema", "eu-morocco-2013"}},
        {"xml", {}},
        {"xml", {"--to-option", "indent=0", "--to-option", "namespace=true"}},
        {"csv", {}},
        {"csv", {"--to-option", "delimiter=;", "--to-option", "line-end=crlf", "--to-option", "bom=true"}},
        {"csv",
         {"--to-option", "delimiter=|", "--to-option", "list-separator=;", "--to-option", "quote='"},
         {"--from-option", "delimiter=|", "--from-option", "list-separator=;", "--from-option", "quote='"}},
        {"csv", {"--to-option", "encoding=utf-16le", "--to-option", "bom=true"}},
    };
    for (unsigned seed = 1; seed <= 3; ++seed) {
        CAPTURE(seed);
        rapidjson::Document annex;
        annex.Parse(content_of(source_file("samples/eu-morocco-2013/annex.json")).c_str());
        const std::string sound = json_of(annex);
        Spoiler spoiler(annex, seed);
        spoiler.run();
        CHECK(spoiler.count() > 100);
        const std::string spoiled = json_of(annex);
        for (const auto& dialect : dialects) {
            CAPTURE(dialect.extension);
            CAPTURE(fmt::format("{}", fmt::join(dialect.options, " ")));
            const Folder folder;
            folder.put("in.sound.json", sound);
            folder.put("in.spoiled.json", spoiled);
            for (const std::string name : {"sound", "spoiled"}) {
                std::vector<std::string> conversion = {
                    "convert", "in." + name + ".json", name + "." + dialect.extension, "--on-invalid", "keep",
                    "--force"};
                conversion.insert(conversion.end(), dialect.options.begin(), dialect.options.end());
                const Outcome converted = run(folder, conversion);
                CAPTURE(converted.err);
                REQUIRE(converted.code <= 1);
            }
            const std::string wanted = folder.content("sound." + dialect.extension);
            const std::string file = "spoiled." + dialect.extension;
            std::vector<std::string> options = {file, "--lang", "en", "--chunk-bytes", "7000"};
            options.insert(options.end(), dialect.reading.begin(), dialect.reading.end());
            const auto with = [&](std::vector<std::string> words) {
                words.insert(words.end(), options.begin(), options.end());
                return run(folder, words);
            };
            const Outcome diff = with({"fix", "--diff"});
            CHECK(diff.code == 1);
            const Outcome fixed = with({"fix"});
            CAPTURE(fixed.err);
            CHECK(fixed.code == 0);
            const bool is_as_it_was = folder.content(file) == wanted;
            CHECK(is_as_it_was);
            const Outcome again = with({"fix", "--diff"});
            CHECK(again.code == 0);
            CHECK(again.out.empty());
        }
    }
}
