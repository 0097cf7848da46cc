// SPDX-License-Identifier: Apache-2.0
#include "frame.hpp"

#include "elements.hpp"
#include "object.hpp"

#include <algorithm>

namespace annexkit::json {
namespace {

constexpr std::size_t longest_character = 4;

/// Looks in an object for the members that make it a document.
class DocumentTest : public rapidjson::BaseReaderHandler<Utf8, DocumentTest>, private Nesting {
  public:
    // The document is not counted.
    explicit DocumentTest(std::size_t max_depth) : Nesting(max_depth + 1) {}

    [[nodiscard]] bool is_document() const { return is_document_; }

    void begin(const Stream&) { reset(); }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        if (depth() == 1) name_ = {text, size};
        return true;
    }
    bool StartObject() { return start("annex"); }
    bool StartArray() { return start("initiatives"); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

  private:
    // Once it is known, the rest need not be read.
    bool start(std::string_view name) {
        is_document_ = depth() == 1 && name_ == name;
        return !is_document_ && open();
    }

    std::string_view name_;
    bool is_document_ = false;
};

/// Keeps a string.
struct NameOnly : rapidjson::BaseReaderHandler<Utf8, NameOnly> {
    std::string_view name;

    void begin(const Stream&) {}
    bool String(const char* text, rapidjson::SizeType size, bool) {
        name = {text, size};
        return true;
    }
};

// An object in which neither member of a document was found may be the first line of NDJSON, whole or broken; one that
// spans lines is not, unless it is a line that lacks its end and runs into the next one.
bool is_line(std::string_view text, std::size_t from, std::size_t end) {
    const std::size_t line_break = std::min(text.find('\n', from), text.size());
    if (line_break >= end) return true;
    const std::size_t next = skip_blank(text, line_break);
    return next == text.size() || text[next] == '{';
}

} // namespace

annexkit_status Frame::scan(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan) {
    sink_ = &sink;
    window_ = {window.data, window.size};
    last_ = window.last != 0;
    at_ = 0;
    copy_.clear();
    Step step = Step::on;
    while (step == Step::on) step = advance();
    scan.consumed = at_;
    switch (step) {
    case Step::structure: scan.found = ANNEXKIT_SCAN_STRUCTURE; break;
    case Step::records:
        scan.found = ANNEXKIT_SCAN_RECORDS;
        sdk::tell_lines(scan, stage_ == Stage::lines);
        break;
    case Step::end: scan.found = ANNEXKIT_SCAN_END; break;
    case Step::stopped: return status_;
    default: scan.found = ANNEXKIT_SCAN_MORE; scan.consumed = 0;
    }
    return ANNEXKIT_OK;
}

Frame::Step Frame::advance() {
    const bool is_within_records = stage_ == Stage::list || stage_ == Stage::lines;
    if (is_within_records && at_ > 0) return Step::structure;
    const std::size_t at = blanks_until(at_);
    if (at == window_.size()) return out_of_text();
    switch (stage_) {
    case Stage::start: return start(at);
    case Stage::list: return list(at);
    case Stage::after_element: return after_element(at);
    case Stage::lines: return lines(at);
    case Stage::tail: return fault(Problem::second_value, at);
    default: return member(at);
    }
}

Frame::Step Frame::out_of_text() {
    at_ = window_.size();
    if (!last_) return wait();
    switch (stage_) {
    case Stage::start: return fault(Problem::nothing, at_);
    case Stage::list:
    case Stage::after_element: return fault(Problem::end_in_list, at_);
    case Stage::lines:
    case Stage::tail: return Step::end;
    default: return fault(Problem::end_in_document, at_);
    }
}

// ---- The start of the input ----

Frame::Step Frame::start(std::size_t at) {
    if (window_[at] == '{') return first_object(at);
    if (window_[at] != '[') return first_scalar(at);
    settings_.layout = Layout::array;
    return took(at + 1, Stage::list);
}

Frame::Step Frame::first_object(std::size_t at) {
    if (settings_.layout == Layout::lines) {
        const std::size_t line_break = std::min(window_.find('\n', at), window_.size());
        if (line_break == window_.size() && !last_) return wait();
        Skipping line(settings_.max_depth);
        const Outcome whole = read(at, line);
        copy_.clear();
        if (whole.problem == Problem::none && whole.at <= line_break) return took(at, Stage::lines);
    }
    DocumentTest test(settings_.max_depth);
    const Outcome outcome = read(at, test);
    copy_.clear();
    if (test.is_document()) {
        settings_.layout = Layout::document;
        return took(at + 1, Stage::first_member);
    }
    if (outcome.unended && !last_) return wait();
    if (is_line(window_, at, outcome.at)) {
        settings_.layout = Layout::lines;
        return took(at, Stage::lines);
    }
    if (outcome.problem != Problem::none) return refuse(outcome);
    return stop(sink_->report({.rule = "json.no-initiatives", .span = {at, 1}}));
}

Frame::Step Frame::first_scalar(std::size_t at) {
    Skipping value(settings_.max_depth);
    const Outcome outcome = read(at, value);
    if (is_cut_off(outcome)) return wait();
    if (outcome.problem != Problem::none) return refuse(outcome);
    return stop(report_kind(*sink_, {.rule = "json.not-an-initiative", .span = {at, outcome.at - at}},
                            {"an annex (an object or an array)", "une annexe (un objet ou un tableau)"}, window_[at]));
}

// ---- Initiatives ----

Frame::Step Frame::list(std::size_t at) {
    if (window_[at] == ']') return after_comma_ ? fault(Problem::trailing_comma, at) : close_list(at);
    const Cut cut = find_cut(window_);
    after_comma_ = cut.end > 0;
    if (cut.stop != Cut::nowhere) {
        // Behind a brace that closes nothing, nothing is sure; parse refuses it.
        at_ = window_[cut.stop] == ']' ? cut.stop : cut.stop + 1;
        after_comma_ = after_comma_ && blanks_until(cut.end) == cut.stop;
    } else if (cut.end > 0) {
        at_ = cut.end;
    } else {
        // Text that is wrong already must not be waited for: an unclosed string would swallow the rest of the input.
        Skipping value(settings_.max_depth);
        const Outcome outcome = read(at, value);
        if (is_cut_off(outcome)) {
            // The room there is for an element is not for the white space before it,
            at_ = at;
            return wait();
        }
        // nor for that behind it. A fault, or the last element before a missing bracket, is parse's business.
        const bool is_whole = outcome.problem == Problem::none && blanks_until(outcome.at) == window_.size();
        if (is_whole) stage_ = Stage::after_element;
        at_ = window_.size();
    }
    return Step::records;
}

Frame::Step Frame::after_element(std::size_t at) {
    if (window_[at] == ']') return close_list(at);
    if (window_[at] != ',') return fault(recognised(Problem::comma_or_bracket_expected, window_, at), at);
    after_comma_ = true;
    return took(at + 1, Stage::list);
}

Frame::Step Frame::close_list(std::size_t at) {
    return took(at + 1, settings_.layout == Layout::array ? Stage::tail : Stage::after_member);
}

Frame::Step Frame::lines(std::size_t at) {
    const std::size_t line_break = window_.rfind('\n');
    if (line_break != std::string_view::npos && line_break > at) {
        at_ = line_break + 1;
    } else if (last_) {
        at_ = window_.size();
    } else {
        // The room there is for a line is not for the white space before its value.
        at_ = at;
        return wait();
    }
    return Step::records;
}

// ---- Members of the document ----

Frame::Step Frame::member(std::size_t at) {
    const char byte = window_[at];
    if (stage_ == Stage::after_member) {
        if (byte == ',') return took(at + 1, Stage::next_member);
        if (byte == '}') return close_document(at);
        return fault(recognised(Problem::comma_or_brace_expected, window_, at), at);
    }
    if (byte == '}' && stage_ == Stage::first_member) return close_document(at);
    if (byte == '}') return fault(Problem::trailing_comma, at);
    if (byte != '"') return fault(recognised(Problem::name_expected, window_, at), at);
    return named_member(at);
}

Frame::Step Frame::named_member(std::size_t at) {
    NameOnly key;
    const Outcome outcome = read(at, key);
    if (outcome.problem != Problem::none) return refuse(outcome);
    const std::size_t colon = blanks_until(outcome.at);
    if (colon == window_.size()) return cut_off(Problem::end_in_document);
    if (window_[colon] != ':') return fault(recognised(Problem::colon_expected, window_, colon), colon);
    const std::size_t value = blanks_until(colon + 1);
    if (value == window_.size()) return cut_off(Problem::end_in_document);

    const annexkit_span span{at + 1, outcome.at - at - 2};
    const bool is_head = key.name == "annex";
    const bool is_list = key.name == "initiatives";
    if ((is_head && has_head_) || (is_list && has_initiatives_))
        return ignored(value, {.rule = "json.duplicate-member", .span = span}, key.name);
    if (is_list) return initiatives(value);
    if (!is_head) return ignored(value, {.rule = "json.unknown-member", .span = span}, key.name);
    if (has_initiatives_) return stop(sink_->report({.rule = "json.head-after-initiatives", .span = span}));
    return head(value);
}

Frame::Step Frame::initiatives(std::size_t at) {
    if (window_[at] == '[') {
        has_initiatives_ = true;
        return took(at + 1, Stage::list);
    }
    Skipping value(settings_.max_depth);
    const Outcome outcome = read(at, value);
    if (outcome.problem != Problem::none || is_cut_off(outcome)) return refuse(outcome);
    return stop(report_kind(*sink_, {.rule = "json.not-an-initiative", .span = {at, outcome.at - at}},
                            {"an array of initiatives", "un tableau d'initiatives"}, window_[at]));
}

Frame::Step Frame::head(std::size_t at) {
    Object object({}, nullptr, settings_.max_depth, Places::wanted);
    const Outcome outcome = read(at, object);
    if (outcome.problem != Problem::none || is_cut_off(outcome)) return refuse(outcome);
    object.finish();
    for (const auto& duplicate : object.duplicates()) {
        status_ = sink_->report({.rule = "json.duplicate-member", .span = duplicate.span},
                                {sdk::argument("name", duplicate.name)});
        if (status_ != ANNEXKIT_OK) return Step::stopped;
    }
    if (object.is_object()) {
        std::vector<annexkit_named_value> members;
        std::vector<annexkit_place> places;
        for (std::size_t i = 0; i < object.unknown().size(); ++i) {
            if (object.unknown()[i].value.kind == ANNEXKIT_ABSENT) continue;
            members.push_back(object.unknown()[i]);
            places.push_back(object.unknown_places()[i]);
        }
        status_ = sink_->head(members, places.data());
    } else if (window_[at] != 'n') {
        status_ = report_kind(*sink_, {.rule = "json.not-a-head", .span = {at, outcome.at - at}},
                              {"an object", "un objet"}, window_[at]);
    }
    if (status_ != ANNEXKIT_OK) return Step::stopped;
    has_head_ = true;
    return took(outcome.at, Stage::after_member);
}

// Reads past a member, and says so.
Frame::Step Frame::ignored(std::size_t at, const sdk::Finding& finding, std::string_view name) {
    Skipping value(settings_.max_depth);
    const Outcome outcome = read(at, value);
    if (outcome.problem != Problem::none || is_cut_off(outcome)) return refuse(outcome);
    status_ = sink_->report(finding, {sdk::argument("name", name)});
    return status_ == ANNEXKIT_OK ? took(outcome.at, Stage::after_member) : Step::stopped;
}

Frame::Step Frame::close_document(std::size_t at) {
    if (!has_initiatives_) return stop(sink_->report({.rule = "json.no-initiatives", .span = {at, 1}}));
    return took(at + 1, Stage::tail);
}

// ---- What all stages need ----

template <class Handler> Outcome Frame::read(std::size_t at, Handler& handler) {
    if (copy_.empty()) {
        copy_.reserve(window_.size() + 1);
        copy_.assign(window_.begin(), window_.end());
        copy_.push_back('\0');
    }
    return read_value(reader_, {copy_.data(), window_.data(), window_.size()}, at, handler);
}

bool Frame::is_cut_off(const Outcome& outcome) const {
    if (last_) return false;
    // A number at the end of the window may go on behind it.
    if (outcome.problem == Problem::none) return outcome.at == window_.size();
    // So may the character that is wrong.
    return outcome.unended || window_.size() - outcome.at < longest_character;
}

Frame::Step Frame::cut_off(Problem problem) { return last_ ? fault(problem, window_.size()) : wait(); }

Frame::Step Frame::refuse(const Outcome& outcome) {
    if (is_cut_off(outcome)) return wait();
    return stop(report_fault(*sink_, outcome, window_, settings_.max_depth));
}

Frame::Step Frame::fault(Problem problem, std::size_t at) { return refuse({problem, at}); }

Frame::Step Frame::stop(annexkit_status reported) {
    status_ = reported == ANNEXKIT_OK ? annexkit_status{ANNEXKIT_FAILED} : reported;
    return Step::stopped;
}

Frame::Step Frame::took(std::size_t end, Stage next) {
    at_ = end;
    stage_ = next;
    return Step::on;
}

} // namespace annexkit::json
