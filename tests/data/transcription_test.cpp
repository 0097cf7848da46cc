// SPDX-License-Identifier: Apache-2.0
// Holds the transcription of the declaration and its annex against a second, independent count of the printed text.
#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using rapidjson::Value;

constexpr const char* annex_file = "samples/eu-morocco-2013/annex.json";
constexpr const char* schema_file = "schemas/eu-morocco-2013.schema.json";
constexpr const char* coast_annex_file = "samples/declarations/coast-2020/annex.json";
constexpr const char* coast_schema_file = "samples/declarations/coast-2020/coast-2020.schema.json";

std::string read_text(const std::string& file) {
    std::ifstream stream(std::string(ANNEXKIT_SOURCE_DIR) + "/" + file, std::ios::binary);
    REQUIRE_MESSAGE(stream.good(), file);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

rapidjson::Document read_json(const std::string& file) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(read_text(file).c_str());
    REQUIRE_MESSAGE(!document.HasParseError(), file);
    return document;
}

std::string text(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

/// The items of a list, with `separator` between them.
std::string joined(const Value& list, std::string_view separator) {
    std::string result;
    for (const Value& item : list.GetArray()) {
        if (!result.empty()) result += separator;
        result += text(item);
    }
    return result;
}

// ---- the second count: tests/data/partner-cells.txt explains its lines

struct Cell {
    int part = 0;
    std::string partner;
    std::string first_words;
    int words = 0;
    std::string digest;
};

struct Mark {
    int part = 0;
    std::string character;
    int printed = 0;
    int left_out = 0;
};

struct SecondCount {
    std::vector<Cell> cells;
    std::map<std::pair<int, int>, int> cells_of_objective;
    std::map<int, std::pair<int, std::string>> words_of_part;
    std::vector<Mark> marks;
};

std::vector<std::string> columns_of(const std::string& line) {
    std::vector<std::string> columns;
    std::istringstream stream(line);
    for (std::string column; std::getline(stream, column, '\t');) columns.push_back(column);
    return columns;
}

void add_line(SecondCount& count, const std::vector<std::string>& line) {
    const int part = std::stoi(line.at(1));
    if (line[0] == "cell") count.cells.push_back({part, line.at(2), line.at(3), std::stoi(line.at(4)), line.at(5)});
    if (line[0] == "objective") count.cells_of_objective[{part, std::stoi(line.at(2))}] = std::stoi(line.at(3));
    if (line[0] == "words") count.words_of_part[part] = {std::stoi(line.at(2)), line.at(3)};
    if (line[0] == "mark") count.marks.push_back({part, line.at(2), std::stoi(line.at(3)), std::stoi(line.at(4))});
}

SecondCount read_second_count() {
    SecondCount count;
    std::istringstream stream(read_text("tests/data/partner-cells.txt"));
    for (std::string line; std::getline(stream, line);)
        if (!line.empty() && line[0] != '#') add_line(count, columns_of(line));
    return count;
}

// ---- words and marks, as the second count defines them

std::vector<std::string> characters_of(std::string_view utf8) {
    std::vector<std::string> characters;
    for (const char c : utf8) {
        const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        if (continues) {
            characters.back() += c;
        } else {
            characters.emplace_back(1, c);
        }
    }
    return characters;
}

bool is_space(const std::string& character) { return character == " " || character == "\n"; }

bool is_mark(const std::string& character) {
    static const std::set<std::string> marks = {"\"", "'", "(", ")", ",", "-", ".", "/", ":", ";", "«", "»", "–", "•"};
    return marks.contains(character);
}

struct Words {
    int count = 0;
    std::string digest;
};

std::uint64_t fnv1a(std::string_view word) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

Words words_of(std::string_view utf8) {
    Words words;
    std::uint64_t sum = 0;
    std::string word;
    auto characters = characters_of(utf8);
    characters.emplace_back(" ");
    for (const auto& character : characters) {
        if (!is_space(character) && !is_mark(character)) {
            word += character;
        } else if (!word.empty()) {
            ++words.count;
            sum += fnv1a(word);
            word.clear();
        }
    }
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(sum));
    words.digest = digits;
    return words;
}

// ---- the printed tables, put back together from the annex

std::string printed_initiative(const Value& initiative) {
    const std::string bodies = joined(initiative["bodies"], "; ");
    return text(initiative["initiative"]) + (bodies.empty() ? "" : " (" + bodies + ")");
}

std::string printed_table(const Value& annex, int part) {
    std::string table;
    std::string heading;
    int objective = 0;
    for (const Value& initiative : annex["initiatives"].GetArray()) {
        if (initiative["part"].GetInt() != part) continue;
        if (heading != text(initiative["section_heading"])) table += heading = text(initiative["section_heading"]);
        table += '\n';
        if (objective != initiative["objective"].GetInt()) {
            objective = initiative["objective"].GetInt();
            table += std::to_string(objective) + ". " + text(initiative["objective_text"]) + '\n';
        }
        table += joined(initiative["partners"], "/") + '\n' + printed_initiative(initiative) + '\n';
    }
    return table;
}

