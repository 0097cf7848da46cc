// SPDX-License-Identifier: Apache-2.0
// The target for saved reports: what is taken is shown in every form, comes back when it is saved again, and is the
// same as itself.
#include "memory_file.hpp"
#include "target.hpp"

#include <annexkit/report.hpp>

#include <string>

namespace fuzz {
namespace {

using annexkit::Result;
using annexkit::SavedReport;

class Kept : public annexkit::ByteTarget {
  public:
    Result<void> write(std::string_view more) override {
        bytes += more;
        return {};
    }
    std::string bytes;
};

std::string shown(const SavedReport& saved, annexkit::ReportForm form, annexkit::Language language) {
    Kept kept;
    annexkit::ReportSettings settings;
    settings.language = language;
    settings.tool_version = saved.tool_version();
    const auto report = annexkit::make_report(form, saved.rules(), settings, kept);
    annexkit::Reporter reporter;
    reporter.add(*report);
    if (const auto done = saved.show(reporter); !done) defect("it is taken, and not shown: " + done.error().message);
    if (const auto done = reporter.finish(); !done) defect(done.error().message);
    return kept.bytes;
}

void check_saved_again(const SavedReport& saved) {
    const std::string once = shown(saved, annexkit::ReportForm::json, annexkit::Language::english);
    const MemoryFile file(once);
    const auto again = SavedReport::open(file.path());
    if (!again) defect("a report that was saved is refused: " + again.error().message + "\n" + once);
    const std::string twice = shown(*again, annexkit::ReportForm::json, annexkit::Language::english);
    if (twice != once) defect("saved:\n" + once + "\n--- and again:\n" + twice);
}

void check_compared(const SavedReport& saved) {
    const auto compared = annexkit::compare(saved, saved);
    if (!compared) defect(compared.error().message);
    if (!compared->added.empty() || !compared->gone.empty()) defect("a report is not the same as itself");
    (void)annexkit::comparison_text(*compared, annexkit::Language::french);
    (void)annexkit::comparison_json(*compared, annexkit::Language::english);
}

} // namespace

void try_input(std::string_view input, std::uint32_t way) {
    const MemoryFile file(input);
    const auto saved = SavedReport::open(file.path());
    if (!saved) {
        if (saved.error().message.empty()) defect("a report is refused, and nobody says why");
        return;
    }
    if (way == 0) return check_saved_again(*saved);
    if (way == 1) return check_compared(*saved);
    const auto language = way % 2 == 0 ? annexkit::Language::english : annexkit::Language::french;
    for (const auto& form : annexkit::report_forms()) (void)shown(*saved, form.form, language);
}

} // namespace fuzz
