// SPDX-License-Identifier: Apache-2.0
#include "reader.hpp"

#include "record.hpp"

namespace annexkit::xml {
namespace {

/// Gathers where the contents of an element's elements of depth 1 and 2 stand.
class OutlineMaker {
  public:
    explicit OutlineMaker(Outline& outline) : outline_(outline) { outline_.contents.clear(); }
    void operator()(const Token& token, std::size_t depth) {
        if (depth < 1 || depth > 2) return;
        if (token.kind == Kind::start || token.kind == Kind::empty) {
            open_[depth] = outline_.contents.size();
            outline_.contents.push_back({token.end, 0});
        } else if (token.kind == Kind::end) {
            auto& content = outline_.contents[open_[depth]];
            content.size = token.begin - content.offset;
        }
    }

  private:
    Outline& outline_;
    std::size_t open_[3] = {0, 0, 0};
};

bool is_start(const Token& token) { return token.kind == Kind::start || token.kind == Kind::empty; }
bool is_nothing(const Token& token) {
    return token.kind == Kind::comment || token.kind == Kind::instruction || (token.kind == Kind::text && token.blank);
}
bool stops(const Token& token) { return token.kind == Kind::more || token.kind == Kind::fault; }

annexkit_status answer(annexkit_scan& scan, std::int32_t found, std::size_t consumed) {
    scan.found = found;
    scan.consumed = consumed;
    return ANNEXKIT_OK;
}

} // namespace

Reader::Reader(const sdk::OpenRequest& request)
    : settings_{request.fields(), integer_option(request, "max-depth", 4, 1000), {}} {}

annexkit_status Reader::scan(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan) {
    const std::string_view text = window.size == 0 ? std::string_view() : std::string_view(window.data, window.size);
    Tokens tokens(text, window.last == 1, state_ == State::before);
    if (state_ == State::before) return begin(tokens, sink, scan);
    return state_ == State::inside ? body(tokens, sink, scan) : epilogue(tokens, sink, scan);
}

annexkit_status Reader::fail(const Token& token, const sdk::Sink& sink, std::size_t size) const {
    const Fault& fault = token.fault;
    const sdk::Finding finding{.rule = fault.rule, .span = {fault.at, fault.at < size ? std::uint64_t{1} : 0}};
    const std::string limit = std::to_string(settings_.max_depth);
    const auto status =
        sink.report(finding, {sdk::argument("problem", fault.english), sdk::argument("problem_fr", fault.french),
                              sdk::argument("name", fault.english), sdk::argument("limit", limit)});
    return status == ANNEXKIT_OK ? annexkit_status{ANNEXKIT_FAILED} : status;
}

annexkit_status Reader::unexpected(const Token& token, const sdk::Sink& sink) const {
    const bool is_element = is_start(token);
    return sink.report(
        {.rule = "xml.unexpected", .span = {token.begin, token.end - token.begin}},
        {sdk::argument("what", is_element ? "an element between the initiatives" : "text between the initiatives"),
         sdk::argument("what_fr", is_element ? "un élément entre les initiatives" : "du texte entre les initiatives")});
}

void Reader::take_prefixes(const Tokens& tokens) {
    settings_.prefixes.clear();
    bool has_default = false;
    for (const auto& attribute : tokens.attributes()) {
        const bool is_own = attribute.raw == own_namespace;
        if (attribute.name == "xmlns") {
            has_default = true;
            if (is_own || attribute.raw.empty()) settings_.prefixes.emplace_back();
        } else if (prefix_of(attribute.name) == "xmlns" && is_own) {
            settings_.prefixes.emplace_back(local_name(attribute.name));
        }
    }
    if (!has_default) settings_.prefixes.emplace_back();
}

annexkit_status Reader::begin(Tokens& tokens, const sdk::Sink& sink, annexkit_scan& scan) {
    const std::size_t size = tokens.text().size();
    Token root = tokens.next();
    while (is_nothing(root)) root = tokens.next();
    if (root.kind == Kind::more) return ANNEXKIT_OK;
    if (root.kind == Kind::fault) return fail(root, sink, size);
    if (!is_start(root))
        return fail(fault_at(root.begin, "the root element is expected", "l'élément racine est attendu"), sink, size);
    take_prefixes(tokens);
    if (!settings_.is_own(root.name, "annex")) {
        const auto status = sink.report({.rule = "xml.not-an-annex", .span = {root.begin + 1, root.name.size()}},
                                        {sdk::argument("name", root.name)});
        return status == ANNEXKIT_OK ? annexkit_status{ANNEXKIT_FAILED} : status;
    }
    std::size_t end = root.end;
    if (root.kind == Kind::start) {
        for (Token token = tokens.next();; token = tokens.next()) {
            if (token.kind == Kind::more) return ANNEXKIT_OK;
            if (is_nothing(token)) continue;
            if (!is_start(token) || !settings_.is_own(token.name, "head")) break;
            const Token close = read_element(tokens, token, settings_.max_depth - 1, [](const Token&, std::size_t) {});
            if (close.kind == Kind::more) return ANNEXKIT_OK;
            if (close.kind == Kind::fault) return fail(close, sink, size);
            end = tokens.at();
        }
    }
    root_ = root.name;
    state_ = root.kind == Kind::empty ? State::after : State::inside;
    const auto status = deliver_head(tokens.text().substr(0, end), root.begin, root.end, sink);
    return status == ANNEXKIT_OK ? answer(scan, ANNEXKIT_SCAN_STRUCTURE, end) : status;
}

annexkit_status Reader::deliver_head(std::string_view text, std::size_t root_begin, std::size_t root_end,
                                     const sdk::Sink& sink) {
    Tokens tokens(text, true, false);
    tokens.go_to(root_begin);
    const Token root = tokens.next();
    std::vector<annexkit_place> places;
    const std::vector<Attribute> attributes = tokens.attributes();
    std::string copy(text.substr(root_begin));
    if (root.kind == Kind::start) copy += "</" + std::string(root.name) + ">";
    pugi::xml_document document;
    if (!document.load_buffer_inplace(copy.data(), copy.size(), keep_text, pugi::encoding_utf8))
        throw std::runtime_error("the head could not be read");
    std::vector<annexkit_named_value> members;
    Arena arena;
    auto next = attributes.begin();
    for (const auto attribute : document.document_element().attributes()) {
        const Attribute& source = *next++;
        const std::string_view name = attribute.name();
        if (name == "xmlns" || prefix_of(name) == "xmlns") continue;
        const auto offset = static_cast<std::uint64_t>(source.raw.data() - text.data());
        members.push_back({sdk::text(name), {ANNEXKIT_TEXT, 0, sdk::text(attribute.value()), nullptr}});
        places.push_back({{offset, source.raw.size()}, nullptr});
    }
    tokens.go_to(root_end);
    for (const auto child : document.document_element().children()) {
        if (child.type() != pugi::node_element) continue;
        Token token = tokens.next();
        while (is_nothing(token)) token = tokens.next();
        const Token close = read_element(tokens, token, settings_.max_depth, [](const Token&, std::size_t) {});
        const std::string_view content = text_of(child, arena);
        annexkit_value value{ANNEXKIT_TEXT, 0, sdk::text(content), nullptr};
        const bool is_json = std::string_view(child.attribute("type").value()) == "json";
        bool plain = !child.attribute("name").empty() && !(is_json && !read_json(content, arena, value));
        for (const auto part : child.children()) plain = plain && part.type() != pugi::node_element;
        if (!plain)
            if (const auto status = unexpected(token, sink); status != ANNEXKIT_OK) return status;
        const std::size_t size = close.begin > token.end ? close.begin - token.end : 0;
        members.push_back({sdk::text(child.attribute("name").value()), value});
        places.push_back({{token.end, size}, nullptr});
    }
    return members.empty() ? annexkit_status{ANNEXKIT_OK} : sink.head(members, places.data());
}

annexkit_status Reader::body(Tokens& tokens, const sdk::Sink& sink, annexkit_scan& scan) {
    std::size_t whole = 0;
    const std::size_t size = tokens.text().size();
    for (;;) {
        const Token token = tokens.next();
        if (is_nothing(token)) continue;
        Token last = token;
        if (is_start(token))
            last = read_element(tokens, token, settings_.max_depth - 1, [](const Token&, std::size_t) {});
        const bool is_record = is_start(token) && !stops(last) && settings_.is_own(token.name, "initiative");
        if (is_record) {
            whole = tokens.at();
            continue;
        }
        if (whole > 0) return answer(scan, ANNEXKIT_SCAN_RECORDS, whole);
        if (last.kind == Kind::more) return ANNEXKIT_OK;
        if (last.kind == Kind::fault) return fail(last, sink, size);
        if (token.kind == Kind::finish)
            return fail(fault_at(size, "the root element is not closed", "l'élément racine n'est pas fermé"), sink,
                        size);
        if (token.kind == Kind::end) {
            if (token.name != root_)
                return fail(fault_at(token.begin, "the end tag does not match the start tag",
                                     "la balise fermante ne correspond pas à la balise ouvrante"),
                            sink, size);
            state_ = State::after;
        } else {
            Token all = token;
            all.end = tokens.at();
            if (const auto status = unexpected(all, sink); status != ANNEXKIT_OK) return status;
        }
        return answer(scan, ANNEXKIT_SCAN_STRUCTURE, tokens.at());
    }
}

annexkit_status Reader::epilogue(Tokens& tokens, const sdk::Sink& sink, annexkit_scan& scan) {
    Token token = tokens.next();
    while (is_nothing(token)) token = tokens.next();
    const std::size_t size = tokens.text().size();
    if (token.kind == Kind::more) return ANNEXKIT_OK;
    if (token.kind == Kind::finish) return answer(scan, ANNEXKIT_SCAN_END, size);
    if (token.kind == Kind::fault) return fail(token, sink, size);
    return fail(fault_at(token.begin, "something follows the root element", "quelque chose suit l'élément racine"),
                sink, size);
}

annexkit_status Reader::parse(annexkit_chunk& chunk, const sdk::Sink& sink) const {
    Tokens tokens(std::string_view(chunk.original, chunk.size), true, false);
    Outline outline;
    std::uint64_t index = 0;
    for (;;) {
        const Token token = tokens.next();
        if (token.kind == Kind::finish) return ANNEXKIT_OK;
        if (is_nothing(token)) continue;
        if (!is_start(token)) return fail(token, sink, chunk.size);
        const Token last = read_element(tokens, token, settings_.max_depth - 1, OutlineMaker(outline));
        if (stops(last)) return fail(last, sink, chunk.size);
        outline.begin = token.begin;
        outline.end = tokens.at();
        const auto status = read_record(settings_, chunk.data, outline, index++, chunk.places == 1, sink);
        if (status != ANNEXKIT_OK) return status;
    }
}

void Reader::address(const annexkit_address_request& request, sdk::Output& output) const {
    output.append("/annex/initiative[" + std::to_string(request.ordinal + 1) + "]");
    const auto field = static_cast<std::size_t>(request.field);
    std::string_view name;
    if (request.field >= 0 && field < settings_.fields.size()) {
        name = sdk::view(settings_.fields[field].name);
        output.append('/');
        output.append(name);
    } else if (request.name.size > 0) {
        name = sdk::view(request.name);
        // XPath 1.0 has no escapes: a name with an apostrophe stands in quotation marks.
        const char quote = name.find('\'') == std::string_view::npos ? '\'' : '"';
        output.append("/field[@name=");
        output.append(quote);
        output.append(name);
        output.append(quote);
        output.append(']');
    }
    if (request.item >= 0 && !name.empty())
        output.append("/" + item_name(name) + "[" + std::to_string(request.item + 1) + "]");
}

std::int32_t sniff(annexkit_text beginning) {
    const std::string_view text = sdk::view(beginning);
    std::size_t at = 0;
    while (at < text.size() && is_blank(text[at])) ++at;
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("<?xml") || rest.starts_with("<annex")) return 95;
    return rest.starts_with("<") ? 60 : 0;
}

annexkit_text declared_encoding(annexkit_text beginning) {
    std::string_view text = sdk::view(beginning);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (!text.starts_with("<?xml")) return {};
    text = text.substr(0, text.find("?>"));
    const auto found = text.find("encoding");
    if (found == std::string_view::npos) return {};
    const auto quote = text.find_first_of("\"'", found);
    if (quote == std::string_view::npos) return {};
    const auto close = text.find(text[quote], quote + 1);
    if (close == std::string_view::npos) return {};
    return sdk::text(text.substr(quote + 1, close - quote - 1));
}

} // namespace annexkit::xml
