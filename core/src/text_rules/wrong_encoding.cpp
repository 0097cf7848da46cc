// SPDX-License-Identifier: Apache-2.0
// Texts that went through the wrong encoding. UTF-8 that was read as Windows-1252 or Latin-1 shows as a letter from
// U+00C2 on, which was a lead byte, and characters that were continuation bytes: "Ã©" for "é". Old Macs show "√©" for
// it, and DOS "├®".
#include "text/code_points.hpp"
#include "text/lower.hpp"
#include "text_rules/text_rules.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <optional>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

namespace annexkit {
namespace {

/// An encoding of one byte for each character that UTF-8 was taken for.
struct Page {
    static constexpr std::size_t size = 128;

    const char* name;
    /// What it has at 80 to FF; 0 where it has nothing.
    std::array<char32_t, size> characters{};
    /// Every lead byte may have been read, not only those of the letters and marks of French.
    bool is_wide = false;
};

constexpr unsigned first_byte = 0x80;

Page page_named(const char* icu_name, const char* name, bool is_wide) {
    Page page{name, {}, is_wide};
    std::array<char, Page::size> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(first_byte + i);
    std::array<UChar, Page::size> read{};
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocalUConverterPointer converter(ucnv_open(icu_name, &status));
    ucnv_toUChars(converter.getAlias(), read.data(), Page::size, bytes.data(), Page::size, &status);
    if (U_FAILURE(status)) throw std::bad_alloc();
    constexpr char32_t first_printed = 0xA0;
    for (std::size_t i = 0; i < read.size(); ++i)
        page.characters[i] = read[i] < first_printed ? 0 : static_cast<char32_t>(read[i]);
    return page;
}

/// The one that nearly all texts went through comes first.
const std::array<Page, 3>& pages() {
    static const std::array<Page, 3> all = {page_named("windows-1252", "Windows-1252", true),
                                            page_named("macintosh", "Mac OS Roman", false),
                                            page_named("ibm-850", "DOS code page 850", false)};
    return all;
}

/// What Windows-1252 has in place of a control character of Latin-1; 0 where it has nothing.
char32_t in_windows_1252(char32_t c) { return c >= 0x80 && c < 0xA0 ? pages().front().characters[c - 0x80] : 0; }

/// The byte that a character was read from. Latin-1 and Windows-1252 count as one: programs mix them.
std::optional<unsigned char> byte_of(const Page& page, char32_t c) {
    if (c < first_byte || (page.is_wide && c < 0x100)) return static_cast<unsigned char>(c);
    const auto* const found = std::find(page.characters.begin(), page.characters.end(), c);
    if (found == page.characters.end()) return std::nullopt;
    return static_cast<unsigned char>(first_byte + static_cast<unsigned>(found - page.characters.begin()));
}

/// Characters that texts of our declarations are made of. Others, such as Chinese and phonetic ones, are what two
/// honest characters look like when they are taken for bytes: "é »" would be U+983B.
bool is_plausible(char32_t c) {
    const auto within = [&](char32_t first, char32_t last) { return c >= first && c <= last; };
    return within(0xA0, 0x17F) || within(0x370, 0x52F) || within(0x600, 0x6FF) || within(0x2000, 0x22FF) ||
           within(0xFB00, 0xFB06) || c == 0xFEFF || c == 0xFFFD;
}

/// What may well follow a capital at the end of a word: "«MOBILITÉ»", "PRÊTÀ ".
bool closes_word(char32_t c) {
    return c == 0xA0 || c == 0xBB || c == 0x2019 || c == 0x201D || c == 0x2026 || c == 0x2013 || c == 0x2014;
}

bool is_capital(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7); }

struct Garbled {
    std::size_t size = 0;
    char32_t meant = 0;
    const Page* page = nullptr;
};

/// Whether a byte begins a character of UTF-8 of two or three bytes.
bool is_lead(const Page& page, unsigned byte) {
    return page.is_wide ? byte >= 0xC2 && byte <= 0xEF : byte == 0xC2 || byte == 0xC3 || byte == 0xC5 || byte == 0xE2;
}

/// The character at an offset, if it was read by the page.
std::optional<Garbled> garbled_by(const Page& page, std::string_view text, std::size_t at) {
    const CodePoint first = code_point_at(text, at);
    const auto lead = byte_of(page, first.value);
    if (!lead || !is_lead(page, *lead)) return std::nullopt;
    const int more = *lead >= 0xE0 ? 2 : 1;
    Garbled found{first.size, *lead & (more == 2 ? 0x0FU : 0x1FU), &page};
    char32_t last = 0;
    for (int i = 0; i < more; ++i) {
        const CodePoint next = code_point_at(text, at + found.size);
        const auto byte = byte_of(page, next.value);
        if (!byte || (*byte & 0xC0) != 0x80) return std::nullopt;
        found.meant = found.meant << 6 | (*byte & 0x3FU);
        found.size += next.size;
        last = next.value;
    }
    if (!is_plausible(found.meant)) return std::nullopt;
    const char32_t before = code_point_before(text, at).value;
    const bool honest = more == 1 && closes_word(last) && (is_capital(before) || before == 0xAB || before == 0x2019);
    return honest ? std::nullopt : std::optional(found);
}

/// The garbled character that begins at an offset.
std::optional<Garbled> garbled_at(std::string_view text, std::size_t at) {
    for (const Page& page : pages())
        if (const auto found = garbled_by(page, text, at)) return found;
    // The second half of "à" is a no-break space, which editors make an ordinary one.
    constexpr char32_t a_with_tilde = 0xC3;
    const CodePoint here = code_point_at(text, at);
    const bool is_a = here.value == a_with_tilde && code_point_at(text, at + here.size).value == ' ' &&
                      !is_capital(code_point_before(text, at).value);
    return is_a ? std::optional(Garbled{here.size, 0xE0, &pages().front()}) : std::nullopt;
}

/// A character that Latin-1 has no use for, and Windows-1252 has.
bool is_c1(char32_t c) { return in_windows_1252(c) != 0; }

constexpr std::string_view lost_code = "U+FFFD";

std::string spelled(char32_t c) {
    std::string text;
    append_utf8(c, text);
    return text;
}

} // namespace

