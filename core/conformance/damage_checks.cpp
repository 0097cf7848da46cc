// SPDX-License-Identifier: Apache-2.0
// Truncated, corrupted and endless inputs.
#include "checks.hpp"

#include <algorithm>
#include <random>

#include <fmt/format.h>

namespace conformance {
namespace {

bool is_inside_a_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

std::size_t size_without_blanks(std::string_view text) { return text.find_last_not_of(" \t\r\n") + 1; }

/// What a format wrote, and what it reads of it.
struct Whole {
    std::string bytes;
    drive::Reading reading;
    /// Something stands after the last record, so that nothing shorter is whole.
    bool is_framed = false;
};

Whole write_whole(const annexkit_format& format) {
    drive::WriteSettings settings;
    settings.fields = fields();
    const Annex annex = mixed_annex();
    const drive::Writing writing = drive::write(format, annex.head, annex.records, settings);
    return {writing.bytes, drive::read(format, writing.bytes, own_settings()), !is_blank(writing.tail)};
}

// Records that end before the cut come out as they are, and at most one more behind them.
void compare_truncated(const annexkit_format& format, const Whole& whole, std::size_t size, Faults& faults) {
    const std::string text = whole.bytes.substr(0, size);
    const drive::Reading cut = drive::read(format, text, own_settings());
    const auto fault = [&](const std::string& what) {
        faults.add(fmt::format("cut to {} of {} bytes (...{}): {}", size, whole.bytes.size(),
                               shown(text.substr(size - std::min<std::size_t>(size, 20))), what));
    };
    const bool succeeds = first_error(format, cut) == nullptr && cut.status == ANNEXKIT_OK;
    if (succeeds && whole.is_framed && size < size_without_blanks(whole.bytes)) return fault("it is taken for whole");
    std::size_t complete = 0;
    for (const auto& record : whole.reading.records) complete += record.span.offset + record.span.size <= size ? 1 : 0;
    if (succeeds && cut.records.size() < complete)
        return fault(fmt::format("{} of {} whole records are read", cut.records.size(), complete));
    if (cut.records.size() > complete + 1) return fault("there are more records than stand there");
    // A record may end where the input ends or go on, so the last one that could be whole is judged only with what ends
    // it.
    for (std::size_t i = 0; i + 1 < std::min(cut.records.size(), complete); ++i)
        if (const auto found = difference(whole.reading.records[i], cut.records[i]); !found.empty())
            return fault(fmt::format("record {}: {}", i, found));
}

constexpr std::string_view hostile_bytes = "\"'<>&[]{}(),;:|\\/=!?-+.#%\t\n\r 0aeEnu\x01\x7F";

/// Damages a text, and keeps it UTF-8 without NUL, as the host passes it.
class Damage {
  public:
    explicit Damage(std::uint32_t seed) : random_(seed) {}

    std::string operator()(std::string text) {
        const std::size_t times = 1 + pick(3);
        for (std::size_t i = 0; i < times; ++i) once(text);
        return text;
    }

  private:
    std::size_t pick(std::size_t below) { return below == 0 ? 0 : random_() % below; }

    std::size_t place_in(const std::string& text) {
        std::size_t at = pick(text.size() + 1);
        while (is_inside_a_character(text, at)) ++at;
        return at;
    }

    void once(std::string& text) {
        const std::size_t from = place_in(text);
        std::size_t to = std::min(text.size(), from + 1 + pick(pick(2) == 0 ? 2 : 40));
        while (is_inside_a_character(text, to)) ++to;
        const std::string piece = text.substr(from, to - from);
        switch (pick(5)) {
        case 0: text.replace(from, to - from, std::string(1, hostile_bytes[pick(hostile_bytes.size())])); break;
        case 1: text.insert(from, 1, hostile_bytes[pick(hostile_bytes.size())]); break;
        case 2: text.erase(from, to - from); break;
        case 3: text.insert(from, piece); break;
        default: text.insert(place_in(text), piece); break;
        }
    }

    // Its sequence is the same everywhere, unlike that of the distributions.
    std::mt19937 random_;
};

void compare_corrupted(const annexkit_format& format, const std::string& text, const std::string& context,
                       Faults& faults) {
    drive::ReadSettings settings = own_settings();
    settings.places = true;
    const drive::Reading whole = drive::read(format, text, settings);
    for (const std::size_t window : {std::size_t{7}, std::size_t{100}}) {
        settings.places = window == 7;
        settings.window_bytes = window;
        if (const auto found = difference(whole, drive::read(format, text, settings)); !found.empty())
            return faults.add(fmt::format("{}, windows of {} bytes: {}", context, window, found));
    }
}

} // namespace

void survives_truncation(const Subject& subject, Faults& faults) {
    for (const auto& input : subject.inputs)
        for (std::size_t size = 0; size < input.size(); ++size)
            if (!is_inside_a_character(input, size))
                faults.watch(fmt::format("cut to {} bytes", size),
                             [&] { drive::read(subject.format, input.substr(0, size), own_settings()); });
    if (subject.format.exporter == nullptr) return;
    const Whole whole = write_whole(subject.format);
    for (std::size_t size = 0; size < whole.bytes.size(); ++size) {
        if (is_inside_a_character(whole.bytes, size)) continue;
        faults.watch(fmt::format("cut to {} bytes", size),
                     [&] { compare_truncated(subject.format, whole, size, faults); });
    }
}

void survives_corruption(const Subject& subject, Faults& faults) {
    constexpr std::uint32_t seeds = 200;
    std::size_t number = 0;
    for (const auto& input : all_inputs(subject)) {
        for (std::uint32_t seed = 0; seed < seeds; ++seed) {
            const std::string text = Damage(seed)(input);
            const std::string context = fmt::format("input {}, seed {}", number, seed);
            faults.watch(context, [&] { compare_corrupted(subject.format, text, context, faults); });
        }
        ++number;
    }
}

void survives_endless_openings(const Subject& subject, Faults& faults) {
    if (subject.format.importer == nullptr) return;
    constexpr std::size_t many = 20000;
    for (const std::string_view opening :
         {"[",    "{\"a\":", "<a>", "<annex>", "<initiative>", "\"",      "\"\"", "&",  "&#", "<!--", "<![CDATA[",
          "]",    "}",       ",",   ";",       "\n",           "\r\n",    " ",    "\\", "a",  "0",    "<?x",
          "id\n", "[[[]],",  "{}",  "<a/>",    "=\"",          "\xC3\xA9"}) {
        std::string text;
        for (std::size_t i = 0; i < many; ++i) text += opening;
        faults.watch(shown(text), [&] { drive::read(subject.format, text, own_settings()); });
        const std::string own = own_output(subject.format);
        const std::string inside = own.substr(0, own.size() / 2 - (is_inside_a_character(own, own.size() / 2) ? 1 : 0));
        faults.watch("inside: " + shown(text), [&] { drive::read(subject.format, inside + text, own_settings()); });
    }
}

} // namespace conformance
