// SPDX-License-Identifier: Apache-2.0
#include "record.hpp"

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace annexkit::xml {
namespace {

namespace rj = rapidjson;

constexpr unsigned json_flags =
    rj::kParseIterativeFlag | rj::kParseValidateEncodingFlag | rj::kParseNumbersAsStringsFlag;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// The JSON text with short numbers instead of long ones: RapidJSON refuses those beyond a double even as text.
std::string with_small_numbers(std::string_view text) {
    const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
    std::string result;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        if (byte == '"') in_string = !in_string;
        if (in_string && byte == '\\' && at + 1 < text.size()) result += text[at++];
        // A zero before other digits is left, since it is wrong in a whole part and harmless elsewhere.
        const bool follows = !in_string && is_digit(byte) && at > 0 && is_digit(text[at - 1]);
        const char before = result.empty() ? ' ' : result.back();
        const bool after_zero =
            follows && before == '0' &&
            (result.size() < 2 || std::string_view(".eE+").find(result[result.size() - 2]) == std::string_view::npos);
        if (follows && !after_zero) continue;
        result += text[at];
    }
    return result;
}

bool has_elements(const pugi::xml_node& node) {
    for (const auto child : node.children())
        if (child.type() == pugi::node_element) return true;
    return false;
}

class RecordReader {
  public:
    RecordReader(const Settings& settings, const Outline& outline, std::uint64_t index, const sdk::Sink& sink)
        : settings_(settings), outline_(outline), index_(index), sink_(sink), values_(settings.fields.size()),
          places_(settings.fields.size()) {}

    annexkit_status read(const pugi::xml_node& element, bool with_places) {
        if (element.first_attribute()) unexpected("an attribute of the initiative", "un attribut de l'initiative");
        for (const auto child : element.children()) {
            if (child.type() == pugi::node_element)
                read_field(child);
            else if (!trimmed(child.value()).empty())
                unexpected("text between the fields", "du texte entre les champs");
        }
        if (status_ != ANNEXKIT_OK) return status_;
        return sink_.record({sizeof(annexkit_record), values_.data(), values_.size(), unknown_.data(), unknown_.size(),
                             span(), 0, with_places ? places_.data() : nullptr,
                             with_places ? unknown_places_.data() : nullptr});
    }

  private:
    [[nodiscard]] annexkit_span span() const { return {outline_.begin, outline_.end - outline_.begin}; }

    void unexpected(std::string_view english, std::string_view french) {
        if (status_ == ANNEXKIT_OK)
            status_ =
                sink_.report({.rule = "xml.unexpected", .span = here_.size > 0 ? here_ : span(), .record = index_},
                             {sdk::argument("what", english), sdk::argument("what_fr", french)});
    }

    std::int32_t field_of(std::string_view name) {
        const auto& fields = settings_.fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::size_t field = (expected_ + i) % fields.size();
            if (sdk::view(fields[field].name) == name) {
                expected_ = field + 1;
                return static_cast<std::int32_t>(field);
            }
        }
        return sink_.resolve(name);
    }

    void read_field(const pugi::xml_node& node) {
        const annexkit_span content = outline_.contents[next_++];
        here_ = content;
        const std::string_view name = local_name(node.name());
        const bool is_json = std::string_view(node.attribute("type").value()) == "json";
        const bool is_other = name == "field" && node.attribute("name");
        if (!settings_.is_own(node.name()))
            unexpected("an element of another namespace", "un élément d'un autre espace de noms");
        for (const auto attribute : node.attributes()) {
            const std::string_view known = attribute.name();
            if (!(known == "type" && is_json) && !(known == "name" && is_other))
                unexpected("an attribute of a field", "un attribut d'un champ");
        }
        const std::int32_t field = is_other ? -1 : field_of(name);
        const bool is_known = field >= 0 && static_cast<std::size_t>(field) < values_.size();
        const auto at = static_cast<std::size_t>(is_known ? field : 0);
        annexkit_value value{};
        annexkit_place place{content, nullptr};
        const bool is_list = is_known && settings_.fields[at].kind == ANNEXKIT_LIST && !is_json;
        if (is_list)
            read_list(node, at, value, place);
        else
            read_text(node, is_json, value);
        here_ = {};
        if (is_known && values_[at].kind == ANNEXKIT_ABSENT) {
            values_[at] = value;
            places_[at] = place;
            return;
        }
        const std::string_view own = is_known   ? sdk::view(settings_.fields[at].name)
                                     : is_other ? std::string_view(node.attribute("name").value())
                                                : name;
        unknown_.push_back({sdk::text(own), value});
        unknown_places_.push_back(place);
    }

    void read_text(const pugi::xml_node& node, bool is_json, annexkit_value& value) {
        if (has_elements(node)) {
            unexpected("an element within a text", "un élément dans un texte");
            for (const auto child : node.children())
                if (child.type() == pugi::node_element) ++next_;
        }
        const std::string_view text = text_of(node, arena_);
        value = {ANNEXKIT_UNTYPED, 0, sdk::text(text), nullptr};
        if (is_json && !read_json(text, arena_, value))
            unexpected("a value of type \"json\" that is no JSON", "une valeur de type « json » qui n'est pas du JSON");
    }

    void read_list(const pugi::xml_node& node, std::size_t field, annexkit_value& value, annexkit_place& place) {
        auto& items = arena_.lists.emplace_back();
        auto& spans = arena_.spans.emplace_back();
        const std::string singular = item_name(sdk::view(settings_.fields[field].name));
        for (const auto item : node.children()) {
            if (item.type() != pugi::node_element) {
                if (!trimmed(item.value()).empty())
                    unexpected("text between the items of a list", "du texte entre les éléments d'une liste");
                continue;
            }
            const annexkit_span content = outline_.contents[next_++];
            here_ = content;
            const std::string_view name = local_name(item.name());
            if ((name != singular && name != "item") || !settings_.is_own(item.name()))
                unexpected("an element that is no item of the list", "un élément qui n'appartient pas à la liste");
            if (item.first_attribute()) unexpected("an attribute of an item", "un attribut d'un élément de liste");
            if (has_elements(item)) unexpected("an element within a text", "un élément dans un texte");
            items.push_back(sdk::text(text_of(item, arena_)));
            spans.push_back(content);
        }
        value = {ANNEXKIT_LIST, static_cast<std::uint32_t>(items.size()), {nullptr, 0}, items.data()};
        place.items = spans.data();
    }

    const Settings& settings_;
    const Outline& outline_;
    std::uint64_t index_;
    const sdk::Sink& sink_;
    std::vector<annexkit_value> values_;
    std::vector<annexkit_place> places_;
    std::vector<annexkit_named_value> unknown_;
    std::vector<annexkit_place> unknown_places_;
    Arena arena_;
    annexkit_span here_{};
    std::size_t next_ = 0;
    std::size_t expected_ = 0;
    annexkit_status status_ = ANNEXKIT_OK;
};

} // namespace

