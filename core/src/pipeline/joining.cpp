// SPDX-License-Identifier: Apache-2.0
#include "pipeline/joining.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace annexkit {
namespace {

// Spreadsheet letters of a column: A, B, ..., Z, AA.
std::string letters_of(std::uint64_t column) {
    std::string letters;
    for (std::uint64_t rest = column; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

} // namespace

Joining::Joining(const Context& context, Summary& summary, std::uint64_t mark_size)
    : context_(context), summary_(summary), cursor_(mark_size) {
    address_.listen(this);
    if (context.job.extent == Extent::whole_annex && context.schema) {
        whole_annex_.emplace(context.schema);
        if (context.schema->field_of(Role::text)) repeats_.emplace(context.schema);
    }
}

Result<bool> Joining::take(Piece& piece, Worker& worker, Encoding encoding) {
    if (auto checked = check_cancelled(context_.job); !checked) return checked.error();
    if (held_ && !piece.fatal) report(std::move(*held_));
    held_.reset();
    if (piece.leapt_to) cursor_ = TextCursor(*piece.leapt_to);
    if (!piece.own) return pass(piece);
    if (piece.kind == Piece::Kind::records) settle(piece, worker, encoding);
    shown_ = 0;
    for (auto& finding : piece.findings) {
        if (finding.record != ANNEXKIT_NONE) show(piece, finding.record + 1);
        emit(finding, piece);
    }
    show(piece, piece.records);
    if (context_.job.on_edit) hand_out_edits(piece);
    summary_.invalid += piece.invalid;
    summary_.unjudged += piece.unjudged;
    const Job& job = context_.job;
    auto wrote = write(piece.output, context_.exporter.get(), job.output, summary_.written);
    if (wrote) wrote = write(piece.rejected, context_.rejects.get(), job.rejected, summary_.rejected);
    if (!wrote) return wrote.error();
    if (context_.exporter && job.on_invalid != OnInvalid::stop)
        summary_.left_out += piece.records - piece.output.written - piece.rejected.written;
    cursor_.advance(piece.extent);
    rows_ += piece.rows;
    ordinal_ += piece.records;
    summary_.read = ordinal_;
    summary_.unreadable = summary_.unreadable || piece.fatal;
    summary_.unwritable = summary_.unwritable || piece.unwritable;
    tell_progress();
    return !piece.fatal && !piece.unwritable;
}

void Joining::hand_out_edits(Piece& piece) {
    const std::uint64_t start = cursor_.absolute({}, piece.extent).offset;
    for (auto& edit : piece.edits) {
        edit.offset += start;
        if (edit.offset < edited_) {
            report(unplaced(context_.rules, "plugin.failed", {{"reason", "it spelled two values in one place"}}));
            continue;
        }
        edited_ = edit.offset + edit.size;
        context_.job.on_edit(edit);
    }
}

Result<bool> Joining::pass(const Piece& piece) {
    read_before_ += piece.records;
    written_before_ += piece.output.written;
    cursor_.advance(piece.extent);
    tell_progress();
    return true;
}

void Joining::tell_progress() const {
    if (context_.job.on_progress) context_.job.on_progress({cursor_.absolute({}, {}).offset, summary_});
}

void Joining::settle(Piece& piece, Worker& worker, Encoding encoding) {
    Repetitions repetitions;
    find_duplicate_ids(piece, repetitions);
    if (repeats_) find_repeats(piece, repetitions);
    const std::uint64_t limit = context_.job.limits.records;
    const std::uint64_t most = limit == Limits::none ? limit : limit - std::min(limit, ordinal_);
    if (repetitions.empty() && piece.records <= most) return;
    // Findings of the scan stand before those of the records and are kept.
    auto kept = std::stable_partition(piece.findings.begin(), piece.findings.end(),
                                      [](const PlacedFinding& finding) { return finding.from_scan; });
    piece.findings.erase(kept, piece.findings.end());
    worker.process(piece, encoding, &repetitions, most);
}

void Joining::find_duplicate_ids(const Piece& piece, Repetitions& repetitions) {
    for (const auto& id : piece.ids) {
        const auto first = ids_.insert(piece.id(id), ordinal_ + id.record);
        if (!first) continue;
        LocalFinding duplicate;
        duplicate.rule = "id.duplicate";
        duplicate.arguments = {{"id", std::string(piece.id(id))}, {"first", number_of(*first)}};
        duplicate.field = static_cast<std::int32_t>(*context_.schema->field_of(Role::id));
        repetitions[id.record].push_back(std::move(duplicate));
    }
}

void Joining::find_repeats(const Piece& piece, Repetitions& repetitions) {
    for (std::uint64_t i = 0; i < piece.copies->size(); ++i)
        if (auto finding = repeats_->add({ordinal_ + i + 1, context_.schema, (*piece.copies)[i]}))
            repetitions[i].push_back(std::move(*finding));
}

// The number of an initiative; in part 2 and later its number there, and which part that is.
std::string Joining::number_of(std::uint64_t record) const {
    const Shard& shard = context_.job.input.shard;
    return shard.part == 1 ? fmt::format("{}", record + 1)
                           : fmt::format("{} ({}/{})", record + 1, shard.part, shard.of);
}

bool Joining::output_wanted() const { return !(context_.job.on_invalid == OnInvalid::stop && summary_.errors > 0); }

Result<void> Joining::write(const PieceOutput& output, const Export* exporter, const std::optional<Output>& to,
                            std::uint64_t& written) {
    if (exporter == nullptr) return {};
    std::string_view records = output.bytes.view();
    // A separator stands before each record, but none before the first of all.
    if (output.written > 0 && written + written_before_ == 0) records.remove_prefix(exporter->separator().size());
    written += output.written;
    if (!output_wanted()) return {};
    for (const std::string_view bytes : {std::string_view(output.preamble), records}) {
        if (bytes.empty()) continue;
        if (auto wrote = to->bytes->write(bytes); !wrote) return wrote;
    }
    return {};
}

void Joining::show(const Piece& piece, std::uint64_t end) {
    if (!piece.copies) return;
    for (; shown_ < std::min<std::uint64_t>(end, piece.copies->size()); ++shown_) {
        const RecordCopies& copies = *piece.copies;
        const RecordView record{ordinal_ + shown_ + 1, context_.schema, copies[shown_], copies.unknown(shown_),
                                copies.is_valid(shown_)};
        if (whole_annex_) whole_annex_->add(record);
        if (context_.job.on_record) context_.job.on_record(record);
    }
}

void Joining::emit(PlacedFinding& placed, const Piece& piece) {
    Finding& finding = placed.finding;
    if (placed.record == ANNEXKIT_NONE) excuse(context_, placed);
    if (placed.is_known) ++summary_.known;
    if (finding.severity == Severity::off) return;
    // What every finding has is copied into the memory that the last one had.
    finding.place.source.swap(source_);
    finding.place.source = context_.job.input.name;
    if (placed.has_place) {
        const TextPosition at = cursor_.absolute(placed.position, piece.extent);
        finding.place.line = piece.knows_lines ? at.line + 1 : 0;
        finding.place.column = piece.knows_lines ? at.column + 1 : 0;
        finding.place.offset = at.offset;
    }
    if (counts_from_start()) {
        if (placed.column >= 0) finding.place.cell_column = static_cast<std::uint64_t>(placed.column) + 1;
        if (placed.record != ANNEXKIT_NONE) finding.ordinal = ordinal_ + placed.record + 1;
        if (placed.row != ANNEXKIT_NONE) finding.place.row = rows_ + placed.row + 1;
        set_address(finding, placed);
    }
    count(finding);
    if (context_.job.on_finding) context_.job.on_finding(finding);
    finding.place.source.swap(source_);
    if (auto fault = std::exchange(no_address_, std::nullopt)) report(std::move(*fault));
}

annexkit_status Joining::loss(const annexkit_finding& finding) {
    // Other reasons are no loss: the place is told all the same.
    const bool has_crashed = sdk::view(finding.rule) == "plugin.crashed";
    if (has_crashed && !tells_no_address_) no_address_ = from_plugin(context_.rules, finding);
    tells_no_address_ = tells_no_address_ || has_crashed;
    return ANNEXKIT_OK;
}

void Joining::report(PlacedFinding finding) { emit(finding, Piece()); }

void Joining::set_address(Finding& finding, const PlacedFinding& placed) {
    if (finding.place.row > 0) {
        finding.place.address = finding.place.cell_column > 0
                                    ? fmt::format("{}{}", letters_of(finding.place.cell_column), finding.place.row)
                                    : fmt::format("{0}:{0}", finding.place.row);
        return;
    }
    if (placed.record == ANNEXKIT_NONE || context_.importer().address == nullptr) return;
    address_.truncate(0);
    const std::string_view unknown = placed.field < 0 ? std::string_view(finding.field) : std::string_view();
    const annexkit_address_request request{sizeof request, finding.ordinal - 1, placed.field, sdk::text(unknown),
                                           finding.item};
    std::string escaped;
    const auto status =
        call_plugin([&] { return context_.importer().address(context_.reader, &request, address_.table()); }, escaped);
    if (status == ANNEXKIT_NO_MEMORY) throw std::bad_alloc();
    if (status == ANNEXKIT_OK) finding.place.address = address_.bytes();
}

void Joining::count(const Finding& finding) {
    switch (finding.severity) {
    case Severity::off: break;
    case Severity::note: ++summary_.notes; break;
    case Severity::warning: ++summary_.warnings; break;
    case Severity::error: ++summary_.errors; break;
    }
    if (finding.rule.starts_with("loss.")) ++summary_.losses;
    if (finding.rule.ends_with(".options")) summary_.misused = true;
    if (finding.rule.starts_with("plugin.")) summary_.plugin_failed = true;
}

Result<void> Joining::finish() {
    if (last_ && summary_.read > summary_.unjudged) report(std::move(*last_));
    // What was not read to its end is neither judged as a whole nor written to its end.
    if (summary_.unreadable || summary_.unwritable) return {};
    const Shard& shard = context_.job.input.shard;
    if (shard.part < shard.of) return {};
    if (summary_.read + read_before_ == 0) {
        report(unplaced(context_.rules, "input.no-initiatives", {}));
    } else if (whole_annex_) {
        for (auto& finding : whole_annex_->findings(context_.rules)) report(std::move(finding));
    }
    const std::uint64_t accepted = summary_.written;
    const std::uint64_t rejected = summary_.rejected;
    if (auto ended = end(context_.exporter.get(), context_.job.output, accepted, rejected); !ended) return ended;
    return end(context_.rejects.get(), context_.job.rejected, rejected, accepted);
}

Result<void> Joining::end(Export* exporter, const std::optional<Output>& to, std::uint64_t written,
                          std::uint64_t elsewhere) {
    if (exporter == nullptr) return {};
    std::string bytes;
    std::vector<PlacedFinding> findings;
    if (!exporter->end(written + written_before_, bytes, findings)) summary_.unwritable = true;
    // What has no initiatives may have no room for a head, which is where they are.
    if (elsewhere > 0)
        std::erase_if(findings, [](const PlacedFinding& found) { return found.finding.rule == "loss.head"; });
    for (auto& finding : findings) report(std::move(finding));
    if (bytes.empty() || !output_wanted()) return {};
    return to->bytes->write(bytes);
}

} // namespace annexkit
