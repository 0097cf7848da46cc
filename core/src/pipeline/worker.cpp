// SPDX-License-Identifier: Apache-2.0
#include "pipeline/worker.hpp"

#include "findings/argument.hpp"
#include "messages/error.hpp"
#include "pipeline/record_limits.hpp"
#include "validate/incomplete.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

namespace annexkit {
namespace {

bool is_error(const PlacedFinding& finding) { return finding.finding.severity == Severity::error; }
bool hinders_reading(const PlacedFinding& finding) { return finding.hinders_reading; }

// Whether a format holds a rule for an error. One that it does not declare tells that the format failed.
bool is_error_of(const annexkit_format& format, std::string_view rule) {
    const std::span rules(format.rules, format.rule_count);
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const annexkit_rule& own) { return sdk::view(own.id) == rule; });
    return found == rules.end() || found->severity >= ANNEXKIT_ERROR;
}

// The text of an id, or nothing: an absent or blank one is another rule's business.
std::string_view id_of(const Schema& schema, const annexkit_record& record) {
    const auto field = schema.field_of(Role::id);
    if (!field || *field >= record.value_count) return {};
    const annexkit_value& value = record.values[*field];
    return value.kind == ANNEXKIT_TEXT || value.kind == ANNEXKIT_UNTYPED ? sdk::view(value.text) : std::string_view();
}

// The span of what a finding is about, as exactly as the importer placed it.
annexkit_span value_span(const LocalFinding& local, const annexkit_record& record) {
    const annexkit_place* place = nullptr;
    std::uint32_t items = 0;
    if (local.field >= 0 && record.places != nullptr) {
        place = &record.places[local.field];
        items = record.values[local.field].kind == ANNEXKIT_LIST ? record.values[local.field].count : 0;
    } else if (local.unknown >= 0 && record.unknown_places != nullptr) {
        place = &record.unknown_places[local.unknown];
    }
    if (place == nullptr) return record.span;
    if (local.item >= 0 && place->items != nullptr && static_cast<std::uint32_t>(local.item) < items)
        return place->items[local.item];
    // A field that is not there has no place of its own, unless it is an empty cell.
    const bool nowhere = place->value.offset == 0 && place->value.size == 0;
    return nowhere ? record.span : place->value;
}

// The text of a finding as the record has it.
std::string_view text_of(const LocalFinding& local, const annexkit_record& record) {
    if (local.unknown >= 0) return sdk::view(record.unknown[local.unknown].value.text);
    const annexkit_value& value = record.values[local.field];
    return sdk::view(local.item < 0 ? value.text : value.items[local.item]);
}

// How often a piece occurs in a text.
std::size_t occurrences(std::string_view text, std::string_view piece) {
    std::size_t count = 0;
    for (std::size_t at = text.find(piece); at != text.npos; at = text.find(piece, at + 1)) ++count;
    return count;
}

// Where the occurrence of a piece is that has so many before it, or npos.
std::size_t occurrence(std::string_view text, std::string_view piece, std::size_t before) {
    std::size_t at = text.find(piece);
    for (; before > 0 && at != text.npos; --before) at = text.find(piece, at + 1);
    return at;
}

// The span of what a finding is about within its value. Where other stretches of it are spelled with escapes, this one
// is known by its number among those that are alike, if the input spells as many. Else it is the whole value.
annexkit_span span_of(const LocalFinding& local, const annexkit_record& record, std::string_view input) {
    annexkit_span span = value_span(local, record);
    if (local.text_size == 0 || span.offset > input.size()) return span;
    const std::string_view text = text_of(local, record);
    const std::string_view spelling = input.substr(span.offset, span.size);
    if (const std::size_t at = spelling.find(text); at != std::string_view::npos)
        return {span.offset + at + local.text_offset, local.text_size};
    const std::string_view piece = text.substr(local.text_offset, local.text_size);
    if (occurrences(text, piece) != occurrences(spelling, piece)) return span;
    const std::size_t before = occurrences(text.substr(0, local.text_offset + piece.size() - 1), piece);
    return {span.offset + occurrence(spelling, piece, before), piece.size()};
}

