// SPDX-License-Identifier: Apache-2.0
// Reads an annex into a digest.
#include "digest/canonical.hpp"
#include "digest/sha256.hpp"
#include "messages/error.hpp"

#include <annexkit/digest.hpp>

#include <string_view>
#include <utility>

namespace annexkit {
namespace {

// The job writes whole initiatives, so no escape is cut.
class DigestTarget : public ByteTarget {
  public:
    Result<void> write(std::string_view bytes) override {
        canonical_.clear();
        append_canonical(bytes, canonical_);
        digest_.add(canonical_);
        return {};
    }
    [[nodiscard]] std::string take() { return digest_.take(); }

  private:
    Sha256 digest_;
    std::string canonical_;
};

bool is_whole(const Summary& summary) {
    return summary.is_read() && !summary.unwritable && summary.left_out == 0 && summary.losses == 0;
}

} // namespace

Result<AnnexDigest> digest(const Registry& registry, Job job) {
    const Format* format = registry.find("ndjson");
    if (format == nullptr) {
        std::vector<Argument> arguments;
        add_known(arguments, registry);
        return make_error(ErrorKind::usage, "digest.format", std::move(arguments));
    }
    DigestTarget target;
    job.output = Output{&target, format, {}};
    job.on_invalid = OnInvalid::keep;
    std::uint64_t of_head = 0;
    job.on_finding = [&, tell = std::move(job.on_finding)](const Finding& finding) {
        if (finding.rule == "loss.head") {
            ++of_head;
        } else if (tell) {
            tell(finding);
        }
    };
    auto summary = run(registry, job);
    if (!summary) return summary.error();
    AnnexDigest result{std::move(*summary), {}};
    result.summary.losses -= of_head;
    result.summary.warnings -= of_head;
    if (is_whole(result.summary)) result.sha256 = target.take();
    return result;
}

} // namespace annexkit
