// SPDX-License-Identifier: Apache-2.0
// Reads initiatives as programs write them, several times as fast as RapidJSON, and leaves all others to it.
#pragma once

#include "sax.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annexkit::json {

/// The fast way for one object at a time: members that are fields of the schema, under their names, in its order, some
/// of them left out, each with a text, a number, a literal or a list of texts; no \u among the escapes. Whatever it
/// reads, RapidJSON and Object read alike; a test holds it to that.
///
/// Lifetime: what it gives points into the text and into itself, and holds until the next read().
class Plain {
  public:
    /// in_lines: a line end is no white space.
    Plain(std::span<const annexkit_field> fields, Places places, bool in_lines);

    /// Reads the value at `from`, which is no white space. Returns the offset behind it; nothing where it is not as
    /// above, be it right or wrong, and the text is then as it was.
    std::optional<std::size_t> read(const Text& text, std::size_t from);
    /// Makes the text that was read what it was, for another reader.
    void restore(const Text& text, std::size_t from, std::size_t end);

    [[nodiscard]] std::span<const annexkit_value> values() const { return values_; }
    /// Empty unless places are wanted.
    [[nodiscard]] std::span<const annexkit_place> places() const { return places_; }

  private:
    bool read_members();
    bool read_value(std::size_t field);
    void set_place(std::size_t field, const char* begin);
    bool read_list(std::size_t field);
    bool read_number(annexkit_value& value);
    /// The text whose quotation mark stands at at_; goes behind its end.
    bool read_text(annexkit_text& text);
    char* decode(char* to, const char* stop);
    bool read_literal(std::string_view literal);
    bool skip(char wanted);
    // Programs write none, or a single one.
    void skip_blank() {
        while (at_ != end_ && static_cast<unsigned char>(*at_) <= ' ' && is_blank(*at_) && !(in_lines_ && *at_ == '\n'))
            ++at_;
    }
    [[nodiscard]] std::size_t place() const { return static_cast<std::size_t>(at_ - text_.original); }
    [[nodiscard]] bool is_at(char wanted) const { return at_ != end_ && *at_ == wanted; }

    /// Each as it stands in front of a value: the name with its quotation marks.
    std::vector<std::string> names_;
    /// No name holds what has to be escaped.
    bool are_plain_ = true;
    bool with_places_;
    bool in_lines_;
    std::vector<annexkit_value> values_;
    std::vector<annexkit_place> places_;
    /// Of all lists. The fields wait with the index of their first one until all are there, since the buffers may move.
    std::vector<annexkit_text> items_;
    std::vector<annexkit_span> item_spans_;
    std::vector<std::pair<std::size_t, std::size_t>> lists_;

    const char* at_ = nullptr;
    const char* end_ = nullptr;
    Text text_;
    bool has_decoded_ = false;
};

} // namespace annexkit::json
