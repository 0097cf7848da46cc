// SPDX-License-Identifier: Apache-2.0
// What a program that holds the library has at hand: formats, schemas and the real annex.
#pragma once

#include <annexkit/job.hpp>
#include <annexkit/registry.hpp>
#include <annexkit/schema.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

namespace embedding {

struct Engine {
    annexkit::Registry formats;
    annexkit::SchemaFolders schemas;
};

inline std::filesystem::path source_folder() { return ANNEXKIT_SOURCE_DIR; }

inline Engine engine_of(const std::filesystem::path& plugins, const std::filesystem::path& schemas) {
    Engine engine{{}, annexkit::SchemaFolders({schemas})};
    engine.formats.load_folders(std::span(&plugins, 1));
    return engine;
}

inline const Engine& engine() {
    static const Engine shared = engine_of(ANNEXKIT_PLUGINS, source_folder() / "schemas");
    return shared;
}

inline std::string content(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The real annex: 105 initiatives, 68 warnings.
inline std::string annex(const std::string& extension) {
    return content(source_folder() / "samples" / "eu-morocco-2013" / ("annex" + extension));
}

/// A job on an input that tells its format by its content.
inline annexkit::Job job_on(annexkit::ByteSource& source) {
    annexkit::Job job;
    job.input.name = "annex";
    job.input.bytes = &source;
    job.schemas = &engine().schemas;
    return job;
}

} // namespace embedding
