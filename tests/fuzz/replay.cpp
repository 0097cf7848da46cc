// SPDX-License-Identifier: Apache-2.0
// Tries files in every way of a target, without a fuzzer: inputs that once found a defect, and the seeds.
#include "target.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

int main(int count, char** names) {
    for (int i = 1; i < count; ++i) {
        std::ifstream stream(names[i], std::ios::binary);
        const std::string input{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
        // A crash comes without a word about its input.
        std::printf("%s\n", names[i]);
        std::fflush(stdout);
        for (std::uint32_t way = 0; way < fuzz::ways; ++way) fuzz::try_input(input, way);
    }
    std::printf("%d inputs\n", count - 1);
    return 0;
}
