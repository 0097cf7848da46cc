#include "reader.hpp"

#include <deque>
#include <string>
#include <vector>

namespace sdk = annexkit::sdk;

namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

annexkit_span span_of(std::string_view part, const char* text) {
    return {static_cast<std::uint64_t>(part.data() - text), part.size()};
}

annexkit_status report_stray(const Line& line, std::uint64_t record, const sdk::Sink& sink) {
    return sink.report({.rule = "new-format.stray-line", .span = {line.offset, line.text.size()}, .record = record},
                       {});
}

/// The values of one section, while its lines are read.
class Section {
  public:
    Section(std::size_t field_count, const char* original, char* bytes)
        : original_(original), bytes_(bytes), values_(field_count), places_(field_count) {}

    void begin(const Line& heading) {
        span_ = {heading.offset, heading.text.size()};
        values_.assign(values_.size(), annexkit_value{});
        places_.assign(places_.size(), annexkit_place{});
        unknown_.clear();
        unknown_places_.clear();
        texts_.clear();
        spans_.clear();
    }

    // A field that is given a second time stands among those that the schema does not know.
    void add(const Line& line, const Field& field, const sdk::Sink& sink) {
        span_.size = line.offset + line.text.size() - span_.offset;
        const annexkit_text name = unescaped(field.name, original_, bytes_);
        const annexkit_value value = value_of(field);
        const annexkit_place place = place_of(field);
        const std::int32_t target = sink.resolve(sdk::view(name));
        const auto index = static_cast<std::size_t>(target);
        if (target < 0 || index >= values_.size() || values_[index].kind != ANNEXKIT_ABSENT) {
            unknown_.push_back({name, value});
            unknown_places_.push_back(place);
        } else {
            values_[index] = value;
            places_[index] = place;
        }
    }

    annexkit_status deliver_record(const sdk::Sink& sink) const {
        return sink.record({sizeof(annexkit_record), values_.data(), values_.size(), unknown_.data(), unknown_.size(),
                            span_, 0, places_.data(), unknown_places_.data()});
    }
    annexkit_status deliver_head(const sdk::Sink& sink) const { return sink.head(unknown_, unknown_places_.data()); }

  private:
    annexkit_value value_of(const Field& field) {
        if (!field.is_list) return {ANNEXKIT_UNTYPED, 0, unescaped(field.value, original_, bytes_), nullptr};
        auto& items = texts_.emplace_back();
        for (const auto& item : field.items) items.push_back(unescaped(item, original_, bytes_));
        return {ANNEXKIT_LIST, static_cast<std::uint32_t>(items.size()), {nullptr, 0}, items.data()};
    }

    annexkit_place place_of(const Field& field) {
        auto& items = spans_.emplace_back();
        for (const auto& item : field.items) items.push_back(span_of(item, original_));
        return {span_of(field.value, original_), items.empty() ? nullptr : items.data()};
    }

    const char* original_;
    char* bytes_;
    annexkit_span span_{};
    std::vector<annexkit_value> values_;
    std::vector<annexkit_place> places_;
    std::vector<annexkit_named_value> unknown_;
    std::vector<annexkit_place> unknown_places_;
    // What the values point to stays where it is when more is added.
    std::deque<std::vector<annexkit_text>> texts_;
    std::deque<std::vector<annexkit_span>> spans_;
};

} // namespace

std::int32_t sniff(annexkit_text beginning) {
    Lines lines(sdk::view(beginning));
    while (const auto line = lines.next())
        if (!line->is_blank()) return line->text == annex_heading || line->text == initiative_heading ? 90 : 0;
    return 0;
}

Reader::Reader(const sdk::OpenRequest& request) : field_count_(request.fields().size()) {}

annexkit_status Reader::scan(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan) {
    const std::string_view text(window.data, window.size);
    const bool is_last = window.last == 1;
    if (text.empty() && is_last) {
        scan.found = ANNEXKIT_SCAN_END;
        return ANNEXKIT_OK;
    }
    // Up to a heading, since what stands behind the last one may go on behind the window.
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    const bool is_head = !is_past_head_ && begin < text.size() && text.substr(begin).starts_with(annex_heading);
    scan.consumed = is_head ? first_heading(text) : last_heading(text);
    if (is_last && (!is_head || scan.consumed == 0)) scan.consumed = text.size();
    if (scan.consumed == 0) {
        scan.found = ANNEXKIT_SCAN_MORE;
        return ANNEXKIT_OK;
    }
    const std::string_view taken = text.substr(0, scan.consumed);
    scan.found = is_head || is_blank(taken) ? ANNEXKIT_SCAN_STRUCTURE : ANNEXKIT_SCAN_RECORDS;
    if (!is_blank(taken)) is_past_head_ = true;
    return is_head ? read_head(taken, sink) : annexkit_status{ANNEXKIT_OK};
}

annexkit_status Reader::read_head(std::string_view head, const sdk::Sink& sink) const {
    // The window must not be changed.
    std::string bytes(head);
    Section section(0, head.data(), bytes.data());
    Lines lines(head);
    while (const auto line = lines.next()) {
        if (line->is_blank() || line->text == annex_heading) continue;
        const auto field = line->is_heading() ? std::nullopt : field_of(line->text);
        if (field)
            section.add(*line, *field, sink);
        else if (const auto status = report_stray(*line, ANNEXKIT_NONE, sink); status != ANNEXKIT_OK)
            return status;
    }
    return section.deliver_head(sink);
}

annexkit_status Reader::parse(annexkit_chunk& chunk, const sdk::Sink& sink) const {
    Section section(field_count_, chunk.original, chunk.data);
    Lines lines({chunk.original, chunk.size});
    std::uint64_t record = 0;
    bool is_within = false;
    while (const auto line = lines.next()) {
        annexkit_status status = ANNEXKIT_OK;
        if (line->is_blank()) continue;
        if (line->text == initiative_heading) {
            if (is_within) status = section.deliver_record(sink);
            record += is_within ? 1 : 0;
            is_within = true;
            section.begin(*line);
        } else if (const auto field = line->is_heading() ? std::nullopt : field_of(line->text); field && is_within) {
            section.add(*line, *field, sink);
        } else {
            status = report_stray(*line, is_within ? record : ANNEXKIT_NONE, sink);
        }
        if (status != ANNEXKIT_OK) return status;
    }
    return is_within ? section.deliver_record(sink) : annexkit_status{ANNEXKIT_OK};
}
