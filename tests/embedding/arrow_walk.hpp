// SPDX-License-Identifier: Apache-2.0
// Walks an Arrow stream by the words of the specification, and shows each value as text.
#pragma once

#include <annexkit/arrow.h>

#include <string>
#include <vector>

namespace embedding {

/// A stream, or an array or schema of one, which is released if nobody did it before.
template <class Struct> class Released {
  public:
    Released() = default;
    ~Released() {
        if (value.release != nullptr) value.release(&value);
    }
    Released(const Released&) = delete;
    Released& operator=(const Released&) = delete;

    Struct value{};
};

/// "id:u objective:l partners:+l<item:u>": the columns of a schema.
std::string columns_of(const ArrowSchema& schema);

/// The value of a column in a row: a text as it is, "null", "[a,b]", a number.
std::string value_of(const ArrowSchema& schema, const ArrowArray& array, std::int64_t row);

/// Each row with its values, separated by "|".
std::vector<std::string> rows_of(const ArrowSchema& schema, const ArrowArray& batch);

} // namespace embedding
