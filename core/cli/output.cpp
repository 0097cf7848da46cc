// SPDX-License-Identifier: Apache-2.0
#include "output.hpp"

#include "failure.hpp"
#include "targets.hpp"
#include "terminal.hpp"

#include <cstdio>

namespace annexkit::cli {

void write_whole(const std::string& file, std::string_view text, OnExisting on_existing) {
    if (file == "-") return print(stdout, text);
    const auto target = open_target(file, on_existing);
    value_or_fail(target->write(text));
    value_or_fail(target->commit());
}

} // namespace annexkit::cli
