// SPDX-License-Identifier: Apache-2.0
#include "digest/canonical.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

std::string canonical(std::string_view json) {
    std::string text;
    annexkit::append_canonical(json, text);
    return text;
}

} // namespace

TEST_CASE("an escape that is not needed becomes its character") {
    CHECK(canonical(R"({"a\/b":"\u0041\u00E9\u20ac\uD83D\uDE00\u007f"})") == "{\"a/b\":\"Aé€😀\x7f\"}");
}

TEST_CASE("an escape that is needed takes its shortest spelling") {
    CHECK(canonical(R"("\u0022\u005C\u0008\u000c\u000A\u000d\u0009")") == R"("\"\\\b\f\n\r\t")");
}

TEST_CASE("other controls take lower case digits") { CHECK(canonical(R"("\u001F\u0000")") == R"("\u001f\u0000")"); }

TEST_CASE("an escaped backslash starts no other escape") { CHECK(canonical(R"("\\u0041")") == R"("\\u0041")"); }

TEST_CASE("text without escapes stays as it is") { CHECK(canonical(R"({"a":[1.50,"é"]})") == R"({"a":[1.50,"é"]})"); }
