// SPDX-License-Identifier: Apache-2.0
// What elements and their attributes say, decoded.
#pragma once

#include "tokens.hpp"

#include "shared/json_value.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::xml {

/// What an element's attributes say about its value.
struct Labels {
    bool has_name = false;
    std::string_view name;
    bool is_json = false;

    /// The attribute says nothing of this, and declares no namespace.
    [[nodiscard]] bool lack(const Attribute& attribute) const;
};

/// Values that stand in the input in another spelling. Lifetime: until clear().
class Values {
  public:
    [[nodiscard]] std::string_view of(const Attribute& attribute);
    /// The text in an element that is left as it is.
    [[nodiscard]] std::string_view text_of(std::string_view element);
    [[nodiscard]] Labels labels_of(std::span<const Attribute> attributes);
    /// Reads JSON text as a value; false where it is none.
    bool read_json(std::string_view json, annexkit_value& value);
    void clear();

  private:
    struct Held {
        shared::JsonValue json;
        std::vector<annexkit_text> items;
    };
    std::deque<Held> values_;
    std::deque<std::string> texts_;
};

/// Something that an annex has no place for, in words.
struct Surplus {
    std::string_view english;
    std::string_view french;
};
inline constexpr Surplus no_json{"text of type json that is no JSON", "du texte de type json qui n'est pas du JSON"};

/// Where it stands, and the record and field that it stands in.
struct SurplusPlace {
    annexkit_span span{};
    std::uint64_t record = ANNEXKIT_NONE;
    std::int32_t field = -1;
};

annexkit_status report(const Surplus& surplus, const SurplusPlace& place, const sdk::Sink& sink);

/// The span of an attribute of `text`.
annexkit_span span_of(const Attribute& attribute, std::string_view text);

} // namespace annexkit::xml
