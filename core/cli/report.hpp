// SPDX-License-Identifier: Apache-2.0
// Shows findings: as text for people, or one JSON object a line for programs.
#pragma once

#include <annexkit/job.hpp>
#include <annexkit/rule.hpp>

#include <cstdint>
#include <cstdio>
#include <map>
#include <string>

namespace annexkit::cli {

class Report {
  public:
    Report(const RuleCatalogue& rules, Language language, const std::string& form, std::FILE* stream);

    void add(const Finding& finding);
    /// Ends the report on one input.
    void finish(const std::string& source, const Summary& summary);
    /// Reports an input that could not be tried at all, and goes on.
    void fail(const std::string& source, const Error& error);

  private:
    void add_text(const Finding& finding);
    void add_ndjson(const Finding& finding);

    const RuleCatalogue& rules_;
    Language language_;
    bool text_;
    std::FILE* stream_;
    std::map<std::string, std::uint64_t> by_rule_;
};

} // namespace annexkit::cli
