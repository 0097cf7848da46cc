// SPDX-License-Identifier: Apache-2.0
#include "messages/json_faults.hpp"

#include "input/encoding.hpp"
#include "messages/error.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <rapidjson/memorystream.h>

namespace annexkit {
namespace {

MessageId message_of(rapidjson::ParseErrorCode code) {
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty: return "json.empty";
    case rapidjson::kParseErrorDocumentRootNotSingular: return "json.several";
    case rapidjson::kParseErrorObjectMissName: return "json.no-name";
    case rapidjson::kParseErrorObjectMissColon: return "json.no-colon";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket: return "json.no-comma-or-brace";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket: return "json.no-comma-or-bracket";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
    case rapidjson::kParseErrorStringEscapeInvalid: return "json.escape";
    case rapidjson::kParseErrorStringMissQuotationMark: return "json.no-quote";
    case rapidjson::kParseErrorStringInvalidEncoding: return "json.encoding";
    case rapidjson::kParseErrorNumberTooBig: return "json.too-big";
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent: return "json.number";
    default: return "json.value";
    }
}

} // namespace

rapidjson::ParseResult read_document(std::string_view text, rapidjson::Document& document) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    rapidjson::MemoryStream stream(text.data(), text.size());
    if (text.starts_with(mark)) stream.src_ += mark.size();
    rapidjson::ParseResult result;
    const auto read = [&](rapidjson::Document& handler) {
        result = parse_json(stream, handler);
        return !result.IsError();
    };
    document.Populate(read);
    return result;
}

Error json_fault(rapidjson::ParseErrorCode code) { return make_error(ErrorKind::input, message_of(code)); }

std::string line_and_column(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const std::string_view line = before.substr(before.rfind('\n') + 1);
    return fmt::format("{}:{}", std::count(before.begin(), before.end(), '\n') + 1, code_points_of(line) + 1);
}

} // namespace annexkit
