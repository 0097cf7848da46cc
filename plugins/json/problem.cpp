// SPDX-License-Identifier: Apache-2.0
#include "problem.hpp"

#include "shared/json_bytes.hpp"

namespace annexkit::json {
namespace {

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

// The last byte before `at` that is no white space.
char before(std::string_view text, std::size_t at) {
    while (at > 0 && is_blank(text[at - 1])) --at;
    return at > 0 ? text[at - 1] : '\0';
}

// What may stand where a value or a name is not wanted any more.
char closing(Problem expected) { return expected == Problem::value_expected ? ']' : '}'; }

Problem instead_of_value(std::string_view text, std::size_t at) {
    const char byte = text[at];
    // Within a word: the byte where it stops being true, false or null.
    if (at > 0 && is_letter(text[at - 1])) return Problem::bare_word;
    if (byte == '+') return Problem::plus_sign;
    if (byte == '.') return Problem::leading_point;
    return is_letter(byte) ? Problem::bare_word : Problem::value_expected;
}

} // namespace

Problem recognised(Problem expected, std::string_view text, std::size_t at) {
    if (at >= text.size()) return expected;
    const char byte = text[at];
    if (byte == '/') return Problem::comment;
    switch (expected) {
    case Problem::value_expected:
    case Problem::name_expected:
        if (byte == '\'') return Problem::single_quote;
        if (byte == closing(expected) && before(text, at) == ',') return Problem::trailing_comma;
        return expected == Problem::value_expected ? instead_of_value(text, at) : expected;
    case Problem::comma_or_brace_expected:
    case Problem::comma_or_bracket_expected:
        return is_digit(byte) && at > 0 && text[at - 1] == '0' ? Problem::leading_zero : expected;
    default: return expected;
    }
}

Words words_of_value(char first_byte) {
    switch (first_byte) {
    case '{': return {"an object", "un objet"};
    case '[': return {"an array", "un tableau"};
    case '"': return {"a text", "un texte"};
    case 't':
    case 'f': return {"true or false", "true ou false"};
    case 'n': return {"null", "null"};
    default: return {"a number", "un nombre"};
    }
}

Words words_of(Problem problem) {
    switch (problem) {
    case Problem::none: break;
    case Problem::too_deep: return {"brackets are nested too deep", "les crochets sont trop imbriqués"};
    case Problem::nothing: return {"there is no JSON text", "il n'y a pas de texte JSON"};
    case Problem::end_in_text:
        return {"the input ends inside a text; its closing quotation mark is missing",
                "l'entrée se termine dans un texte ; son guillemet fermant manque"};
    case Problem::end_in_value:
        return {"the input ends inside a value; its end, such as a closing bracket, is missing",
                "l'entrée se termine dans une valeur ; sa fin, par exemple un crochet fermant, manque"};
    case Problem::end_in_document:
        return {"the input ends inside the document; its closing } is missing",
                "l'entrée se termine dans le document ; son } fermant manque"};
    case Problem::end_in_list:
        return {"the input ends inside the list of initiatives; its closing ] is missing",
                "l'entrée se termine dans la liste des initiatives ; son ] fermant manque"};
    case Problem::line_ends_in_text:
        return {"the line ends inside a text; its closing quotation mark is missing",
                "la ligne se termine dans un texte ; son guillemet fermant manque"};
    case Problem::line_ends_in_value:
        return {"the line ends inside a value; its end, such as a closing bracket, is missing",
                "la ligne se termine dans une valeur ; sa fin, par exemple un crochet fermant, manque"};
    case Problem::second_value:
        return {"something follows the end of the JSON text", "quelque chose suit la fin du texte JSON"};
    case Problem::second_value_on_line:
        return {"something follows the object on its line", "quelque chose suit l'objet sur sa ligne"};
    case Problem::value_expected: return {"a value is expected here", "une valeur est attendue ici"};
    case Problem::name_expected:
        return {"the name of a member, in double quotes, is expected here",
                "le nom d'un membre, entre guillemets doubles, est attendu ici"};
    case Problem::colon_expected:
        return {"a colon is expected after the name of a member", "deux-points attendus après le nom d'un membre"};
    case Problem::comma_or_brace_expected:
        return {"a comma or } is expected here", "une virgule ou } est attendue ici"};
    case Problem::comma_or_bracket_expected:
        return {"a comma or ] is expected here", "une virgule ou ] est attendue ici"};
    case Problem::trailing_comma:
        return {"a comma stands before the closing bracket", "une virgule précède le crochet fermant"};
    case Problem::comment: return {"JSON has no comments", "JSON n'a pas de commentaires"};
    case Problem::single_quote:
        return {"text stands between double quotes, not single ones",
                "un texte se place entre guillemets doubles, pas simples"};
    case Problem::bare_word:
        return {"only the words true, false and null stand without quotation marks; JSON has no NaN or Infinity",
                "seuls les mots true, false et null s'écrivent sans guillemets ; JSON n'a ni NaN ni Infinity"};
    case Problem::plus_sign:
        return {"a number has no plus sign before it", "un nombre n'est pas précédé du signe plus"};
    case Problem::leading_point: return {"a number starts with a digit", "un nombre commence par un chiffre"};
    case Problem::leading_zero:
        return {"a number of several digits does not start with 0",
                "un nombre de plusieurs chiffres ne commence pas par 0"};
    case Problem::fraction_expected:
        return {"a digit is expected after the decimal point", "un chiffre est attendu après le point décimal"};
    case Problem::exponent_expected:
        return {"a digit is expected in the exponent", "un chiffre est attendu dans l'exposant"};
    case Problem::number_broken: return {"a number is not whole", "un nombre n'est pas complet"};
    case Problem::control_character:
        return {"a control character, such as a line break or a tab, stands in a text; write it as \\n, \\t or \\u00xx",
                "un caractère de contrôle, comme un saut de ligne ou une tabulation, figure dans un texte ; "
                "écrivez-le \\n, \\t ou \\u00xx"};
    case Problem::unknown_escape:
        return {"a backslash starts no known escape; a backslash itself is written \\\\",
                "une barre oblique inverse ne commence aucun échappement connu ; elle-même s'écrit \\\\"};
    case Problem::hexadecimal_expected:
        return {"\\u wants four hexadecimal digits", "\\u demande quatre chiffres hexadécimaux"};
    case Problem::lone_surrogate:
        return {"a \\u escape stands for half a character (a surrogate) without its other half",
                "un échappement \\u désigne un demi-caractère (surrogate) sans son autre moitié"};
    }
    return {};
}

} // namespace annexkit::json
