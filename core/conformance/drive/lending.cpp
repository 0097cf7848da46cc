// SPDX-License-Identifier: Apache-2.0
#include "lending.hpp"

#include <algorithm>
#include <new>

#include <sys/mman.h>

namespace drive {
namespace {

// A page at least.
char* mapped(std::size_t size) {
    void* const pages = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) throw std::bad_alloc();
    return static_cast<char*>(pages);
}

} // namespace

LentBytes::LentBytes(std::string_view bytes, Lending lending)
    : size_(std::max<std::size_t>(bytes.size(), 1)), lending_(lending),
      data_(lending == Lending::withdrawn ? mapped(size_) : new char[size_]) {
    std::copy_n(bytes.data(), bytes.size(), data_);
}

LentBytes::~LentBytes() {
    if (lending_ == Lending::freed) {
        delete[] data_;
        return;
    }
    // The address is not used again, so whoever goes there goes to nothing else.
    ::madvise(data_, size_, MADV_DONTNEED);
    ::mprotect(data_, size_, PROT_NONE);
}

annexkit_text Lent::text(std::string_view from) { return {parts_.emplace_back(from, lending_).data(), from.size()}; }

annexkit_value Lent::value(const Value& from) {
    std::vector<annexkit_text> items;
    for (const auto& item : from.items) items.push_back(text(item));
    return {from.kind, static_cast<std::uint32_t>(items.size()), text(from.text), table(items).data()};
}

std::span<const annexkit_value> Lent::values(const std::vector<Value>& from) {
    std::vector<annexkit_value> result;
    for (const auto& each : from) result.push_back(value(each));
    return table(result);
}

std::span<const annexkit_named_value> Lent::named(const std::vector<Named>& from) {
    std::vector<annexkit_named_value> result;
    for (const auto& [name, own_value] : from) result.push_back({text(name), value(own_value)});
    return table(result);
}

} // namespace drive
