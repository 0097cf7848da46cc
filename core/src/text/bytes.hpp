// SPDX-License-Identifier: Apache-2.0
// A buffer of bytes that grows without clearing what it gains.
#pragma once

#include <cstddef>
#include <string_view>

namespace annexkit {

/// Lifetime: data moves when it grows. Throws: std::bad_alloc.
class Bytes {
  public:
    Bytes() = default;
    ~Bytes();
    Bytes(Bytes&& other) noexcept { swap(other); }
    Bytes& operator=(Bytes&& other) noexcept {
        swap(other);
        return *this;
    }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;

    [[nodiscard]] char* data() { return data_; }
    [[nodiscard]] const char* data() const { return data_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t capacity() const { return capacity_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::string_view view() const { return {data_, size_}; }

    /// Where the next `more` bytes go; `grow` says how many of them were filled.
    [[nodiscard]] char* room(std::size_t more) {
        if (capacity_ - size_ < more) make_room(more);
        return data_ + size_;
    }
    void grow(std::size_t filled) { size_ += filled; }
    void append(std::string_view more);
    void truncate(std::size_t size) { size_ = size; }
    void drop_front(std::size_t dropped);
    void clear() { size_ = 0; }
    void swap(Bytes& other) noexcept;

  private:
    void make_room(std::size_t more);

    char* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

} // namespace annexkit
