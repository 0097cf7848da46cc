// SPDX-License-Identifier: Apache-2.0
// What is asked of the process of a plugin, and what it tells meanwhile.
#pragma once

#include <cstdint>

namespace annexkit {

/// A function of the contract that is to be called; each request begins with one. Each answer begins with a status, a
/// Breach and a text with what an exception says.
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

/// What a function did against the contract. The host does it once more, so that it is dealt with as if the plugin were
/// in the same process.
enum class Breach : std::uint8_t {
    none,
    /// It threw a std::exception.
    exception,
    /// It threw something else.
    other_exception,
    /// It says to have written more than it had room for.
    overrun,
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
