// SPDX-License-Identifier: Apache-2.0
// An output that fails, and what is left behind.
#include "checks.hpp"

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

namespace conformance {
namespace {

drive::WriteSettings exact_settings() {
    drive::WriteSettings settings;
    settings.fields = fields();
    settings.exact_room = true;
    return settings;
}

/// What the process writes to a stream while this lives.
class Captured {
  public:
    explicit Captured(std::FILE* stream) : stream_(stream), file_(std::tmpfile()) {
        std::fflush(stream_);
        kept_ = dup(fileno(stream_));
        dup2(fileno(file_), fileno(stream_));
    }
    ~Captured() {
        std::fflush(stream_);
        dup2(kept_, fileno(stream_));
        close(kept_);
        std::fclose(file_);
    }
    Captured(const Captured&) = delete;
    Captured& operator=(const Captured&) = delete;

    std::string text() {
        std::fflush(stream_);
        std::array<char, 200> beginning{};
        const auto size = pread(fileno(file_), beginning.data(), beginning.size(), 0);
        return {beginning.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
    }

  private:
    std::FILE* stream_;
    std::FILE* file_;
    int kept_ = -1;
};

} // namespace

void ends_writing_without_room(const Subject& subject, Faults& faults) {
    if (subject.format.exporter == nullptr) return;
    const Annex annex = mixed_annex();
    drive::WriteSettings settings = exact_settings();
    const std::uint64_t rooms = drive::write(subject.format, annex.head, annex.records, settings).rooms;
    for (std::uint64_t at = 0; at < rooms; ++at) {
        settings.refused_room = at;
        faults.watch(fmt::format("no room at request {}", at),
                     [&] { drive::write(subject.format, annex.head, annex.records, settings); });
    }
}

void ends_writing_when_refused(const Subject& subject, Faults& faults) {
    if (subject.format.exporter == nullptr) return;
    std::vector<drive::Options> variants = option_variants(subject.format);
    variants.emplace_back();
    const Annex annex = annex_with_losses();
    for (const auto& options : variants) {
        drive::WriteSettings settings = exact_settings();
        settings.options = options;
        const std::string context = options.empty() ? "" : fmt::format("option {}: ", options.begin()->first);
        faults.watch(context, [&] {
            const std::uint64_t reports = drive::write(subject.format, annex.head, annex.records, settings).reports;
            for (std::uint64_t at = 0; at < reports; ++at) {
                settings.refusal = {at, ANNEXKIT_STOP};
                drive::write(subject.format, annex.head, annex.records, settings);
            }
        });
    }
}

void closes_at_any_time(const Subject& subject, Faults& faults) {
    faults.watch("closed after open", [&] {
        const drive::ReadSettings settings = own_settings();
        if (subject.format.importer != nullptr) drive::Import(subject.format, "", settings).close();
    });
    faults.watch("closed after begin", [&] {
        const drive::WriteSettings settings = exact_settings();
        if (subject.format.exporter == nullptr) return;
        drive::Export(subject.format, settings).close();
        drive::Export exporter(subject.format, settings);
        drive::Writing to;
        exporter.begin({}, to);
        exporter.close();
    });
    for (const auto& input : all_inputs(subject))
        faults.watch("closed in the middle of an input", [&] {
            drive::ReadSettings settings = own_settings();
            settings.window_bytes = 64;
            drive::Import import(subject.format, input, settings);
            drive::Reading reading;
            if (const auto chunk = import.next(reading)) import.parse(*chunk, reading);
            import.close();
        });
}

void prints_nothing(const Subject& subject, Faults& faults) {
    Captured output(stdout);
    Captured error(stderr);
    faults.watch("quietly", [&] { work_through(subject); });
    if (const auto text = output.text(); !text.empty()) faults.add("it writes to standard output: " + shown(text));
    if (const auto text = error.text(); !text.empty()) faults.add("it writes to standard error: " + shown(text));
}

} // namespace conformance
