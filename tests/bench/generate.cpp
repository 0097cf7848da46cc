// SPDX-License-Identifier: Apache-2.0
// Writes any number of initiatives of realistic size, the same ones in each format. The same seed gives the same bytes
// on every machine.
#include "formats.hpp"

#include <CLI/CLI.hpp>
#include <rapidjson/document.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace annexkit::bench {
namespace {

namespace fs = std::filesystem;

struct Objective {
    int number;
    std::string text, section, heading;
};

/// The parts of a declaration's file that initiatives are made of.
struct Declaration {
    std::string id, as_of, language;
    std::vector<Objective> objectives;
    Texts signatories, bodies, words;
};

// An initiative is 600 to 750 bytes of JSON, and leaves no room for longer objectives (with their headings) and names.
constexpr std::size_t least_bytes = 645;
constexpr std::size_t most_bytes = 750;
constexpr std::size_t objective_bytes = 340;
constexpr std::size_t body_bytes = 40;

// Without brackets and quotes, which would lose their partners where words are taken out of a sentence.
void add_words(std::string text, Texts& words) {
    for (const std::string_view mark : {"(", ")", "\"", "\u00AB", "\u00BB"})
        for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.erase(at, mark.size());
    std::istringstream stream(text);
    std::copy(std::istream_iterator<std::string>(stream), {}, std::back_inserter(words));
}

Declaration load(const fs::path& path) {
    std::ifstream file(path);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    rapidjson::Document schema;
    if (schema.Parse(text.c_str()).HasParseError() || !schema.IsObject() || !schema.HasMember("x-declaration"))
        throw std::runtime_error("there is no declaration in " + path.string());
    const auto& source = schema["x-declaration"];

    Declaration declaration{source["id"].GetString(),
                            source["parts"][0]["as_of"].GetString(),
                            source["language"].GetString(),
                            {},
                            {},
                            {},
                            {}};
    for (const auto& signatory : source["signatories"].GetArray())
        declaration.signatories.push_back(signatory["code"].GetString());
    for (const char* const list : {"signatories", "agencies"})
        for (const auto& body : source[list].GetArray())
            if (body["name"]["fr"].GetStringLength() <= body_bytes)
                declaration.bodies.push_back(body["name"]["fr"].GetString());
    for (const auto& section : source["sections"].GetArray()) {
        for (const auto& number : section["objectives"].GetArray()) {
            const auto& objective = source["objectives"][static_cast<rapidjson::SizeType>(number.GetInt() - 1)];
            Objective made{number.GetInt(), objective["text"].GetString(), section["code"].GetString(),
                           section["heading"].GetString()};
            add_words(made.text, declaration.words);
            if (made.text.size() + made.heading.size() <= objective_bytes)
                declaration.objectives.push_back(std::move(made));
        }
    }
    for (const auto& point : source["implementation"]["points"].GetArray())
        add_words(point["text"].GetString(), declaration.words);
    return declaration;
}

enum class Fault { none, warning, error };

/// Makes one initiative after the other.
class Maker {
  public:
    Maker(const Declaration& declaration, std::uint64_t records, std::uint64_t seed, Fault fault)
        : declaration_(declaration), in_part_1_((records + 1) / 2), fault_(fault), random_(seed) {}

    Initiative next() {
        ++made_;
        const bool is_new = made_ <= in_part_1_;
        const Objective& objective = one_of(declaration_.objectives);
        Initiative initiative{{"id", id(is_new ? 1 : 2, is_new ? made_ : made_ - in_part_1_)},
                              {"part", is_new ? 1 : 2},
                              {"section", objective.section},
                              {"section_heading", objective.heading},
                              {"objective", objective.number},
                              {"objective_text", objective.text},
                              {"partners", some_of(declaration_.signatories, 1)},
                              {"initiative", std::string()},
                              {"bodies", some_of(declaration_.bodies, 0)}};
        const std::size_t target = least_bytes + below(most_bytes - least_bytes + 1);
        initiative[7].value = proposal(target - json_line(initiative).size() - 1) + ".";
        // A text that differs in its last word; a partner that is no signatory.
        if (fault_ == Fault::warning) initiative[5].value = objective.text + " Voir ci-dessous.";
        if (fault_ == Fault::error) initiative[6].value = Texts{"EU"};
        return initiative;
    }

  private:
    // The distributions of the standard library differ between implementations.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }
    template <class List> const typename List::value_type& one_of(const List& list) { return list[below(list.size())]; }

    static std::string id(int part, std::uint64_t number) {
        const std::string digits = std::to_string(number);
        const std::string zeros(digits.size() < 3 ? 3 - digits.size() : 0, '0');
        return "ma-2013-p" + std::to_string(part) + "-" + zeros + digits;
    }

