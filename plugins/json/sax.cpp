// SPDX-License-Identifier: Apache-2.0
#include "sax.hpp"

namespace annexkit::json {
namespace {

bool is_within_string(rapidjson::ParseErrorCode code) {
    return code == rapidjson::kParseErrorStringMissQuotationMark || code == rapidjson::kParseErrorStringEscapeInvalid ||
           code == rapidjson::kParseErrorStringUnicodeEscapeInvalidHex ||
           code == rapidjson::kParseErrorStringUnicodeSurrogateInvalid;
}

} // namespace

Problem problem_of(rapidjson::ParseErrorCode code, std::string_view text, std::size_t at) {
    if (at == text.size()) return is_within_string(code) ? Problem::end_in_text : Problem::end_in_value;
    switch (code) {
    case rapidjson::kParseErrorObjectMissName: return recognised(Problem::name_expected, text, at);
    case rapidjson::kParseErrorObjectMissColon: return recognised(Problem::colon_expected, text, at);
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return recognised(Problem::comma_or_brace_expected, text, at);
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return recognised(Problem::comma_or_bracket_expected, text, at);
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex: return Problem::hexadecimal_expected;
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid: return Problem::lone_surrogate;
    case rapidjson::kParseErrorStringEscapeInvalid:
        // RapidJSON has one code for both.
        return text[at] == '\\' ? Problem::unknown_escape : Problem::control_character;
    case rapidjson::kParseErrorStringMissQuotationMark: return Problem::control_character; // NUL
    case rapidjson::kParseErrorNumberMissFraction: return Problem::fraction_expected;
    case rapidjson::kParseErrorNumberMissExponent: return Problem::exponent_expected;
    default: return recognised(Problem::value_expected, text, at);
    }
}

} // namespace annexkit::json