std::string printed_points(const Value& points) {
    std::string result;
    for (const Value& point : points.GetArray())
        result += std::to_string(point["number"].GetInt()) + ". " + text(point["text"]) + '\n';
    return result;
}

std::string printed_declaration(const Value& declaration) {
    std::string result;
    for (const Value& section : declaration["sections"].GetArray()) result += text(section["heading"]) + '\n';
    return result + printed_points(declaration["objectives"]) + text(declaration["implementation"]["heading"]) + '\n' +
           printed_points(declaration["implementation"]["points"]);
}

std::map<int, std::string> printed_parts() {
    const auto annex = read_json(annex_file);
    return {{0, printed_declaration(read_json(schema_file)["x-declaration"])},
            {1, printed_table(annex, 1)},
            {2, printed_table(annex, 2)}};
}

std::map<int, std::string> objective_texts(const Value& declaration) {
    std::map<int, std::string> texts;
    for (const Value& objective : declaration["objectives"].GetArray())
        texts[objective["number"].GetInt()] = text(objective["text"]);
    return texts;
}

std::map<std::string, std::string> section_headings(const Value& declaration) {
    std::map<std::string, std::string> headings;
    for (const Value& section : declaration["sections"].GetArray())
        headings[text(section["code"])] = text(section["heading"]);
    return headings;
}

void check_every_initiative(const char* schema_name, const char* annex_name) {
    const auto schema = read_json(schema_name);
    const auto annex = read_json(annex_name);
    const rapidjson::SchemaDocument compiled(schema);
    for (const Value& initiative : annex["initiatives"].GetArray()) {
        rapidjson::SchemaValidator validator(compiled);
        CHECK_MESSAGE(initiative.Accept(validator), text(initiative["id"]));
    }
}

void check_canonical(const char* file) {
    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
    writer.SetIndent(' ', 2);
    read_json(file).Accept(writer);
    CHECK(read_text(file) == std::string(buffer.GetString(), buffer.GetSize()) + "\n");
}

void check_partition(const Value& declaration, int objectives) {
    std::vector<int> numbers;
    for (const Value& section : declaration["sections"].GetArray())
        for (const Value& number : section["objectives"].GetArray()) numbers.push_back(number.GetInt());
    std::vector<int> expected;
    for (int number = 1; number <= objectives; ++number) expected.push_back(number);
    CHECK(numbers == expected);
    CHECK(objective_texts(declaration).size() == static_cast<std::size_t>(objectives));
}

} // namespace

TEST_CASE("the schema file holds the 37 objectives and the 9 points on implementation") {
    const auto schema = read_json(schema_file);
    const Value& declaration = schema["x-declaration"];
    CHECK(declaration["objectives"].Size() == 37);
    CHECK(declaration["objectives"][36]["number"].GetInt() == 37);
    CHECK(declaration["implementation"]["points"].Size() == 9);
    CHECK(declaration["implementation"]["points"][0]["number"].GetInt() == 38);
    CHECK(declaration["implementation"]["points"][8]["number"].GetInt() == 46);
}

TEST_CASE("the schema file holds the signatories, agencies, sections and parts") {
    const auto schema = read_json(schema_file);
    const Value& declaration = schema["x-declaration"];
    CHECK(declaration["signatories"].Size() == 11);
    CHECK(declaration["agencies"].Size() == 6);
    CHECK(declaration["sections"].Size() == 5);
    CHECK(declaration["parts"].Size() == 2);
}

TEST_CASE("the sections share out the objectives, each to one") {
    check_partition(read_json(schema_file)["x-declaration"], 37);
    check_partition(read_json(coast_schema_file)["x-declaration"], 7);
}

TEST_CASE("every field of a schema is described in the order of the fields") {
    for (const char* file : {schema_file, coast_schema_file}) {
        const auto schema = read_json(file);
        const auto names = [](const Value& object) {
            std::vector<std::string> result;
            for (const auto& member : object.GetObject()) result.push_back(text(member.name));
            return result;
        };
        CHECK(names(schema["properties"]) == names(schema["x-declaration"]["fields"]));
    }
}

TEST_CASE("every initiative of the samples obeys its schema") {
    check_every_initiative(schema_file, annex_file);
    check_every_initiative(coast_schema_file, coast_annex_file);
}

TEST_CASE("the samples are canonical JSON") {
    check_canonical(annex_file);
    check_canonical(coast_annex_file);
}

TEST_CASE("the annex has 60 initiatives in part 1 and 45 in part 2, numbered in order") {
    const auto annex = read_json(annex_file);
    std::map<int, int> last;
    for (const Value& initiative : annex["initiatives"].GetArray()) {
        const int part = initiative["part"].GetInt();
        char id[32];
        std::snprintf(id, sizeof id, "ma-2013-p%d-%03d", part, ++last[part]);
        CHECK(text(initiative["id"]) == id);
    }
    CHECK(last == std::map<int, int>{{1, 60}, {2, 45}});
}

