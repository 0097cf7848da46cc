// SPDX-License-Identifier: Apache-2.0
// Mends an annex: copies its bytes but for the values that can be mended, or shows what would change.
#pragma once

#include <annexkit/export.h>
#include <annexkit/job.hpp>
#include <annexkit/registry.hpp>
#include <annexkit/result.hpp>

#include <cstdint>
#include <map>
#include <string>

namespace annexkit {

/// What was mended, or could be.
struct Mended {
    /// Of the input as it was.
    Summary summary;
    std::uint64_t values = 0;
    /// How often each rule was broken by them.
    std::map<std::string, std::uint64_t, std::less<>> rules;

    ANNEXKIT_API void add(const Edit& edit);
};

/// Runs the job, and writes the input with its edits made: every other byte stays. Job::fixes says which; `again` reads
/// the same bytes as Job::input a second time. What is written is whole only where the summary says that the input was.
///
/// Memory, threads: as run() for a job.
/// Errors: as run() for a job; ErrorKind::input where the two sources have not given the same bytes.
ANNEXKIT_API Result<Mended> mend(const Registry& registry, const Job& job, ByteSource& again, ByteTarget& target);

struct DiffSettings {
    /// What the headers call the two sides.
    std::string before;
    std::string after;
    /// Of the input, as Summary::encoding names it; the diff is in UTF-8.
    std::string encoding = "utf-8";
    /// For a terminal: with colours, and with controls made visible, so that patch(1) cannot use it.
    bool colour = false;
    bool printable = false;
};

/// The same, but writes a unified diff with three lines of context; nothing where there is nothing to mend. What was
/// written before an error is no diff of anything.
///
/// Memory: as run() for a job, and some 10,000 lines or the longest one.
/// Source: POSIX.1-2017, diff, "Diff Unified Output Format".
ANNEXKIT_API Result<Mended> diff_of_mending(const Registry& registry, const Job& job, ByteSource& again,
                                            ByteTarget& target, const DiffSettings& settings);

} // namespace annexkit
