// SPDX-License-Identifier: Apache-2.0
// Greets whoever loads it, where their output should be.
#include "table.hpp"

#include <cstdio>

namespace {

const struct Greeting {
    Greeting() { std::puts("welcome"); }
} greeting;

} // namespace

const annexkit_plugin* annexkit_plugin_v1() { return &plugin; }