// What the importer says of a cell, such as that it is a formula, and what the rules say of the cell from its beginning
// on is one fault, of which the graver finding is told.
void tell_once(std::span<PlacedFinding> of_importer, std::span<PlacedFinding> of_rules) {
    std::unordered_map<std::uint64_t, PlacedFinding*> cells;
    for (auto& said : of_importer)
        if (said.column >= 0 && said.finding.severity != Severity::off) cells.emplace(said.position.offset, &said);
    if (cells.empty()) return;
    const auto cell_of = [&](const PlacedFinding& found) -> PlacedFinding* {
        const auto cell = cells.find(found.position.offset);
        const bool is_inside = cell != cells.end() && found.finding.place.size <= cell->second->finding.place.size;
        return is_inside ? cell->second : nullptr;
    };
    std::unordered_set<const PlacedFinding*> lesser;
    for (const auto& found : of_rules) {
        if (const auto* said = cell_of(found); said != nullptr && found.finding.severity > said->finding.severity)
            lesser.insert(said);
        // What is no initiative is told so, not what its one cell holds.
        if (found.finding.rule != "record.fragment") continue;
        for (const auto& [offset, said] : cells)
            if (found.finding.severity > said->finding.severity) lesser.insert(said);
    }
    for (auto& found : of_rules)
        if (const auto* said = cell_of(found); said != nullptr && !lesser.contains(said))
            found.finding.severity = Severity::off;
    for (auto& said : of_importer)
        if (lesser.contains(&said)) said.finding.severity = Severity::off;
}

} // namespace

Worker::Writing::Writing(const Export* to, OutputBuffer::Listener* listener) : exporter(to) {
    if (exporter != nullptr && exporter->encoding()) encoder.emplace(*exporter->encoding());
    buffer.listen(listener);
}

Worker::Worker(const Context& context, Reading& reading)
    : context_(context), reading_(reading), values_(context.schema->fields().size()),
      output_(context.exporter.get(), this), rejected_(context.rejects.get(), this) {
    if (context.job.fixes != Fixes::none && context.job.on_edit)
        mender_.emplace(context.schema, context.rules, context.job.fixes);
}

void Worker::process(Piece& piece, Encoding encoding, const Repetitions* repetitions, std::uint64_t most) {
    if (piece.kind == Piece::Kind::structure) return;
    if (!piece.own && reading_.knows_what_it_follows()) {
        piece.extent = extent_of(piece.view(), encoding);
        return;
    }
    piece_ = &piece;
    encoding_ = encoding;
    repetitions_ = repetitions;
    most_ = most;
    const std::size_t scan_findings = piece.findings.size();
    // Formats are about as long as each other; room that grows is copied each time.
    if (context_.exporter) output_.buffer.reserve(piece.size + piece.size / 2);
    // Where one piece has findings, the next one mostly does: a quick pass would be lost on it.
    pass_ = repetitions == nullptr && !unscanned() && !expects_findings_ ? Pass::quick : Pass::thorough;
    annexkit_status status = parse(piece);
    if (pass_ == Pass::quick && dirty_) {
        piece.findings.resize(scan_findings);
        pass_ = Pass::thorough;
        status = parse(piece);
    }
    if (status != ANNEXKIT_OK) piece.fatal = true;
    if (unscanned() && repetitions == nullptr) reading_.end_whole(piece);
    // Findings about no record, or about one that never came.
    std::move(ahead_.begin(), ahead_.end(), std::back_inserter(piece.findings));
    ahead_.clear();
    expects_findings_ = piece.findings.size() > scan_findings || piece.invalid > 0;
    piece.extent = extent_of(piece.view(), encoding);
    if (!piece.own && (context_.exporter ? piece.output.written : piece.records) > 0) reading_.know_what_it_follows();
    output_.buffer.exchange(piece.output.bytes);
    rejected_.buffer.exchange(piece.rejected.bytes);
}

void Worker::reset(Piece& piece) {
    dirty_ = false;
    writer_crashed_ = false;
    piece.records = piece.invalid = piece.unjudged = piece.output.written = piece.rejected.written = 0;
    piece.fatal = false;
    piece.edits.clear();
    piece.ids.clear();
    piece.id_bytes.clear();
    const bool wants_copies = context_.job.on_record || context_.job.extent == Extent::whole_annex;
    piece.copies = wants_copies ? std::make_unique<RecordCopies>() : nullptr;
    ahead_.clear();
    output_.buffer.truncate(0);
    rejected_.buffer.truncate(0);
    char* const room = scratch_.room(piece.size + 1);
    if (!context_.format->promises(ANNEXKIT_FORMAT_READS_ORIGINAL)) piece.view().copy(room, piece.size);
    room[piece.size] = '\0';
    if (pass_ == Pass::thorough) map_.read(piece.view(), encoding_);
}

