// SPDX-License-Identifier: Apache-2.0
// Calls across the plugin border: C callbacks that keep our exceptions in, and calls that keep the plugin's out.
#pragma once

#include "text/bytes.hpp"

#include <annexkit/plugin.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace annexkit {

/// What an importer delivers to; one implementation for scan, one for parse.
class ImportHost {
  public:
    ImportHost();
    virtual ~ImportHost() = default;
    ImportHost(const ImportHost&) = delete;
    ImportHost& operator=(const ImportHost&) = delete;

    virtual std::int32_t resolve(std::string_view name) = 0;
    virtual std::int32_t fits(std::int32_t /*field*/, std::string_view /*text*/) { return -1; }
    virtual annexkit_status columns(std::span<const annexkit_column> columns, std::uint64_t row,
                                    std::int32_t* targets) = 0;
    virtual annexkit_status head(std::span<const annexkit_named_value> members, const annexkit_place* places) = 0;
    virtual annexkit_status record(const annexkit_record& record) = 0;
    virtual annexkit_status finding(const annexkit_finding& finding) = 0;

    [[nodiscard]] const annexkit_sink* sink() const { return &sink_; }
    /// Throws what a callback had to hold back while the plugin was on the stack.
    void rethrow() {
        if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
    }

  private:
    template <class Work> static annexkit_status guarded(void* host, Work&& work) noexcept;

    annexkit_sink sink_{};
    std::exception_ptr thrown_;
};

/// What an exporter writes to.
class OutputBuffer {
  public:
    OutputBuffer();
    OutputBuffer(const OutputBuffer&) = delete;
    OutputBuffer& operator=(const OutputBuffer&) = delete;

    /// Receives the exporter's findings.
    class Listener {
      public:
        virtual ~Listener() = default;
        virtual annexkit_status loss(const annexkit_finding& finding) = 0;
    };
    void listen(Listener* listener) { listener_ = listener; }

    [[nodiscard]] annexkit_output* table() { return &table_; }
    [[nodiscard]] std::string_view bytes() const { return {table_.data, table_.size}; }
    /// The outcome of a call that wrote here: failed when it claims to have written more than it had room for.
    annexkit_status judged(annexkit_status status, std::string& escaped) {
        if (table_.size <= table_.capacity) return status;
        table_.size = 0;
        escaped = "it wrote more than it had room for";
        return ANNEXKIT_FAILED;
    }
    void truncate(std::size_t size) { table_.size = size; }
    /// Makes sure that so many bytes have room.
    void reserve(std::size_t size) {
        if (table_.capacity < size) make_room(size - table_.size);
    }
    void append(std::string_view more);
    /// Hands out what was written, and goes on with the room of `other`, without what it holds.
    void exchange(Bytes& other);
    void rethrow() {
        if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
    }

  private:
    void make_room(std::size_t more);

    annexkit_output table_{};
    /// The memory of table_, which alone knows how much of it is filled.
    Bytes bytes_;
    Listener* listener_ = nullptr;
    std::exception_ptr thrown_;
};

/// Calls into a plugin. An exception that comes out of it, against the contract, becomes ANNEXKIT_FAILED and `escaped`.
template <class Call> annexkit_status call_plugin(Call&& call, std::string& escaped) {
    try {
        return call();
    } catch (const std::bad_alloc&) {
        return ANNEXKIT_NO_MEMORY;
    } catch (const std::exception& error) {
        escaped = std::string("it threw an exception across the border: ") + error.what();
    } catch (...) {
        escaped = "it threw an exception across the border";
    }
    return ANNEXKIT_FAILED;
}

/// Asks a plugin for an answer that has no status. What it throws becomes `escaped`, and `answer` stands.
template <class Ask, class Answer> Answer ask_plugin(Ask&& ask, Answer answer, std::string& escaped) {
    const auto status = call_plugin(
        [&] {
            answer = ask();
            return annexkit_status{ANNEXKIT_OK};
        },
        escaped);
    if (status == ANNEXKIT_NO_MEMORY) throw std::bad_alloc();
    return answer;
}

/// Closes a reader or writer. What it throws concerns nobody any more.
template <class Close> void close_plugin(Close&& close, void* object) noexcept {
    std::string escaped;
    call_plugin(
        [&] {
            close(object);
            return annexkit_status{ANNEXKIT_OK};
        },
        escaped);
}

} // namespace annexkit
