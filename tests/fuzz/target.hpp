// SPDX-License-Identifier: Apache-2.0
// What a fuzz target is: a function that takes any bytes, and ends the process when it finds a defect.
#pragma once

#include <cstdint>
#include <string_view>

namespace fuzz {

/// How many ways a target has to try an input. Each run of the fuzzer tries one, which the input itself chooses; a
/// replay tries all.
constexpr std::uint32_t ways = 5;

/// Every target defines this.
void try_input(std::string_view input, std::uint32_t way);

/// Ends the process with what is wrong.
[[noreturn]] void defect(std::string_view what);

} // namespace fuzz
