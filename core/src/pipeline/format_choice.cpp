// SPDX-License-Identifier: Apache-2.0
#include "pipeline/format_choice.hpp"

#include "input/encoding.hpp"
#include "messages/error.hpp"
#include "pipeline/plugin_call.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace annexkit {
namespace {

constexpr int sure = 50;
// Enough where nothing else tells the format: any table of text looks like CSV.
constexpr int likely = 40;

Error no_choice(MessageId what, std::vector<Argument> arguments = {}) {
    return make_error(ErrorKind::usage, what, std::move(arguments));
}

struct Sniffed {
    const Format* format = nullptr;
    int certainty = 0;
};

/// How sure the format is that the text is its own, or nothing for one that cannot tell.
std::optional<int> certainty_of(const Format& format, std::string_view text) {
    const auto* importer = format.table->importer;
    if (importer == nullptr || importer->sniff == nullptr) return std::nullopt;
    std::string escaped;
    const int certainty = ask_plugin([&] { return importer->sniff(sdk::text(text)); }, std::int32_t{0}, escaped);
    return escaped.empty() ? std::optional(certainty) : std::nullopt;
}

Sniffed sniff(const Registry& registry, std::string_view text) {
    Sniffed best;
    for (const auto& format : registry.formats()) {
        const auto certainty = certainty_of(format, text);
        if (certainty && *certainty > best.certainty) best = {&format, *certainty};
    }
    return best;
}

} // namespace

std::string as_ascii(std::string_view beginning) {
    const auto mark = byte_order_mark(beginning);
    if (mark) beginning.remove_prefix(mark->size);
    const auto utf16 =
        mark && mark->encoding != Encoding::utf8 ? std::optional(mark->encoding) : utf16_without_mark(beginning);
    if (!utf16) return std::string(beginning);
    std::string text;
    for (std::size_t i = *utf16 == Encoding::utf16le ? 0 : 1; i < beginning.size(); i += 2) text += beginning[i];
    return text;
}

Result<const Format*> choose_format(const Registry& registry, const Input& input, std::string_view text) {
    const Format* format = input.format != nullptr ? input.format : registry.for_file(input.name);
    if (format == nullptr) {
        const Sniffed found = sniff(registry, text);
        if (found.certainty >= likely) return found.format;
        const std::string extension = std::filesystem::path(input.name).extension().string();
        std::vector<Argument> arguments = {{"file", input.name}, {"name", extension}};
        add_known(arguments, registry, {.file = input.name, .beginning = text});
        if (extension.empty()) return no_choice("format.untold", std::move(arguments));
        return no_choice("format.unknown-extension", std::move(arguments));
    }
    if (format->table->importer == nullptr)
        return no_choice("format.unreadable", {{"format", std::string(format->id())}});
    return format;
}

const Format* other_format(const Registry& registry, const Format& format, std::string_view text) {
    const Sniffed other = sniff(registry, text);
    return other.certainty >= sure && certainty_of(format, text) == 0 ? other.format : nullptr;
}

} // namespace annexkit
