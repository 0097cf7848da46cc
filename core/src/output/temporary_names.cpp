// SPDX-License-Identifier: Apache-2.0
#include "output/temporary_names.hpp"

#include <annexkit/files.hpp>

#include <algorithm>
#include <vector>

#include <unistd.h>

namespace annexkit {
namespace {

struct Names {
    std::recursive_mutex mutex;
    std::vector<std::filesystem::path> given;
};

// Never destroyed, since threads may still write while the program ends, and made without memory, which may be short.
union Kept {
    Names names;
    Kept() : names() {}
    ~Kept() {}
};

Names& names() {
    static Kept kept;
    return kept.names;
}

} // namespace

std::unique_lock<std::recursive_mutex> hold_names() { return std::unique_lock(names().mutex); }

void note_temporary_name(const std::filesystem::path& name) { names().given.push_back(name); }

void forget_temporary_name(const std::filesystem::path& name) noexcept {
    auto& given = names().given;
    given.erase(std::remove(given.begin(), given.end(), name), given.end());
}

void abandon_outputs() {
    names().mutex.lock(); // for ever
    for (const auto& name : names().given) ::unlink(name.c_str());
}

} // namespace annexkit
