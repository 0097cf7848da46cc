// SPDX-License-Identifier: Apache-2.0
// Validates an annex from inside another program: count PLUGINS SCHEMAS ANNEX
#include <annexkit/files.hpp>
#include <annexkit/job.hpp>

#include <cstdio>
#include <filesystem>

int main(int count, char** arguments) {
    if (count != 4) return 2;
    const std::filesystem::path plugins = arguments[1];
    annexkit::Registry registry;
    registry.load_folders(std::span(&plugins, 1));
    const annexkit::SchemaFolders schemas({arguments[2]});
    auto source = annexkit::open_source(arguments[3]);
    if (!source) return 3;
    annexkit::Job job;
    job.input = {arguments[3], source->get(), nullptr, {}};
    job.schemas = &schemas;
    const auto summary = annexkit::run(registry, job);
    if (!summary) {
        std::fprintf(stderr, "%s\n", summary.error().message.c_str());
        return 1;
    }
    std::printf("%d initiatives, %d errors, %d warnings\n", static_cast<int>(summary->read),
                static_cast<int>(summary->errors), static_cast<int>(summary->warnings));
}
