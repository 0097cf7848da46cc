// SPDX-License-Identifier: Apache-2.0
// The initiatives of an annex, one by one, as the caller asks for them.
#pragma once

#include <annexkit/export.h>
#include <annexkit/job.hpp>
#include <annexkit/registry.hpp>
#include <annexkit/result.hpp>
#include <annexkit/schema.hpp>

#include <memory>

namespace annexkit {

/// A job whose initiatives are pulled. It runs in a thread of its own, never more than some megabytes ahead, and is
/// cancelled when the records are destroyed before their end.
///
///     annexkit::Records records(registry, job);
///     for (auto next = records.next(); next && *next; next = records.next()) use(**next);
///
/// Everything that a job does is done: findings, output, progress. Its callbacks come in that other thread. All
/// initiatives are given, RecordView::is_valid says which may be used; `on_invalid` concerns the output alone.
///
/// Lifetime: the registry, and what the job points to, must outlive the records. The destructor waits for a call of the
///           job's source, target or callbacks to return.
/// Threads:  one at a time, and none of the callbacks.
class ANNEXKIT_API Records {
  public:
    /// Throws: std::bad_alloc, and std::system_error where no thread can be had.
    Records(const Registry& registry, Job job);
    ~Records();
    Records(Records&&) noexcept;
    Records& operator=(Records&&) noexcept;

    /// The schema of the initiatives, once it is known; nullptr for an input that ended before.
    /// Errors and throws: as next().
    Result<std::shared_ptr<const Schema>> schema();

    /// The next initiative, or nullptr at the end, where summary() says whether the input was read to its own.
    ///
    /// Lifetime: until the next call.
    /// Errors:   as run(), behind the initiatives that were read until then; once Job::stop is requested,
    ///           ErrorKind::cancelled ahead of them.
    /// Throws:   what the job's callbacks threw, and std::bad_alloc.
    Result<const RecordView*> next();

    /// What the job did, once next() has given nullptr.
    [[nodiscard]] const Summary& summary() const;

  private:
    class State;
    std::unique_ptr<State> state_;
};

} // namespace annexkit
