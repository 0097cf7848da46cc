// SPDX-License-Identifier: Apache-2.0
// The serial step of the pipeline: decodes the input and cuts it into pieces.
#pragma once

#include "input/decoder.hpp"
#include "input/division.hpp"
#include "pipeline/context.hpp"
#include "pipeline/piece.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace annexkit {

/// A member of the annex head that owns its text.
struct HeadMember {
    std::string name;
    std::uint32_t kind = ANNEXKIT_ABSENT;
    std::string text;
    std::vector<std::string> items;
};

class Reading : private ImportHost {
  public:
    Reading(Context& context, Decoder& decoder, const Division& division);

    /// Makes sure that the window holds at least `bytes` bytes of text, if there are as many.
    Result<void> look_ahead(std::size_t bytes);
    [[nodiscard]] std::string_view window() const { return window_.view(); }

    /// Reads the annex head with a reader that knows no field, and leaves the window as it is.
    Result<std::vector<HeadMember>> probe(const annexkit_importer& importer, void* reader);
    /// Whether the input has a column for the declaration; known once it was probed.
    [[nodiscard]] bool has_declaration_column() const { return has_declaration_column_; }

    /// The next piece, or nothing at the end.
    Result<std::shared_ptr<Piece>> next();
    /// Takes a piece that is done with, so that the next one uses its memory. Any thread.
    void give_back(std::shared_ptr<Piece> piece);

    /// Ends the reading before the next piece. Any thread.
    void stop() { stopped_ = true; }

    /// The parts before the wanted one have a record, and one that is written where there is an output: more need not
    /// be known of them. Any thread.
    [[nodiscard]] bool knows_what_it_follows() const { return knows_what_it_follows_; }
    void know_what_it_follows() { knows_what_it_follows_ = true; }

    /// Takes what a reader reported while it was opened, which stands nowhere in the input.
    [[nodiscard]] std::vector<PlacedFinding> take_opening();
    /// What a reader is opened with.
    [[nodiscard]] const annexkit_sink* opening_sink() const { return sink(); }
    /// Where the parse of an importer without scan delivers columns and head.
    [[nodiscard]] const annexkit_sink* whole_sink() const { return sink(); }
    /// Lets the exporter begin, once the head is known; later calls do nothing.
    void begin_export();
    /// Ends the one piece of an importer without scan.
    void end_whole(Piece& piece);
    /// Asks the importer for the ways to read what begins with the window.
    void tell_candidates(const annexkit_importer& importer, const void* reader,
                         const std::function<void(const Candidate&)>& on_candidate);
    /// Gives the piece the findings, and what the exporter wrote, since the last call.
    void take_structure(Piece& piece);

  private:
    enum class Mode { probing, reading };

    std::int32_t resolve(std::string_view name) override;
    std::int32_t fits(std::int32_t field, std::string_view text) override;
    annexkit_status columns(std::span<const annexkit_column> columns, std::uint64_t row,
                            std::int32_t* targets) override;
    annexkit_status head(std::span<const annexkit_named_value> members, const annexkit_place* places) override;
    annexkit_status record(const annexkit_record& record) override;
    annexkit_status finding(const annexkit_finding& finding) override;

    Result<std::shared_ptr<Piece>> whole_input();
    /// The input allows to go straight to the wanted part.
    [[nodiscard]] bool may_leap() const;
    /// Does so, once.
    Result<void> leap();
    /// Whether the next piece is one of the wanted part. What stands before the first record is the first part's.
    [[nodiscard]] bool is_own() const;
    /// Goes on behind the end of a part. Returns false when nothing behind it is wanted.
    bool enter_next_part();
    std::shared_ptr<Piece> cut_records(const annexkit_scan& scan);
    std::shared_ptr<Piece> cut_end(const annexkit_scan& scan);
    /// What is still to be told and written where no further text is wanted.
    std::shared_ptr<Piece> last_words();
    void tell_assumption();
    /// What an importer sees. No more than longest_window(), however much is there: what is beyond a limit is beyond it
    /// in pieces of any size.
    [[nodiscard]] annexkit_window shown() const;
    annexkit_status scan(annexkit_scan& scan);
    std::shared_ptr<Piece> cut(Piece::Kind kind, const annexkit_scan& scan);
    std::shared_ptr<Piece> fault();
    std::shared_ptr<Piece> too_long();
    [[nodiscard]] std::size_t longest_window() const;
    std::shared_ptr<Piece> empty_piece();
    /// One that begins where the window does.
    std::shared_ptr<Piece> next_piece();
    void report_decoding(PlacedFinding finding, std::size_t offset, std::size_t size);
    void report_decode_fault();
    void report_columns(std::span<const annexkit_column> columns, std::uint64_t row,
                        std::span<const std::int32_t> targets);
    void check_head(std::span<const annexkit_named_value> members, const annexkit_place* places);
    /// Rows are not invalid for what the baseline knows of their headings.
    void excuse_heading(PlacedFinding& finding);
    void place_pending(std::string_view text);

    /// A finding about the window whose span is not placed yet.
    struct Pending {
        PlacedFinding finding;
        annexkit_span span;
    };

    Context& context_;
    Decoder& decoder_;
    Division division_;
    Mode mode_ = Mode::reading;
    Bytes window_;
    /// Bytes of text before the window.
    std::uint64_t consumed_ = 0;
    std::optional<std::uint64_t> leapt_to_;
    bool in_head_ = true;
    /// It may be entered at any line.
    bool has_lines_ = false;
    std::atomic<bool> knows_what_it_follows_ = false;
    std::mutex done_mutex_;
    std::vector<std::shared_ptr<Piece>> done_;
    std::vector<Pending> pending_;
    std::vector<PlacedFinding> placed_;
    std::vector<HeadMember> head_;
    std::string preamble_;
    std::string rejects_preamble_;
    bool begun_ = false;
    bool unwritable_ = false;
    bool ended_ = false;
    bool assumption_told_ = false;
    bool has_declaration_column_ = false;
    std::atomic<bool> stopped_ = false;
};

} // namespace annexkit
