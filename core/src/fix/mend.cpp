// SPDX-License-Identifier: Apache-2.0
#include "digest/metered.hpp"
#include "fix/edit_target.hpp"
#include "messages/error.hpp"

namespace annexkit {
namespace {

Result<Mended> run_edits(const Registry& registry, Job job, EditTarget& target) {
    Mended mended;
    job.on_edit = [&](const Edit& edit) {
        mended.add(edit);
        target.take(edit);
    };
    auto summary = run(registry, job);
    if (!summary) return tl::unexpected(summary.error());
    mended.summary = std::move(*summary);
    if (auto finished = target.finish(); !finished) return tl::unexpected(finished.error());
    return mended;
}

} // namespace

void Mended::add(const Edit& edit) {
    ++values;
    for (const auto rule : edit.rules) ++rules[std::string(rule)];
}

Result<Mended> mend(const Registry& registry, const Job& job, ByteSource& again, ByteTarget& target) {
    Meter first{.digest = Sha256()};
    Meter second{.digest = Sha256()};
    MeteredSource input(*job.input.bytes, first);
    MeteredSource original(again, second);
    const auto patch = make_patch(original, target);
    Job metered = job;
    metered.input.bytes = &input;
    auto mended = run_edits(registry, std::move(metered), *patch);
    if (mended && first.ended && first.digest->take() != second.digest->take())
        return tl::unexpected(make_error(ErrorKind::input, "input.changed", {{"file", job.input.name}}));
    return mended;
}

Result<Mended> diff_of_mending(const Registry& registry, const Job& job, ByteSource& again, ByteTarget& target,
                               const DiffSettings& settings) {
    const auto diff = make_diff(again, target, settings);
    return run_edits(registry, job, *diff);
}

} // namespace annexkit