annexkit_status Worker::parse(Piece& piece) {
    reset(piece);
    annexkit_chunk chunk{
        sizeof chunk, scratch_.data(), piece.size, piece.text.data(), pass_ == Pass::thorough ? 1 : 0, 0};
    std::string escaped;
    const std::size_t before = piece.findings.size();
    const auto status =
        call_plugin([&] { return context_.importer().parse(context_.reader, &chunk, sink()); }, escaped);
    rethrow();
    output_.buffer.rethrow();
    rejected_.buffer.rethrow();
    piece.rows = chunk.rows;
    if (status == ANNEXKIT_NO_MEMORY) throw std::bad_alloc();
    if (pass_ == Pass::quick && status != ANNEXKIT_OK) dirty_ = true;
    if (pass_ == Pass::quick || status == ANNEXKIT_OK) return status;
    const bool reported = piece.findings.size() > before || std::any_of(ahead_.begin(), ahead_.end(), is_error);
    add_failure(context_.rules, context_.format->id(), "parse", escaped, reported, piece.findings);
    return status;
}

void Worker::keep(const annexkit_record& record, Validity validity) {
    if (piece_->copies) piece_->copies->add(record, validity);
    if (const std::string_view id = id_of(*context_.schema, record); !id.empty()) {
        piece_->ids.push_back({piece_->records, piece_->id_bytes.size(), id.size()});
        piece_->id_bytes.append(id);
    }
    ++piece_->records;
}

std::int32_t Worker::resolve(std::string_view name) { return resolve_name(*context_.schema, name); }
std::int32_t Worker::fits(std::int32_t field, std::string_view text) {
    return fits_field(*context_.schema, field, text);
}

// Importers without scan deliver columns and head here; there is then one piece, and nothing else runs.
bool Worker::unscanned() const { return context_.importer().scan == nullptr; }

annexkit_status Worker::columns(std::span<const annexkit_column> columns, std::uint64_t row, std::int32_t* targets) {
    const annexkit_sink* whole = reading_.whole_sink();
    return whole->columns(whole->host, columns.data(), columns.size(), row, targets);
}

annexkit_status Worker::head(std::span<const annexkit_named_value> members, const annexkit_place* places) {
    if (repetitions_ != nullptr) return ANNEXKIT_OK;
    const annexkit_sink* whole = reading_.whole_sink();
    return whole->head(whole->host, members.data(), places, members.size());
}

annexkit_status Worker::finding(const annexkit_finding& finding) {
    dirty_ = true;
    if (pass_ == Pass::quick) return ANNEXKIT_STOP;
    PlacedFinding placed = from_plugin(context_.rules, finding);
    placed.hinders_reading = is_error_of(*context_.format->table, sdk::view(finding.rule));
    place(placed, map_, piece_->view(), finding.span, {0, piece_->size});
    name_field(placed);
    // What stands between two records is no fault of the next one.
    auto& findings = finding.record == ANNEXKIT_NONE ? piece_->findings : ahead_;
    findings.push_back(std::move(placed));
    return ANNEXKIT_OK;
}

annexkit_status Worker::loss(const annexkit_finding& finding) {
    dirty_ = true;
    if (pass_ == Pass::quick) return ANNEXKIT_OK;
    losses_.push_back(from_plugin(context_.rules, finding));
    return ANNEXKIT_OK;
}

annexkit_record Worker::typed(const annexkit_record& record) {
    type_values(*context_.schema, record, values_);
    annexkit_record result = record;
    result.values = values_.data();
    return result;
}

