// SPDX-License-Identifier: Apache-2.0
// The compiled checks against RapidJSON's SchemaValidator: on every sample, and on seeded mutations of both annexes.
#include "lent_record.hpp"
#include "temporary_folder.hpp"
#include "validate/validator.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <random>
#include <set>

#include <rapidjson/schema.h>

using annexkit::LocalFinding;
using rapidjson::Document;
using rapidjson::Value;
using support::content;

namespace {

const std::filesystem::path root = ANNEXKIT_SOURCE_DIR;
const std::filesystem::path morocco = root / "schemas/eu-morocco-2013.schema.json";
const std::filesystem::path coast = root / "samples/declarations/coast-2020/coast-2020.schema.json";

// What the standard keywords do not say: the wording, and fields that are carried through.
bool is_structural(const LocalFinding& finding) {
    static const std::set<std::string_view> beyond = {"field.unknown", "objective.text-differs",
                                                      "objective.text-of-other", "section.heading-differs"};
    // A code that lacks zeros is in no list; what else texts hold, JSON Schema does not ask.
    const bool on_text = finding.rule.starts_with("text.") && finding.rule != "text.lost-zeros";
    return !on_text && !beyond.contains(finding.rule);
}

/// Both validators of one schema.
class Judges {
  public:
    explicit Judges(const std::filesystem::path& file) : schema_(load(file)), validator_(schema_) {
        Document json;
        json.Parse(schema_->text().c_str());
        document_ = std::make_unique<rapidjson::SchemaDocument>(json);
    }
    [[nodiscard]] const annexkit::Schema& schema() const { return *schema_; }

    /// What both say. Fails the test where they disagree.
    bool accept(const Value& record) {
        rapidjson::SchemaValidator reference(*document_);
        record.Accept(reference);
        const LentRecord lent(*schema_, record);
        std::vector<LocalFinding> findings;
        validator_.check(lent.record(), findings);
        const bool sound = std::none_of(findings.begin(), findings.end(), is_structural);
        if (sound != reference.IsValid())
            FAIL_CHECK("the other says " << reference.IsValid() << " of " << spelled(record));
        if (validator_.is_clean(lent.record()) != findings.empty())
            FAIL_CHECK("it disagrees with itself on " << spelled(record));
        for (const auto& finding : findings) seen_.insert(finding.rule);
        return sound;
    }
    /// Every rule that was broken.
    [[nodiscard]] const std::set<std::string_view>& seen() const { return seen_; }

  private:
    static std::shared_ptr<const annexkit::Schema> load(const std::filesystem::path& file) {
        auto schema = annexkit::Schema::load(file);
        REQUIRE(schema);
        return *schema;
    }

    std::shared_ptr<const annexkit::Schema> schema_;
    annexkit::Validator validator_;
    std::unique_ptr<rapidjson::SchemaDocument> document_;
    std::set<std::string_view> seen_;
};

// Values at the edges of the keywords in use: kinds, code lists, ranges, lengths in code points, patterns, items. White
// space alone is left out: it is blank to annexkit and text to JSON Schema.
const char* const edges = R"([
    null, true, false, "", "x", {}, {"a": 1}, [1], [], ["UE"], ["AA"], ["AA", "BB", "CC", "DD"], ["UE", "UE"], ["ue"],
    ["UE/IT"], ["ARL", "ARL"], ["ARL", "BOR", "CAL", "DOR"], ["ARL", "BOR", "CAL", "DOR", "EST"], ["AR"], ["ARLE"], ["\u00c9TE"],
    ["UE", 1], [null], 0, -1, 1, 2, 3, 4, 7, 8, 11, 12, 37, 38, 99, 9007199254740993, -9223372036854775808, 1.5, 1.0, 0.5,
    -0.0001, 1.0001, 1e2, 1e300, "1", "mobilite", "Mobilite", "ports", "rescue", "running", "runing", "coast-01", "coast-1",
    "ma-2013-p1-001", "ma-2013-p3-001", "a@b", "a@b@c", "a b@c", "\u00e9@\u00e9",
    "123456789", "1234567890", "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9",
    "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9",
    "\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2",
    "\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2\ud83d\udea2",
    "\u00e9123456789012345678901234567890123456789012345678901234567890",
    "\u00e912345678901234567890123456789012345678901234567890123456789",
    "\ud83d\udea212345678901234567890123456789012345678901234567890123456789",
    "1234567890123456789012345678901234567890123456789012345678901"
])";

