// SPDX-License-Identifier: Apache-2.0
// Initiatives as the columns of an Arrow record batch.
#pragma once

#include "arrow/column.hpp"

#include <annexkit/arrow.h>
#include <annexkit/job.hpp>

#include <memory>
#include <string>
#include <vector>

namespace annexkit::arrow {

/// The schema of all batches: a struct of a column for each field, and other_fields.
[[nodiscard]] ArrowSchema schema_of(const Schema& schema);

class Batch {
  public:
    explicit Batch(const Schema& schema);

    void add(const RecordView& record);
    [[nodiscard]] bool is_full() const;
    [[nodiscard]] bool is_empty() const { return rows_ == 0; }
    /// It holds a text that is too long for any batch.
    [[nodiscard]] bool is_beyond() const;
    [[nodiscard]] static ArrowArray exported(Batch batch);

  private:
    std::int64_t rows_ = 0;
    std::vector<std::unique_ptr<Column>> columns_;
};

} // namespace annexkit::arrow
