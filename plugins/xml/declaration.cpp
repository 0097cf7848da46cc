// SPDX-License-Identifier: Apache-2.0
#include "declaration.hpp"

#include "characters.hpp"

#include <algorithm>

namespace annexkit::xml {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

// The fifth edition reads any 1.x as 1.0.
bool is_version(std::string_view value) {
    return value.size() > 2 && value.starts_with("1.") && std::all_of(value.begin() + 2, value.end(), is_digit);
}
bool is_encoding(std::string_view value) {
    const auto is_inner = [](char byte) {
        return is_letter(byte) || is_digit(byte) || byte == '.' || byte == '_' || byte == '-';
    };
    return !value.empty() && is_letter(value.front()) && std::all_of(value.begin(), value.end(), is_inner);
}
bool is_standalone(std::string_view value) { return value == "yes" || value == "no"; }

struct Part {
    std::string_view name;
    bool required;
    bool (*is_right)(std::string_view);
    Problem problem;
};
constexpr Part parts[] = {
    {"version", true, is_version, Problem::xml_version},
    {"encoding", false, is_encoding, Problem::xml_encoding},
    {"standalone", false, is_standalone, Problem::xml_standalone},
};

/// The value of name="value" at `at`, which moves behind it; nothing where something else stands there.
std::optional<std::string_view> read_value(std::string_view text, std::string_view name, std::size_t& at) {
    std::size_t from = skip_blank(text, at);
    if (from == at || !text.substr(from).starts_with(name)) return std::nullopt;
    from = skip_blank(text, from + name.size());
    if (from == text.size() || text[from] != '=') return std::nullopt;
    from = skip_blank(text, from + 1);
    if (from == text.size() || (text[from] != '"' && text[from] != '\'')) return std::nullopt;
    const std::size_t close = text.find(text[from], from + 1);
    if (close == nowhere) return std::nullopt;
    at = close + 1;
    return text.substr(from + 1, close - from - 1);
}

} // namespace

Declaration read_declaration(std::string_view text) {
    const std::string_view content = text.substr(0, text.size() - 2);
    Declaration declaration;
    std::size_t at = declaration_start.size();
    for (const Part& part : parts) {
        const auto value = read_value(content, part.name, at);
        if (!value && !part.required) continue;
        if (!value || !part.is_right(*value)) {
            const std::size_t wrong =
                value ? static_cast<std::size_t>(value->data() - text.data()) : skip_blank(content, at);
            declaration.fault = Fault{value ? part.problem : Problem::xml_declaration, wrong, {}};
            return declaration;
        }
        if (part.name == "encoding") declaration.encoding = *value;
    }
    if (const std::size_t rest = skip_blank(content, at); rest < content.size())
        declaration.fault = Fault{Problem::xml_declaration, rest, {}};
    return declaration;
}

} // namespace annexkit::xml
