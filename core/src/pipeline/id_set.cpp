// SPDX-License-Identifier: Apache-2.0
#include "pipeline/id_set.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <limits>

namespace annexkit {
namespace {

constexpr std::size_t block_bytes = std::size_t{64} << 10;
// As many as 64 bits hold whatever the digits are.
constexpr std::size_t most_digits = 18;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

} // namespace

std::optional<IdSet::Numbered> IdSet::numbered(std::string_view id) {
    std::size_t digits = 0;
    while (digits < id.size() && digits < most_digits && is_digit(id[id.size() - 1 - digits])) ++digits;
    if (digits == 0) return std::nullopt;
    Numbered result{id.substr(0, id.size() - digits), 0, digits};
    std::from_chars(id.data() + id.size() - digits, id.data() + id.size(), result.number);
    return result;
}

std::string IdSet::key_of(const Numbered& id) {
    std::string key(id.stem);
    key += static_cast<char>(id.digits);
    return key;
}

bool IdSet::continues(const Numbered& id, std::uint64_t ordinal) const {
    return id.number == last_number_ + 1 && ordinal == last_ordinal_ + 1 && id.digits == last_digits_ &&
           id.stem == last_stem_;
}

std::optional<std::uint64_t> IdSet::in_runs(const Numbered& id) const {
    const auto runs = runs_.find(key_of(id));
    if (runs == runs_.end()) return std::nullopt;
    auto run = runs->second.upper_bound(id.number);
    if (run == runs->second.begin()) return std::nullopt;
    --run;
    const std::uint64_t index = id.number - run->first;
    return index < run->second.count ? std::optional(run->second.first_ordinal + index) : std::nullopt;
}

void IdSet::begin_run(const Numbered& id, std::uint64_t ordinal) {
    Runs& runs = runs_[key_of(id)];
    const auto run = runs.emplace(id.number, Run{1, ordinal}).first;
    const auto next = std::next(run);
    run_ = &run->second;
    run_limit_ = next == runs.end() ? std::numeric_limits<std::uint64_t>::max() : next->first;
}

void IdSet::remember(const Numbered& id, std::uint64_t ordinal) {
    last_stem_ = id.stem;
    last_digits_ = id.digits;
    last_number_ = id.number;
    last_ordinal_ = ordinal;
}

std::optional<std::uint64_t> IdSet::insert(std::string_view id, std::uint64_t ordinal) {
    const auto number = numbered(id);
    if (!number || number->number <= highest_other_)
        if (const auto other = others_.find(id); other != others_.end()) return other->second;
    const bool counts_on = number && continues(*number, ordinal);
    if (counts_on && run_ != nullptr && number->number < run_limit_) {
        ++run_->count;
        ++last_number_;
        ++last_ordinal_;
        return std::nullopt;
    }
    run_ = nullptr;
    if (number) {
        if (const auto before = in_runs(*number)) return before;
        remember(*number, ordinal);
    }
    if (counts_on) {
        begin_run(*number, ordinal);
    } else {
        others_.emplace(keep(id), ordinal);
        if (number) highest_other_ = std::max(highest_other_, number->number);
    }
    return std::nullopt;
}

std::string_view IdSet::keep(std::string_view id) {
    if (blocks_.empty() || block_bytes - block_used_ < id.size()) {
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(std::max(block_bytes, id.size())));
        block_used_ = 0;
    }
    char* to = blocks_.back().get() + block_used_;
    std::memcpy(to, id.data(), id.size());
    block_used_ += id.size();
    return {to, id.size()};
}

} // namespace annexkit