annexkit_status Worker::record(const annexkit_record& record) {
    if (record.value_count != values_.size()) {
        piece_->findings.push_back(
            unplaced(context_.rules, "plugin.failed", {{"reason", "it delivered a record with other fields"}}));
        return ANNEXKIT_FAILED;
    }
    // What comes of the piece is then nobody's concern.
    if (context_.job.stop.stop_requested()) return ANNEXKIT_STOP;
    if (auto end = end_of_reading(record)) {
        dirty_ = true;
        if (pass_ == Pass::quick) return ANNEXKIT_STOP;
        ahead_.clear();
        place(*end, map_, piece_->view(), {record.span.offset, 0}, {0, piece_->size});
        piece_->findings.push_back(std::move(*end));
        return ANNEXKIT_FAILED;
    }
    const annexkit_record whole = typed(record);
    return pass_ == Pass::quick ? quick_record(whole) : thorough_record(whole);
}

annexkit_status Worker::quick_record(const annexkit_record& record) {
    if (!is_within(context_.job.limits, record) || !context_.validator->is_clean(record)) dirty_ = true;
    if (!dirty_) write(record, output_, piece_->output);
    if (dirty_) return ANNEXKIT_STOP;
    keep(record, Validity::valid);
    return ANNEXKIT_OK;
}

annexkit_status Worker::thorough_record(const annexkit_record& record) {
    const std::size_t before = piece_->findings.size();
    const std::string_view id = id_of(*context_.schema, record);
    std::move(ahead_.begin(), ahead_.end(), std::back_inserter(piece_->findings));
    ahead_.clear();
    const auto fresh = [&] { return std::span(piece_->findings).subspan(before); };
    // A record that could not be read whole is not judged further: its faults would be those of the reading.
    const bool whole = std::none_of(fresh().begin(), fresh().end(), hinders_reading) && check_limits(record);
    is_invalid_by_heading_ = false;
    if (whole) {
        const std::size_t told = fresh().size();
        validate(record);
        tell_once(fresh().first(told), fresh().subspan(told));
        for (auto& finding : fresh()) {
            finding.finding.initiative = id;
            excuse(context_, finding);
        }
    } else {
        ++piece_->unjudged;
    }
    const bool valid = !is_invalid_by_heading_ && std::none_of(fresh().begin(), fresh().end(), is_error);
    const bool wanted = valid || (whole && context_.job.on_invalid == OnInvalid::keep);
    const bool written = wanted && write(record, output_, piece_->output);
    if (whole && !written) divert(record, wanted);
    for (auto& finding : fresh()) {
        finding.record = piece_->records;
        finding.finding.initiative = id;
        if (context_.is_table && finding.row == ANNEXKIT_NONE) finding.row = record.row;
    }
    if (writer_crashed_) return ANNEXKIT_FAILED;
    const bool is_invalid = is_invalid_by_heading_ || std::any_of(fresh().begin(), fresh().end(), is_error);
    if (is_invalid) ++piece_->invalid;
    keep(record, is_invalid ? Validity::invalid : Validity::valid);
    return ANNEXKIT_OK;
}

std::optional<PlacedFinding> Worker::end_of_reading(const annexkit_record& record) const {
    const Limits& limits = context_.job.limits;
    if (record.span.size > context_.record_bytes)
        return unplaced(context_.rules, "limit.record-bytes", {{"limit", fmt::format("{}", context_.record_bytes)}});
    if (piece_->records >= most_)
        return unplaced(context_.rules, "limit.records", {{"limit", fmt::format("{}", limits.records)}});
    return std::nullopt;
}

bool Worker::check_limits(const annexkit_record& record) {
    const Limits& limits = context_.job.limits;
    if (is_within(limits, record)) return true;
    for (auto& local : beyond(limits, record, *context_.schema))
        add(unplaced(context_.rules, std::string(local.rule), std::move(local.arguments)), record, local);
    return false;
}

void Worker::validate(const annexkit_record& record) {
    local_.clear();
    context_.validator->check(record, local_);
    if (repetitions_ != nullptr)
        if (const auto found = repetitions_->find(piece_->records); found != repetitions_->end())
            local_.insert(local_.end(), found->second.begin(), found->second.end());
    if (mender_ && !local_.empty() && record.places != nullptr) mend(record);
    // A missing or unknown column is one finding, about the heading row, not one for each row below it.
    std::erase_if(local_, [&](const LocalFinding& local) {
        const auto told = told_by_heading(local, record);
        is_invalid_by_heading_ = is_invalid_by_heading_ || (told == Severity::error && local.rule != "field.unknown");
        return told.has_value();
    });
    tell_missing_fields();
    for (auto& local : local_) {
        PlacedFinding& finding = piece_->another_finding();
        renew(finding, severity(local.rule), local);
        locate(finding, record, local);
    }
}

