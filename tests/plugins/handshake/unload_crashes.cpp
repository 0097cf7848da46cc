// SPDX-License-Identifier: Apache-2.0
// Crashes while it is unloaded.
#include "table.hpp"

#include <cstdlib>

namespace {

const struct Crash {
    ~Crash() { std::abort(); }
} crash;

} // namespace

const annexkit_plugin* annexkit_plugin_v1() { return &plugin; }
