// SPDX-License-Identifier: Apache-2.0
// What both directions of the driver share: owned copies of what crosses the border, checked against the contract.
#pragma once

#include "drive.hpp"
#include "lending.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drive {

[[nodiscard]] bool is_utf8(std::string_view text);
/// RFC 8259, section 6.
[[nodiscard]] bool is_number(std::string_view text);

/// Throws: Breach for an unknown kind, for text that is none of its kind, and for a list without items.
Value own(const annexkit_value& value);

/// Offsets and rows are moved by `offset` and `row`, from the chunk to the input.
/// Throws: Breach for a rule that the format does not declare and for an argument that its sentences miss.
Finding own(const annexkit_format& format, const annexkit_finding& finding, std::uint64_t offset, std::uint64_t row);

/// The request to open a reader or writer. Lifetime: `fields` live until close, the rest during open.
class OpenRequest {
  public:
    /// What a reader or writer is opened with.
    struct Options {
        const drive::Options& chosen;
        std::span<const annexkit_option> declared;
        Lending lending;
    };

    OpenRequest(std::span<const annexkit_field> fields, const Options& options, const annexkit_sink& sink);
    [[nodiscard]] const annexkit_open_request* table() const { return &table_; }

  private:
    Lent lent_;
    annexkit_open_request table_{};
};

std::vector<annexkit_field> contract_fields(const std::vector<Field>& fields);

/// Calls a function of the plugin. Throws: Breach for an exception that comes out of it.
template <class Call> auto crossing(const char* function, Call&& call) {
    try {
        return call();
    } catch (const std::exception& error) {
        throw Breach(std::string(function) + " threw an exception across the border: " + error.what());
    } catch (...) {
        throw Breach(std::string(function) + " threw something across the border");
    }
}

/// Runs the host's part of a callback and keeps what it throws away from the plugin.
template <class Work> annexkit_status within_border(std::string& breach, Work&& work) noexcept {
    try {
        return work();
    } catch (const std::exception& error) {
        if (breach.empty()) breach = error.what();
    }
    return ANNEXKIT_FAILED;
}

/// What an exporter writes to.
class Room {
  public:
    /// Findings are judged by what `format` declares; what the settings refuse is counted in `to`.
    Room(const annexkit_format& format, const WriteSettings& settings, Writing& to);
    Room(const Room&) = delete;
    Room& operator=(const Room&) = delete;

    [[nodiscard]] annexkit_output* table() { return &table_; }
    [[nodiscard]] std::string_view bytes() const { return {table_.data, table_.size}; }
    /// Judges the call that has just ended.
    void end(const char* function, annexkit_status status) const;

  private:
    annexkit_status reserve(std::size_t more);
    annexkit_status finding(const annexkit_finding& finding);

    const annexkit_format& format_;
    const WriteSettings& settings_;
    Writing& to_;
    std::size_t findings_before_;
    std::unique_ptr<char[]> memory_;
    std::optional<annexkit_status> refused_;
    std::string breach_;
    annexkit_output table_{};
};

/// How one call into a plugin ended, and what the host knows about it.
struct Ending {
    std::string function;
    annexkit_status status = ANNEXKIT_OK;
    /// The host answered a call with this status.
    std::optional<annexkit_status> refused;
    bool reported = false;
};

/// Throws: Breach for a status that the call must not end with.
void check(const Ending& ending);

} // namespace drive
