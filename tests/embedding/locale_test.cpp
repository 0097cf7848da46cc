// SPDX-License-Identifier: Apache-2.0
// The locale is the host's, and changes nothing.
#include "engine.hpp"

#include <annexkit/streams.hpp>

#include <locale>
#include <string>

#include <doctest/doctest.h>

using namespace embedding;

namespace {

/// Writes 1105 as 11.05, as no machine expects it.
class Grouped : public std::numpunct<char> {
    [[nodiscard]] char do_thousands_sep() const override { return '.'; }
    [[nodiscard]] std::string do_grouping() const override { return "\2"; }
};

class HostLocale {
  public:
    HostLocale() : before_(std::locale::global(std::locale(std::locale(), new Grouped))) {}
    ~HostLocale() { std::locale::global(before_); }
    HostLocale(const HostLocale&) = delete;
    HostLocale& operator=(const HostLocale&) = delete;

  private:
    std::locale before_;
};

} // namespace

TEST_CASE("numbers are written as they are, whatever the locale of the host") {
    const HostLocale grouped;
    const std::string csv = annex(".csv");
    annexkit::MemorySource source(csv);
    annexkit::MemoryTarget target;
    annexkit::Job job = job_on(source);
    job.output = annexkit::Output{&target, engine().formats.find("json"), {}};
    std::string places;
    job.on_finding = [&](const annexkit::Finding& finding) { places += finding.place.address + " "; };
    REQUIRE(annexkit::run(engine().formats, job));
    CHECK(target.bytes() == annex(".json"));
    CHECK(places.starts_with("D17 F17 D18 "));
}
