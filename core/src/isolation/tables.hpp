// SPDX-License-Identifier: Apache-2.0
// The tables of a plugin as the host has them: what they declare is the plugin's, their functions are the host's own.
#pragma once

#include "isolation/wire.hpp"

#include <annexkit/plugin.h>

#include <cstdint>
#include <deque>
#include <memory_resource>
#include <string>
#include <vector>

namespace annexkit {

/// The functions that a format may lack, as a sum.
enum Ability : std::uint32_t {
    reads = 1,
    sniffs = 2,
    declares_encoding = 4,
    scans = 8,
    addresses = 16,
    tells_settings = 32,
    spells = 64,
    weighs_candidates = 128,
    writes = 256,
    writes_in_order = 512,
};

/// What a plugin's tables declare.
void pack_tables(const annexkit_plugin& plugin, Packer& packer);

struct DeclaredFormat {
    /// Without importer and exporter.
    annexkit_format table{};
    std::uint32_t abilities = 0;
};

/// Lifetime: a DeclaredPlugin holds what its tables point to, and stays where it is.
class DeclaredPlugin {
  public:
    explicit DeclaredPlugin(std::string packed);

    /// It could be understood.
    [[nodiscard]] bool is_whole() const { return unpacker_.is_whole() && unpacker_.at_end(); }
    /// Without formats.
    [[nodiscard]] const annexkit_plugin& table() const { return table_; }
    [[nodiscard]] std::deque<DeclaredFormat>& formats() { return formats_; }

  private:
    void add_format();

    std::string packed_;
    Unpacker unpacker_;
    annexkit_plugin table_{};
    std::deque<DeclaredFormat> formats_;
};

} // namespace annexkit