void Worker::tell_missing_fields() {
    const auto lacks_field = [](const LocalFinding& local) { return local.rule == "field.missing"; };
    if (std::none_of(local_.begin(), local_.end(), lacks_field)) return;
    // Where single fields are the graver fault, or the only one that is asked, each is told.
    if (severity("record.incomplete") >= severity("field.missing"))
        tell_missing_once(context_.schema->compiled(), local_);
    for (auto& local : local_) {
        if (!context_.is_table || (!lacks_field(local) && local.rule != "record.incomplete")) continue;
        local.arguments.push_back({"merged", *argument(local.arguments, lacks_field(local) ? "field" : "fields")});
    }
}

Severity Worker::severity(std::string_view rule) {
    // The next finding is mostly of the same rule.
    if (rule != judged_rule_) {
        judged_rule_ = rule;
        judged_ = severity_of(context_.rules, rule);
    }
    return judged_;
}

bool Worker::is_missing_column(const LocalFinding& local) const {
    return context_.is_table && local.rule == "field.missing" && local.field >= 0 &&
           context_.field_columns[static_cast<std::size_t>(local.field)] < 0;
}

void Worker::add(PlacedFinding&& added, const annexkit_record& record, const LocalFinding& local) {
    locate(piece_->findings.emplace_back(std::move(added)), record, local);
}

void Worker::locate(PlacedFinding& finding, const annexkit_record& record, const LocalFinding& local) const {
    place(finding, map_, piece_->view(), span_of(local, record, piece_->view()), record.span);
    finding.field = local.field;
    finding.finding.item = local.item;
    if (local.unknown >= 0) finding.finding.field = sdk::view(record.unknown[local.unknown].name);
    name_field(finding);
    // A baseline knows an initiative that lacks these fields, not one that lacks others.
    if (finding.finding.rule == "record.incomplete")
        finding.finding.field = argument_or_empty(finding.finding.arguments, "fields");
}

void Worker::mend(const annexkit_record& record) {
    const std::size_t before = piece_->edits.size();
    const Mending mending = mender_->mend(record, *context_.validator);
    Refusals refusals;
    for (const auto& refusal : mending.refusals)
        if (const auto [refused, is_new] = refusals.try_emplace({refusal.field, refusal.item, refusal.rule}); is_new)
            refused->second = make_error(ErrorKind::input, refusal.why);
    for (const auto& change : mending.changes)
        if (const auto why = mend(record, change))
            for (const auto rule : change.rules) refusals.try_emplace({change.field, change.item, rule}, *why);
    tell(refusals);
    std::sort(piece_->edits.begin() + static_cast<std::ptrdiff_t>(before), piece_->edits.end(),
              [](const Edit& left, const Edit& right) { return left.offset < right.offset; });
}

void Worker::tell(const Refusals& refusals) {
    if (refusals.empty()) return;
    for (auto& local : local_) {
        const auto refused = refusals.find({static_cast<std::size_t>(local.field), local.item, local.rule});
        if (refused == refusals.end()) continue;
        local.arguments.push_back({"unmended", refused->second.message});
        local.arguments.push_back({"unmended_fr", refused->second.in(Language::french).message});
    }
}