bool find_wrong_encoding(std::string_view text, TextFaults& faults) {
    std::optional<TextFault> c1;
    std::optional<TextFault> replaced;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint here = code_point_at(text, at);
        if (const auto garbled = garbled_at(text, at)) {
            const bool lost = garbled->meant == 0xFFFD;
            faults.push_back({lost ? "text.replacement-character" : "text.mojibake", at, garbled->size,
                              lost ? std::vector<Argument>{{"code", std::string(lost_code)}}
                                   : std::vector<Argument>{{"value", std::string(text.substr(at, garbled->size))},
                                                           {"encoding", garbled->page->name},
                                                           {"nearest", spelled(garbled->meant)}}});
            return true;
        }
        if (is_c1(here.value) && !c1) {
            const char32_t meant = in_windows_1252(here.value);
            c1 = TextFault{
                "text.windows-1252",
                at,
                here.size,
                {{"code", "U+00" + std::string(1, here.value < 0x90 ? '8' : '9') + "0123456789ABCDEF"[here.value & 15]},
                 {"nearest", spelled(meant)}}};
        }
        if (here.value == 0xFFFD && !replaced)
            replaced = TextFault{"text.replacement-character", at, here.size, {{"code", std::string(lost_code)}}};
        at += here.size;
    }
    if (!c1 && !replaced) return false;
    faults.push_back(std::move(replaced ? *replaced : *c1));
    return true;
}

