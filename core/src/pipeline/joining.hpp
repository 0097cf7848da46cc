// SPDX-License-Identifier: Apache-2.0
// The last, serial step of the pipeline: joins the pieces in order, makes places absolute and settles what spans
// records.
#pragma once

#include "pipeline/context.hpp"
#include "pipeline/id_set.hpp"
#include "pipeline/piece.hpp"
#include "pipeline/repeats.hpp"
#include "pipeline/whole_annex.hpp"
#include "pipeline/worker.hpp"

#include <optional>

namespace annexkit {

class Joining : private OutputBuffer::Listener {
  public:
    /// `mark_size` is the size of the byte order mark, which stands before the text.
    Joining(const Context& context, Summary& summary, std::uint64_t mark_size);

    /// Takes the next piece. `worker` processes it anew when it holds what came before.
    /// Returns false when nothing behind it counts any more.
    Result<bool> take(Piece& piece, Worker& worker, Encoding encoding);

    /// Ends the output and reports what concerns the annex as a whole.
    Result<void> finish();

    /// Reports a finding that stands nowhere in particular.
    void report(PlacedFinding finding);
    /// Reports a finding ahead of the first piece, unless that piece shows that nothing can be read.
    void report_when_readable(PlacedFinding finding) { held_ = std::move(finding); }
    /// Reports a finding at the end, if an initiative was read whole.
    void report_when_judged(PlacedFinding finding) { last_ = std::move(finding); }

  private:
    /// What the importer says against an address that it is asked for.
    annexkit_status loss(const annexkit_finding& finding) override;

    /// Takes a piece of another part.
    Result<bool> pass(const Piece& piece);
    /// What was counted is counted from the start of the input.
    [[nodiscard]] bool counts_from_start() const { return context_.job.input.shard.part == 1; }
    /// Settles what is wrong with records beside those that came before.
    void settle(Piece& piece, Worker& worker, Encoding encoding);
    void find_duplicate_ids(const Piece& piece, Repetitions& repetitions);
    void find_repeats(const Piece& piece, Repetitions& repetitions);
    [[nodiscard]] std::string number_of(std::uint64_t record) const;
    /// Shows the host the records of the piece before `end` that it has not seen.
    void show(const Piece& piece, std::uint64_t end);
    void hand_out_edits(Piece& piece);
    void tell_progress() const;
    void emit(PlacedFinding& placed, const Piece& piece);
    void set_address(Finding& finding, const PlacedFinding& placed);
    void count(const Finding& finding);
    /// Writes what the piece has for one output; `written` counts its records.
    Result<void> write(const PieceOutput& output, const Export* exporter, const std::optional<Output>& to,
                       std::uint64_t& written);
    /// elsewhere: initiatives that the other of two outputs holds.
    Result<void> end(Export* exporter, const std::optional<Output>& to, std::uint64_t written, std::uint64_t elsewhere);
    [[nodiscard]] bool output_wanted() const;

    const Context& context_;
    Summary& summary_;
    TextCursor cursor_;
    /// What the parts before the wanted one are known to have; not all of it, but something of what there is.
    std::uint64_t read_before_ = 0;
    std::uint64_t written_before_ = 0;
    std::uint64_t rows_ = 0;
    std::uint64_t ordinal_ = 0;
    std::uint64_t shown_ = 0;
    /// Behind the last edit.
    std::uint64_t edited_ = 0;
    IdSet ids_;
    OutputBuffer address_;
    /// Memory for the name of the input, while no finding has it.
    std::string source_;
    /// Why no address could be told, to be reported once.
    std::optional<PlacedFinding> no_address_;
    bool tells_no_address_ = false;
    std::optional<PlacedFinding> held_;
    std::optional<PlacedFinding> last_;
    std::optional<WholeAnnex> whole_annex_;
    std::optional<Repeats> repeats_;
};

} // namespace annexkit
