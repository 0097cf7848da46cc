// SPDX-License-Identifier: Apache-2.0
#include "object.hpp"

#include "shared/json_value.hpp"

#include <algorithm>

namespace annexkit::json {
namespace {

// Input may have any number of unknown names.
constexpr std::size_t remembered_names = 256;

// The same JSON text without white space between its tokens.
void append_compact(std::string_view text, std::string& to) {
    for (std::size_t at = skip_blank(text, 0); at < text.size(); at = skip_blank(text, at)) {
        const std::size_t from = at;
        if (text[at] == '"') {
            at = string_end(text, at + 1) + 1;
        } else {
            while (at < text.size() && text[at] != '"' && !is_blank(text[at])) ++at;
        }
        to.append(text, from, at - from);
    }
}

// One value has one spelling: with escapes, the one that other formats give it when they read it.
void append_value(std::string_view text, std::string& to) {
    shared::JsonValue value;
    if (text.find('\\') != text.npos && shared::read_json(text, value))
        to.append(value.text);
    else
        append_compact(text, to);
}

} // namespace

Object::Object(std::span<const annexkit_field> fields, const sdk::Sink* sink, std::size_t max_depth, Places places)
    : Nesting(max_depth), fields_(fields), sink_(sink), with_places_(places == Places::wanted), values_(fields.size()),
      starts_(fields.size()), places_(with_places_ ? fields.size() : 0), given_(fields.size()) {}

void Object::begin(const Stream& stream) {
    reset();
    stream_ = &stream;
    is_object_ = false;
    is_list_ = false;
    members_ = 0;
    field_ = -1;
    next_field_ = 0;
    std::fill(values_.begin(), values_.end(), annexkit_value{});
    std::fill(places_.begin(), places_.end(), annexkit_place{});
    std::fill(given_.begin(), given_.end(), char{0});
    unknown_.clear();
    unknown_starts_.clear();
    unknown_places_.clear();
    items_.clear();
    item_spans_.clear();
    json_.clear();
    names_.clear();
    first_names_.clear();
    duplicates_.clear();
}

void Object::finish() {
    for (std::size_t i = 0; i < values_.size(); ++i)
        point(values_[i], with_places_ ? &places_[i] : nullptr, starts_[i]);
    for (std::size_t i = 0; i < unknown_.size(); ++i)
        point(unknown_[i].value, with_places_ ? &unknown_places_[i] : nullptr, unknown_starts_[i]);
    std::sort(duplicates_.begin(), duplicates_.end(),
              [](const Duplicate& a, const Duplicate& b) { return a.span.offset < b.span.offset; });
}

void Object::point(annexkit_value& value, annexkit_place* place, std::size_t start) const {
    if (value.kind == ANNEXKIT_JSON) value.text.data = json_.data() + start;
    if (value.kind != ANNEXKIT_LIST) return;
    value.items = items_.data() + start;
    if (place != nullptr) place->items = item_spans_.data() + start;
}

// ---- Names ----

std::int32_t Object::field_named(std::string_view name) {
    const auto is_next = [&] { return next_field_ < fields_.size() && sdk::view(fields_[next_field_].name) == name; };
    // Members mostly come in the order of the schema, some of them left out.
    if (!is_next()) {
        const auto found = std::find_if(fields_.begin(), fields_.end(),
                                        [&](const annexkit_field& field) { return sdk::view(field.name) == name; });
        next_field_ = static_cast<std::size_t>(found - fields_.begin());
    }
    if (next_field_ < fields_.size()) return static_cast<std::int32_t>(next_field_++);
    const std::int32_t field = resolved(name);
    if (field >= 0) next_field_ = static_cast<std::size_t>(field) + 1;
    return field;
}

std::int32_t Object::resolved(std::string_view name) {
    if (sink_ == nullptr) return ANNEXKIT_NAME_UNKNOWN;
    if (const auto known = known_names_.find(name); known != known_names_.end()) return known->second;
    std::int32_t field = sink_->resolve(name);
    // The head and the other fields of a table have no such names in JSON.
    if (field < 0 || static_cast<std::size_t>(field) >= fields_.size()) field = ANNEXKIT_NAME_UNKNOWN;
    if (known_names_.size() < remembered_names) known_names_.emplace(name, field);
    return field;
}

bool Object::Key(const char* text, rapidjson::SizeType size, bool) {
    if (!is_object_) return true;
    const std::string_view name(text, size);
    // The stream stands behind the closing quotation mark; the content is as long as it is spelled.
    const auto offset = static_cast<std::size_t>(text - stream_->begin);
    if (depth() > 1) {
        names_.push_back({name, {offset, place() - 1 - offset}});
        return true;
    }
    ++members_;
    name_ = name;
    field_ = field_named(name);
    if (field_ < 0) names_.push_back({name, {offset, place() - 1 - offset}});
    return true;
}

void Object::find_duplicates(std::size_t first_name) {
    const auto first = names_.begin() + static_cast<std::ptrdiff_t>(first_name);
    std::sort(first, names_.end(), [](const Name& a, const Name& b) {
        return a.text != b.text ? a.text < b.text : a.span.offset < b.span.offset;
    });
    for (std::size_t i = first_name + 1; i < names_.size(); ++i)
        if (names_[i].text == names_[i - 1].text)
            duplicates_.push_back({names_[i].text, names_[i].span, depth() > 1 ? field_ : -1});
    names_.resize(first_name);
}

// ---- Values ----

annexkit_value& Object::slot(const annexkit_span& span, std::size_t start) {
    const auto field = static_cast<std::size_t>(field_);
    if (field_ >= 0 && given_[field] == 0) {
        given_[field] = 1;
        starts_[field] = start;
        if (with_places_) places_[field] = {span, nullptr};
        return values_[field];
    }
    // A field that is given again goes by its own name, whatever title it was given by.
    unknown_.push_back({field_ >= 0 ? fields_[field].name : sdk::text(name_), {}});
    unknown_starts_.push_back(start);
    if (with_places_) unknown_places_.push_back({span, nullptr});
    return unknown_.back().value;
}

void Object::put_scalar(std::uint32_t kind, std::string_view text, const annexkit_span& span) {
    if (is_object_ && depth() == 1) {
        annexkit_value& value = slot(span);
        value.kind = kind;
        value.text = sdk::text(text);
    }
    // A list is one of texts alone.
    is_list_ = false;
}

bool Object::Null() {
    put_scalar(ANNEXKIT_ABSENT, {}, span_before(4));
    return true;
}

bool Object::Bool(bool value) {
    const std::string_view text = value ? "true" : "false";
    put_scalar(ANNEXKIT_BOOLEAN, text, span_before(text.size()));
    return true;
}

bool Object::RawNumber(const char*, rapidjson::SizeType size, bool) {
    // The place in the text is not told; and the spelling may be masked, see shared/json_number.hpp.
    const annexkit_span span = span_before(size);
    put_scalar(ANNEXKIT_NUMBER, {stream_->original + span.offset, size}, span);
    return true;
}

bool Object::String(const char* text, rapidjson::SizeType size, bool) {
    const auto offset = static_cast<std::size_t>(text - stream_->begin);
    const annexkit_span span{offset, place() - 1 - offset};
    if (!is_list_) {
        put_scalar(ANNEXKIT_TEXT, {text, size}, span);
        return true;
    }
    items_.push_back({text, size});
    if (with_places_) item_spans_.push_back(span);
    return true;
}

bool Object::StartObject() {
    if (!open()) return false;
    if (depth() == 1) is_object_ = true;
    if (depth() == 2) opened_ = place() - 1;
    is_list_ = false;
    first_names_.push_back(names_.size());
    return true;
}

bool Object::EndObject(rapidjson::SizeType) {
    if (is_object_) find_duplicates(first_names_.back());
    first_names_.pop_back();
    close();
    if (is_object_ && depth() == 1) put_compound();
    return true;
}

bool Object::StartArray() {
    if (!open()) return false;
    is_list_ = is_object_ && depth() == 2;
    if (is_list_) {
        opened_ = place() - 1;
        first_item_ = items_.size();
    }
    return true;
}

bool Object::EndArray(rapidjson::SizeType) {
    close();
    if (is_object_ && depth() == 1) put_compound();
    return true;
}

void Object::put_compound() {
    const annexkit_span span{opened_, place() - opened_};
    if (is_list_) {
        is_list_ = false;
        annexkit_value& list = slot(span, first_item_);
        list.kind = ANNEXKIT_LIST;
        list.count = static_cast<std::uint32_t>(items_.size() - first_item_);
        return;
    }
    const std::size_t start = json_.size();
    append_value({stream_->original + span.offset, span.size}, json_);
    annexkit_value& value = slot(span, start);
    value.kind = ANNEXKIT_JSON;
    value.text.size = json_.size() - start;
}

} // namespace annexkit::json