class Mutator {
  public:
    Mutator(const annexkit::Schema& schema, const Value& records) : records_(records), random_(20130607) {
        for (const auto& field : schema.fields()) names_.push_back(field.name);
        names_.push_back("extra");
        edges_.Parse(edges);
        REQUIRE(edges_.IsArray());
    }

    /// One change: a field is removed, or takes an edge value, or the value that it has in another record.
    void change(Document& record) {
        auto& memory = record.GetAllocator();
        const std::string& name = names_[pick(names_.size())];
        record.RemoveMember(name.c_str());
        const std::size_t way = pick(4);
        if (way == 0) return;
        const Value& other = records_[static_cast<rapidjson::SizeType>(pick(records_.Size()))];
        if (way < 3 && !other.HasMember(name.c_str())) return;
        const Value& from =
            way < 3 ? other[name.c_str()] : edges_[static_cast<rapidjson::SizeType>(pick(edges_.Size()))];
        Value value(from, memory);
        // A member that is null is absent to annexkit, and a value to JSON Schema.
        if (!value.IsNull()) record.AddMember(Value(name.c_str(), memory), value, memory);
    }

  private:
    std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }

    const Value& records_;
    std::mt19937 random_;
    std::vector<std::string> names_;
    Document edges_;
};

/// Lets both judge mutations of an annex. Answers every rule that was broken.
std::set<std::string_view> judge_mutations(const std::filesystem::path& schema, const std::filesystem::path& annex) {
    Judges judges(schema);
    Document document;
    document.Parse(content(annex).c_str());
    const Value& records = document["initiatives"];
    Mutator mutator(judges.schema(), records);
    unsigned valid = 0;
    constexpr unsigned rounds = 6000;
    for (unsigned round = 0; round < rounds; ++round) {
        Document record;
        record.CopyFrom(records[round % records.Size()], record.GetAllocator());
        for (unsigned changes = round % 5; changes > 0; --changes) mutator.change(record);
        valid += judges.accept(record) ? 1 : 0;
    }
    // Both verdicts were seen often enough to mean something.
    CHECK(valid > rounds / 5);
    CHECK(valid < rounds * 4 / 5);
    return judges.seen();
}

} // namespace

TEST_CASE("mutations of the real annex get the verdict of another JSON Schema validator") {
    const auto seen = judge_mutations(morocco, root / "samples/eu-morocco-2013/annex.json");
    CHECK(seen == std::set<std::string_view>{
                      "field.blank", "field.items", "field.kind", "field.missing", "field.repeated-item",
                      "field.unknown", "id.malformed", "objective.outside-section", "objective.text-differs",
                      "objective.text-of-other", "objective.unknown", "part.unknown", "partner.combined",
                      "partner.unknown", "section.heading-differs", "section.unknown"});
}

TEST_CASE("mutations of the second declaration's annex get the verdict of another JSON Schema validator") {
    const auto seen = judge_mutations(coast, root / "samples/declarations/coast-2020/annex.json");
    CHECK(seen == std::set<std::string_view>{
                      "field.blank", "field.items", "field.kind", "field.length", "field.malformed", "field.missing",
                      "field.not-allowed", "field.not-in-list", "field.out-of-range", "field.repeated-item",
                      "id.malformed", "objective.outside-section", "objective.text-differs", "objective.text-of-other",
                      "objective.unknown", "part.unknown", "partner.unknown", "section.unknown", "text.lost-zeros"});
}

TEST_CASE("every sample gets the verdict of another JSON Schema validator") {
    Judges of_morocco(morocco);
    Judges of_coast(coast);
    unsigned judged = 0;
    for (const char* folder : {"samples/invalid", "samples/eu-morocco-2013", "samples/declarations/coast-2020"})
        for (const auto& entry : std::filesystem::directory_iterator(root / folder)) {
            Document document;
            if (entry.path().extension() != ".json" || entry.file_size() == 0) continue;
            document.Parse<rapidjson::kParseIterativeFlag>(content(entry.path()).c_str());
            if (document.HasParseError() || !document.IsObject() || !document.HasMember("initiatives")) continue;
            const std::string rule = entry.path().stem().string();
            // White space alone is blank to annexkit and text to JSON Schema; what is no initiative is judged by
            // neither.
            if (rule == "field.blank" || rule == "json.not-an-initiative") continue;
            CAPTURE(entry.path());
            const bool is_coast = spelled(document).find("\"coast-2020\"") != std::string::npos;
            for (const auto& record : document["initiatives"].GetArray()) {
                const auto sound = (is_coast ? of_coast : of_morocco).accept(record);
                if (rule == "field.kind" || rule == "field.length") CHECK_FALSE(sound);
                ++judged;
            }
        }
    CHECK(judged > 140);
}
