// SPDX-License-Identifier: Apache-2.0
// The plugin contract for C++: writes the C tables for a reader or writer class and keeps exceptions inside the plugin.
//
// A plugin in C++ writes two plain classes and two tables:
//
//     class Reader {
//       public:
//         explicit Reader(const sdk::OpenRequest& request);
//         annexkit_status scan(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan);
//         annexkit_status parse(annexkit_chunk& chunk, const sdk::Sink& sink) const;
//         void address(const annexkit_address_request& request, sdk::Output& output) const;
//         std::string_view setting(std::string_view option) const;
//         template <class Take> annexkit_status candidates(const annexkit_window& window, const sdk::Sink& sink,
//                                                          Take&& take) const;
//         bool spell(const annexkit_spell_request& request, annexkit_span& replaced, sdk::Output& output) const;
//     };
//     constexpr annexkit_importer importer = sdk::importer_of<Reader>(sniff);
//
//     class Writer {
//       public:
//         explicit Writer(const sdk::OpenRequest& request);
//         annexkit_status begin(std::span<const annexkit_named_value> head, sdk::Output& output);
//         annexkit_status write(const annexkit_record& record, sdk::Output& output) const;
//         std::string_view separator() const;
//         annexkit_status end(std::uint64_t records, sdk::Output& output);
//     };
//     constexpr annexkit_exporter exporter = sdk::exporter_of<Writer>();
//
// An exception that leaves one of them becomes a status and the finding plugin.failed. Source: plugin.h, whose words on
// lifetimes and threads hold here too.
#pragma once

#include <annexkit/plugin.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <initializer_list>
#include <new>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace annexkit::sdk {

constexpr annexkit_text text(std::string_view value) { return {value.data(), value.size()}; }
constexpr std::string_view view(annexkit_text value) {
    return value.size == 0 ? std::string_view() : std::string_view(value.data, value.size);
}

/// Whether a table has the member: one that was compiled against an earlier header may lack it.
template <class Table, class Member> bool has(const Table& table, Member Table::*member) {
    const auto offset = static_cast<std::size_t>(reinterpret_cast<const char*>(&(table.*member)) -
                                                 reinterpret_cast<const char*>(&table));
    return table.struct_size >= offset + sizeof(Member);
}

inline annexkit_argument argument(std::string_view name, std::string_view value) { return {text(name), text(value)}; }

/// What the names of columns that hold a member of the annex head start with (ANNEXKIT_NAME_HEAD).
inline constexpr std::string_view head_prefix = "annex.";
/// The column that holds the unknown fields of its row (ANNEXKIT_NAME_OTHER_FIELDS).
inline constexpr std::string_view other_fields_column = "other_fields";

/// Thrown by a reader or writer that has reported why it cannot go on.
struct Failure : std::exception {
    const char* what() const noexcept override { return "the reason was reported as a finding"; }
};

/// One finding to report. Lifetime: everything that it points to is read during the call.
struct Finding {
    std::string_view rule;
    annexkit_span span{0, 0};
    std::uint64_t record = ANNEXKIT_NONE;
    std::uint64_t row = ANNEXKIT_NONE;
    std::int32_t column = -1;
    std::int32_t field = -1;
    std::span<const annexkit_argument> arguments{};

    [[nodiscard]] annexkit_finding as_table() const {
        return {sizeof(annexkit_finding), text(rule),      span, record, row, column, field,
                arguments.data(),         arguments.size()};
    }
};

/// The host's side of an import. A call that answers other than ANNEXKIT_OK ends the caller's work with that status.
class Sink {
  public:
    explicit Sink(const annexkit_sink& table) : table_(&table) {}

    [[nodiscard]] std::int32_t resolve(std::string_view name) const {
        return table_->resolve(table_->host, text(name));
    }
    /// -1 where the host cannot tell.
    [[nodiscard]] std::int32_t fits(std::int32_t field, std::string_view value) const {
        const bool is_there = has(*table_, &annexkit_sink::fits) && table_->fits != nullptr;
        return is_there ? table_->fits(table_->host, field, text(value)) : -1;
    }
    annexkit_status columns(std::span<const annexkit_column> columns, std::uint64_t row, std::int32_t* targets) const {
        return table_->columns(table_->host, columns.data(), columns.size(), row, targets);
    }
    annexkit_status head(std::span<const annexkit_named_value> members, const annexkit_place* places) const {
        return table_->head(table_->host, members.data(), places, members.size());
    }
    annexkit_status record(const annexkit_record& record) const { return table_->record(table_->host, &record); }
    annexkit_status report(const Finding& finding) const {
        const annexkit_finding table = finding.as_table();
        return table_->finding(table_->host, &table);
    }
    annexkit_status report(Finding finding, std::initializer_list<annexkit_argument> arguments) const {
        finding.arguments = {arguments.begin(), arguments.size()};
        return report(finding);
    }

