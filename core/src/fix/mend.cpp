// SPDX-License-Identifier: Apache-2.0
#include "digest/metered.hpp"
#include "fix/edit_target.hpp"
#include "messages/error.hpp"

namespace annexkit {
namespace {

/// Both sources have to give the same bytes.
Result<Mended> run_edits(const Registry& registry, Job job, MeteredSource& again, const Meter& read_again,
                         EditTarget& target) {
    Meter read{.digest = Sha256()};
    MeteredSource input(*job.input.bytes, read);
    Mended mended;
    job.input.bytes = &input;
    job.on_edit = [&](const Edit& edit) {
        mended.add(edit);
        target.take(edit);
    };
    auto summary = run(registry, job);
    if (!summary) return summary.error();
    mended.summary = std::move(*summary);
    if (auto finished = target.finish(); !finished) return finished.error();
    if (!read.ended) return mended;
    if (auto rest = read_rest(again); !rest) return rest.error();
    if (Sha256(*read.digest).take() == Sha256(*read_again.digest).take()) return mended;
    return make_error(ErrorKind::input, "input.changed", {{"file", job.input.name}});
}

} // namespace

void Mended::add(const Edit& edit) {
    ++values;
    for (const auto rule : edit.rules) ++rules[std::string(rule)];
}

Result<Mended> mend(const Registry& registry, const Job& job, ByteSource& again, ByteTarget& target) {
    Meter meter{.digest = Sha256()};
    MeteredSource original(again, meter);
    return run_edits(registry, job, original, meter, *make_patch(original, target));
}

Result<Mended> diff_of_mending(const Registry& registry, const Job& job, ByteSource& again, ByteTarget& target,
                               const DiffSettings& settings) {
    Meter meter{.digest = Sha256()};
    MeteredSource original(again, meter);
    return run_edits(registry, job, original, meter, *make_diff(original, target, settings));
}

} // namespace annexkit
