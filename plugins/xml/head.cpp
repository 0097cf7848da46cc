// SPDX-License-Identifier: Apache-2.0
#include "head.hpp"

namespace annexkit::xml {
namespace {

constexpr Surplus nameless{"a head element without a name", "un élément head sans nom"};
constexpr Surplus attribute_of_head{"an attribute of a head element", "un attribut d'un élément head"};
constexpr Surplus element_in_head{"an element within a head element", "un élément dans un élément head"};

} // namespace

void Head::add(const Attribute& attribute) {
    if (is_declaration_of_namespace(attribute.name)) return;
    const auto offset = static_cast<std::size_t>(attribute.raw.data() - text_.data());
    add(attribute.name, {ANNEXKIT_TEXT, 0, sdk::text(values_.of(attribute)), nullptr}, {offset, attribute.raw.size()});
}

void Head::add(const Outline& outline) {
    const Element& element = outline.elements().front();
    const auto attributes = outline.attributes_of(element);
    const Labels labels = values_.labels_of(attributes);
    if (!labels.has_name) surplus_.emplace_back(nameless, element.whole);
    for (const auto& attribute : attributes)
        if (labels.lack(attribute)) surplus_.emplace_back(attribute_of_head, span_of(attribute, text_));
    if (element.has_elements) surplus_.emplace_back(element_in_head, element.content);
    const std::string_view content = element.plain
                                         ? text_.substr(element.content.offset, element.content.size)
                                         : values_.text_of(text_.substr(element.whole.offset, element.whole.size));
    annexkit_value value{ANNEXKIT_TEXT, 0, sdk::text(content), nullptr};
    if (labels.is_json && !values_.read_json(content, value)) surplus_.emplace_back(no_json, element.content);
    add(labels.name, value, element.content);
}

void Head::add(std::string_view name, const annexkit_value& value, annexkit_span span) {
    members_.push_back({sdk::text(name), value});
    places_.push_back({span, nullptr});
}

annexkit_status Head::deliver(const sdk::Sink& sink) const {
    for (const auto& [surplus, span] : surplus_)
        if (const auto status = report(surplus, {.span = span}, sink); status != ANNEXKIT_OK) return status;
    return members_.empty() ? annexkit_status{ANNEXKIT_OK} : sink.head(members_, places_.data());
}

} // namespace annexkit::xml
