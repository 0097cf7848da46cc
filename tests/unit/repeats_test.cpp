// SPDX-License-Identifier: Apache-2.0
#include "pipeline/repeats.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <doctest/doctest.h>

#include <deque>
#include <string>

using namespace annexkit;

namespace {

/// An annex that is told initiative by initiative.
class Annex {
  public:
    Annex() : schema_(*Schema::load(ANNEXKIT_SOURCE_DIR "/schemas/eu-morocco-2013.schema.json")), repeats_(schema_) {}

    /// "rule percent other", or nothing.
    std::string add(const std::string& id, const std::string& part, const std::string& objective,
                    const std::string& text) {
        std::vector<annexkit_value> values(schema_->fields().size(), annexkit_value{});
        const auto set = [&](Role role, const std::string& value) {
            texts_.push_back(value);
            values[*schema_->field_of(role)] = {ANNEXKIT_TEXT, 0, sdk::text(texts_.back()), nullptr};
        };
        if (!id.empty()) set(Role::id, id);
        set(Role::part, part);
        set(Role::objective, objective);
        set(Role::text, text);
        const auto finding = repeats_.add({++ordinal_, schema_, values});
        if (!finding) return {};
        std::string told(finding->rule);
        for (const auto& argument : finding->arguments)
            if (argument.name != "other_fr") told += " " + argument.value;
        return told;
    }

  private:
    std::shared_ptr<const Schema> schema_;
    Repeats repeats_;
    std::deque<std::string> texts_;
    std::uint64_t ordinal_ = 0;
};

const std::string text = "Renforcer les capacités des services consulaires chargés de la délivrance des visas, "
                         "notamment par la formation du personnel et l'échange de bonnes pratiques.";

} // namespace

TEST_CASE("an initiative that says what another one said is told, with the one that said it first") {
    Annex annex;
    CHECK(annex.add("a", "1", "3", text) == "");
    CHECK(annex.add("b", "1", "3", text) == "initiative.repeated 100 a");
    CHECK(annex.add("c", "1", "3", text) == "initiative.repeated 100 a");
}

TEST_CASE("where it stands decides what is said of it") {
    Annex annex;
    CHECK(annex.add("a", "1", "3", text) == "");
    CHECK(annex.add("b", "2", "3", text) == "initiative.in-both-parts 100 a 1");
    CHECK(annex.add("c", "1", "4", text) == "initiative.under-two-objectives 100 a 3");
    CHECK(annex.add("d", "2", "4", text) == "initiative.in-both-parts 100 a 1");
}

TEST_CASE("case, accents and spaces set no two apart, and a word or two do not either") {
    Annex annex;
    CHECK(annex.add("a", "1", "3", text) == "");
    std::string shouted = text;
    shouted.replace(0, 9, "RENFORCER ");
    shouted.replace(shouted.find("capacités"), 10, "capacites");
    CHECK(annex.add("b", "1", "3", shouted) == "initiative.repeated 100 a");
    std::string edited = text;
    edited.replace(edited.find("chargés"), 8, "charges");
    edited.replace(edited.find("notamment"), 9, "surtout");
    CHECK(annex.add("c", "1", "3", edited).starts_with("initiative.repeated "));
}

TEST_CASE("texts that share a beginning are not the same") {
    Annex annex;
    CHECK(annex.add("a", "1", "3", text) == "");
    CHECK(annex.add("b", "1", "3", text.substr(0, text.size() / 2) + "et de la coopération entre universités.") == "");
}

TEST_CASE("a short text may stand under many initiatives") {
    Annex annex;
    CHECK(annex.add("a", "1", "3", "À confirmer") == "");
    CHECK(annex.add("b", "1", "3", "à confirmer") == "");
}

TEST_CASE("an initiative without an id is told by its number") {
    Annex annex;
    CHECK(annex.add("", "1", "3", text) == "");
    CHECK(annex.add("b", "1", "3", text) == "initiative.repeated 100 no. 1");
}
