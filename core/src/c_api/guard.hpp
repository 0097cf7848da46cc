// SPDX-License-Identifier: Apache-2.0
// What every function of the C API does: it checks what it is given, and lets no exception out.
#pragma once

#include <annexkit/annexkit.h>
#include <annexkit/result.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <initializer_list>
#include <new>
#include <string>
#include <type_traits>

/// An error as C holds it, with what is told of it in both languages.
struct annexkit_error {
    std::int32_t kind = ANNEXKIT_ERROR_NONE;
    annexkit::Sentence english;
    annexkit::Sentence french;
};

namespace annexkit::c_api {

/// The error as C holds it. Never throws: where there is no memory for it, it becomes the one that tells so.
[[nodiscard]] annexkit_error* to_c(const Error& error) noexcept;

/// The exception that is being handled as an error.
[[nodiscard]] annexkit_error* to_c_from_exception() noexcept;

/// The error of a call that gave what it may not.
[[nodiscard]] Error wrong_number(const char* argument, std::int64_t value);
[[nodiscard]] Error wrong_size(std::size_t size, std::size_t least);
[[nodiscard]] Error newer_member(std::size_t size, std::size_t known);
[[nodiscard]] Error no_pointer(const char* argument);

/// Does the work and gives what became of it.
template <class Work> annexkit_error* guarded(Work&& work) noexcept {
    try {
        const Result<void> done = work();
        return done ? nullptr : to_c(done.error());
    } catch (...) {
        return to_c_from_exception();
    }
}

/// A pointer that must not be NULL, by its name in the header.
struct Given {
    const void* pointer;
    const char* argument;
};
/// Does the work where every pointer is there.
template <class Work> annexkit_error* guarded(std::initializer_list<Given> needed, Work&& work) noexcept {
    for (const auto& each : needed)
        if (each.pointer == nullptr) return guarded([&]() -> Result<void> { return no_pointer(each.argument); });
    return guarded(work);
}

/// What the first version of the header had of a struct: no caller has less.
template <class Struct> constexpr std::size_t first_size = sizeof(Struct);
template <> inline constexpr std::size_t first_size<annexkit_summary> = offsetof(annexkit_summary, known);

/// Whether the caller has set the size of its struct.
template <class Struct> Result<void> check_size(const Struct* into) {
    if (into->struct_size >= first_size<Struct>) return {};
    return wrong_size(into->struct_size, first_size<Struct>);
}

/// Fills in a struct of the caller, as much of it as the caller knows, with zeros for what this version does not have.
template <class Struct> Result<void> fill(Struct* into, const Struct& from) {
    static_assert(std::is_trivially_copyable_v<Struct>);
    if (auto checked = check_size(into); !checked) return checked;
    const std::size_t size = into->struct_size;
    auto* const bytes = reinterpret_cast<char*>(into);
    std::memcpy(bytes, &from, std::min(size, sizeof from));
    if (size > sizeof from) std::memset(bytes + sizeof from, 0, size - sizeof from);
    into->struct_size = size;
    return {};
}

/// The struct of the caller, with zeros for what the caller does not know.
template <class Struct> Result<Struct> taken(const Struct* from) {
    static_assert(std::is_trivially_copyable_v<Struct>);
    if (auto checked = check_size(from); !checked) return checked.error();
    Struct own{};
    std::memcpy(&own, from, std::min(from->struct_size, sizeof own));
    const auto* const bytes = reinterpret_cast<const char*>(from);
    if (std::any_of(bytes + sizeof own, bytes + std::max(from->struct_size, sizeof own), [](char c) { return c != 0; }))
        return newer_member(from->struct_size, sizeof own);
    return own;
}

} // namespace annexkit::c_api
