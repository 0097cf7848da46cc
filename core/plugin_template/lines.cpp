#include "lines.hpp"

#include <algorithm>

namespace sdk = annexkit::sdk;

namespace {

// The first of these that no backslash stands before, or the size of the text.
std::size_t find_bare(std::string_view text, char wanted, std::size_t from = 0) {
    for (; from < text.size(); ++from) {
        if (text[from] == wanted) return from;
        if (text[from] == '\\') ++from;
    }
    return text.size();
}

// A backslash with nothing behind it is the end of a line that was cut.
bool is_cut(std::string_view text) {
    std::size_t backslashes = 0;
    while (backslashes < text.size() && text[text.size() - 1 - backslashes] == '\\') ++backslashes;
    return backslashes % 2 == 1;
}

// Each item ends with a bar.
std::optional<std::vector<std::string_view>> items_of(std::string_view list) {
    std::vector<std::string_view> items;
    while (!list.empty()) {
        const std::size_t bar = find_bare(list, '|');
        if (bar == list.size()) return std::nullopt;
        items.push_back(list.substr(0, bar));
        list.remove_prefix(bar + 1);
    }
    return items;
}

// `special` are the bytes that get a backslash; "\n" and "\r" are among them.
void append_escaped(std::string_view text, std::string_view special, sdk::Output& output) {
    while (!text.empty()) {
        const std::size_t found = std::min(text.find_first_of(special), text.size());
        output.append(text.substr(0, found));
        if (found == text.size()) return;
        const char byte = text[found];
        output.append('\\');
        output.append(byte == '\n' ? 'n' : byte == '\r' ? 'r' : byte);
        text.remove_prefix(found + 1);
    }
}

// Whether a line that begins here is the heading of an initiative, and ends in the text.
bool is_heading_at(std::string_view text, std::size_t at) {
    text.remove_prefix(at);
    if (!text.starts_with(initiative_heading)) return false;
    text.remove_prefix(initiative_heading.size());
    return text.starts_with('\n') || text.starts_with("\r\n");
}

} // namespace

std::optional<Line> Lines::next() {
    if (at_ >= text_.size()) return std::nullopt;
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    Line line{text_.substr(at_, end - at_), at_};
    if (line.text.ends_with('\r')) line.text.remove_suffix(1);
    at_ = end + 1;
    return line;
}

std::size_t first_heading(std::string_view text) {
    for (std::size_t at = 0; (at = text.find("\n[", at)) != std::string_view::npos;)
        if (is_heading_at(text, ++at)) return at;
    return 0;
}

std::size_t last_heading(std::string_view text) {
    for (std::size_t at = text.rfind("\n["); at != std::string_view::npos && at > 0; at = text.rfind("\n[", at - 1))
        if (is_heading_at(text, at + 1)) return at + 1;
    return 0;
}

std::optional<Field> field_of(std::string_view line) {
    const std::size_t colon = find_bare(line, ':');
    if (colon == line.size() || is_cut(line)) return std::nullopt;
    Field field{line.substr(0, colon), line.substr(colon + 1), {}};
    if (field.value.empty()) return field;
    if (field.value.front() != ' ') return std::nullopt;
    field.value.remove_prefix(1);
    field.is_list = field.value.starts_with('|');
    if (!field.is_list) return field;
    auto items = items_of(field.value.substr(1));
    if (!items) return std::nullopt;
    field.items = std::move(*items);
    return field;
}

annexkit_text unescaped(std::string_view text, const char* original, char* bytes) {
    char* const begin = bytes + (text.data() - original);
    char* end = begin;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_escape = text[i] == '\\' && i + 1 < text.size();
        if (is_escape) ++i;
        const char byte = text[i];
        *end++ = is_escape && byte == 'n' ? '\n' : is_escape && byte == 'r' ? '\r' : byte;
    }
    return {begin, static_cast<std::size_t>(end - begin)};
}

void append_field(std::string_view name, const annexkit_value& value, sdk::Output& output) {
    // A name that begins like a heading would be taken for one.
    if (name.starts_with('[')) output.append('\\');
    append_escaped(name, ":\\\n\r", output);
    output.append(':');
    if (value.kind == ANNEXKIT_LIST) {
        output.append(" |");
        for (std::uint32_t i = 0; i < value.count; ++i) {
            append_escaped(sdk::view(value.items[i]), "|\\\n\r", output);
            output.append('|');
        }
    } else if (const auto text = sdk::view(value.text); !text.empty()) {
        output.append(' ');
        if (text.starts_with('|')) output.append('\\');
        append_escaped(text, "\\\n\r", output);
    }
    output.append('\n');
}
