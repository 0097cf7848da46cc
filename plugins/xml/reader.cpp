// SPDX-License-Identifier: Apache-2.0
#include "reader.hpp"

#include "cutter.hpp"
#include "declaration.hpp"
#include "head.hpp"
#include "naming.hpp"
#include "options.hpp"
#include "record.hpp"
#include "spell.hpp"

#include <utility>

namespace annexkit::xml {
namespace {

// An annex has four levels of its own: the root, the initiative, the field, the item.
constexpr Range depth_range{4, 1000};

constexpr Surplus stray_element{"an element between the initiatives", "un élément entre les initiatives"};
constexpr Surplus stray_text{"text between the initiatives", "du texte entre les initiatives"};

bool is_own(const Token& tag, std::string_view name) { return tag.own && local_name(tag.name) == name; }

annexkit_status answer(annexkit_scan& scan, std::int32_t found, std::size_t consumed) {
    scan.found = found;
    scan.consumed = consumed;
    return ANNEXKIT_OK;
}

// The room there is for an initiative is not for the white space before it.
annexkit_status wait(std::string_view text, annexkit_scan& scan) {
    const std::size_t blank = skip_blank(text, 0);
    return blank > 0 ? answer(scan, ANNEXKIT_SCAN_STRUCTURE, blank) : annexkit_status{ANNEXKIT_OK};
}

// Where white space was cut off makes no difference.
annexkit_span trimmed_span(const Token& token, std::string_view text) {
    const std::string_view inner = trimmed(text.substr(token.begin, token.end - token.begin));
    return {static_cast<std::size_t>(inner.data() - text.data()), inner.size()};
}

Token next_of_meaning(Tokens& tokens) {
    Token token = tokens.next();
    while (token.is_nothing()) token = tokens.next();
    return token;
}

} // namespace

Reader::Reader(const sdk::OpenRequest& request)
    : fields_(request.fields()), max_depth_(integer_option(request, "max-depth", depth_range)) {}

annexkit_status Reader::fail(const Fault& fault, std::string_view text, const sdk::Sink& sink,
                             std::uint64_t record) const {
    return report(fault, text, max_depth_, sink, record);
}

// ---- The serial step ----

annexkit_status Reader::scan(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan) {
    const std::string_view text = window.size == 0 ? std::string_view() : std::string_view(window.data, window.size);
    const Input input = window.last == 1 ? Input::ends : Input::goes_on;
    switch (state_) {
    case State::before_root: return prologue(text, input, sink, scan);
    case State::in_root: return content(text, input, sink, scan);
    case State::behind_root: break;
    }
    return epilogue(text, input, sink, scan);
}

namespace {

bool names_ascii(std::string_view encoding) {
    std::string name(encoding);
    for (char& byte : name) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    return name == "us-ascii" || name == "ascii";
}

/// As a tag spells it, such as annex xmlns='urn:other', so that one and the same name is not told from itself.
std::string spelled_with_namespace(std::string_view name, std::string_view space) {
    std::string spelled(name);
    if (space.empty()) return spelled;
    const std::string_view prefix = prefix_of(name);
    spelled.append(" xmlns").append(prefix.empty() ? "" : ":").append(prefix);
    return spelled.append("='").append(space).append("'");
}

} // namespace

annexkit_status Reader::prologue(std::string_view text, Input input, const sdk::Sink& sink, annexkit_scan& scan) {
    Tokens tokens(text, input, max_depth_);
    const Token root = next_of_meaning(tokens);
    if (root.kind == Kind::more) return ANNEXKIT_OK;
    if (root.kind == Kind::fault) return fail(tokens.fault(), text, sink);
    declares_ascii_ = names_ascii(sdk::view(declared_encoding(sdk::text(text))));
    if (!root.is_start()) return fail({Problem::root_expected, skip_blank(text, root.begin), {}}, text, sink);
    if (!is_own(root, annex_element)) {
        const std::string name = spelled_with_namespace(root.name, tokens.root_namespace());
        const auto status = sink.report({.rule = "xml.not-an-annex", .span = {root.begin + 1, root.name.size()}},
                                        {sdk::argument("name", name)});
        return status == ANNEXKIT_OK ? annexkit_status{ANNEXKIT_FAILED} : status;
    }
    Head head(text);
    for (const auto& attribute : tokens.attributes()) head.add(attribute);
    std::size_t end = root.end;
    Outline outline;
    while (root.kind == Kind::start) {
        const Token token = next_of_meaning(tokens);
        const bool is_head = token.is_start() && is_own(token, head_element);
        const Token last = is_head ? outline.read(tokens, token) : token;
        if (last.kind == Kind::more) return ANNEXKIT_OK;
        if (last.kind == Kind::fault) return fail(tokens.fault(), text, sink);
        if (!is_head) break;
        head.add(outline);
        end = last.end;
    }
    root_ = root.name;
    scope_ = tokens.take_root_scope();
    state_ = root.kind == Kind::start ? State::in_root : State::behind_root;
    const auto status = head.deliver(sink);
    return status == ANNEXKIT_OK ? answer(scan, ANNEXKIT_SCAN_STRUCTURE, end) : status;
}

annexkit_status Reader::content(std::string_view text, Input input, const sdk::Sink& sink, annexkit_scan& scan) {
    if (const std::size_t end = cut_content(text); end > 0) return answer(scan, ANNEXKIT_SCAN_RECORDS, end);
    // What starts here is the end tag of the root, or something that is not whole: cut off, or wrong.
    Tokens tokens(text, input, max_depth_, root());
    Token token = tokens.next();
    while (!token.stops() && tokens.depth() > 0) token = tokens.next();
    switch (token.kind) {
    case Kind::more: return wait(text, scan);
    // parse tells it, behind what it tells of the content before.
    case Kind::fault: return answer(scan, ANNEXKIT_SCAN_RECORDS, text.size());
    case Kind::finish: return fail({Problem::document_ends, token.begin, root_}, text, sink);
    default: state_ = State::behind_root; return answer(scan, ANNEXKIT_SCAN_STRUCTURE, token.end);
    }
}

annexkit_status Reader::epilogue(std::string_view text, Input input, const sdk::Sink& sink, annexkit_scan& scan) {
    // What the root declares ends with it.
    const Scope nothing_declared;
    Tokens tokens(text, input, max_depth_, {root_, nothing_declared});
    const Token token = next_of_meaning(tokens);
    switch (token.kind) {
    case Kind::more: return wait(text, scan);
    case Kind::fault: return fail(tokens.fault(), text, sink);
    case Kind::finish: return answer(scan, ANNEXKIT_SCAN_END, text.size());
    default: return fail({Problem::second_root, skip_blank(text, token.begin), {}}, text, sink);
    }
}

// ---- The parallel step ----

annexkit_status Reader::parse(annexkit_chunk& chunk, const sdk::Sink& sink) const {
    const std::string_view text(chunk.original, chunk.size);
    Tokens tokens(text, Input::ends, max_depth_, root());
    Outline outline;
    RecordReader records(fields_, chunk, sink);
    for (;;) {
        const Token token = next_of_meaning(tokens);
        if (token.kind == Kind::finish) return ANNEXKIT_OK;
        const Token last = token.is_start() ? outline.read(tokens, token) : token;
        if (last.stops()) return fail(tokens.fault(), text, sink, token.is_start() ? records.count() : ANNEXKIT_NONE);
        if (tokens.depth() == 0) return fail({Problem::end_tag_without_start, token.begin, {}}, text, sink);
        annexkit_status status = ANNEXKIT_OK;
        if (!token.is_start())
            status = report(stray_text, {.span = trimmed_span(token, text)}, sink);
        else if (is_own(token, initiative_element))
            status = records.read(outline);
        else
            status = report(stray_element, {.span = outline.elements().front().whole}, sink);
        if (status != ANNEXKIT_OK) return status;
    }
}

// ---- The rest ----

namespace {

/// An XPath 1.0 text, which has no escapes: one with both quotation marks is put together.
std::string xpath_text(std::string_view text) {
    const char quote_of_all = text.find('\'') == nowhere ? '\'' : '"';
    if (text.find(quote_of_all) == nowhere) return std::string(1, quote_of_all).append(text).append(1, quote_of_all);
    std::string parts;
    for (std::size_t at = 0; at < text.size();) {
        const char quote = text[at] == '\'' ? '"' : '\'';
        const std::size_t end = std::min(text.find(quote, at), text.size());
        parts.append(parts.empty() ? "concat(" : ", ").append(1, quote).append(text, at, end - at).append(1, quote);
        at = end;
    }
    return parts + ")";
}

} // namespace

void Reader::address(const annexkit_address_request& request, sdk::Output& output) const {
    std::string path = "/annex/initiative[" + std::to_string(request.ordinal + 1) + "]";
    const auto field = static_cast<std::size_t>(request.field);
    const bool is_known = request.field >= 0 && field < fields_.size();
    const std::string name(sdk::view(is_known ? fields_[field].name : request.name));
    if (name.empty()) return output.append(path);
    if (!has_element(name))
        path.append("/field[@name=").append(xpath_text(name)).append("]");
    else if (is_known)
        path.append("/").append(name);
    else
        // An unknown field may be spelled either way.
        path.append("/*[self::").append(name).append(" or @name='").append(name).append("']");
    if (request.item >= 0) path.append("/" + item_name(name)).append("[" + std::to_string(request.item + 1) + "]");
    output.append(path);
}

std::int32_t sniff(annexkit_text beginning) {
    const std::string_view text = sdk::view(beginning);
    const std::string_view rest = text.substr(skip_blank(text, 0));
    if (rest.starts_with(declaration_start) || rest.starts_with("<annex")) return 95;
    return rest.starts_with("<") ? 60 : 0;
}

annexkit_text declared_encoding(annexkit_text beginning) {
    std::string_view text = sdk::view(beginning);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t end = text.find("?>");
    if (!text.starts_with(declaration_start) || end == nowhere) return {};
    return sdk::text(read_declaration(text.substr(0, end + 2)).encoding);
}

bool Reader::spell(const annexkit_spell_request& request, annexkit_span& replaced, sdk::Output& output) const {
    return xml::spell(request, replaced, declares_ascii_ ? Beyond::as_references : Beyond::as_is, output);
}

} // namespace annexkit::xml
