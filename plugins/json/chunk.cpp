// SPDX-License-Identifier: Apache-2.0
#include "chunk.hpp"

#include "object.hpp"
#include "plain.hpp"
#include "report.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

namespace annexkit::json {
namespace {

class ChunkParser {
  public:
    ChunkParser(const Settings& settings, const annexkit_chunk& chunk, const sdk::Sink& sink)
        : settings_(settings), chunk_(chunk), sink_(sink), places_(chunk.places != 0 ? Places::wanted : Places::none),
          object_(settings.fields, &sink, settings.max_depth, places_),
          plain_(settings.fields, places_, settings.layout == Layout::lines) {}

    annexkit_status elements();
    annexkit_status lines();

  private:
    [[nodiscard]] std::string_view bytes() const { return {chunk_.original, chunk_.size}; }
    annexkit_status line(std::size_t from, std::size_t end);
    [[nodiscard]] std::size_t skip_blank_in_line(std::size_t at) const;
    annexkit_status skip_comma(std::size_t& at) const;
    annexkit_status report(const Outcome& outcome, std::size_t from) const;
    annexkit_status report_duplicates() const;
    annexkit_status deliver(std::size_t from, std::size_t end);
    annexkit_status deliver_plain(std::size_t from, std::size_t end);
    [[nodiscard]] std::optional<std::size_t> read_plain(const Text& text, std::size_t from);
    /// Reads into object_ what may be anything.
    Outcome read_any(const Text& text, std::size_t from);

