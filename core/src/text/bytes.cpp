// SPDX-License-Identifier: Apache-2.0
#include "text/bytes.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>
#include <utility>

namespace annexkit {

Bytes::~Bytes() { std::free(data_); }

void Bytes::make_room(std::size_t more) {
    constexpr std::size_t least = 4096;
    if (more > std::numeric_limits<std::size_t>::max() / 2 - size_) throw std::bad_alloc();
    const std::size_t capacity = std::max({size_ + more, capacity_ + capacity_ / 2, least});
    void* const data = std::realloc(data_, capacity);
    if (data == nullptr) throw std::bad_alloc();
    data_ = static_cast<char*>(data);
    capacity_ = capacity;
}

void Bytes::append(std::string_view more) {
    if (more.empty()) return;
    std::memcpy(room(more.size()), more.data(), more.size());
    size_ += more.size();
}

void Bytes::drop_front(std::size_t dropped) {
    size_ -= dropped;
    if (size_ > 0) std::memmove(data_, data_ + dropped, size_);
}

void Bytes::swap(Bytes& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
}

} // namespace annexkit
