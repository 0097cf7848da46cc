// SPDX-License-Identifier: Apache-2.0
// The parallel step of the pipeline: parses, validates and writes the records of one piece.
#pragma once

#include "fix/mender.hpp"
#include "pipeline/context.hpp"
#include "pipeline/encoder.hpp"
#include "pipeline/piece.hpp"
#include "pipeline/reading.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

namespace annexkit {

/// What is wrong with records beside those that came before, by index of the record in the piece.
using Repetitions = std::map<std::uint64_t, std::vector<LocalFinding>>;

/// Processes one piece at a time; a worker is used by one thread at a time and keeps its buffers.
///
/// Clean pieces are parsed once, without places. At the first sign of a finding the piece is parsed again from its
/// untouched text with places on, so that clean data pays nothing for places.
class Worker : private ImportHost, private OutputBuffer::Listener {
  public:
    Worker(const Context& context, Reading& reading);

    /// Fills in what the piece yields. With repetitions the piece is processed anew, to report and gate those
    /// records too.
    /// Of more records than `most`, which is then Limits::records, only those are taken.
    void process(Piece& piece, Encoding encoding, const Repetitions* repetitions = nullptr,
                 std::uint64_t most = Limits::none);

  private:
    enum class Pass { quick, thorough };
    /// One output of the records.
    struct Writing {
        Writing(const Export* to, OutputBuffer::Listener* listener);
        /// nullptr where nothing is written.
        const Export* exporter;
        std::optional<Encoder> encoder;
        OutputBuffer buffer;
    };

    std::int32_t resolve(std::string_view name) override;
    std::int32_t fits(std::int32_t field, std::string_view text) override;
    annexkit_status columns(std::span<const annexkit_column> columns, std::uint64_t row,
                            std::int32_t* targets) override;
    annexkit_status head(std::span<const annexkit_named_value> members, const annexkit_place* places) override;
    annexkit_status record(const annexkit_record& record) override;
    annexkit_status finding(const annexkit_finding& finding) override;
    annexkit_status loss(const annexkit_finding& finding) override;

    [[nodiscard]] bool unscanned() const;
    annexkit_status parse(Piece& piece);
    void reset(Piece& piece);
    annexkit_status quick_record(const annexkit_record& record);
    annexkit_status thorough_record(const annexkit_record& record);
    /// Why reading ends with this record, or nothing.
    [[nodiscard]] std::optional<PlacedFinding> end_of_reading(const annexkit_record& record) const;
    /// Reports what of the record is beyond a limit. Returns whether something is.
    bool check_limits(const annexkit_record& record);
    void validate(const annexkit_record& record);
    void tell_missing_fields();
    [[nodiscard]] Severity severity(std::string_view rule);
    [[nodiscard]] bool is_missing_column(const LocalFinding& local) const;
    /// How grave a fault the heading row has told for that of a column without a field or a field without a column.
    [[nodiscard]] std::optional<Severity> told_by_heading(const LocalFinding& local,
                                                          const annexkit_record& record) const;
    void add(PlacedFinding&& added, const annexkit_record& record, const LocalFinding& local);
    /// Says where a finding about a record stands.
    void locate(PlacedFinding& finding, const annexkit_record& record, const LocalFinding& local) const;
    void name_field(PlacedFinding& finding) const;
    /// Adds edits for what was found in the record, as far as the format can spell them.
    void mend(const annexkit_record& record);
    /// Returns why it cannot be spelled, or nothing.
    std::optional<Error> mend(const annexkit_record& record, const Change& change);
    /// Why what was found of a rule in a field, or an item of it, is not mended.
    using Refusals = std::map<std::tuple<std::size_t, std::int32_t, std::string_view>, Error>;
    void tell(const Refusals& refusals);
    /// Writes the record, or leaves no trace of it and returns false.
    bool write(const annexkit_record& record, Writing& writing, PieceOutput& output);
    /// Writes an invalid record to the other output. `refused` says that the first one could not hold it.
    void divert(const annexkit_record& record, bool refused);
    /// Counts the record, and keeps what the last step needs of it.
    void keep(const annexkit_record& record, Validity validity);
    [[nodiscard]] annexkit_record typed(const annexkit_record& record);

    const Context& context_;
    Reading& reading_;
    Encoding encoding_ = Encoding::utf8;
    Pass pass_ = Pass::quick;
    bool dirty_ = false;
    bool expects_findings_ = false;
    /// The heading row tells what makes the record invalid.
    bool is_invalid_by_heading_ = false;
    /// It will not write any record more, so none is read.
    bool writer_crashed_ = false;
    Piece* piece_ = nullptr;
    const Repetitions* repetitions_ = nullptr;
    std::uint64_t most_ = Limits::none;
    TextMap map_;
    Bytes scratch_;
    std::vector<annexkit_value> values_;
    std::vector<LocalFinding> local_;
    /// The rule that severity() was asked for last, and its answer.
    std::string_view judged_rule_;
    Severity judged_ = Severity::error;
    Writing output_;
    Writing rejected_;
    /// Findings that the importer reported ahead of their record.
    std::vector<PlacedFinding> ahead_;
    std::vector<PlacedFinding> losses_;
    std::optional<Mender> mender_;
    OutputBuffer spelling_;
};

} // namespace annexkit
