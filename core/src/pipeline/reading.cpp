// SPDX-License-Identifier: Apache-2.0
#include "pipeline/reading.hpp"

#include <algorithm>
#include <exception>
#include <functional>
#include <span>
#include <utility>

#include <fmt/format.h>

namespace annexkit {
namespace {

bool is_allowed(const annexkit_scan& scan, const annexkit_window& window) {
    switch (scan.found) {
    case ANNEXKIT_SCAN_MORE: return window.last == 0;
    case ANNEXKIT_SCAN_STRUCTURE:
    case ANNEXKIT_SCAN_RECORDS: return scan.consumed > 0 && scan.consumed <= window.size;
    case ANNEXKIT_SCAN_END: return window.last == 1 && scan.consumed == window.size;
    default: return false;
    }
}

} // namespace

Reading::Reading(Context& context, Decoder& decoder, const Division& division)
    : context_(context), decoder_(decoder), division_(division) {
    decoder_.hold_at(division_.limit());
}

Result<void> Reading::look_ahead(std::size_t bytes) {
    while (window_.size() < bytes && !decoder_.at_end() && !decoder_.is_held()) {
        if (auto checked = check_cancelled(context_.job); !checked) return checked;
        if (auto filled = decoder_.fill(window_, bytes - window_.size()); !filled) return filled;
    }
    return {};
}

annexkit_window Reading::shown() const {
    const std::size_t size = std::min(window_.size(), longest_window());
    // Behind a decoding fault something follows, though it cannot be read: the window is not the last one.
    const bool last = size == window_.size() && decoder_.at_end() && !decoder_.fault();
    return {sizeof(annexkit_window), window_.data(), size, last ? 1 : 0};
}

annexkit_status Reading::scan(annexkit_scan& scan) {
    const annexkit_window table = shown();
    std::string escaped;
    const std::size_t before = pending_.size() + placed_.size();
    const auto status =
        call_plugin([&] { return context_.importer().scan(context_.reader, &table, sink(), &scan); }, escaped);
    rethrow();
    if (status == ANNEXKIT_NO_MEMORY) throw std::bad_alloc();
    if (status == ANNEXKIT_OK) {
        if (is_allowed(scan, table)) return status;
        placed_.push_back(unplaced(context_.rules, "plugin.failed", {{"reason", "its scan broke the contract"}}));
        return ANNEXKIT_FAILED;
    }
    add_failure(context_.rules, context_.format->id(), "scan", escaped, pending_.size() + placed_.size() > before,
                placed_);
    return status;
}

Result<std::shared_ptr<Piece>> Reading::next() {
    if (ended_ || stopped_) return std::shared_ptr<Piece>();
    if (context_.importer().scan == nullptr) return whole_input();
    if (auto leapt = leap(); !leapt) return leapt.error();
    if (auto filled = look_ahead(context_.job.limits.chunk_bytes); !filled) return filled.error();
    for (;;) {
        tell_assumption();
        annexkit_scan result{sizeof result, ANNEXKIT_SCAN_MORE, 0, 0, 0};
        // A part may end with a piece; there is then nothing to look at, though something follows.
        const bool is_empty = window_.empty() && decoder_.is_held();
        if (!is_empty && scan(result) != ANNEXKIT_OK) return fault();
        switch (result.found) {
        case ANNEXKIT_SCAN_RECORDS: return cut_records(result);
        case ANNEXKIT_SCAN_STRUCTURE: return cut(Piece::Kind::structure, result);
        case ANNEXKIT_SCAN_END: return cut_end(result);
        default: break;
        }
        const bool is_full = window_.size() >= longest_window();
        if (decoder_.fault() && !is_full) {
            report_decode_fault();
            return fault();
        }
        if (decoder_.is_held()) {
            if (!enter_next_part()) return std::shared_ptr<Piece>();
        } else if (is_full) {
            return too_long();
        }
        // Doubling keeps the rescans of one long record linear.
        const std::size_t goal =
            std::min(std::max(2 * window_.size() + 1, context_.job.limits.chunk_bytes), longest_window());
        if (auto filled = look_ahead(goal); !filled) return filled.error();
    }
}

void Reading::tell_assumption() {
    if (assumption_told_ || decoder_.assumption().english.empty()) return;
    assumption_told_ = true;
    // No size, so that a baseline knows it whatever letter stands there.
    report_decoding(unplaced(context_.rules, "encoding.assumed",
                             {{"encoding", std::string(name_of(decoder_.encoding()))},
                              {"reason", decoder_.assumption().english},
                              {"reason_fr", decoder_.assumption().french}}),
                    decoder_.assumption().offset - consumed_, 0);
}

std::shared_ptr<Piece> Reading::cut_records(const annexkit_scan& scan) {
    in_head_ = false;
    has_lines_ = scan.lines != 0;
    begin_export();
    const bool is_wanted = !division_.behind_wanted() && (is_own() || !unwritable_);
    return is_wanted ? cut(Piece::Kind::records, scan) : last_words();
}

std::shared_ptr<Piece> Reading::cut_end(const annexkit_scan& scan) {
    in_head_ = false;
    ended_ = true;
    begin_export();
    return division_.behind_wanted() ? last_words() : cut(Piece::Kind::structure, scan);
}

std::shared_ptr<Piece> Reading::last_words() {
    ended_ = true;
    pending_.clear();
    auto piece = empty_piece();
    take_structure(*piece);
    return piece;
}

// ---- Parts ----

bool Reading::is_own() const { return in_head_ ? division_.first_wanted() : !division_.before_wanted(); }

bool Reading::may_leap() const { return has_lines_ && !division_.first_wanted() && decoder_.is_utf8(); }

bool Reading::enter_next_part() {
    division_.next();
    // The first part writes the head of the output, which is known when the first record is reached.
    const bool head_wanted = in_head_ && division_.first_wanted();
    ended_ = division_.behind_wanted() && !head_wanted;
    decoder_.hold_at(division_.limit());
    return !ended_;
}

Result<void> Reading::leap() {
    if (!may_leap() || !knows_what_it_follows_ || !division_.before_wanted() || decoder_.fault()) return {};
    const auto line =
        seek_line(*context_.job.input.bytes, decoder_.mark_size() + consumed_, division_.limit_before_wanted());
    if (!line) return line.error();
    window_.clear();
    decoder_.leap_to(*line);
    leapt_to_ = *line;
    division_.leap_to_wanted();
    decoder_.hold_at(division_.limit());
    return {};
}

// ---- Pieces ----

// An importer without scan gets everything as one chunk.
Result<std::shared_ptr<Piece>> Reading::whole_input() {
    ended_ = true;
    if (auto filled = look_ahead(context_.record_bytes + 1); !filled) return filled.error();
    if (decoder_.fault()) {
        report_decode_fault();
        return fault();
    }
    if (window_.size() > context_.record_bytes) {
        return too_long();
    }
    const annexkit_scan all{sizeof all, ANNEXKIT_SCAN_RECORDS, window_.size(), 0, 0};
    return cut(Piece::Kind::records, all);
}

std::shared_ptr<Piece> Reading::cut(Piece::Kind kind, const annexkit_scan& scan) {
    auto piece = next_piece();
    piece->kind = kind;
    piece->own = is_own();
    piece->size = scan.consumed;
    consumed_ += scan.consumed;
    piece->rows = kind == Piece::Kind::structure ? scan.rows : 0;
    // Findings of a scan may point beyond what it consumed (a heading row names the first record's head).
    place_pending(window());
    piece->text.append(window().substr(scan.consumed));
    piece->text.swap(window_);
    if (kind == Piece::Kind::structure) piece->extent = extent_of(piece->view(), decoder_.encoding());
    take_structure(*piece);
    return piece;
}

std::shared_ptr<Piece> Reading::empty_piece() {
    {
        const std::lock_guard lock(done_mutex_);
        if (!done_.empty()) {
            auto piece = std::move(done_.back());
            done_.pop_back();
            return piece;
        }
    }
    return std::make_shared<Piece>();
}

std::shared_ptr<Piece> Reading::next_piece() {
    auto piece = empty_piece();
    piece->leapt_to = std::exchange(leapt_to_, std::nullopt);
    piece->knows_lines = !may_leap();
    return piece;
}

void Reading::give_back(std::shared_ptr<Piece> piece) {
    piece->clear();
    const std::lock_guard lock(done_mutex_);
    done_.push_back(std::move(piece));
}

std::shared_ptr<Piece> Reading::fault() {
    ended_ = true;
    auto piece = next_piece();
    place_pending(window());
    piece->fatal = true;
    take_structure(*piece);
    return piece;
}

// If no initiative in it is whole, one is beyond the limit, whatever stands before it. One that is whole is judged by
// its own length, when it is parsed. There is room for what is no initiative: a head, a comment, or the first rows of a
// table, which tell its delimiter.
std::size_t Reading::longest_window() const {
    constexpr std::size_t between = std::size_t{1} << 20;
    return context_.record_bytes + between;
}

std::shared_ptr<Piece> Reading::too_long() {
    const auto limit = fmt::format("{}", context_.record_bytes);
    // What is between two initiatives belongs to neither.
    std::size_t start = window().find_first_not_of(" \t\r\n");
    if (!context_.is_table && start != std::string_view::npos && window()[start] == ',')
        start = window().find_first_not_of(" \t\r\n", start + 1);
    report_decoding(unplaced(context_.rules, "limit.record-bytes", {{"limit", limit}}),
                    start == std::string_view::npos || context_.is_table ? 0 : start, 0);
    return fault();
}

std::vector<PlacedFinding> Reading::take_opening() {
    std::vector<PlacedFinding> told = std::exchange(placed_, {});
    for (auto& pending : std::exchange(pending_, {})) told.push_back(std::move(pending.finding));
    return told;
}

void Reading::end_whole(Piece& piece) {
    begin_export();
    place_pending(piece.view());
    take_structure(piece);
}

void Reading::take_structure(Piece& piece) {
    for (auto& finding : placed_) finding.from_scan = true;
    std::move(placed_.begin(), placed_.end(), std::back_inserter(piece.findings));
    placed_.clear();
    piece.output.preamble += std::exchange(preamble_, {});
    piece.rejected.preamble += std::exchange(rejects_preamble_, {});
    piece.unwritable = unwritable_;
}

void Reading::place_pending(std::string_view text) {
    if (pending_.empty()) return;
    const TextMap map(text, decoder_.encoding());
    for (auto& pending : pending_) {
        place(pending.finding, map, text, pending.span, {0, text.size()});
        excuse_heading(pending.finding);
        placed_.push_back(std::move(pending.finding));
    }
    pending_.clear();
}

void Reading::report_decoding(PlacedFinding finding, std::size_t offset, std::size_t size) {
    pending_.push_back({std::move(finding), {offset, size}});
}

void Reading::report_decode_fault() {
    const auto& fault = *decoder_.fault();
    const std::string encoding(name_of(decoder_.encoding()));
    PlacedFinding finding;
    switch (fault.kind) {
    case DecodeFault::Kind::invalid:
        finding = unplaced(context_.rules, "encoding.invalid", {{"encoding", encoding}, {"bytes", fault.detail}});
        break;
    case DecodeFault::Kind::beyond_ascii:
        finding = unplaced(context_.rules, "encoding.contradicted",
                           {{"declared", "us-ascii"},
                            {"reason", fmt::format("byte {} is not ASCII", fault.detail)},
                            {"reason_fr", fmt::format("l'octet {} n'est pas de l'ASCII", fault.detail)}});
        break;
    case DecodeFault::Kind::too_long:
        finding = unplaced(context_.rules, "limit.input-bytes",
                           {{"limit", fmt::format("{}", context_.job.limits.input_bytes)}});
        break;
    case DecodeFault::Kind::nul: finding = unplaced(context_.rules, "encoding.nul", {}); break;
    case DecodeFault::Kind::utf16_without_mark:
        finding = unplaced(context_.rules, "encoding.utf16-without-bom", {{"encoding", fault.detail}});
        break;
    }
    report_decoding(std::move(finding), window_.size(), 0);
}

void Reading::begin_export() {
    if (begun_ || mode_ == Mode::probing || !context_.exporter) return;
    begun_ = true;
    const std::size_t told_before = placed_.size();
    std::vector<std::vector<annexkit_text>> items;
    std::vector<annexkit_named_value> members;
    for (const auto& member : head_) {
        auto& texts = items.emplace_back();
        for (const auto& item : member.items) texts.push_back(sdk::text(item));
        members.push_back(
            {sdk::text(member.name),
             {member.kind, static_cast<std::uint32_t>(texts.size()), sdk::text(member.text), texts.data()}});
    }
    unwritable_ = !context_.exporter->begin(members, preamble_, placed_);
    if (!unwritable_ && !division_.first_wanted()) {
        // The first part has written and told it.
        preamble_.clear();
        placed_.resize(told_before);
    }
    if (unwritable_ || !context_.rejects) return;
    // What one format cannot hold is told once.
    const std::size_t told = placed_.size();
    unwritable_ = !context_.rejects->begin(members, rejects_preamble_, placed_);
    if (context_.job.rejected->format == context_.job.output->format) placed_.resize(told);
}

Result<std::vector<HeadMember>> Reading::probe(const annexkit_importer& importer, void* reader) {
    mode_ = Mode::probing;
    Bytes kept;
    kept.append(window());
    std::string escaped;
    // What is passed is kept, too, so there is an end to it.
    for (std::size_t passed = 0; passed < longest_window();) {
        const annexkit_window table = shown();
        annexkit_scan result{sizeof result, ANNEXKIT_SCAN_MORE, 0, 0, 0};
        const auto status = call_plugin([&] { return importer.scan(reader, &table, sink(), &result); }, escaped);
        rethrow();
        if (status == ANNEXKIT_NO_MEMORY) throw std::bad_alloc();
        if (status != ANNEXKIT_OK || !head_.empty() || result.consumed > table.size) break;
        if (result.found == ANNEXKIT_SCAN_RECORDS || result.found == ANNEXKIT_SCAN_END) break;
        if (result.found == ANNEXKIT_SCAN_STRUCTURE) {
            if (result.consumed == 0) break;
            window_.drop_front(result.consumed);
            passed += result.consumed;
            continue;
        }
        if (table.last == 1 || decoder_.fault() || window_.size() >= longest_window()) break;
        const std::size_t had = window_.size();
        if (auto filled = look_ahead(2 * had + 1); !filled) return filled.error();
        kept.append(window().substr(had));
    }
    window_ = std::move(kept);
    pending_.clear();
    placed_.clear();
    mode_ = Mode::reading;
    return std::exchange(head_, {});
}

void Reading::tell_candidates(const annexkit_importer& importer, const void* reader,
                              const std::function<void(const Candidate&)>& on_candidate) {
    struct Host {
        const std::function<void(const Candidate&)>& take;
        std::exception_ptr thrown;
    } host{on_candidate, nullptr};
    const auto take = [](void* self, const annexkit_candidate* table) {
        auto& to = *static_cast<Host*>(self);
        try {
            Candidate candidate;
            for (const auto& option : std::span(table->options, table->option_count))
                candidate.options.emplace_back(sdk::view(option.name), sdk::view(option.value));
            for (const auto& fact : std::span(table->evidence, table->evidence_count))
                candidate.evidence.push_back({std::string(sdk::view(fact.name)), fact.count, fact.of});
            candidate.rows_above = table->rows_above;
            candidate.is_chosen = table->is_chosen != 0;
            to.take(candidate);
            return annexkit_status{ANNEXKIT_OK};
        } catch (...) {
            to.thrown = std::current_exception();
            return annexkit_status{ANNEXKIT_STOP};
        }
    };
    const annexkit_window table = shown();
    std::string escaped;
    const auto status = call_plugin([&] { return importer.candidates(reader, &table, sink(), &host, take); }, escaped);
    rethrow();
    if (host.thrown) std::rethrow_exception(host.thrown);
    if (status == ANNEXKIT_NO_MEMORY) throw std::bad_alloc();
    // What it says of the input it says again when it reads it.
    pending_.clear();
    placed_.clear();
}

std::int32_t Reading::fits(std::int32_t field, std::string_view text) {
    return context_.schema ? fits_field(*context_.schema, field, text) : -1;
}

std::int32_t Reading::resolve(std::string_view name) {
    if (mode_ == Mode::probing) return name.starts_with(sdk::head_prefix) ? ANNEXKIT_NAME_HEAD : ANNEXKIT_NAME_UNKNOWN;
    return resolve_name(*context_.schema, name);
}

annexkit_status Reading::columns(std::span<const annexkit_column> columns, std::uint64_t row, std::int32_t* targets) {
    const std::string declaration = std::string(sdk::head_prefix) + "declaration";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string_view name = sdk::view(columns[i].name);
        targets[i] = resolve(name);
        has_declaration_column_ = has_declaration_column_ || name == declaration;
    }
    if (mode_ == Mode::probing) return ANNEXKIT_OK;
    const auto unknown = std::count(targets, targets + columns.size(), ANNEXKIT_NAME_UNKNOWN);
    if (static_cast<std::uint64_t>(unknown) > context_.job.limits.fields) {
        placed_.push_back(unplaced(
            context_.rules, "limit.fields",
            {{"count", fmt::format("{}", unknown)}, {"limit", fmt::format("{}", context_.job.limits.fields)}}));
        return ANNEXKIT_FAILED;
    }
    context_.is_table = true;
    context_.field_columns.assign(context_.schema->fields().size(), -1);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (targets[i] >= 0 && context_.field_columns[static_cast<std::size_t>(targets[i])] < 0)
            context_.field_columns[static_cast<std::size_t>(targets[i])] = static_cast<std::int32_t>(i);
    report_columns(columns, row, {targets, columns.size()});
    return ANNEXKIT_OK;
}

annexkit_status Reading::head(std::span<const annexkit_named_value> members, const annexkit_place* places) {
    for (const auto& member : members) {
        if (member.value.kind == ANNEXKIT_ABSENT) continue;
        HeadMember own{
            std::string(sdk::view(member.name)), member.value.kind, std::string(sdk::view(member.value.text)), {}};
        for (std::uint32_t i = 0; member.value.kind == ANNEXKIT_LIST && i < member.value.count; ++i)
            own.items.emplace_back(sdk::view(member.value.items[i]));
        head_.push_back(std::move(own));
    }
    if (mode_ == Mode::reading) check_head(members, places);
    return ANNEXKIT_OK;
}

annexkit_status Reading::record(const annexkit_record&) {
    placed_.push_back(unplaced(context_.rules, "plugin.failed", {{"reason", "its scan delivered a record"}}));
    return ANNEXKIT_STOP;
}

annexkit_status Reading::finding(const annexkit_finding& finding) {
    pending_.push_back({from_plugin(context_.rules, finding), finding.span});
    return ANNEXKIT_OK;
}

} // namespace annexkit
