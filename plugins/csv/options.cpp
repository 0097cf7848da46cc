// SPDX-License-Identifier: Apache-2.0
#include "options.hpp"

namespace annexkit::csv {
namespace {

struct Wish {
    std::string_view english;
    std::string_view french;
};

constexpr Wish one_ascii = {"one ASCII character other than a line break",
                            "un seul caractère ASCII autre qu'un saut de ligne"};
constexpr Wish distinct = {"different from the other characters of the table",
                           "différente des autres caractères du tableau"};
constexpr Wish no_backslash = {"something else than the backslash, which escapes",
                               "autre chose que la barre oblique inverse, qui sert d'échappement"};
constexpr Wish no_e = {"something else than e, which stands for an empty item behind a backslash",
                       "autre chose que e, qui représente un élément vide après une barre oblique inverse"};

[[noreturn]] void refuse(const sdk::OpenRequest& request, std::string_view name, const Wish& wish) {
    request.sink().report({.rule = "csv.options"},
                          {sdk::argument("name", name), sdk::argument("value", request.option(name)),
                           sdk::argument("wanted", wish.english), sdk::argument("wanted_fr", wish.french)});
    throw sdk::Failure();
}

char character(const sdk::OpenRequest& request, std::string_view name) {
    const std::string_view value = request.option(name);
    const bool usable = value.size() == 1 && static_cast<unsigned char>(value[0]) < 0x80 && value[0] != '\0' &&
                        value[0] != '\n' && value[0] != '\r';
    if (!usable) refuse(request, name, one_ascii);
    if (value[0] == '\\') refuse(request, name, no_backslash);
    return value[0];
}

} // namespace

Dialect dialect_of(const sdk::OpenRequest& request, Empty empty) {
    const auto settled = [&](std::string_view name) {
        return empty == Empty::detect && request.option(name).empty() ? '\0' : character(request, name);
    };
    Dialect dialect;
    dialect.quote = settled("quote");
    if (!request.option("list-separator").empty()) dialect.list_separator = character(request, "list-separator");
    dialect.delimiter = settled("delimiter");
    if (dialect.list_separator == 'e') refuse(request, "list-separator", no_e);
    // The usual quote is what is taken for one first.
    const char quote = dialect.quote == '\0' ? '"' : dialect.quote;
    if (quote == dialect.delimiter) refuse(request, "quote", distinct);
    if (dialect.lists() == dialect.delimiter || dialect.lists() == quote) refuse(request, "list-separator", distinct);
    return dialect;
}

} // namespace annexkit::csv
