// SPDX-License-Identifier: Apache-2.0
// Memory that a call is lent.
#pragma once

#include "drive.hpp"

#include <cstddef>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

namespace drive {

/// A copy of bytes, of just their size, so that a sanitizer sees any read past their end.
class LentBytes {
  public:
    /// Throws: std::bad_alloc.
    LentBytes(std::string_view bytes, Lending lending);
    /// Takes them back.
    ~LentBytes();
    LentBytes(const LentBytes&) = delete;
    LentBytes& operator=(const LentBytes&) = delete;

    [[nodiscard]] char* data() const { return data_; }

  private:
    std::size_t size_;
    Lending lending_;
    char* data_;
};

/// Copies of what a call is given.
class Lent {
  public:
    explicit Lent(Lending lending) : lending_(lending) {}

    annexkit_text text(std::string_view from);
    annexkit_value value(const Value& from);
    std::span<const annexkit_value> values(const std::vector<Value>& from);
    std::span<const annexkit_named_value> named(const std::vector<Named>& from);
    template <class Row> std::span<const Row> table(const std::vector<Row>& rows) {
        if (rows.empty()) return {};
        const annexkit_text bytes = text({reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row)});
        return {reinterpret_cast<const Row*>(bytes.data), rows.size()};
    }

  private:
    Lending lending_;
    std::deque<LentBytes> parts_;
};

} // namespace drive