    const Settings& settings_;
    const annexkit_chunk& chunk_;
    const sdk::Sink& sink_;
    Places places_;
    /// RapidJSON reads in place: what it reads has to stand there.
    bool is_copied_ = false;
    RapidReader reader_;
    Object object_;
    Plain plain_;
    std::uint64_t record_ = 0;
};

annexkit_status ChunkParser::elements() {
    const Text text{chunk_.data, chunk_.original, chunk_.size};
    for (std::size_t at = skip_blank(bytes(), 0); at < chunk_.size; at = skip_blank(bytes(), at)) {
        if (const auto end = read_plain(text, at)) {
            if (const auto status = deliver_plain(at, *end); status != ANNEXKIT_OK) return status;
            at = skip_blank(bytes(), *end);
            if (at == chunk_.size) break;
            if (const auto status = skip_comma(at); status != ANNEXKIT_OK) return status;
            continue;
        }
        const Outcome outcome = read_any(text, at);
        if (const auto status = report(outcome, at); status != ANNEXKIT_OK) return status;
        if (outcome.problem != Problem::none) {
            // What was read of the record tells which one it is.
            if (!object_.has_values()) return ANNEXKIT_FAILED;
            const auto status = deliver(at, outcome.at);
            return status == ANNEXKIT_OK ? annexkit_status{ANNEXKIT_FAILED} : status;
        }
        if (const auto status = deliver(at, outcome.at); status != ANNEXKIT_OK) return status;
        at = skip_blank(bytes(), outcome.at);
        if (at == chunk_.size) break;
        if (const auto status = skip_comma(at); status != ANNEXKIT_OK) return status;
    }
    return ANNEXKIT_OK;
}

annexkit_status ChunkParser::skip_comma(std::size_t& at) const {
    if (bytes()[at] == ',') {
        ++at;
        return ANNEXKIT_OK;
    }
    const Outcome fault{recognised(Problem::comma_or_bracket_expected, bytes(), at), at};
    const auto status = report_fault(sink_, fault, bytes(), settings_.max_depth);
    return status == ANNEXKIT_OK ? annexkit_status{ANNEXKIT_FAILED} : status;
}

annexkit_status ChunkParser::lines() {
    const Text text{chunk_.data, chunk_.original, chunk_.size};
    for (std::size_t at = 0; at < chunk_.size;) {
        // Most lines are an initiative and nothing else, which needs no search for their end.
        if (const auto end = read_plain(text, at)) {
            const std::size_t rest = skip_blank_in_line(*end);
            if (rest == chunk_.size || chunk_.original[rest] == '\n') {
                if (const auto status = deliver_plain(at, *end); status != ANNEXKIT_OK) return status;
                at = std::min(rest + 1, chunk_.size);
                continue;
            }
            plain_.restore(text, at, *end);
        }
        const void* const found = std::memchr(chunk_.original + at, '\n', chunk_.size - at);
        const std::size_t line_break =
            found == nullptr ? chunk_.size
                             : static_cast<std::size_t>(static_cast<const char*>(found) - chunk_.original);
        const bool with_return = line_break > at && chunk_.original[line_break - 1] == '\r';
        if (const auto status = line(at, with_return ? line_break - 1 : line_break); status != ANNEXKIT_OK)
            return status;
        at = line_break + 1;
    }
    return ANNEXKIT_OK;
}

std::size_t ChunkParser::skip_blank_in_line(std::size_t at) const {
    while (at < chunk_.size && chunk_.original[at] != '\n' && is_blank(chunk_.original[at])) ++at;
    return at;
}

annexkit_status ChunkParser::line(std::size_t from, std::size_t end) {
    const Text text{chunk_.data, chunk_.original, end};
    from = skip_blank(text.view(), from);
    if (from == end) return ANNEXKIT_OK;
    Outcome outcome = read_any(text, from);
    if (outcome.problem == Problem::end_in_text) outcome.problem = Problem::line_ends_in_text;
    if (outcome.problem == Problem::end_in_value) outcome.problem = Problem::line_ends_in_value;
    const std::size_t rest = skip_blank(text.view(), outcome.at);
    if (outcome.problem == Problem::none && rest < end)
        outcome = {recognised(Problem::second_value_on_line, text.view(), rest), rest};
    if (const auto status = report(outcome, from); status != ANNEXKIT_OK) return status;
    return deliver(from, outcome.at);
}

// What is wrong with the record that was just read.
annexkit_status ChunkParser::report(const Outcome& outcome, std::size_t from) const {
    if (const auto status = report_duplicates(); status != ANNEXKIT_OK) return status;
    if (outcome.problem != Problem::none) return report_fault(sink_, outcome, bytes(), settings_.max_depth, record_);
    if (object_.is_object()) return ANNEXKIT_OK;
    return report_kind(sink_, {.rule = "json.not-an-initiative", .span = {from, outcome.at - from}, .record = record_},
                       {"an initiative (an object)", "une initiative (un objet)"}, bytes()[from]);
}

annexkit_status ChunkParser::report_duplicates() const {
    for (const auto& duplicate : object_.duplicates()) {
        const auto status = sink_.report(
            {.rule = "json.duplicate-member", .span = duplicate.span, .record = record_, .field = duplicate.field},
            {sdk::argument("name", duplicate.name)});
        if (status != ANNEXKIT_OK) return status;
    }
    return ANNEXKIT_OK;
}

// Where a list within an object is not nested too deep.
std::optional<std::size_t> ChunkParser::read_plain(const Text& text, std::size_t from) {
    return settings_.max_depth > 1 ? plain_.read(text, from) : std::nullopt;
}

Outcome ChunkParser::read_any(const Text& text, std::size_t from) {
    if (!is_copied_) std::memcpy(chunk_.data, chunk_.original, chunk_.size);
    is_copied_ = true;
    const Outcome outcome = read_value(reader_, text, from, object_);
    object_.finish();
    return outcome;
}

annexkit_status ChunkParser::deliver_plain(std::size_t from, std::size_t end) {
    ++record_;
    const auto values = plain_.values();
    return sink_.record({sizeof(annexkit_record), values.data(), values.size(), nullptr, 0,
                         annexkit_span{from, end - from}, 0,
                         places_ == Places::wanted ? plain_.places().data() : nullptr, nullptr});
}

// Also what is no initiative is delivered, without values, so that records are counted as the input counts them.
annexkit_status ChunkParser::deliver(std::size_t from, std::size_t end) {
    ++record_;
    const auto values = object_.values();
    const auto unknown = object_.unknown();
    const bool placed = places_ == Places::wanted;
    return sink_.record({sizeof(annexkit_record), values.data(), values.size(), unknown.data(), unknown.size(),
                         annexkit_span{from, end - from}, 0, placed ? object_.places().data() : nullptr,
                         placed ? object_.unknown_places().data() : nullptr});
}

} // namespace

annexkit_status parse_chunk(const Settings& settings, const annexkit_chunk& chunk, const sdk::Sink& sink) {
    ChunkParser parser(settings, chunk, sink);
    return settings.layout == Layout::lines ? parser.lines() : parser.elements();
}

} // namespace annexkit::json