    /// `least` to `least` + 2 of the texts, each at most once.
    Texts some_of(const Texts& all, std::size_t least) {
        Texts chosen;
        for (std::size_t wanted = least + below(3); wanted > 0; --wanted)
            if (const std::string& text = one_of(all); std::find(chosen.begin(), chosen.end(), text) == chosen.end())
                chosen.push_back(text);
        return chosen;
    }

    /// A text of nearly that many bytes of JSON; one in five has a quotation and items.
    std::string proposal(std::size_t bytes) {
        if (below(5) != 0) return words(bytes);
        // A quotation mark and a line break take two bytes each.
        constexpr std::size_t marks = 15;
        const std::size_t quarter = (bytes - marks) / 4;
        return words(quarter) + " \"" + words(quarter) + "\" :\n- " + words(quarter) + "\n- " + words(quarter);
    }

    /// Words of the declaration, in its order from a place in it.
    std::string words(std::size_t bytes) {
        std::size_t at = below(declaration_.words.size());
        std::string text = declaration_.words[at];
        for (;;) {
            at = (at + 1) % declaration_.words.size();
            const std::string& word = declaration_.words[at];
            if (text.size() + 1 + word.size() > bytes) return text;
            text += " " + word;
        }
    }

    const Declaration& declaration_;
    std::uint64_t in_part_1_;
    Fault fault_;
    std::mt19937_64 random_;
    std::uint64_t made_ = 0;
};

/// One file of one format.
class Output {
  public:
    Output(const fs::path& path, const Format& format, const Head& head)
        : file_(path, std::ios::binary), format_(format), head_(head) {
        file_.exceptions(std::ios::badbit | std::ios::failbit);
    }

    void append(const Initiative& initiative) {
        std::string text = records_++ == 0 ? format_.begin(head_, initiative) : std::string(format_.separator);
        format_.append(initiative, head_, text);
        file_ << text;
    }
    void end() {
        file_ << format_.end;
        file_.close();
    }

  private:
    std::ofstream file_;
    const Format& format_;
    const Head& head_;
    std::uint64_t records_ = 0;
};

struct Request {
    fs::path folder;
    fs::path schema = fs::path(ANNEXKIT_SOURCE_DIR) / "schemas/eu-morocco-2013.schema.json";
    std::uint64_t records = 400'000;
    std::uint64_t files = 1;
    std::uint64_t seed = 2013;
    Texts formats{"csv", "ndjson", "json", "xml"};
    Fault fault = Fault::none;
    bool head = false;
};

std::string file_name(const Request& request, std::uint64_t file) {
    if (request.files == 1) return "annex";
    const std::string digits = std::to_string(file + 1);
    return "annex-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

void generate(const Request& request) {
    const Declaration declaration = load(request.schema);
    Maker maker(declaration, request.records, request.seed, request.fault);
    Head head;
    if (request.head)
        head = {{"declaration", declaration.id}, {"as_of", declaration.as_of}, {"language", declaration.language}};
    fs::create_directories(request.folder);
    for (std::uint64_t file = 0; file < request.files; ++file) {
        std::vector<Output> outputs;
        for (const auto& format : formats())
            if (std::find(request.formats.begin(), request.formats.end(), format.name) != request.formats.end())
                outputs.emplace_back(request.folder / (file_name(request, file) + "." + std::string(format.name)),
                                     format, head);
        const std::uint64_t records = request.records / request.files;
        for (std::uint64_t i = 0; i < records; ++i) {
            const Initiative initiative = maker.next();
            for (auto& output : outputs) output.append(initiative);
        }
        for (auto& output : outputs) output.end();
    }
}

} // namespace
} // namespace annexkit::bench

int main(int argc, char** argv) {
    using annexkit::bench::Fault;
    annexkit::bench::Request request;
    CLI::App app{"Writes FOLDER/annex.csv, .ndjson, .json and .xml with the same initiatives."};
    app.add_option("FOLDER", request.folder, "where the files are written")->required();
    app.add_option("--records", request.records, "how many initiatives")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--files", request.files, "spread them over that many files, annex-0001 and so on")
        ->check(CLI::PositiveNumber);
    app.add_option("--seed", request.seed, "another seed gives other initiatives")->capture_default_str();
    app.add_option("--formats", request.formats, "the formats to write")->delimiter(',');
    app.add_option("--schema", request.schema, "the declaration's file");
    app.add_option("--findings", request.fault, "one finding in each initiative: none, warning or error")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, Fault>{{"none", Fault::none}, {"warning", Fault::warning}, {"error", Fault::error}}));
    app.add_flag("--head", request.head, "write an annex head where the format has room for it");
    CLI11_PARSE(app, argc, argv);
    try {
        annexkit::bench::generate(request);
    } catch (const std::exception& error) {
        std::cerr << "annexkit_generate: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
