// SPDX-License-Identifier: Apache-2.0
// The fast way of reading initiatives and RapidJSON's agree on whatever they read. Places are RapidJSON's alone, so
// that reading with places and without is reading by both.
#include "json_test.hpp"

#include <array>
#include <random>

namespace {

// What was read, but for places.
std::string told(const annexkit_format& format, const std::string& input, bool places,
                 std::vector<drive::Field> fields = drive::sample_fields()) {
    drive::ReadSettings settings;
    settings.places = places;
    settings.fields = std::move(fields);
    const auto reading = drive::read(format, input, settings);
    std::string all = "status " + std::to_string(reading.status) + '\n';
    const auto add = [&](const drive::Value& value) {
        all += std::to_string(value.kind) + ':' + value.text + '(';
        for (const auto& item : value.items) all += item + '|';
        all += ")\n";
    };
    for (const auto& record : reading.records) {
        all += "record " + std::to_string(record.span.offset) + '+' + std::to_string(record.span.size) + '\n';
        for (const auto& value : record.values) add(value);
        for (const auto& [name, value] : record.unknown) {
            all += name + ' ';
            add(value);
        }
    }
    for (const auto& finding : reading.findings) {
        all += finding.rule + ' ' + std::to_string(finding.span.offset) + '\n';
        for (const auto& [name, value] : finding.arguments) all += name + '=' + value + '\n';
    }
    return all;
}

void check_alike(const std::string& records) {
    CAPTURE(records);
    CHECK(told(annexkit_ndjson_format, records, false) == told(annexkit_ndjson_format, records, true));
    const std::string array = '[' + records + ']';
    CHECK(told(annexkit_json_format, array, false) == told(annexkit_json_format, array, true));
}

const std::array<std::string, 10> records = {
    R"({"id":"ma-1","part":1,"section":"protection","partners":["UE","FR"],"initiative":"Un texte.","bodies":[]})",
    R"({"id":"ma-2","part":2,"partners":[],"initiative":"Une \"citation\",\nsur deux lignes \\ et \/ \t\b\f\r","bodies":["a","b\nc"]})",
    R"( { "id" : "ma-3" , "part" : -0.5e+10 , "bodies" : [ "x" , "y" ] } )",
    R"({"id":"ma-4","part":true,"section":null,"initiative":false})",
    R"({"part":1,"id":"in another order","section":"s"})",
    R"({"id":"twice","id":"again"})",
    R"({"id":"é\u00e9\ud83d\ude00 Ω عربي","section":"","partners":["\u0041",""]})",
    R"({"id":"nested","partners":[["UE"]],"bodies":{"a":[1,2]},"other":{"id":"x"},"more":[1]})",
    R"({"id":"list of others","partners":["UE",1,null]})",
    R"({})"};

} // namespace

TEST_CASE("json: initiatives of every kind are read alike") {
    for (const auto& record : records) check_alike(record);
    for (const auto& record : records)
        for (std::size_t size = 0; size < record.size(); ++size) check_alike(record.substr(0, size));
    for (const auto* number :
         {"0", "-0", "01", "1.", "1.5", ".5", "1e5", "1e", "-", "+1", "1e999", "123456789012345678901", "1 2"})
        check_alike(std::string(R"({"id":"n","part":)") + number + "}");
    check_alike(records[0] + '\n' + records[1] + '\n' + records[2]);
    check_alike(records[1] + " x");
    check_alike(records[1] + ',' + records[1]);
}

TEST_CASE("json: fields whose names have to be escaped are read alike") {
    const std::vector<drive::Field> fields = {{"a\"b", ANNEXKIT_TEXT, {}}, {"c\\n", ANNEXKIT_TEXT, {}}};
    for (const std::string record : {R"({"a"b":"1"})", R"({"a\"b":"1","c\\n":"2"})", R"({"c\n":"1"})"}) {
        CAPTURE(record);
        CHECK(told(annexkit_ndjson_format, record, false, fields) ==
              told(annexkit_ndjson_format, record, true, fields));
    }
}

TEST_CASE("json: initiatives that were tampered with are read alike") {
    constexpr std::string_view bytes = "\"\\{}[]:,0-9.eE+ \t\r\x01ntfu/\xC3";
    std::mt19937 random(2013);
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
    for (int round = 0; round < 4'000; ++round) {
        std::string record = records[below(records.size())];
        for (std::size_t changes = 1 + below(3); changes > 0 && !record.empty(); --changes) {
            const std::size_t at = below(record.size());
            switch (below(3)) {
            case 0: record[at] = bytes[below(bytes.size())]; break;
            case 1: record.insert(at, 1, bytes[below(bytes.size())]); break;
            default: record.erase(at, 1 + below(4)); break;
            }
        }
        // The host gives UTF-8 alone.
        if (record.find('\xC3') == std::string::npos) check_alike(record);
    }
}
