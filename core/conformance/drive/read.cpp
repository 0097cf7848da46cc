// SPDX-License-Identifier: Apache-2.0
// Reading: what the host does around open, scan, parse and address.
#include "contract.hpp"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <utility>

namespace drive {
namespace {

namespace sdk = annexkit::sdk;

bool same_letters(std::string_view one, std::string_view other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

bool inside(annexkit_span span, std::uint64_t size) { return span.offset <= size && span.size <= size - span.offset; }

annexkit_span moved(annexkit_span span, std::uint64_t by) { return {span.offset + by, span.size}; }

/// The host's side of one call of open, scan or parse.
class Host {
  public:
    enum class Step { open, scan, parse, whole };

    Host(const annexkit_format& format, const ReadSettings& settings, Reading& to, Step step, Chunk text)
        : format_(format), settings_(settings), to_(to), step_(step), text_(text), findings_before_(to.findings.size()),
          records_before_(to.records.size()), rows_before_(to.rows) {
        sink_.struct_size = sizeof sink_;
        sink_.host = this;
        sink_.resolve = [](void* self, annexkit_text name) { return of(self).resolve(sdk::view(name)); };
        sink_.columns = [](void* self, const annexkit_column* columns, std::size_t count, std::uint64_t row,
                           std::int32_t* targets) {
            return of(self).deliver([&] { of(self).columns({columns, count}, row, targets); });
        };
        sink_.head = [](void* self, const annexkit_named_value* members, const annexkit_place* places,
                        std::size_t count) {
            return of(self).deliver([&] { of(self).head({members, count}, places); });
        };
        sink_.record = [](void* self, const annexkit_record* record) {
            return of(self).deliver([&] { of(self).record(*record); });
        };
        sink_.finding = [](void* self, const annexkit_finding* finding) {
            return of(self).deliver([&] { of(self).finding(*finding); });
        };
    }
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

    [[nodiscard]] const annexkit_sink& sink() const { return sink_; }

    /// Judges the call that has just ended.
    void end(const char* function, annexkit_status status) {
        if (!breach_.empty()) throw Breach(breach_);
        check({function, status, refused_, to_.findings.size() > findings_before_});
        to_.status = status;
    }

  private:
    static Host& of(void* self) { return *static_cast<Host*>(self); }

    template <class Work> annexkit_status deliver(Work&& work) noexcept {
        return within_border(breach_, [&]() -> annexkit_status {
            if (refused_) throw Breach("it goes on delivering after the host refused");
            if (to_.calls++ == settings_.refusal.at) {
                refused_ = settings_.refusal.status;
            } else {
                work();
            }
            return refused_.value_or(ANNEXKIT_OK);
        });
    }

    [[nodiscard]] std::int32_t resolve(std::string_view name) const {
        for (std::size_t i = 0; i < settings_.fields.size(); ++i) {
            const Field& field = settings_.fields[i];
            const auto is_it = [&](std::string_view title) { return same_letters(name, title); };
            if (is_it(field.name) || std::any_of(field.titles.begin(), field.titles.end(), is_it))
                return static_cast<std::int32_t>(i);
        }
        if (name == sdk::other_fields_column) return ANNEXKIT_NAME_OTHER_FIELDS;
        return name.starts_with(sdk::head_prefix) ? ANNEXKIT_NAME_HEAD : ANNEXKIT_NAME_UNKNOWN;
    }

    void columns(std::span<const annexkit_column> columns, std::uint64_t, std::int32_t* targets) {
        if (step_ != Step::scan && step_ != Step::whole) throw Breach("columns are delivered outside the scan");
        if (!to_.columns.empty()) throw Breach("columns are delivered twice");
        for (std::size_t i = 0; i < columns.size(); ++i) {
            check_span(columns[i].span);
            to_.columns.emplace_back(sdk::view(columns[i].name));
            targets[i] = resolve(sdk::view(columns[i].name));
        }
    }

    void head(std::span<const annexkit_named_value> members, const annexkit_place* places) {
        if (step_ != Step::scan && step_ != Step::whole) throw Breach("the annex head is delivered outside the scan");
        if (to_.has_head) throw Breach("the annex head is delivered twice");
        if (!to_.records.empty()) throw Breach("the annex head is delivered after a record");
        to_.has_head = true;
        for (std::size_t i = 0; i < members.size(); ++i) {
            to_.head.emplace_back(sdk::view(members[i].name), own(members[i].value));
            if (places != nullptr) check_span(places[i].value);
        }
    }

    void record(const annexkit_record& from) {
        if (step_ != Step::parse && step_ != Step::whole) throw Breach("a record is delivered outside parse");
        if (from.struct_size < sizeof from) throw Breach("the table of a record is too small");
        if (from.value_count != settings_.fields.size()) throw Breach("a record has not the schema's fields");
        check_span(from.span);
        if (from.span.offset < record_end_) throw Breach("records overlap or are out of order");
        record_end_ = from.span.offset + from.span.size;
        if (to_.records.size() == settings_.stop_at) {
            refused_ = ANNEXKIT_STOP;
            return;
        }
        Record to;
        to.span = moved(from.span, text_.offset);
        to.row = from.row + rows_before_;
        for (const auto& value : std::span(from.values, from.value_count)) to.values.push_back(own(value));
        for (const auto& member : std::span(from.unknown, from.unknown_count))
            to.unknown.emplace_back(sdk::view(member.name), own(member.value));
        if (settings_.places) add_places(from, to);
        to_.records.push_back(std::move(to));
    }

    void add_places(const annexkit_record& from, Record& to) const {
        if (from.places == nullptr && from.value_count > 0) throw Breach("a record lacks its places");
        if (from.unknown_places == nullptr && from.unknown_count > 0) throw Breach("unknown fields lack their places");
        for (std::size_t i = 0; i < from.value_count; ++i) to.places.push_back(place(from.values[i], from.places[i]));
        for (std::size_t i = 0; i < from.unknown_count; ++i)
            to.unknown_places.push_back(place(from.unknown[i].value, from.unknown_places[i]));
    }

    [[nodiscard]] Place place(const annexkit_value& value, const annexkit_place& from) const {
        check_span(from.value);
        Place result{moved(from.value, text_.offset), {}};
        const std::size_t items = value.kind == ANNEXKIT_LIST && from.items != nullptr ? value.count : 0;
        for (const auto& item : std::span(from.items, items)) {
            check_span(item);
            result.items.push_back(moved(item, text_.offset));
        }
        return result;
    }

    void finding(const annexkit_finding& from) {
        if (from.struct_size < sizeof from) throw Breach("the table of a finding is too small");
        check_span(from.span);
        const std::uint64_t here = to_.records.size() - records_before_;
        if (from.record != ANNEXKIT_NONE && from.record > here) throw Breach("a finding speaks of a later record");
        if (from.field < -1 || from.field >= static_cast<std::int32_t>(settings_.fields.size()))
            throw Breach("a finding names a field that is not there");
        to_.findings.push_back(own(format_, from, text_.offset, rows_before_));
    }

    void check_span(annexkit_span span) const {
        if (!inside(span, text_.text.size())) throw Breach("a place lies outside the text");
    }

    const annexkit_format& format_;
    const ReadSettings& settings_;
    Reading& to_;
    Step step_;
    Chunk text_;
    std::size_t findings_before_;
    std::size_t records_before_;
    std::uint64_t rows_before_;
    std::uint64_t record_end_ = 0;
    std::optional<annexkit_status> refused_;
    std::string breach_;
    annexkit_sink sink_{};
};

void check_scan(const annexkit_window& window, const annexkit_scan& scan) {
    if (scan.consumed > window.size) throw Breach("scan consumes more than the window");
    switch (scan.found) {
    case ANNEXKIT_SCAN_MORE:
        if (window.last == 1) throw Breach("scan asks for more than the last window");
        return;
    case ANNEXKIT_SCAN_STRUCTURE:
    case ANNEXKIT_SCAN_RECORDS:
        if (scan.consumed == 0) throw Breach("scan consumes nothing");
        return;
    case ANNEXKIT_SCAN_END:
        if (window.last == 0) throw Breach("scan finds the end before the last window");
        if (scan.consumed != window.size) throw Breach("scan finds the end and leaves text behind");
        return;
    default: throw Breach("scan finds something that the contract does not know");
    }
}

void check_texts(const Reading& reading) {
    const auto wrong = [](const Named& member) {
        const auto& [name, value] = member;
        return !is_utf8(name) || !is_utf8(value.text) || !std::all_of(value.items.begin(), value.items.end(), is_utf8);
    };
    bool broken = std::any_of(reading.head.begin(), reading.head.end(), wrong);
    for (const auto& record : reading.records) {
        broken = broken || std::any_of(record.unknown.begin(), record.unknown.end(), wrong);
        for (const auto& value : record.values) broken = broken || wrong({{}, value});
    }
    if (broken) throw Breach("it delivers text that is no UTF-8");
}

} // namespace

Import::Import(const annexkit_format& format, std::string_view input, const ReadSettings& settings)
    : format_(format), settings_(settings), input_(input), fields_(contract_fields(settings.fields)) {
    if (format.importer == nullptr) throw std::invalid_argument("the format cannot be read");
    Host host(format, settings, opening_, Host::Step::open, {});
    const OpenRequest request(fields_,
                              {settings.options, {format.import_options, format.import_option_count}, settings.lending},
                              host.sink());
    const annexkit_status status = crossing("open", [&] { return format.importer->open(request.table(), &reader_); });
    if (status != ANNEXKIT_OK) reader_ = nullptr;
    opened_ = status == ANNEXKIT_OK;
    host.end("open", status);
}

Import::~Import() {
    try {
        close();
    } catch (const Breach&) {
        // Whoever wants to know calls close.
    }
}

void Import::close() {
    if (std::exchange(opened_, false)) crossing("close", [&] { format_.importer->close(reader_); });
}

std::optional<Chunk> Import::next(Reading& to) {
    if (ended_) return std::nullopt;
    if (format_.importer->scan == nullptr) {
        ended_ = true;
        return Chunk{input_, 0};
    }
    for (std::size_t size = std::max<std::size_t>(1, settings_.window_bytes);;) {
        size = std::min(size, input_.size() - at_);
        const LentBytes bytes(input_.substr(at_, size), settings_.lending);
        const annexkit_window window{sizeof window, bytes.data(), size, at_ + size == input_.size() ? 1 : 0};
        annexkit_scan scan{sizeof scan, ANNEXKIT_SCAN_MORE, 0, 0, 0};
        const Chunk text{{bytes.data(), size}, at_};
        Host host(format_, settings_, to, Host::Step::scan, text);
        host.end("scan",
                 crossing("scan", [&] { return format_.importer->scan(reader_, &window, &host.sink(), &scan); }));
        if (to.status != ANNEXKIT_OK) return std::nullopt;
        check_scan(window, scan);
        if (scan.found == ANNEXKIT_SCAN_MORE) {
            size *= 2;
            continue;
        }
        const Chunk chunk{input_.substr(at_, scan.consumed), at_};
        at_ += scan.consumed;
        ended_ = scan.found == ANNEXKIT_SCAN_END;
        if (ended_) return std::nullopt;
        if (scan.found == ANNEXKIT_SCAN_RECORDS) {
            to.has_lines = scan.lines != 0;
            return chunk;
        }
        to.rows += scan.rows;
    }
}

void Import::parse(const Chunk& chunk, Reading& to) const {
    const LentBytes original(chunk.text, settings_.lending);
    std::string room(chunk.text);
    // Where the original alone is read, it must not matter what stands in the room beside it.
    if ((flags_of(format_) & ANNEXKIT_FORMAT_READS_ORIGINAL) != 0) std::fill(room.begin(), room.end(), '?');
    const LentBytes data({room.c_str(), room.size() + 1}, settings_.lending);
    annexkit_chunk table{sizeof table, data.data(), chunk.text.size(), original.data(), settings_.places ? 1 : 0, 0};
    const bool scans = format_.importer->scan != nullptr;
    Host host(format_, settings_, to, scans ? Host::Step::parse : Host::Step::whole, chunk);
    host.end("parse", crossing("parse", [&] { return format_.importer->parse(reader_, &table, &host.sink()); }));
    if (std::string_view(original.data(), chunk.text.size()) != chunk.text)
        throw Breach("parse changes the original text");
    to.rows += table.rows;
}

std::string Import::address(const annexkit_address_request& request) const {
    if (format_.importer->address == nullptr) return {};
    const WriteSettings settings;
    Writing to;
    Room room(format_, settings, to);
    room.end("address",
             crossing("address", [&] { return format_.importer->address(reader_, &request, room.table()); }));
    return std::string(room.bytes());
}

std::optional<Spelled> Import::spell(const annexkit_spell_request& request) const {
    const WriteSettings settings;
    Writing to;
    Room room(format_, settings, to);
    Spelled spelled;
    const annexkit_status status =
        crossing("spell", [&] { return format_.importer->spell(reader_, &request, &spelled.replaced, room.table()); });
    if (!to.findings.empty()) throw Breach("spell reports " + to.findings.front().rule);
    if (status == ANNEXKIT_FAILED) return std::nullopt;
    room.end("spell", status);
    if (!inside(spelled.replaced, request.chunk.size)) throw Breach("spell replaces what lies outside the chunk");
    spelled.text = room.bytes();
    return spelled;
}

std::string Import::setting(std::string_view option) const {
    const annexkit_text text =
        crossing("setting", [&] { return format_.importer->setting(reader_, sdk::text(option)); });
    if (text.data == nullptr && text.size > 0) throw Breach("a setting has a size and no data");
    if (!is_utf8(sdk::view(text))) throw Breach("a setting is no UTF-8");
    return std::string(sdk::view(text));
}

std::vector<Candidate> Import::candidates() const {
    std::vector<Candidate> all;
    const auto take = [](void* host, const annexkit_candidate* from) -> annexkit_status {
        Candidate candidate;
        for (const auto& option : std::span(from->options, from->option_count))
            candidate.options.emplace(sdk::view(option.name), sdk::view(option.value));
        candidate.is_chosen = from->is_chosen != 0;
        static_cast<std::vector<Candidate>*>(host)->push_back(std::move(candidate));
        return ANNEXKIT_OK;
    };
    const annexkit_window window{sizeof window, input_.data(), input_.size(), 1};
    Reading to;
    Host host(format_, settings_, to, Host::Step::open, {input_, 0});
    host.end("candidates", crossing("candidates", [&] {
                 return format_.importer->candidates(reader_, &window, &host.sink(), &all, take);
             }));
    return all;
}

Reading read(const annexkit_format& format, std::string_view input, const ReadSettings& settings) {
    Import import(format, input, settings);
    Reading reading = import.opening();
    while (reading.status == ANNEXKIT_OK) {
        const auto chunk = import.next(reading);
        if (!chunk) break;
        import.parse(*chunk, reading);
    }
    import.close();
    if (is_utf8(input)) check_texts(reading);
    return reading;
}

} // namespace drive