  private:
    const annexkit_sink* table_;
};

namespace detail {

/// Copies a text that is not empty. Most are short, and a call takes longer than their bytes.
inline void copy(std::string_view from, char* to) {
    const char* const data = from.data();
    const std::size_t size = from.size();
    const auto ends = [&]<class Word>(Word word) {
        Word last;
        std::memcpy(&word, data, sizeof word);
        std::memcpy(&last, data + size - sizeof last, sizeof last);
        std::memcpy(to, &word, sizeof word);
        std::memcpy(to + size - sizeof last, &last, sizeof last);
    };
    if (size > 2 * sizeof(std::uint64_t)) {
        std::memcpy(to, data, size);
    } else if (size >= sizeof(std::uint64_t)) {
        ends(std::uint64_t{});
    } else if (size >= sizeof(std::uint32_t)) {
        ends(std::uint32_t{});
    } else {
        to[0] = data[0];
        to[size / 2] = data[size / 2];
        to[size - 1] = data[size - 1];
    }
}

} // namespace detail

/// Where a writer appends its bytes.
class Output {
  public:
    explicit Output(annexkit_output& table) : table_(&table) {}

    /// Throws: std::bad_alloc when the host has no room.
    void append(std::string_view bytes) {
        if (bytes.empty()) return;
        detail::copy(bytes, room(bytes.size()));
        table_->size += bytes.size();
    }
    void append(char byte) {
        *room(1) = byte;
        ++table_->size;
    }
    /// Room for at least `size` bytes, to be filled in place; `wrote` says how many were.
    [[nodiscard]] char* room(std::size_t size) {
        if (table_->capacity - table_->size < size && table_->reserve(table_, size) != ANNEXKIT_OK)
            throw std::bad_alloc();
        return table_->data + table_->size;
    }
    void wrote(std::size_t size) { table_->size += size; }

    annexkit_status report(Finding finding, std::initializer_list<annexkit_argument> arguments) {
        finding.arguments = {arguments.begin(), arguments.size()};
        const annexkit_finding table = finding.as_table();
        return table_->finding(table_, &table);
    }

  private:
    annexkit_output* table_;
};

/// What a reader or writer is opened with. Lifetime: the fields live until close, the rest during the constructor.
class OpenRequest {
  public:
    explicit OpenRequest(const annexkit_open_request& table) : table_(&table) {}

    [[nodiscard]] std::span<const annexkit_field> fields() const { return {table_->fields, table_->field_count}; }
    [[nodiscard]] Sink sink() const { return Sink(*table_->sink); }
    /// The value of a declared option. Throws: std::out_of_range for an option that the format does not declare.
    [[nodiscard]] std::string_view option(std::string_view name) const {
        for (const auto& option : std::span(table_->options, table_->option_count))
            if (view(option.name) == name) return view(option.value);
        throw std::out_of_range("undeclared option " + std::string(name));
    }
    [[nodiscard]] bool enabled(std::string_view name) const { return option(name) == "true"; }

  private:
    const annexkit_open_request* table_;
};

/// Says whether this input is one of lines, to a host that asks.
inline void tell_lines(annexkit_scan& scan, bool lines) {
    if (has(scan, &annexkit_scan::lines)) scan.lines = lines ? 1 : 0;
}

namespace detail {

/// Runs `work`; turns what it throws into a status, and gives the reason of an unexpected exception to `report`.
template <class Work, class Report> annexkit_status guarded(Work&& work, Report&& report) noexcept {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return ANNEXKIT_NO_MEMORY;
    } catch (const Failure&) {
        return ANNEXKIT_FAILED;
    } catch (const std::exception& error) {
        report(error.what());
        return ANNEXKIT_FAILED;
    } catch (...) {
        report("an exception of an unknown type");
        return ANNEXKIT_FAILED;
    }
}

inline auto to_sink(const annexkit_sink* sink) {
    return [sink](std::string_view reason) {
        Sink(*sink).report({.rule = "plugin.failed"}, {{text("reason"), text(reason)}});
    };
}

inline auto to_output(annexkit_output* output) {
    return [output](std::string_view reason) {
        Output(*output).report({.rule = "plugin.failed"}, {{text("reason"), text(reason)}});
    };
}

template <class Object> annexkit_status open(const annexkit_open_request* request, void** object) {
    return guarded(
        [&] {
            *object = new Object(OpenRequest(*request));
            return annexkit_status{ANNEXKIT_OK};
        },
        to_sink(request->sink));
}

