// SPDX-License-Identifier: Apache-2.0
// Why RapidJSON takes a text for no JSON, in both languages.
#pragma once

#include <annexkit/result.hpp>

#include <rapidjson/error/error.h>

namespace annexkit {

/// Lifetime: none is lent. Threads: any.
[[nodiscard]] Error json_fault(rapidjson::ParseErrorCode code);

} // namespace annexkit
