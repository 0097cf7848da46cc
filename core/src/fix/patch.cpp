// SPDX-License-Identifier: Apache-2.0
#include "fix/edit_target.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <vector>

namespace annexkit {
namespace {

class Patch : public EditTarget {
  public:
    Patch(ByteSource& original, ByteTarget& target) : original_(original), target_(target), block_(block_bytes) {}

    void take(const Edit& edit) override {
        assert(edit.offset >= at_ && "edits come in order and do not overlap");
        copy(edit.offset - at_, true);
        if (!error_) keep(target_.write(edit.bytes));
        copy(edit.size, false);
    }

    Result<void> finish() override {
        while (!error_) {
            const auto got = original_.read(block_);
            if (!got) return got.error();
            if (*got == 0) break;
            keep(target_.write({block_.data(), *got}));
        }
        if (error_) return *error_;
        return {};
    }

  private:
    static constexpr std::size_t block_bytes = std::size_t{64} << 10;

    void keep(const Result<void>& done) {
        if (!done && !error_) error_ = done.error();
    }

    // Reads so many bytes, and writes them or not. An original that is shorter now is told by whoever compares it.
    void copy(std::uint64_t size, bool is_kept) {
        while (size > 0 && !error_) {
            const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(size, block_.size()));
            const auto got = original_.read(std::span(block_).first(most));
            if (!got) error_ = got.error();
            if (!got || *got == 0) return;
            if (is_kept) keep(target_.write({block_.data(), *got}));
            size -= *got;
            at_ += *got;
        }
    }

    ByteSource& original_;
    ByteTarget& target_;
    std::vector<char> block_;
    std::uint64_t at_ = 0;
    std::optional<Error> error_;
};

} // namespace

std::unique_ptr<EditTarget> make_patch(ByteSource& original, ByteTarget& target) {
    return std::make_unique<Patch>(original, target);
}

} // namespace annexkit
