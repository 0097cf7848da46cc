// SPDX-License-Identifier: Apache-2.0
// What a job that cannot go on gives back: an error that names the thing, the value, the wish and the way out.
#pragma once

#include <cassert>
#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace annexkit {

/// What kind of trouble ended a job; the program turns it into its exit code.
enum class ErrorKind {
    usage,  ///< a request that cannot be met: an unknown option, format or schema
    schema, ///< a schema that cannot be used
    input,  ///< an input that cannot be read
    plugin, ///< a plugin that cannot be loaded or that broke the contract
    output  ///< an output that cannot be written
};

enum class Language { english, french };

/// What is said of an error or a finding.
struct Sentence {
    /// One line without a full stop.
    std::string message;
    /// The way out, one line; may be empty.
    std::string hint;
};

struct Error {
    ErrorKind kind = ErrorKind::usage;
    /// In English, as Sentence has them.
    std::string message;
    std::string hint;
    /// The same in French; a host that has no French for an error of its own leaves it empty.
    Sentence french = {};

    /// In French where there is some.
    [[nodiscard]] Sentence in(Language language) const {
        return language == Language::french && !french.message.empty() ? french : Sentence{message, hint};
    }
};

template <class T> class Result;

namespace detail {

template <class Value, class T>
concept MakesValue = std::convertible_to<Value, T> && !std::same_as<std::remove_cvref_t<Value>, Error> &&
                     !std::same_as<std::remove_cvref_t<Value>, Result<T>>;

} // namespace detail

/// A value, or the error why there is none. A function says `return value;` or `return error;`, and its caller asks
/// before it takes either:
///
///     const Result<Summary> summary = run(registry, job);
///     if (!summary) return summary.error();
///     use(summary->read);
template <class T> class Result {
  public:
    template <detail::MakesValue<T> Value = T>
    Result(Value&& value) : state_(std::in_place_index<0>, std::forward<Value>(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    [[nodiscard]] T& operator*() & { return value(state_); }
    [[nodiscard]] const T& operator*() const& { return value(state_); }
    [[nodiscard]] T&& operator*() && { return std::move(value(state_)); }
    [[nodiscard]] T* operator->() { return &value(state_); }
    [[nodiscard]] const T* operator->() const { return &value(state_); }

    [[nodiscard]] Error& error() { return fault(state_); }
    [[nodiscard]] const Error& error() const { return fault(state_); }

  private:
    static auto& value(auto& state) {
        assert(state.index() == 0);
        return *std::get_if<0>(&state);
    }
    static auto& fault(auto& state) {
        assert(state.index() == 1);
        return *std::get_if<1>(&state);
    }

    std::variant<T, Error> state_;
};

/// Nothing, or the error why it was not done.
template <> class Result<void> {
  public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    [[nodiscard]] bool has_value() const { return !error_; }
    explicit operator bool() const { return has_value(); }

    [[nodiscard]] Error& error() {
        assert(error_);
        return *error_;
    }
    [[nodiscard]] const Error& error() const {
        assert(error_);
        return *error_;
    }

  private:
    std::optional<Error> error_;
};

} // namespace annexkit
