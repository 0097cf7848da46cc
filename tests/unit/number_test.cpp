// SPDX-License-Identifier: Apache-2.0
#include "validate/number.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using annexkit::compare_numbers;
using annexkit::is_number;
using annexkit::is_whole_number;

TEST_CASE("a number is spelled as JSON spells it") {
    for (const char* text : {"0", "-0", "12", "-12", "0.50", "1e400", "1E+2", "-1.5e-3", "0e0"}) {
        CAPTURE(text);
        CHECK(is_number(text));
    }
    for (const char* text :
         {"", "-", "+1", "007", "1.", ".5", "1e", "1e+", "0x1", "NaN", " 1", "1 ", "1,5", "--1", "1.5.2"}) {
        CAPTURE(text);
        CHECK_FALSE(is_number(text));
    }
}

TEST_CASE("a whole number has neither fraction nor exponent") {
    for (const char* text : {"0", "12", "-12", "123456789012345678901234567890"}) {
        CAPTURE(text);
        CHECK(is_whole_number(text));
    }
    for (const char* text : {"-0", "1.0", "1e2", "007", "+1", ""}) {
        CAPTURE(text);
        CHECK_FALSE(is_whole_number(text));
    }
}

TEST_CASE("numbers compare by value, however they are spelled and however long they are") {
    // Each line equals itself and is below the next.
    const std::vector<std::vector<std::string>> ascending = {
        {"-1e99999999999999999999"},
        {"-100000000000000000000000000000000000001"},
        {"-1e38", "-100000000000000000000000000000000000000"},
        {"-12", "-12.0", "-1.2e1"},
        {"-1e-400"},
        {"0", "-0", "0.000", "0e5", "-0.0e-3"},
        {"1e-400", "0.1e-399"},
        {"0.1", "1e-1", "0.10"},
        {"0.1000000000000000055511151231257827"},
        {"1", "1.0", "10e-1"},
        {"1.00000000000000000000000000000001"},
        {"9"},
        {"10", "1e1"},
        {"9007199254740992"},
        {"9007199254740993"},
        {"999999999999999999", "999999999999999999.0"},
        {"1000000000000000000", "1e18"},
        {"1e400", "10e399"},
        {"1e99999999999999999999"},
    };
    for (std::size_t i = 0; i < ascending.size(); ++i)
        for (const auto& left : ascending[i])
            for (std::size_t j = 0; j < ascending.size(); ++j)
                for (const auto& right : ascending[j]) {
                    CAPTURE(left);
                    CAPTURE(right);
                    CHECK((compare_numbers(left, right) < 0) == (i < j));
                    CHECK((compare_numbers(left, right) > 0) == (i > j));
                }
}

TEST_CASE("the value of a whole number is known up to 64 bits") {
    CHECK(annexkit::to_integer("9223372036854775807") == INT64_MAX);
    CHECK(annexkit::to_integer("-9223372036854775808") == INT64_MIN);
    CHECK_FALSE(annexkit::to_integer("9223372036854775808"));
    CHECK_FALSE(annexkit::to_integer("1.0"));
    CHECK_FALSE(annexkit::to_integer("-0"));
}
