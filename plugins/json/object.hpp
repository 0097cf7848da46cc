// SPDX-License-Identifier: Apache-2.0
// Collects the members of one object: an initiative, or the annex head.
#pragma once

#include "sax.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::json {

/// The handler for one object at a time; it keeps its buffers from one to the next.
///
/// Lifetime: what it gives points into the text and into itself, and holds until the next begin().
class Object : public rapidjson::BaseReaderHandler<Utf8, Object>, private Nesting {
  public:
    /// A member that its object has already. field: the field that it is found in, or -1.
    struct Duplicate {
        std::string_view name;
        annexkit_span span;
        std::int32_t field;
    };

    /// For names that are no field's name `sink` is asked; the annex head has neither fields nor sink.
    Object(std::span<const annexkit_field> fields, const sdk::Sink* sink, std::size_t max_depth, Places places);

    void begin(const Stream& stream);
    /// Makes everything below valid; call it after the reading, be it whole or not.
    void finish();

    /// The value that was read is an object at all.
    [[nodiscard]] bool is_object() const { return is_object_; }
    [[nodiscard]] bool has_values() const { return members_ > 0; }
    [[nodiscard]] std::span<const annexkit_value> values() const { return values_; }
    [[nodiscard]] std::span<const annexkit_named_value> unknown() const { return unknown_; }
    /// Empty unless places are wanted.
    [[nodiscard]] std::span<const annexkit_place> places() const { return places_; }
    [[nodiscard]] std::span<const annexkit_place> unknown_places() const { return unknown_places_; }
    [[nodiscard]] std::span<const Duplicate> duplicates() const { return duplicates_; }

    // What RapidJSON calls.
    bool Null();
    bool Bool(bool value);
    bool RawNumber(const char* text, rapidjson::SizeType size, bool copy);
    bool String(const char* text, rapidjson::SizeType size, bool copy);
    bool Key(const char* text, rapidjson::SizeType size, bool copy);
    bool StartObject();
    bool EndObject(rapidjson::SizeType members);
    bool StartArray();
    bool EndArray(rapidjson::SizeType elements);

  private:
    struct Name {
        std::string_view text;
        annexkit_span span;
    };

    [[nodiscard]] std::int32_t field_named(std::string_view name);
    [[nodiscard]] std::int32_t resolved(std::string_view name);
    [[nodiscard]] std::size_t place() const { return stream_->Tell(); }
    [[nodiscard]] annexkit_span span_before(std::size_t size) const { return {place() - size, size}; }
    /// Where the value of the member whose name came last goes; it is absent so far. start: see starts_.
    annexkit_value& slot(const annexkit_span& span, std::size_t start = 0);
    void put_scalar(std::uint32_t kind, std::string_view text, const annexkit_span& span);
    /// A list, or a value of a kind that only JSON has.
    void put_compound();
    void find_duplicates(std::size_t first_name);
    void point(annexkit_value& value, annexkit_place* place, std::size_t start) const;

    std::span<const annexkit_field> fields_;
    const sdk::Sink* sink_;
    bool with_places_;
    const Stream* stream_ = nullptr;
    bool is_object_ = false;
    std::size_t members_ = 0;

    // The current member.
    std::string_view name_;
    std::int32_t field_ = -1;
    std::size_t next_field_ = 0;
    std::size_t opened_ = 0;
    std::size_t first_item_ = 0;
    bool is_list_ = false;

    // starts: of a list its first item, of a JSON value its offset in json_, since both buffers may still move.
    std::vector<annexkit_value> values_;
    std::vector<std::size_t> starts_;
    std::vector<annexkit_place> places_;
    std::vector<char> given_;
    std::vector<annexkit_named_value> unknown_;
    std::vector<std::size_t> unknown_starts_;
    std::vector<annexkit_place> unknown_places_;
    std::vector<annexkit_text> items_;
    std::vector<annexkit_span> item_spans_;
    std::string json_;

    // The names in each open object, but for those of fields.
    std::vector<Name> names_;
    std::vector<std::size_t> first_names_;
    std::vector<Duplicate> duplicates_;
    // What the sink said about names.
    std::map<std::string, std::int32_t, std::less<>> known_names_;
};

} // namespace annexkit::json
