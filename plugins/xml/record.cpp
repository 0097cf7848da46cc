// SPDX-License-Identifier: Apache-2.0
#include "record.hpp"

#include "decode.hpp"
#include "naming.hpp"

#include <algorithm>
#include <cstring>

namespace annexkit::xml {
namespace {

// Input may have any number of unknown names.
constexpr std::size_t remembered_names = 256;

constexpr Surplus attribute_of_initiative{"an attribute of the initiative", "un attribut de l'initiative"};
constexpr Surplus attribute_of_field{"an attribute of a field", "un attribut d'un champ"};
constexpr Surplus attribute_of_item{"an attribute of an item", "un attribut d'un élément de liste"};
constexpr Surplus text_between_fields{"text between the fields", "du texte entre les champs"};
constexpr Surplus text_between_items{"text between the items of a list", "du texte entre les éléments d'une liste"};
constexpr Surplus element_in_text{"an element within a text", "un élément dans un texte"};
constexpr Surplus foreign_element{"an element of another namespace", "un élément d'un autre espace de noms"};
constexpr Surplus no_item{"an element that is no item of the list", "un élément qui n'appartient pas à la liste"};

} // namespace

RecordReader::RecordReader(std::span<const annexkit_field> fields, const annexkit_chunk& chunk, const sdk::Sink& sink)
    : fields_(fields), chunk_(chunk), sink_(sink), values_(fields.size()), places_(fields.size()) {
    for (const auto& field : fields) item_names_.push_back(item_name(sdk::view(field.name)));
}

annexkit_status RecordReader::read(const Outline& outline) {
    clear();
    const std::span<const Element> elements = outline.elements();
    const Element& initiative = elements.front();
    // Values point into these.
    items_.reserve(elements.size());
    item_spans_.reserve(elements.size());
    check_attributes(outline.attributes_of(initiative), {}, attribute_of_initiative, -1);
    if (initiative.text.size > 0) surplus(text_between_fields, initiative.text, -1);
    for (std::size_t i = 1; i < elements.size(); i += 1 + elements[i].children)
        read_field(outline, elements.subspan(i, 1 + elements[i].children));
    if (status_ != ANNEXKIT_OK) return status_;
    ++count_;
    const bool places = chunk_.places == 1;
    return sink_.record({sizeof(annexkit_record), values_.data(), values_.size(), unknown_.data(), unknown_.size(),
                         initiative.whole, 0, places ? places_.data() : nullptr,
                         places ? unknown_places_.data() : nullptr});
}

void RecordReader::clear() {
    next_field_ = 0;
    std::fill(values_.begin(), values_.end(), annexkit_value{});
    std::fill(places_.begin(), places_.end(), annexkit_place{});
    unknown_.clear();
    unknown_places_.clear();
    items_.clear();
    item_spans_.clear();
    decoded_.clear();
}

void RecordReader::read_field(const Outline& outline, std::span<const Element> elements) {
    const Element& element = elements.front();
    std::string_view name = local_name(element.name);
    Labels labels;
    if (element.attributes > 0) {
        labels = decoded_.labels_of(outline.attributes_of(element));
        labels.has_name = labels.has_name && name == field_element;
        if (labels.has_name) name = labels.name;
    }
    const std::int32_t field = index_of(name);
    if (!element.own) surplus(foreign_element, element.whole, field);
    check_attributes(outline.attributes_of(element), labels, attribute_of_field, field);
    const Slot slot = slot_of(field, name);
    slot.place.value = element.content;
    const bool is_list = field >= 0 && fields_[static_cast<std::size_t>(field)].kind == ANNEXKIT_LIST;
    if (is_list && !labels.is_json)
        read_list(outline, elements, slot);
    else
        read_text(element, labels.is_json, slot);
}

RecordReader::Slot RecordReader::slot_of(std::int32_t field, std::string_view name) {
    const auto index = static_cast<std::size_t>(field);
    // Content never starts the chunk, so only a field that was not given has no place.
    if (field >= 0 && places_[index].value.offset == 0) return {field, values_[index], places_[index]};
    // A field that is given again goes by its own name, whatever title it was given by.
    unknown_.push_back({field >= 0 ? fields_[index].name : sdk::text(name), {}});
    unknown_places_.push_back({});
    return {field, unknown_.back().value, unknown_places_.back()};
}

void RecordReader::read_text(const Element& element, bool is_json, const Slot& slot) {
    if (element.has_elements) surplus(element_in_text, element.content, slot.field);
    const std::string_view text = text_of(element);
    slot.value.kind = ANNEXKIT_UNTYPED;
    slot.value.text = sdk::text(text);
    if (is_json && !decoded_.read_json(text, slot.value)) surplus(no_json, element.content, slot.field);
}

void RecordReader::read_list(const Outline& outline, std::span<const Element> elements, const Slot& slot) {
    const Element& list = elements.front();
    const std::string_view singular = item_names_[static_cast<std::size_t>(slot.field)];
    if (list.text.size > 0) surplus(text_between_items, list.text, slot.field);
    const std::size_t first = items_.size();
    for (const Element& item : elements.subspan(1)) {
        const std::string_view name = local_name(item.name);
        if (!item.own || (name != singular && name != item_element)) surplus(no_item, item.whole, slot.field);
        if (item.has_elements) surplus(element_in_text, item.content, slot.field);
        check_attributes(outline.attributes_of(item), {}, attribute_of_item, slot.field);
        items_.push_back(sdk::text(text_of(item)));
        item_spans_.push_back(item.content);
    }
    slot.value.kind = ANNEXKIT_LIST;
    slot.value.count = static_cast<std::uint32_t>(items_.size() - first);
    slot.value.items = items_.data() + first;
    slot.place.items = item_spans_.data() + first;
}

std::int32_t RecordReader::index_of(std::string_view name) {
    const auto is_next = [&] { return next_field_ < fields_.size() && sdk::view(fields_[next_field_].name) == name; };
    // Fields mostly come in the order of the schema, some of them left out.
    if (!is_next()) {
        const auto found = std::find_if(fields_.begin(), fields_.end(),
                                        [&](const annexkit_field& field) { return sdk::view(field.name) == name; });
        next_field_ = static_cast<std::size_t>(found - fields_.begin());
    }
    return next_field_ < fields_.size() ? static_cast<std::int32_t>(next_field_++) : resolved(name);
}

std::int32_t RecordReader::resolved(std::string_view name) {
    if (const auto known = known_names_.find(name); known != known_names_.end()) return known->second;
    std::int32_t field = sink_.resolve(name);
    // The head and the other fields of a table have no such names in XML.
    if (field < 0 || static_cast<std::size_t>(field) >= fields_.size()) field = ANNEXKIT_NAME_UNKNOWN;
    if (known_names_.size() < remembered_names) known_names_.emplace(name, field);
    return field;
}

std::string_view RecordReader::text_of(const Element& element) const {
    if (element.plain) return text().substr(element.content.offset, element.content.size);
    char* const room = chunk_.data + element.whole.offset;
    std::memcpy(room, chunk_.original + element.whole.offset, element.whole.size);
    return element_text(room, element.whole.size);
}

void RecordReader::check_attributes(std::span<const Attribute> attributes, const Labels& labels, const Surplus& what,
                                    std::int32_t field) {
    for (const auto& attribute : attributes)
        if (labels.lack(attribute)) surplus(what, span_of(attribute, text()), field);
}

void RecordReader::surplus(const Surplus& what, annexkit_span span, std::int32_t field) {
    if (status_ == ANNEXKIT_OK) status_ = report(what, {span, count_, field}, sink_);
}

} // namespace annexkit::xml
