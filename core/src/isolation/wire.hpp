// SPDX-License-Identifier: Apache-2.0
// The plain data of the contract as bytes, on their way between the host and the process of a plugin. Both are the same
// build on the same machine, so numbers go as they lie in memory.
#pragma once

#include <annexkit/plugin.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace annexkit {

class Packer {
  public:
    template <class Number> void number(Number value) {
        static_assert(std::is_arithmetic_v<Number>);
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(std::string_view value) {
        number<std::uint64_t>(value.size());
        bytes_.append(value);
    }
    void text(annexkit_text value) { text(std::string_view(value.size == 0 ? "" : value.data, value.size)); }
    void span(annexkit_span value) {
        number(value.offset);
        number(value.size);
    }
    /// The number of things, then each of them.
    template <class Thing, class Pack> void list(const Thing* things, std::size_t count, Pack&& pack) {
        number<std::uint64_t>(count);
        for (std::size_t i = 0; i < count; ++i) pack(things[i]);
    }
    void value(const annexkit_value& value);
    void named(const annexkit_named_value& named);
    void record(const annexkit_record& record);
    void finding(const annexkit_finding& finding);
    /// The annex head. `places` is nullptr, or as many as there are members.
    void head(const annexkit_named_value* members, const annexkit_place* places, std::size_t count);

    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }
    void clear() { bytes_.clear(); }

  private:
    void place(const annexkit_place& place, const annexkit_value& of);

    std::string bytes_;
};

/// Reads what a Packer wrote. The other side may be out of its mind: what is not there reads as zero, and is_whole()
/// tells.
///
/// Lifetime: texts point into the bytes, arrays into the unpacker.
class Unpacker {
  public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

    template <class Number> Number number() {
        static_assert(std::is_arithmetic_v<Number>);
        Number value{};
        if (rest_.size() < sizeof value) return fail(), value;
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
        return value;
    }
    annexkit_text text();
    std::string_view view();
    annexkit_span span();
    /// A list of things of which each takes a byte at least.
    template <class Thing, class Unpack> std::span<Thing> list(Unpack&& unpack) {
        const auto count = number<std::uint64_t>();
        if (count > rest_.size()) return fail(), std::span<Thing>();
        return items<Thing>(count, unpack);
    }
    annexkit_value value();
    annexkit_named_value named();
    annexkit_record record();
    annexkit_finding finding();
    struct Head {
        std::span<annexkit_named_value> members;
        const annexkit_place* places = nullptr;
    };
    Head head();

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    /// All that was asked for was there.
    [[nodiscard]] bool is_whole() const { return is_whole_; }
    void fail() {
        is_whole_ = false;
        rest_ = {};
    }

  private:
    /// Not more than is left, as list() makes sure of.
    template <class Thing, class Unpack> std::span<Thing> items(std::size_t count, Unpack&& unpack) {
        static_assert(std::is_trivially_destructible_v<Thing>);
        auto* const things = std::pmr::polymorphic_allocator<Thing>(&arrays_).allocate(count);
        for (std::size_t i = 0; i < count; ++i) new (things + i) Thing(unpack());
        return {things, count};
    }
    annexkit_place place(const annexkit_value& of);

    std::string_view rest_;
    bool is_whole_ = true;
    std::pmr::monotonic_buffer_resource arrays_;
};

} // namespace annexkit
