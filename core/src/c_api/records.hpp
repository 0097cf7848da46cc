// SPDX-License-Identifier: Apache-2.0
// A job that is run by pulling its records, for records and Arrow streams.
#pragma once

#include "c_api/job.hpp"

#include <annexkit/records.hpp>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace annexkit::c_api {

class Pulling {
  public:
    static Result<std::unique_ptr<Pulling>> open(const Settings& settings);

    /// The next record, or nullptr at the end, where the outputs are kept.
    Result<const RecordView*> next();
    Result<std::shared_ptr<const Schema>> schema() { return records_->schema(); }
    /// Empty where the input ended before its schema was known. Lifetime: as long as this object.
    Result<std::span<const annexkit_field>> fields();
    /// Once next() has given nullptr.
    [[nodiscard]] const Told* told() const { return told_ ? &*told_ : nullptr; }
    /// The first finding of severity error, if there was one. Once next() has given nullptr.
    [[nodiscard]] const std::optional<FirstError>& first_error() const { return execution_->first_error(); }

  private:
    Pulling() = default;

    /// What the records use, so they are destroyed first.
    std::unique_ptr<Execution> execution_;
    std::optional<Records> records_;
    std::vector<annexkit_field> fields_;
    std::optional<Told> told_;
    std::optional<Error> failure_;
};

} // namespace annexkit::c_api

struct annexkit_records {
    std::unique_ptr<annexkit::c_api::Pulling> pulling;
};
