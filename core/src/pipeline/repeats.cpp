// SPDX-License-Identifier: Apache-2.0
#include "pipeline/repeats.hpp"

#include "text/fold.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <functional>
#include <utility>

#include <fmt/format.h>

namespace annexkit {
namespace {

// Texts with so much in common say the same, but for a word or two. Of French texts of some lines that say different
// things, none comes near.
constexpr unsigned alike = 84;

// What is shorter, such as "to be confirmed", may well stand under many initiatives.
constexpr std::size_t least_bytes = 40;

std::string text_of(const Schema& schema, const RecordView& record, Role role) {
    const auto field = schema.field_of(role);
    if (!field || *field >= record.values.size()) return {};
    const annexkit_value& value = record.values[*field];
    const bool has_text = value.kind != ANNEXKIT_ABSENT && value.kind != ANNEXKIT_LIST;
    return has_text ? std::string(sdk::view(value.text)) : std::string();
}

// 64 bits of the text: that two texts of an annex have the same by chance is not to be expected.
std::uint64_t key_of(std::string_view folded) {
    std::uint64_t key = 0xCBF29CE484222325;
    for (const char byte : folded) key = (key ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
    return key;
}

} // namespace

Repeats::Repeats(std::shared_ptr<const Schema> schema) : schema_(std::move(schema)) {}

std::optional<Repeats::Best> Repeats::best(const Sketch& sketch, std::uint64_t equal_key) const {
    if (const auto equal = by_text_.find(equal_key); equal != by_text_.end()) return Best{equal->second, 100};
    std::optional<Best> best;
    for (std::size_t band = 0; band < Sketch::bands; ++band) {
        const auto found = by_band_.find(sketch.key(band));
        if (found == by_band_.end()) continue;
        const unsigned likeness = sketch.likeness(seen_[found->second].sketch);
        if (likeness >= alike && (!best || likeness > best->likeness)) best = Best{found->second, likeness};
    }
    return best;
}

std::optional<LocalFinding> Repeats::add(const RecordView& record) {
    const std::string folded = fold(text_of(*schema_, record, Role::text));
    if (folded.size() < least_bytes) return std::nullopt;
    Seen now{record.ordinal, text_of(*schema_, record, Role::id), text_of(*schema_, record, Role::part),
             text_of(*schema_, record, Role::objective), Sketch(folded)};
    const std::uint64_t key = key_of(folded);
    const auto before = best(now.sketch, key);
    std::optional<LocalFinding> result;
    if (before) result = finding(now, seen_[before->index], before->likeness);
    const auto index = static_cast<std::uint32_t>(seen_.size());
    by_text_.try_emplace(key, index);
    for (std::size_t band = 0; band < Sketch::bands; ++band) by_band_.try_emplace(now.sketch.key(band), index);
    seen_.push_back(std::move(now));
    return result;
}

LocalFinding Repeats::finding(const Seen& now, const Seen& before, unsigned likeness) const {
    LocalFinding result;
    result.field = static_cast<std::int32_t>(*schema_->field_of(Role::text));
    const bool has_id = !before.id.empty();
    result.arguments = {{"percent", fmt::format("{}", likeness)},
                        {"other", has_id ? before.id : fmt::format("no. {}", before.ordinal)},
                        {"other_fr", has_id ? before.id : fmt::format("n° {}", before.ordinal)}};
    if (now.part != before.part) {
        result.rule = "initiative.in-both-parts";
        result.arguments.push_back({"part", before.part});
    } else if (now.objective != before.objective) {
        result.rule = "initiative.under-two-objectives";
        result.arguments.push_back({"objective", before.objective});
    } else {
        result.rule = "initiative.repeated";
    }
    return result;
}

} // namespace annexkit
