// SPDX-License-Identifier: Apache-2.0
// Tries files in every way of a target, without a fuzzer: inputs that once found a defect, and the seeds.
#include "target.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

std::vector<std::filesystem::path> files_of(int count, char** names) {
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < count; ++i) {
        const std::filesystem::path name = names[i];
        if (!std::filesystem::is_directory(name))
            files.push_back(name);
        else
            for (const auto& entry : std::filesystem::directory_iterator(name))
                if (entry.path().filename() != ".gitkeep") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

int main(int count, char** names) {
    const auto files = files_of(count, names);
    for (const auto& file : files) {
        std::ifstream stream(file, std::ios::binary);
        const std::string input{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
        // A crash comes without a word about its input.
        std::printf("%s\n", file.c_str());
        std::fflush(stdout);
        for (std::uint32_t way = 0; way < fuzz::ways; ++way) fuzz::try_input(input, way);
    }
    std::printf("%zu inputs\n", files.size());
    return 0;
}
