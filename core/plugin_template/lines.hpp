// How the format is spelled: lines, names and values, escapes.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

inline constexpr std::string_view annex_heading = "[annex]";
inline constexpr std::string_view initiative_heading = "[initiative]";

/// A line without its end, and where it stands in its text.
struct Line {
    std::string_view text;
    std::size_t offset = 0;

    [[nodiscard]] bool is_blank() const { return text.find_first_not_of(" \t") == std::string_view::npos; }
    [[nodiscard]] bool is_heading() const { return text.starts_with('['); }
};

/// Takes lines off a text, one after the other.
class Lines {
  public:
    explicit Lines(std::string_view text) : text_(text) {}
    /// Nothing at the end. A line ends with LF or CRLF.
    std::optional<Line> next();

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// Where the heading of an initiative begins behind the start of the text, the first or the last one; 0 where there is
/// none.
std::size_t first_heading(std::string_view text);
std::size_t last_heading(std::string_view text);

/// A field as its line spells it, and where name and value stand in the line.
struct Field {
    std::string_view name;
    std::string_view value;
    std::vector<std::string_view> items;
    bool is_list = false;
};

/// Nothing for a line that is no field. What is found is a stretch of the line, with its escapes.
std::optional<Field> field_of(std::string_view line);

/// Takes the escapes out, in place: `text` is a stretch of the bytes from `original` on, `bytes` the same bytes, which
/// may be changed.
annexkit_text unescaped(std::string_view text, const char* original, char* bytes);

/// Appends "name: value" and the end of the line.
void append_field(std::string_view name, const annexkit_value& value, annexkit::sdk::Output& output);
