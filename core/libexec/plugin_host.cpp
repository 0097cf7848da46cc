// SPDX-License-Identifier: Apache-2.0
// annexkit-plugin-host: the process of one plugin, started by the library with a socket. Nobody else has a use for it.
#include "isolation/serve.hpp"

#include <cstdlib>

int main(int argc, char** argv) {
    constexpr int wrong_usage = 2;
    if (argc != 3) return wrong_usage;
    return annexkit::serve_plugin(argv[1], std::strtoull(argv[2], nullptr, 10));
}
