// SPDX-License-Identifier: Apache-2.0
// Runs the annexkit program as a user would, in a folder of its own, and reads what it says.
#pragma once

#include "temporary_folder.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// Where a user works; empty at first.
class Folder : public support::Folder {
  public:
    void put(const std::string& name, std::string_view content) const;
    [[nodiscard]] std::string content(const std::string& name) const;
    /// The names of everything in it, hidden files too, in order.
    [[nodiscard]] std::vector<std::string> names() const;
};

/// A file of the source tree, by its path from the top.
[[nodiscard]] std::filesystem::path source_file(const std::string& path);
[[nodiscard]] std::string content_of(const std::filesystem::path& file);

struct Outcome {
    int code = -1;
    std::string out;
    std::string err;
};

/// Runs annexkit in the folder. A sanitizer's complaint fails the test.
Outcome run(const Folder& folder, const std::vector<std::string>& arguments, std::string_view input = {});

/// A finding or a summary of --report ndjson.
struct Line {
    std::string type, source, rule, severity, message, hint, initiative, field, excerpt, address;
    std::uint64_t line = 0, column = 0, offset = 0, size = 0, row = 0, cell_column = 0;
    std::uint64_t read = 0, errors = 0;
    std::int64_t item = -1;
    bool unreadable = false;
};

/// The lines of a report of this type: "finding", "summary" or "error".
[[nodiscard]] std::vector<Line> lines_of(const std::string& ndjson, const std::string& type);

/// What is said of a bad input: the exit code, then "severity rule line:column" for each finding, without the place
/// where it has none.
using Verdict = std::vector<std::string>;

/// What is said of a bad input: the exit code and each finding, such as "3 note encoding.assumed, error encoding.nul
/// 2:34".
///
/// Validates `file` and converts it, with the same options. Fails the test unless both end with the same code, each
/// finding has a message, and the conversion leaves nothing behind.
[[nodiscard]] std::string verdict_on(const Folder& folder, const std::string& file,
                                     const std::vector<std::string>& options = {});

} // namespace cli
