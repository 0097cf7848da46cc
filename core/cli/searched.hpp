// SPDX-License-Identifier: Apache-2.0
// Where plugins were looked for, what was found there, and what became of it: as text and as JSON.
#pragma once

#include <annexkit/registry.hpp>

#include <cstddef>
#include <span>
#include <string>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace annexkit::cli {

/// `folders` are those that the registry searched, in the same order.
[[nodiscard]] std::string searched_text(const Registry& registry, std::span<const PluginFolder> folders,
                                        std::size_t width);

void searched_json(rapidjson::PrettyWriter<rapidjson::StringBuffer>& writer, const Registry& registry,
                   std::span<const PluginFolder> folders);

} // namespace annexkit::cli
