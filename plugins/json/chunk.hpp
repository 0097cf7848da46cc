// SPDX-License-Identifier: Apache-2.0
// Reads the records of one chunk.
#pragma once

#include "settings.hpp"

#include <annexkit/plugin_sdk.hpp>

namespace annexkit::json {

/// Reads elements of an array, separated by commas with one more allowed at the end, or lines of NDJSON.
///
/// A fault in an array is fatal, since nobody knows where the next element starts; one in a line concerns its record.
annexkit_status parse_chunk(const Settings& settings, const annexkit_chunk& chunk, const sdk::Sink& sink);

} // namespace annexkit::json
