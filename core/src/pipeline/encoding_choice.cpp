// SPDX-License-Identifier: Apache-2.0
#include "pipeline/encoding_choice.hpp"

#include "text/ascii.hpp"
#include "text/lower.hpp"

#include <annexkit/streams.hpp>

#include <algorithm>
#include <string>
#include <unordered_set>

#include <fmt/format.h>

namespace annexkit {
namespace {

using Words = std::unordered_set<std::string>;

bool is_of_word(char byte) { return is_ascii_letter(byte) || static_cast<unsigned char>(byte) >= 0x80; }

/// Calls back with each word of a text that has letters beyond ASCII, and is long enough to be none by chance.
template <typename Callback> void for_each_telling_word(std::string_view text, Callback callback) {
    constexpr std::size_t shortest = 5;
    for (auto begin = text.begin(); begin != text.end();) {
        const auto end = std::find_if_not(begin, text.end(), is_of_word);
        const std::string_view word(begin, end);
        if (word.size() >= shortest && !std::all_of(word.begin(), word.end(), is_ascii_letter)) callback(word);
        begin = std::find_if(end, text.end(), is_of_word);
    }
}

Words words_of(const Schema& schema) {
    Words words;
    const auto take = [&](std::string_view text) {
        for_each_telling_word(text, [&](std::string_view word) { words.insert(lower(word)); });
    };
    for (const auto& field : schema.fields())
        for (const auto& [language, titles] : field.titles) std::for_each(titles.begin(), titles.end(), take);
    for (const auto& section : schema.declaration().sections) take(section.heading);
    for (const auto& objective : schema.declaration().objectives) take(objective.text);
    return words;
}

std::size_t known_words(std::string_view beginning, Encoding encoding, const Words& words) {
    MemorySource source(beginning);
    Decoder decoder(source, {});
    decoder.decide({.wanted = encoding, .declared = {}, .guess = {}});
    Bytes text;
    // Memory does not fail to be read.
    (void)decoder.fill(text, 4 * beginning.size());
    std::size_t count = 0;
    for_each_telling_word(text.view(), [&](std::string_view word) { count += words.count(lower(word)); });
    return count;
}

} // namespace

EncodingGuess guess_encoding(std::string_view beginning, std::span<const std::shared_ptr<const Schema>> schemas) {
    Words words;
    for (const auto& schema : schemas) words.merge(words_of(*schema));
    const std::size_t usual = known_words(beginning, Encoding::windows1252, words);
    EncodingGuess best;
    std::size_t most = usual;
    for (const Encoding other : {Encoding::macintosh, Encoding::ibm850}) {
        const std::size_t count = known_words(beginning, other, words);
        if (count <= most) continue;
        most = count;
        best = {
            other,
            fmt::format(", and words of the declaration that can be read so are {}, in windows-1252 {}", count, usual),
            fmt::format(", et les mots de la déclaration qui se lisent ainsi sont {}, en windows-1252 {}", count,
                        usual)};
    }
    return best;
}

PlacedFinding contradiction(const RuleCatalogue& rules, std::string_view declared, std::string_view text,
                            const std::optional<ByteOrderMark>& mark) {
    const std::string_view marked = mark ? name_of(mark->encoding) : std::string_view();
    PlacedFinding finding =
        unplaced(rules, "encoding.contradicted",
                 {{"declared", std::string(declared)},
                  {"reason", mark ? fmt::format("it begins with the byte order mark of {}", marked)
                                  : "the declaration itself is spelled in single bytes, as in utf-8"},
                  {"reason_fr", mark ? fmt::format("elle commence par la marque d'ordre des octets de {}", marked)
                                     : "la déclaration même est écrite octet par octet, comme en utf-8"}});
    // A byte beyond ASCII may be anything yet, so nothing from there on is shown.
    const auto ascii = text.substr(
        0, static_cast<std::size_t>(std::find_if(text.begin(), text.end(),
                                                 [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }) -
                                    text.begin()));
    const std::size_t at = ascii.find(declared);
    if (at == std::string_view::npos) return finding;
    const TextMap map(ascii, mark ? mark->encoding : Encoding::utf8);
    place(finding, map, ascii, {at, declared.size()}, {0, ascii.size()});
    if (mark) finding.position.offset += mark->size;
    return finding;
}

} // namespace annexkit
