// SPDX-License-Identifier: Apache-2.0
// Reads "x-declaration".
#include "schema/declaration.hpp"

#include "text/fold.hpp"

#include <set>

#include <fmt/format.h>

namespace annexkit {
namespace {

Translations translations(const JsonView& view) {
    Translations result;
    for (const auto& [language, text] : view.members()) result.emplace(language, text.text());
    return result;
}

template <class Key> void once(std::set<Key>& seen, const Key& key, const JsonView& view) {
    if (!seen.insert(key).second) view.refuse("schema.twice", {{"name", fmt::format("{}", key)}});
}

std::vector<Signatory> signatories(const JsonView& view) {
    std::vector<Signatory> result;
    std::set<std::string> codes;
    std::set<std::string> meanings;
    for (const auto& item : view.items()) meanings.insert(fold(item["code"].text()));
    for (const auto& item : view.items()) {
        item.only({"code", "name", "aliases"});
        result.push_back({item["code"].text(), translations(item["name"])});
        once(codes, result.back().code, item);
        if (!item.has("aliases")) continue;
        for (const auto& alias : item["aliases"].items()) {
            result.back().aliases.push_back(alias.text());
            // An alias is told whatever its case, so it must not be a code in another one.
            once(meanings, fold(alias.text()), alias);
        }
    }
    return result;
}

std::vector<Point> points(const JsonView& view) {
    std::vector<Point> result;
    std::set<std::int64_t> numbers;
    for (const auto& item : view.items()) {
        item.only({"number", "text"});
        result.push_back({item["number"].integer(), item["text"].text()});
        once(numbers, result.back().number, item);
    }
    return result;
}

std::vector<Section> sections(const JsonView& view, const std::vector<Point>& objectives) {
    std::set<std::int64_t> known;
    for (const auto& objective : objectives) known.insert(objective.number);
    std::vector<Section> result;
    std::set<std::string> codes;
    std::set<std::int64_t> taken;
    for (const auto& item : view.items()) {
        item.only({"code", "heading", "objectives"});
        Section section{item["code"].text(), item["heading"].text(), {}};
        once(codes, section.code, item);
        for (const auto& number : item["objectives"].items()) {
            section.objectives.push_back(number.integer());
            if (!known.contains(section.objectives.back())) number.refuse("schema.no-objective");
            once(taken, section.objectives.back(), number);
        }
        result.push_back(std::move(section));
    }
    return result;
}

std::vector<Part> parts(const JsonView& view) {
    std::vector<Part> result;
    std::set<std::int64_t> numbers;
    for (const auto& item : view.items()) {
        item.only({"number", "label", "as_of"});
        result.push_back({item["number"].integer(), translations(item["label"]), item["as_of"].text()});
        once(numbers, result.back().number, item);
    }
    return result;
}

WholeAnnexAsks whole_annex(const JsonView& view, const std::vector<Point>& objectives) {
    view.only({"least_percent", "together", "marks"});
    std::set<std::int64_t> known;
    for (const auto& objective : objectives) known.insert(objective.number);
    WholeAnnexAsks result;
    if (view.has("least_percent")) result.least_percent = view["least_percent"].size();
    if (result.least_percent > 100) view["least_percent"].refuse("schema.share");
    if (view.has("together"))
        for (const auto& group : view["together"].items()) {
            auto& numbers = result.together.emplace_back();
            for (const auto& number : group.items()) {
                numbers.push_back(number.integer());
                if (!known.contains(numbers.back())) number.refuse("schema.no-objective");
            }
        }
    if (view.has("marks"))
        for (const auto& mark : view["marks"].items()) {
            result.marks.push_back(mark.text());
            if (result.marks.back().empty()) mark.refuse("schema.empty-mark");
        }
    return result;
}

} // namespace

Declaration read_declaration(const JsonView& view) {
    view.only({"id", "title", "place", "date", "language", "signatories", "agencies", "sections", "objectives",
               "implementation", "parts", "whole_annex", "fields"});
    Declaration result;
    result.id = view["id"].text();
    result.title = translations(view["title"]);
    if (view.has("place")) result.place = view["place"].text();
    if (view.has("date")) result.date = view["date"].text();
    if (view.has("language")) result.language = view["language"].text();
    result.signatories = signatories(view["signatories"]);
    if (view.has("agencies")) result.agencies = signatories(view["agencies"]);
    result.objectives = points(view["objectives"]);
    result.sections = sections(view["sections"], result.objectives);
    if (view.has("implementation")) {
        result.implementation_heading = view["implementation"]["heading"].text();
        result.implementation = points(view["implementation"]["points"]);
    }
    if (view.has("parts")) result.parts = parts(view["parts"]);
    if (view.has("whole_annex")) result.whole_annex = whole_annex(view["whole_annex"], result.objectives);
    return result;
}

} // namespace annexkit
