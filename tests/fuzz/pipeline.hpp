// SPDX-License-Identifier: Apache-2.0
// Whole jobs, with the formats linked in.
#pragma once

#include <annexkit/fix.hpp>
#include <annexkit/job.hpp>
#include <annexkit/registry.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

const annexkit::Registry& formats();

/// The schema of the invented declaration of samples/.
std::shared_ptr<const annexkit::Schema> sample_schema();

struct Request {
    std::string_view input;
    /// Empty: by the content.
    std::string_view from;
    std::string_view to;
    annexkit::OptionMap options = {};
    std::shared_ptr<const annexkit::Schema> schema = sample_schema();
    unsigned threads = 1;
    std::size_t chunk_bytes = std::size_t{1} << 20;
};

/// What a job gave, findings spelled out.
struct Answer {
    annexkit::Summary summary;
    std::string output;
    std::vector<std::string> findings;
    std::vector<annexkit::Candidate> candidates;
    /// The input is not what its format says, whatever the schema says.
    bool is_flawed = false;
};

/// Converts, keeping invalid initiatives. A request that cannot be met, and a plugin that fails, are defects; but where
/// the content is to tell the format and tells none, the answer has none either.
Answer convert(const Request& request);

/// The input with every fault mended that can be, and how many values were.
struct Mended {
    std::string bytes;
    std::uint64_t values = 0;
    std::uint64_t read = 0;
    std::uint64_t errors = 0;
    /// The encoding where it was assumed, which it may not be again once bytes have gone; else empty.
    std::string assumed_encoding;
};
/// Nothing where the input was not read to its end. An encoding that is empty is found out.
std::optional<Mended> mend(std::string_view input, std::string_view from, annexkit::Fixes fixes,
                           const std::string& encoding = {});
/// The diff of it, likewise.
std::optional<std::string> diff(std::string_view input, std::string_view from, annexkit::Fixes fixes);

/// The first difference between two answers that should be the same, or nothing.
std::string difference(const Answer& one, const Answer& other);

} // namespace fuzz
