// SPDX-License-Identifier: Apache-2.0
// Copies of a piece's records, for a job whose host wants to see them.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <cstring>
#include <memory_resource>
#include <new>
#include <span>
#include <vector>

namespace annexkit {

class RecordCopies {
  public:
    void add(std::span<const annexkit_value> values) {
        auto* copies = make<annexkit_value>(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            copies[i] = values[i];
            copies[i].text = copy(values[i].text);
            if (values[i].kind != ANNEXKIT_LIST) continue;
            auto* items = make<annexkit_text>(values[i].count);
            for (std::size_t item = 0; item < values[i].count; ++item) items[item] = copy(values[i].items[item]);
            copies[i].items = items;
        }
        records_.emplace_back(copies, values.size());
    }

    [[nodiscard]] std::size_t size() const { return records_.size(); }
    [[nodiscard]] std::span<const annexkit_value> operator[](std::size_t record) const { return records_[record]; }

  private:
    template <class T> T* make(std::size_t count) {
        return new (memory_.allocate(count * sizeof(T) + 1, alignof(T))) T[count];
    }
    annexkit_text copy(annexkit_text text) {
        auto* bytes = make<char>(text.size);
        if (text.size > 0) std::memcpy(bytes, text.data, text.size);
        return {bytes, text.size};
    }

    std::pmr::monotonic_buffer_resource memory_;
    std::vector<std::span<const annexkit_value>> records_;
};

} // namespace annexkit