std::optional<Error> Worker::mend(const annexkit_record& record, const Change& change) {
    const annexkit_place& place = record.places[change.field];
    const bool is_item = change.item >= 0;
    const auto unspelled = [&] {
        return make_error(ErrorKind::input, "unmended.spelling", {{"format", std::string(context_.format->id())}});
    };
    if (is_item && place.items == nullptr) return unspelled();
    std::vector<annexkit_text> texts;
    for (const auto& text : change.texts) texts.push_back(sdk::text(text));
    const annexkit_span span = is_item ? place.items[change.item] : place.value;
    const annexkit_spell_request request{sizeof request,
                                         sdk::text(piece_->view()),
                                         static_cast<std::int32_t>(change.field),
                                         change.item,
                                         place.value,
                                         span,
                                         change.kind,
                                         texts.data(),
                                         texts.size()};
    annexkit_span replaced = span;
    std::string escaped;
    spelling_.truncate(0);
    const auto status = spelling_.judged(
        call_plugin([&] { return context_.importer().spell(context_.reader, &request, &replaced, spelling_.table()); },
                    escaped),
        escaped);
    spelling_.rethrow();
    if (status == ANNEXKIT_NO_MEMORY) throw std::bad_alloc();
    const bool is_inside = replaced.offset >= record.span.offset && replaced.size <= record.span.size &&
                           replaced.offset - record.span.offset <= record.span.size - replaced.size;
    if (!escaped.empty() || (status == ANNEXKIT_OK && !is_inside))
        add_failure(context_.rules, context_.format->id(), "spell", escaped, false, piece_->findings);
    if (status != ANNEXKIT_OK || !is_inside) return unspelled();
    const std::uint64_t from = map_.offset_of(replaced.offset);
    const std::uint64_t to = map_.offset_of(replaced.offset + replaced.size);
    std::string bytes(spelling_.bytes());
    if (encoding_ != Encoding::utf8) {
        std::string encoded;
        if (const auto lacking = Encoder(encoding_).append(bytes, encoded))
            return make_error(ErrorKind::input, "unmended.encoding",
                              {{"encoding", std::string(name_of(encoding_))}, {"character", *lacking}});
        bytes = std::move(encoded);
    }
    piece_->edits.push_back({from, to - from, std::move(bytes), change.rules, change.is_safe});
    return std::nullopt;
}

void Worker::name_field(PlacedFinding& finding) const {
    const auto field = static_cast<std::size_t>(finding.field);
    if (finding.field < 0 || field >= context_.schema->fields().size()) return;
    finding.finding.field = context_.schema->fields()[field].name;
    if (finding.column < 0 && field < context_.field_columns.size()) finding.column = context_.field_columns[field];
}

std::optional<Severity> Worker::told_by_heading(const LocalFinding& local, const annexkit_record& record) const {
    if (is_missing_column(local)) {
        const auto told =
            context_.missing_columns.find(context_.schema->fields()[static_cast<std::size_t>(local.field)].name);
        return told == context_.missing_columns.end() ? std::nullopt : std::optional(told->second.severity);
    }
    if (local.unknown < 0 || (local.rule != "field.unknown" && local.rule != "field.not-allowed")) return std::nullopt;
    const auto told = context_.unknown_headings.find(sdk::view(record.unknown[local.unknown].name));
    return told == context_.unknown_headings.end() ? std::nullopt : std::optional(told->second.severity);
}

void Worker::divert(const annexkit_record& record, bool refused) {
    const std::size_t told = piece_->findings.size();
    // What neither output can hold is told once.
    if (!write(record, rejected_, piece_->rejected) && refused) piece_->findings.resize(told);
}

bool Worker::write(const annexkit_record& record, Writing& writing, PieceOutput& output) {
    if (writing.exporter == nullptr) return true;
    if (unscanned()) reading_.begin_export();
    OutputBuffer& buffer = writing.buffer;
    const std::size_t before = buffer.bytes().size();
    buffer.append(writing.exporter->separator());
    const std::size_t start = buffer.bytes().size();
    std::string escaped;
    losses_.clear();
    const auto status = writing.exporter->write(record, buffer, escaped);
    if (status == ANNEXKIT_NO_MEMORY) throw std::bad_alloc();
    bool whole = status == ANNEXKIT_OK;
    if (!whole && losses_.empty()) {
        dirty_ = true;
        add_failure(context_.rules, writing.exporter->plugin(), "write", escaped, false, losses_);
    }
    if (whole && writing.encoder) {
        std::string encoded;
        const auto lacking = writing.encoder->append(buffer.bytes().substr(start), encoded);
        buffer.truncate(start);
        buffer.append(encoded);
        whole = !lacking;
        if (lacking) {
            dirty_ = true;
            losses_.push_back(
                unplaced(context_.rules, "loss.encoding",
                         {{"character", *lacking}, {"encoding", std::string(name_of(*writing.exporter->encoding()))}}));
        }
    }
    for (auto& loss : losses_) {
        if (pass_ == Pass::quick) break;
        writer_crashed_ = writer_crashed_ || loss.finding.rule == "plugin.crashed";
        LocalFinding local;
        local.field = loss.field;
        add(std::move(loss), record, local);
    }
    if (!whole) {
        buffer.truncate(before);
        return false;
    }
    ++output.written;
    return true;
}

} // namespace annexkit