std::string_view text_of(const pugi::xml_node& element, Arena& arena) {
    const pugi::xml_node first = element.first_child();
    if (!first) return {};
    if (!first.next_sibling()) return first.value();
    std::string& joined = arena.texts.emplace_back();
    for (const auto child : element.children()) joined += child.value();
    return joined;
}

bool read_json(std::string_view text, Arena& arena, annexkit_value& value) {
    rj::Document document;
    const std::string small = with_small_numbers(text);
    document.Parse<json_flags>(small.data(), small.size());
    if (document.HasParseError()) return false;
    const std::string_view spelled = trimmed(text);
    value = {ANNEXKIT_JSON, 0, sdk::text(spelled), nullptr};
    const auto own = [&](const rj::Value& from) {
        return sdk::text(arena.texts.emplace_back(from.GetString(), from.GetStringLength()));
    };
    if (document.IsBool()) value.kind = ANNEXKIT_BOOLEAN;
    if (document.IsNull()) value = {};
    // Numbers are parsed as strings, so that none is rounded.
    if (document.IsString() && spelled.front() != '"')
        value.kind = ANNEXKIT_NUMBER;
    else if (document.IsString())
        value = {ANNEXKIT_TEXT, 0, own(document), nullptr};
    if (!document.IsArray()) return true;
    // A number is a string here, too, but its spelling is not quoted: an array with one stays JSON.
    for (const auto& item : document.GetArray())
        if (!item.IsString()) return true;
    rj::Document strict;
    strict.Parse<rj::kParseIterativeFlag>(small.data(), small.size());
    if (strict.HasParseError()) return true;
    for (const auto& item : strict.GetArray())
        if (!item.IsString()) return true;
    auto& items = arena.lists.emplace_back();
    for (const auto& item : document.GetArray()) items.push_back(own(item));
    value = {ANNEXKIT_LIST, static_cast<std::uint32_t>(items.size()), {nullptr, 0}, items.data()};
    return true;
}

annexkit_status read_record(const Settings& settings, char* data, const Outline& outline, std::uint64_t index,
                            bool places, const sdk::Sink& sink) {
    pugi::xml_document document;
    const auto result =
        document.load_buffer_inplace(data + outline.begin, outline.end - outline.begin, keep_text, pugi::encoding_utf8);
    if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
    if (!result) throw std::runtime_error(result.description());
    return RecordReader(settings, outline, index, sink).read(document.document_element(), places);
}

} // namespace annexkit::xml
