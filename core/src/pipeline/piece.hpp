// SPDX-License-Identifier: Apache-2.0
// One stretch of the input on its way through the pipeline.
#pragma once

#include "pipeline/findings.hpp"
#include "pipeline/record_copies.hpp"
#include "pipeline/text_map.hpp"
#include "text/bytes.hpp"

#include <annexkit/job.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

/// The id of a record, kept for the rule on unique ids.
struct RecordId {
    std::uint64_t record;
    /// Where it stands in Piece::id_bytes.
    std::size_t offset;
    std::size_t size;
};

/// What an exporter writes: before the first record, and the records of a piece, each behind a separator.
struct PieceOutput {
    std::string preamble;
    Bytes bytes;
    std::uint64_t written = 0;
};

struct Piece {
    /// What stands here: records to parse, or structure that the scan has dealt with.
    enum class Kind { structure, records };
    Kind kind = Kind::structure;
    /// Decoded text. The bytes behind `size` belong to later pieces.
    Bytes text;
    std::size_t size = 0;
    TextExtent extent;
    std::uint64_t rows = 0;
    std::vector<PlacedFinding> findings;
    /// Those of an earlier piece, for renew().
    std::vector<PlacedFinding> spent;
    /// Their offsets are relative to the piece, in original bytes.
    std::vector<Edit> edits;
    /// It stands in the part that is wanted. Else nothing of it counts but its size.
    bool own = true;
    /// Where in the input it stands, after a leap.
    std::optional<std::uint64_t> leapt_to;
    /// The lines before it are counted. Not where a leap is allowed, made or not: that hangs on the threads.
    bool knows_lines = true;
    /// Reading cannot go on behind this piece.
    bool fatal = false;
    /// The exporter could not begin, so nothing of the output is whole.
    bool unwritable = false;

    PieceOutput output;
    PieceOutput rejected;
    std::uint64_t records = 0;
    std::uint64_t invalid = 0;
    std::uint64_t unjudged = 0;
    std::vector<RecordId> ids;
    std::string id_bytes;
    /// The records themselves, for a job that wants to see them; else nothing.
    std::unique_ptr<RecordCopies> copies;

    [[nodiscard]] std::string_view view() const { return {text.data(), size}; }
    [[nodiscard]] std::string_view id(const RecordId& id) const {
        return std::string_view(id_bytes).substr(id.offset, id.size);
    }
    /// One more finding, spent or new.
    PlacedFinding& another_finding();
    /// Empties the piece and keeps its memory for the next one.
    void clear();
};

} // namespace annexkit
