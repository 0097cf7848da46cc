// SPDX-License-Identifier: Apache-2.0
// The compiled checks against RapidJSON's SchemaValidator on the real annex and on seeded mutations of it.
#include "validate/validator.hpp"

#include <doctest/doctest.h>

#include <deque>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <string>

#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

using annexkit::LocalFinding;
using annexkit::Schema;
using annexkit::Validator;
using rapidjson::Document;
using rapidjson::Value;

namespace {

const std::string root = ANNEXKIT_SOURCE_DIR;

std::string content(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(root + file).rdbuf();
    REQUIRE_FALSE(text.str().empty());
    return text.str();
}

std::shared_ptr<const Schema> real_schema() {
    auto schema = Schema::load(root + "/schemas/eu-morocco-2013.schema.json");
    REQUIRE(schema);
    return *schema;
}

std::string spelled(const Value& value) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    value.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

/// A JSON object as an importer would deliver it.
class Lent {
  public:
    Lent(const Schema& schema, const Value& object) {
        for (const auto& field : schema.fields())
            values_.push_back(object.HasMember(field.name.c_str()) ? convert(object[field.name.c_str()])
                                                                   : annexkit_value{});
        for (const auto& member : object.GetObject()) {
            const bool known = std::any_of(schema.fields().begin(), schema.fields().end(),
                                           [&](const auto& field) { return field.name == member.name.GetString(); });
            if (!known) unknown_.push_back({keep(member.name.GetString()), convert(member.value)});
        }
        record_.struct_size = sizeof record_;
        record_.values = values_.data();
        record_.value_count = values_.size();
        record_.unknown = unknown_.data();
        record_.unknown_count = unknown_.size();
    }
    [[nodiscard]] const annexkit_record& record() const { return record_; }

  private:
    annexkit_text keep(std::string text) {
        texts_.push_back(std::move(text));
        return {texts_.back().data(), texts_.back().size()};
    }
    annexkit_value convert(const Value& value) {
        annexkit_value result{};
        if (value.IsNull()) return result;
        const bool texts =
            value.IsArray() && std::all_of(value.Begin(), value.End(), [](const Value& v) { return v.IsString(); });
        if (texts) {
            auto& items = lists_.emplace_back();
            for (const auto& item : value.GetArray()) items.push_back(keep(item.GetString()));
            return {ANNEXKIT_LIST, static_cast<std::uint32_t>(items.size()), {}, items.data()};
        }
        result.kind = value.IsString()   ? ANNEXKIT_TEXT
                      : value.IsNumber() ? ANNEXKIT_NUMBER
                      : value.IsBool()   ? ANNEXKIT_BOOLEAN
                                         : ANNEXKIT_JSON;
        result.text = keep(value.IsString() ? value.GetString() : spelled(value));
        return result;
    }

    std::deque<std::string> texts_;
    std::deque<std::vector<annexkit_text>> lists_;
    std::vector<annexkit_value> values_;
    std::vector<annexkit_named_value> unknown_;
    annexkit_record record_{};
};

// What the standard keywords do not say: warnings about wording, fields carried through, and blank texts, which the
// schema's minLength lets pass when they hold white space.
bool is_structural(const LocalFinding& finding) {
    static const std::set<std::string> beyond = {"field.unknown", "objective.text-differs", "section.heading-differs"};
    return !beyond.contains(finding.rule);
}

/// One random change of one record.
void mutate(Document& record, std::mt19937& random) {
    auto& memory = record.GetAllocator();
    const auto pick = [&](unsigned count) { return std::uniform_int_distribution<unsigned>(0, count - 1)(random); };
    const auto put = [&](const char* name, Value value) {
        record.RemoveMember(name);
        record.AddMember(Value(name, memory), value, memory);
    };
    static const std::vector<const char*> names = {
        "id", "part", "section", "section_heading", "objective", "objective_text", "partners", "initiative", "bodies"};
    static const std::vector<const char*> partners = {"UE", "IT", "EU", "MA", "UE/IT"};
    static const std::vector<const char*> sections = {"mobilite", "prevention", "protection", "horizontal", "else"};
    switch (pick(9)) {
    case 0: record.RemoveMember(names[pick(9)]); break;
    case 1: put("objective", Value(static_cast<int>(pick(41)) - 1)); break;
    case 2: put("section", Value(sections[pick(5)], memory)); break;
    case 3: put("part", Value(static_cast<int>(pick(4)))); break;
    case 4: {
        Value list(rapidjson::kArrayType);
        for (unsigned i = pick(4); i > 0; --i) list.PushBack(Value(partners[pick(5)], memory), memory);
        put("partners", std::move(list));
        break;
    }
    case 5: put(names[pick(9)], Value(true)); break;
    case 6: put(names[pick(9)], Value("x", memory)); break;
    case 7: put("objective", Value(1.5)); break;
    default: put("id", Value(pick(2) == 0 ? "ma-2013-p1-999" : "ma-2013-p3-1", memory)); break;
    }
}

} // namespace

