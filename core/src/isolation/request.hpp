// SPDX-License-Identifier: Apache-2.0
// What is asked of the process of a plugin, and what it tells meanwhile.
#pragma once

#include <cstdint>

namespace annexkit {

/// A function of the contract that is to be called; each request begins with one. The answer to each but `describe` and
/// those without a status begins with the status and with what escaped the function, which is empty unless an exception
/// did.
enum class Call : std::uint8_t {
    sniff,
    declared_encoding,
    // A reader or writer; a process has one at a time.
    open_reader,
    open_writer,
    close,
    scan,
    parse,
    address,
    setting,
    spell,
    candidates,
    begin,
    write,
    separator,
    end,
};

/// What stands in a message of kind `events`, one after the other.
enum class Event : std::uint8_t {
    head,
    record,
    finding,
    /// A finding that an exporter reports with its output.
    loss,
    candidate,
};

} // namespace annexkit