namespace {

bool is_small(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

/// Whether a word is a verb before its subject, as "Faut-il" and "Est-ce".
bool is_inverted(std::string_view word) {
    constexpr auto subjects = std::to_array<std::string_view>(
        {"ce", "il", "elle", "on", "ils", "elles", "vous", "nous", "tu", "je", "t", "y"});
    const std::size_t hyphen = word.find('-');
    if (hyphen == word.npos) return false;
    const std::string_view subject = word.substr(hyphen + 1);
    return std::find(subjects.begin(), subjects.end(), subject.substr(0, subject.find('-'))) != subjects.end();
}

/// Whether a text begins with what answers a question.
bool answers(std::string_view text) {
    constexpr auto words = std::to_array<std::string_view>({"oui", "non", "si", "yes", "no"});
    return std::find(words.begin(), words.end(), text.substr(0, text.find_first_of(" ,;.:!\n"))) != words.end();
}

/// Whether the sentence that ends a text asks something: it has a word that asks, or a verb before its subject.
bool asks(std::string_view text) {
    constexpr auto words = std::to_array<std::string_view>({"qui", "que", "quoi", "quand", "comment", "pourquoi",
                                                            "combien", "quel", "quelle", "quels", "quelles", "o\u00F9",
                                                            "what", "who", "when", "where", "why", "how", "which"});
    constexpr std::size_t longest = 200;
    text.remove_prefix(text.size() - std::min(text.size(), longest));
    text.remove_prefix(text.find_last_of(".!?;:\n") + 1);
    const std::string sentence = lower(text);
    const std::string_view last = std::string_view(sentence).substr(sentence.find_last_of(" (") + 1);
    if (last.find('-') != last.npos) return true;
    for (std::string_view rest = sentence; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(" ('"), rest.size());
        const std::string_view word = rest.substr(0, end);
        if (std::find(words.begin(), words.end(), word) != words.end() || is_inverted(word)) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

/// Whether the question mark at an offset stands for a letter of a word. A real one has a space behind it and ends a
/// sentence, behind which none goes on in small letters.
bool is_in_word(std::string_view text, std::size_t at) {
    const char32_t before = code_point_before(text, at).value;
    if (before == '?') return false; // told where they begin
    const std::size_t end = std::min(text.find_first_not_of('?', at), text.size());
    const CodePoint behind = code_point_at(text, end);
    const bool is_behind_word = is_small(before) || before == '\'' || before == 0x2019;
    if (is_small(behind.value)) return is_behind_word || before == ' ' || is_capital(before);
    // "R?PUBLIQUE"; "Qui?Quoi" may want a space.
    if (is_capital(behind.value)) return is_capital(before) || before == '\'' || before == 0x2019;
    // "qualit? des".
    return is_small(before) && end == at + 1 && behind.value == ' ' && is_small(code_point_at(text, end + 1).value) &&
           !answers(text.substr(end + 1)) && !asks(text.substr(0, at));
}

} // namespace

void find_lost_letter(std::string_view text, TextFaults& faults) {
    for (std::size_t at = text.find('?'); at != text.npos; at = text.find('?', at + 1)) {
        if (!is_in_word(text, at)) continue;
        // What stands behind the question mark of a web address.
        constexpr std::size_t longest_address = 200;
        const std::string_view rest = text.substr(at, longest_address);
        const std::string_view behind = rest.substr(0, rest.find_first_of(" \n"));
        if (behind.find('=') != behind.npos) continue;
        const std::size_t from = at - std::min(at, longest_address);
        const std::string_view before = text.substr(from, at - from);
        const std::string_view word = before.substr(before.find_last_of(" \n") + 1);
        if (word.find_first_of("/.@") != word.npos) continue;
        faults.push_back({"text.replacement-character", at, 1, {{"code", "?"}}});
        return;
    }
}

namespace {

std::optional<std::string> bytes_read_by(const Page& page, std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint here = code_point_at(text, at);
        const auto byte = byte_of(page, here.value);
        if (!byte) return std::nullopt;
        bytes += static_cast<char>(*byte);
        at += here.size;
    }
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint here = code_point_at(bytes, at);
        const bool is_sound = here.value < 0x80 || (here.value != no_code_point.value && is_plausible(here.value) &&
                                                    here.value != 0xFFFD && here.value != 0xFEFF);
        if (!is_sound) return std::nullopt;
        at += here.size;
    }
    return bytes;
}

} // namespace

std::optional<std::string> unmisread(std::string_view text) {
    for (const Page& page : pages())
        if (auto bytes = bytes_read_by(page, text)) return bytes;
    return std::nullopt;
}

std::string with_windows_1252(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint here = code_point_at(text, at);
        const char32_t meant = in_windows_1252(here.value);
        if (meant == 0) {
            result += text.substr(at, here.size);
        } else {
            append_utf8(meant, result);
        }
        at += here.size;
    }
    return result;
}

} // namespace annexkit