TEST_CASE("the compiled checks and a JSON Schema validator give the same verdict on mutated records") {
    const auto schema = real_schema();
    const Validator validator(schema);
    Document schema_json;
    schema_json.Parse(schema->text().c_str());
    const rapidjson::SchemaDocument document(schema_json);
    Document annex;
    annex.Parse(content("/samples/eu-morocco-2013/annex.json").c_str());
    std::mt19937 random(20130607);
    unsigned valid = 0;
    unsigned different = 0;
    constexpr unsigned rounds = 5000;
    for (unsigned round = 0; round < rounds; ++round) {
        Document record;
        const auto& all = annex["initiatives"];
        record.CopyFrom(all[round % all.Size()], record.GetAllocator());
        for (unsigned changes = round % 4; changes > 0; --changes) mutate(record, random);
        rapidjson::SchemaValidator reference(document);
        record.Accept(reference);
        const Lent lent(*schema, record);
        std::vector<LocalFinding> findings;
        validator.check(lent.record(), findings);
        const bool sound = std::none_of(findings.begin(), findings.end(), is_structural);
        if (sound != reference.IsValid()) {
            ++different;
            MESSAGE("schema says ", reference.IsValid(), " of ", spelled(record));
        }
        CHECK(validator.is_clean(lent.record()) == findings.empty());
        valid += sound ? 1 : 0;
    }
    CHECK(different == 0);
    // Both verdicts were seen often enough to mean something.
    CHECK(valid > rounds / 5);
    CHECK(valid < rounds * 4 / 5);
}

TEST_CASE("a record that is wrong in several ways gives a finding for each") {
    const auto schema = real_schema();
    Document record;
    record.Parse(
        R"({"id":"x","part":3,"section":"mobilite","objective":12,"partners":["EU","UE/IT"],"initiative":" "})");
    const Lent lent(*schema, record);
    std::vector<LocalFinding> findings;
    Validator(schema).check(lent.record(), findings);
    std::vector<std::string> rules;
    for (const auto& finding : findings) rules.push_back(finding.rule);
    CHECK(rules == std::vector<std::string>{"id.malformed", "part.unknown", "partner.unknown", "partner.combined",
                                            "field.blank", "objective.outside-section"});
}

TEST_CASE("a schema that cannot be used is refused with its place") {
    const std::string text = content("/schemas/eu-morocco-2013.schema.json");
    const auto refused = [&](const std::string& from, const std::string& to) {
        std::string changed = text;
        const auto at = changed.find(from);
        REQUIRE(at != std::string::npos);
        changed.replace(at, from.size(), to);
        const auto schema = Schema::parse(changed, "test");
        REQUIRE_FALSE(schema);
        CHECK(schema.error().kind == annexkit::ErrorKind::schema);
        return schema.error().message;
    };
    CHECK(refused("\"minLength\"", "\"format\"").find("/properties/initiative/format") != std::string::npos);
    CHECK(refused("\"anyOf\"", "\"oneOf\"").find("\"oneOf\" is not supported at the top") != std::string::npos);
    CHECK(refused("^ma-2013", "(?=x)").find("/properties/id/pattern: the pattern is not supported") !=
          std::string::npos);
    CHECK(refused("\"maximum\": 11", "\"maximum\": 12").find("disagrees with x-declaration") != std::string::npos);
    CHECK(refused("\"type\": \"object\",", "\u00E9").find("at 5:3: it is no JSON") != std::string::npos);
}
