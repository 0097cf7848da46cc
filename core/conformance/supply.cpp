// SPDX-License-Identifier: Apache-2.0
#include "supply.hpp"

#include "annexes.hpp"
#include "contract.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <charconv>

namespace conformance {
namespace {

namespace sdk = annexkit::sdk;

class Reader {
  public:
    explicit Reader(const sdk::OpenRequest&) {}

    annexkit_status scan(const annexkit_window& window, const sdk::Sink&, annexkit_scan& scan) const {
        const std::string_view text(window.data, window.size);
        const std::size_t lines = text.rfind('\n') == std::string_view::npos ? 0 : text.rfind('\n') + 1;
        scan.consumed = window.last == 1 ? text.size() : lines;
        scan.found = !text.empty() && scan.consumed > 0 ? ANNEXKIT_SCAN_RECORDS : ANNEXKIT_SCAN_MORE;
        if (text.empty() && window.last == 1) scan.found = ANNEXKIT_SCAN_END;
        return ANNEXKIT_OK;
    }

    annexkit_status parse(annexkit_chunk& chunk, const sdk::Sink& sink) const {
        const std::string_view text(chunk.original, chunk.size);
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
            const annexkit_status status = deliver(text.substr(at, end - at), at, sink);
            if (status != ANNEXKIT_OK) return status;
            at = end;
        }
        return ANNEXKIT_OK;
    }

  private:
    static annexkit_status deliver(std::string_view line, std::size_t at, const sdk::Sink& sink) {
        static const std::vector<drive::Record> records = mixed_annex().records;
        std::size_t number = 0;
        std::from_chars(line.data(), line.data() + line.size(), number);
        const drive::Record& from = records[number % records.size()];
        drive::Lent lent(drive::Lending::freed);
        const auto values = lent.values(from.values);
        const auto unknown = lent.named(from.unknown);
        const std::vector<annexkit_place> places(std::max(values.size(), unknown.size()), {{at, line.size()}, nullptr});
        return sink.record({sizeof(annexkit_record),
                            values.data(),
                            values.size(),
                            unknown.data(),
                            unknown.size(),
                            {at, line.size()},
                            0,
                            places.data(),
                            places.data()});
    }
};

constexpr annexkit_importer importer = sdk::importer_of<Reader>();

} // namespace

const annexkit_format supply_format = {
    .struct_size = sizeof(annexkit_format),
    .id = sdk::text("conformance-supply"),
    .version = sdk::text("1.0.0"),
    .description = sdk::text("Numbers of initiatives, one a line"),
    .extensions = nullptr,
    .extension_count = 0,
    .media_types = nullptr,
    .media_type_count = 0,
    .guess_encoding = 0,
    .import_options = nullptr,
    .import_option_count = 0,
    .export_options = nullptr,
    .export_option_count = 0,
    .rules = nullptr,
    .rule_count = 0,
    .importer = &importer,
    .exporter = nullptr,
    .flags = 0,
    .rule_pages = nullptr,
};

std::string supply(std::size_t records) {
    std::string text;
    for (std::size_t i = 0; i < records; ++i) text += std::to_string(i) + "\n";
    return text;
}

} // namespace conformance
