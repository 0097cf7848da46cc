// SPDX-License-Identifier: Apache-2.0
// What edits make of an input: the mended bytes, or a unified diff.
#pragma once

#include <annexkit/fix.hpp>

#include <memory>

namespace annexkit {

/// Receives the edits of a job in their order.
///
/// Errors: of the original, read a second time, and of the target; told by finish().
class EditTarget {
  public:
    virtual ~EditTarget() = default;
    virtual void take(const Edit& edit) = 0;
    /// Deals with what follows the last edit. Once.
    virtual Result<void> finish() = 0;
};

/// Copies the original with the edits made. Memory: a block. Lifetime: both outlive the patch.
[[nodiscard]] std::unique_ptr<EditTarget> make_patch(ByteSource& original, ByteTarget& target);

/// Memory: a hunk. Lifetime: both outlive the diff.
[[nodiscard]] std::unique_ptr<EditTarget> make_diff(ByteSource& original, ByteTarget& target,
                                                    const DiffSettings& settings);

} // namespace annexkit
