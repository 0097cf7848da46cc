// SPDX-License-Identifier: Apache-2.0
#include "digest/metered.hpp"

#include <vector>

namespace annexkit {

Result<void> read_rest(ByteSource& source) {
    std::vector<char> block(std::size_t{64} << 10);
    for (;;) {
        const auto got = source.read(block);
        if (!got) return got.error();
        if (*got == 0) return {};
    }
}

std::optional<std::string> digest_of_file(const std::filesystem::path& file) {
    const auto source = open_source(file);
    if (!source) return std::nullopt;
    Meter meter{.digest = Sha256()};
    MeteredSource metered(**source, meter);
    if (!read_rest(metered)) return std::nullopt;
    return meter.digest->take();
}

} // namespace annexkit
