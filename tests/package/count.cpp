// SPDX-License-Identifier: Apache-2.0
// Validates an annex from inside another program, with what is installed: count ANNEX
#include <annexkit/files.hpp>
#include <annexkit/folders.hpp>
#include <annexkit/job.hpp>

#include <cstdio>

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const auto [plugins, schema_folder] = annexkit::default_folders();
    annexkit::Registry registry;
    registry.add_linked();
    registry.load_folders(std::span(&plugins, 1));
    const annexkit::SchemaFolders schemas({schema_folder});
    auto source = annexkit::open_source(arguments[1]);
    if (!source) return 3;
    annexkit::Job job;
    job.input = {arguments[1], source->get(), nullptr, {}};
    job.schemas = &schemas;
    const auto summary = annexkit::run(registry, job);
    if (!summary) {
        std::fprintf(stderr, "%s\n", summary.error().message.c_str());
        return 1;
    }
    std::printf("%d initiatives, %d errors, %d warnings\n", static_cast<int>(summary->read),
                static_cast<int>(summary->errors), static_cast<int>(summary->warnings));
}
