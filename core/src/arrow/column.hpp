// SPDX-License-Identifier: Apache-2.0
// One column of a batch while it is filled, and as Arrow takes it.
#pragma once

#include <annexkit/arrow.h>
#include <annexkit/plugin.h>
#include <annexkit/schema.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::arrow {

/// The kinds of column, by what they are called in ArrowSchema::format.
enum class Type { text, integer, number, boolean, list };

[[nodiscard]] Type type_of(FieldKind kind);
[[nodiscard]] const char* format_of(Type type);

class Column {
  public:
    explicit Column(Type type);

    /// Adds the value, or null and false where the column cannot hold it as it is. An absent one is null.
    bool add(const annexkit_value& value);
    void add_text(std::string_view text);
    void add_null();

    /// Whether another batch has to begin: offsets are of 32 bits.
    [[nodiscard]] bool is_full() const;
    /// A text was added that no batch can hold.
    [[nodiscard]] bool is_beyond() const;

    /// Hands the column over, with all that it holds.
    [[nodiscard]] static ArrowArray exported(std::unique_ptr<Column> column);

  private:
    bool add_integer(std::string_view text);
    bool add_number(std::string_view text);
    void add_list(const annexkit_value& value);
    void end_row(bool is_valid);
    [[nodiscard]] std::size_t extent() const;

    Type type_;
    std::int64_t length_ = 0;
    std::int64_t null_count_ = 0;
    /// Bits, the lowest first, as Arrow has them.
    std::vector<std::uint8_t> validity_;
    std::vector<std::uint8_t> truths_;
    /// Where each text or list begins, and where the last one ends.
    std::vector<std::int32_t> offsets_;
    std::string bytes_;
    std::vector<std::int64_t> integers_;
    std::vector<double> numbers_;
    std::unique_ptr<Column> items_;
};

} // namespace annexkit::arrow
