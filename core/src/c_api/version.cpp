// SPDX-License-Identifier: Apache-2.0
#include <annexkit/annexkit.h>
#include <annexkit/version.hpp>

// Ends with NUL: it is a literal.
const char* annexkit_version() { return annexkit::version().data(); }

std::uint32_t annexkit_abi() { return ANNEXKIT_ABI; }
