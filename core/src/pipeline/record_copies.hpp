// SPDX-License-Identifier: Apache-2.0
// Copies of records, for a job whose host wants to see them.
#pragma once

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <cstring>
#include <memory_resource>
#include <new>
#include <span>
#include <vector>

namespace annexkit {

enum class Validity { valid, invalid };

class RecordCopies {
  public:
    void add(const annexkit_record& record, Validity validity) {
        auto* values = make<annexkit_value>(record.value_count);
        for (std::size_t i = 0; i < record.value_count; ++i) values[i] = copy(record.values[i]);
        auto* unknown = make<annexkit_named_value>(record.unknown_count);
        for (std::size_t i = 0; i < record.unknown_count; ++i)
            unknown[i] = {copy(record.unknown[i].name), copy(record.unknown[i].value)};
        records_.push_back({{values, record.value_count}, {unknown, record.unknown_count}, validity});
    }

    [[nodiscard]] std::size_t size() const { return records_.size(); }
    /// Of all texts that were copied, in bytes.
    [[nodiscard]] std::size_t text_bytes() const { return text_bytes_; }
    [[nodiscard]] std::span<const annexkit_value> operator[](std::size_t record) const {
        return records_[record].values;
    }
    [[nodiscard]] std::span<const annexkit_named_value> unknown(std::size_t record) const {
        return records_[record].unknown;
    }
    [[nodiscard]] bool is_valid(std::size_t record) const { return records_[record].validity == Validity::valid; }

  private:
    struct Record {
        std::span<const annexkit_value> values;
        std::span<const annexkit_named_value> unknown;
        Validity validity;
    };

    template <class T> T* make(std::size_t count) {
        return new (memory_.allocate(count * sizeof(T) + 1, alignof(T))) T[count];
    }
    annexkit_text copy(annexkit_text text) {
        auto* bytes = make<char>(text.size);
        if (text.size > 0) std::memcpy(bytes, text.data, text.size);
        text_bytes_ += text.size;
        return {bytes, text.size};
    }
    annexkit_value copy(const annexkit_value& value) {
        annexkit_value copied = value;
        copied.text = copy(value.text);
        if (value.kind != ANNEXKIT_LIST) return copied;
        auto* items = make<annexkit_text>(value.count);
        for (std::size_t item = 0; item < value.count; ++item) items[item] = copy(value.items[item]);
        copied.items = items;
        return copied;
    }

    std::pmr::monotonic_buffer_resource memory_;
    std::size_t text_bytes_ = 0;
    std::vector<Record> records_;
};

} // namespace annexkit