template <class Object> void close(void* object) { delete static_cast<Object*>(object); }

template <class Reader>
annexkit_status scan(void* reader, const annexkit_window* window, const annexkit_sink* sink, annexkit_scan* scan) {
    return guarded([&] { return static_cast<Reader*>(reader)->scan(*window, Sink(*sink), *scan); }, to_sink(sink));
}

template <class Reader> annexkit_status parse(const void* reader, annexkit_chunk* chunk, const annexkit_sink* sink) {
    return guarded([&] { return static_cast<const Reader*>(reader)->parse(*chunk, Sink(*sink)); }, to_sink(sink));
}

template <class Reader>
annexkit_status address(const void* reader, const annexkit_address_request* request, annexkit_output* output) {
    return guarded(
        [&] {
            Output target(*output);
            static_cast<const Reader*>(reader)->address(*request, target);
            return annexkit_status{ANNEXKIT_OK};
        },
        to_output(output));
}

template <class Reader> annexkit_text setting(const void* reader, annexkit_text option) {
    return text(static_cast<const Reader*>(reader)->setting(view(option)));
}

template <class Reader>
annexkit_status spell(const void* reader, const annexkit_spell_request* request, annexkit_span* replaced,
                      annexkit_output* output) {
    return guarded(
        [&] {
            Output target(*output);
            const bool done = static_cast<const Reader*>(reader)->spell(*request, *replaced, target);
            return annexkit_status{done ? ANNEXKIT_OK : ANNEXKIT_FAILED};
        },
        to_output(output));
}

template <class Reader>
annexkit_status candidates(const void* reader, const annexkit_window* window, const annexkit_sink* sink, void* host,
                           annexkit_status (*take)(void* host, const annexkit_candidate* candidate)) {
    return guarded(
        [&] {
            return static_cast<const Reader*>(reader)->candidates(
                *window, Sink(*sink), [&](const annexkit_candidate& candidate) { return take(host, &candidate); });
        },
        to_sink(sink));
}

template <class Writer>
annexkit_status begin(void* writer, const annexkit_named_value* members, size_t count, annexkit_output* output) {
    return guarded(
        [&] {
            Output target(*output);
            return static_cast<Writer*>(writer)->begin({members, count}, target);
        },
        to_output(output));
}

template <class Writer>
annexkit_status write(const void* writer, const annexkit_record* record, annexkit_output* output) {
    return guarded(
        [&] {
            Output target(*output);
            return static_cast<const Writer*>(writer)->write(*record, target);
        },
        to_output(output));
}

template <class Writer> annexkit_text separator(const void* writer) {
    return text(static_cast<const Writer*>(writer)->separator());
}

template <class Writer> annexkit_status end(void* writer, uint64_t records, annexkit_output* output) {
    return guarded(
        [&] {
            Output target(*output);
            return static_cast<Writer*>(writer)->end(records, target);
        },
        to_output(output));
}

} // namespace detail

/// The C table of a reader class; see the head of this file. scan, address, setting, spell and candidates are left
/// out where the class has none.
template <class Reader>
constexpr annexkit_importer importer_of(std::int32_t (*sniff)(annexkit_text) = nullptr,
                                        annexkit_text (*declared_encoding)(annexkit_text) = nullptr) {
    annexkit_importer table{};
    table.struct_size = sizeof(annexkit_importer);
    table.sniff = sniff;
    table.declared_encoding = declared_encoding;
    table.open = detail::open<Reader>;
    if constexpr (requires { &Reader::scan; }) table.scan = detail::scan<Reader>;
    table.parse = detail::parse<Reader>;
    if constexpr (requires { &Reader::address; }) table.address = detail::address<Reader>;
    table.close = detail::close<Reader>;
    if constexpr (requires { &Reader::setting; }) table.setting = detail::setting<Reader>;
    if constexpr (requires { &Reader::spell; }) table.spell = detail::spell<Reader>;
    if constexpr (requires(const Reader& reader, annexkit_window window, Sink sink,
                           annexkit_status (*take)(const annexkit_candidate&)) {
                      reader.candidates(window, sink, take);
                  })
        table.candidates = detail::candidates<Reader>;
    return table;
}

/// The C table of a writer class; see the head of this file.
template <class Writer> constexpr annexkit_exporter exporter_of(bool in_order = false) {
    return {sizeof(annexkit_exporter), in_order ? 1 : 0,          detail::open<Writer>, detail::begin<Writer>,
            detail::write<Writer>,     detail::separator<Writer>, detail::end<Writer>,  detail::close<Writer>};
}

} // namespace annexkit::sdk
