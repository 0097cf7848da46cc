// SPDX-License-Identifier: Apache-2.0
// Arrays and schemas that own what they point to, as the Arrow C data interface wants it.
#pragma once

#include <annexkit/arrow.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace annexkit::arrow {

/// What an array is made of. Children that are not exported are released.
struct ArrayParts {
    ArrayParts() = default;
    ~ArrayParts();
    ArrayParts(ArrayParts&&) = default;
    ArrayParts& operator=(ArrayParts&&) = delete;

    std::int64_t length = 0;
    std::int64_t null_count = 0;
    std::vector<const void*> buffers;
    std::vector<ArrowArray> children;
    /// Holds the buffers.
    std::shared_ptr<void> keeper;
};

/// The array, whose release frees the parts. Throws: std::bad_alloc.
[[nodiscard]] ArrowArray exported_array(ArrayParts parts);

struct SchemaParts {
    SchemaParts() = default;
    ~SchemaParts();
    SchemaParts(SchemaParts&&) = default;
    SchemaParts& operator=(SchemaParts&&) = delete;

    const char* format = "";
    std::string name;
    std::int64_t flags = 0;
    std::vector<ArrowSchema> children;
};

[[nodiscard]] ArrowSchema exported_schema(SchemaParts parts);

} // namespace annexkit::arrow
