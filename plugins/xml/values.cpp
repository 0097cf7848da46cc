// SPDX-License-Identifier: Apache-2.0
#include "values.hpp"

#include "decode.hpp"
#include "naming.hpp"

namespace annexkit::xml {

bool Labels::lack(const Attribute& attribute) const {
    if (is_declaration_of_namespace(attribute.name)) return false;
    return !(has_name && attribute.name == name_attribute) && !(is_json && attribute.name == type_attribute);
}

std::string_view Values::of(const Attribute& attribute) {
    if (is_plain_value(attribute.raw)) return attribute.raw;
    return attribute_value(attribute.raw, texts_.emplace_back());
}

std::string_view Values::text_of(std::string_view element) {
    std::string& copy = texts_.emplace_back(element);
    return element_text(copy.data(), copy.size());
}

Labels Values::labels_of(std::span<const Attribute> attributes) {
    Labels labels;
    for (const auto& attribute : attributes) {
        if (attribute.name == name_attribute) {
            labels.has_name = true;
            labels.name = of(attribute);
        } else if (attribute.name == type_attribute) {
            labels.is_json = of(attribute) == json_type;
        }
    }
    return labels;
}

bool Values::read_json(std::string_view json, annexkit_value& value) {
    Held held;
    if (!shared::read_json(json, held.json)) return false;
    const Held& kept = values_.emplace_back(std::move(held));
    auto& items = values_.back().items;
    for (const auto& item : kept.json.items) items.push_back(sdk::text(item));
    value = {kept.json.kind, static_cast<std::uint32_t>(items.size()), sdk::text(kept.json.text), items.data()};
    return true;
}

void Values::clear() {
    values_.clear();
    texts_.clear();
}

annexkit_status report(const Surplus& surplus, const SurplusPlace& place, const sdk::Sink& sink) {
    return sink.report({.rule = "xml.unexpected", .span = place.span, .record = place.record, .field = place.field},
                       {sdk::argument("what", surplus.english), sdk::argument("what_fr", surplus.french)});
}

annexkit_span span_of(const Attribute& attribute, std::string_view text) {
    const auto end = static_cast<std::size_t>(attribute.raw.data() - text.data()) + attribute.raw.size() + 1;
    return {attribute.at, end - attribute.at};
}

} // namespace annexkit::xml