TEST_CASE("the partners come in the order of the printed partner cells") {
    const auto annex = read_json(annex_file);
    std::vector<std::pair<int, std::string>> transcribed;
    for (const Value& initiative : annex["initiatives"].GetArray())
        transcribed.emplace_back(initiative["part"].GetInt(), joined(initiative["partners"], "/"));
    std::vector<std::pair<int, std::string>> printed;
    for (const Cell& cell : read_second_count().cells) printed.emplace_back(cell.part, cell.partner);
    CHECK(transcribed == printed);
}

TEST_CASE("each initiative holds the words of its printed cell") {
    const auto annex = read_json(annex_file);
    const auto cells = read_second_count().cells;
    REQUIRE(annex["initiatives"].Size() == cells.size());
    for (rapidjson::SizeType i = 0; i < cells.size(); ++i) {
        const Value& initiative = annex["initiatives"][i];
        const Words words = words_of(printed_initiative(initiative));
        INFO(text(initiative["id"]));
        CHECK(text(initiative["initiative"]).starts_with(cells[i].first_words));
        CHECK(words.count == cells[i].words);
        CHECK(words.digest == cells[i].digest);
    }
}

TEST_CASE("each objective has as many initiatives as partner cells are printed under it") {
    const auto annex = read_json(annex_file);
    std::map<std::pair<int, int>, int> transcribed;
    for (const Value& initiative : annex["initiatives"].GetArray())
        ++transcribed[{initiative["part"].GetInt(), initiative["objective"].GetInt()}];
    CHECK(transcribed == read_second_count().cells_of_objective);
}

TEST_CASE("no word of the declaration and its tables is lost, added or altered") {
    const auto count = read_second_count();
    const auto printed = printed_parts();
    for (const int part : {0, 1, 2}) {
        const Words words = words_of(printed.at(part));
        INFO("part ", part);
        CHECK(words.count == count.words_of_part.at(part).first);
        CHECK(words.digest == count.words_of_part.at(part).second);
    }
}

TEST_CASE("no punctuation mark is lost but the full stops after three brackets") {
    const auto printed = printed_parts();
    int left_out = 0;
    for (const Mark& mark : read_second_count().marks) {
        const auto characters = characters_of(printed.at(mark.part));
        INFO("part ", mark.part, ", mark ", mark.character);
        CHECK(std::count(characters.begin(), characters.end(), mark.character) + mark.left_out == mark.printed);
        left_out += mark.left_out;
    }
    CHECK(left_out == 3);
}

TEST_CASE("the annex quotes the objectives to the letter, but for the documented ones") {
    const std::set<std::pair<int, int>> documented = {{1, 12}, {1, 14}, {1, 22}, {1, 28}, {1, 29},
                                                      {2, 8},  {2, 9},  {2, 14}, {2, 15}, {2, 22}};
    const auto schema = read_json(schema_file);
    const auto annex = read_json(annex_file);
    const auto texts = objective_texts(schema["x-declaration"]);
    std::set<std::pair<int, int>> different;
    for (const Value& initiative : annex["initiatives"].GetArray()) {
        const int objective = initiative["objective"].GetInt();
        if (text(initiative["objective_text"]) != texts.at(objective))
            different.emplace(initiative["part"].GetInt(), objective);
    }
    CHECK(different == documented);
}

TEST_CASE("the annex quotes every section heading to the letter, but for that on prevention") {
    const auto schema = read_json(schema_file);
    const auto annex = read_json(annex_file);
    const auto headings = section_headings(schema["x-declaration"]);
    std::set<std::string> different;
    for (const Value& initiative : annex["initiatives"].GetArray())
        if (text(initiative["section_heading"]) != headings.at(text(initiative["section"])))
            different.insert(text(initiative["section"]) + ": " + text(initiative["section_heading"]));
    CHECK(different == std::set<std::string>{"prevention: Prévention et lutte contre immigration irrégulière, traite "
                                             "des êtres humaines, gestion des frontières"});
}

TEST_CASE("an objective has one text throughout a part") {
    const auto annex = read_json(annex_file);
    std::map<std::pair<int, int>, std::set<std::string>> texts;
    for (const Value& initiative : annex["initiatives"].GetArray())
        texts[{initiative["part"].GetInt(), initiative["objective"].GetInt()}].insert(
            text(initiative["objective_text"]));
    for (const auto& entry : texts) {
        INFO("part ", entry.first.first, ", objective ", entry.first.second);
        CHECK(entry.second.size() == 1);
    }
}

TEST_CASE("a second declaration has other sections, codes and fields") {
    const auto schema = read_json(coast_schema_file);
    CHECK(schema["x-declaration"]["sections"].Size() == 3);
    CHECK(schema["x-declaration"]["signatories"].Size() == 4);
    CHECK(schema["properties"].HasMember("budget_eur"));
    CHECK(!schema["properties"].HasMember("bodies"));
    CHECK(read_json(coast_annex_file)["initiatives"].Size() == 6);
}
