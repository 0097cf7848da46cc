// SPDX-License-Identifier: Apache-2.0
#include "drive.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <set>

namespace drive {

namespace sdk = annexkit::sdk;

Value absent() { return {}; }
Value untyped(std::string text) { return {ANNEXKIT_UNTYPED, std::move(text), {}}; }
Value text(std::string text) { return {ANNEXKIT_TEXT, std::move(text), {}}; }
Value number(std::string text) { return {ANNEXKIT_NUMBER, std::move(text), {}}; }
Value boolean(bool value) { return {ANNEXKIT_BOOLEAN, value ? "true" : "false", {}}; }
Value list(std::vector<std::string> items) { return {ANNEXKIT_LIST, {}, std::move(items)}; }
Value json(std::string text) { return {ANNEXKIT_JSON, std::move(text), {}}; }

const std::vector<Field>& sample_fields() {
    static const std::vector<Field> fields = {
        {"id", ANNEXKIT_TEXT, {"Identifiant"}},
        {"part", ANNEXKIT_NUMBER, {"Partie"}},
        {"section", ANNEXKIT_TEXT, {"SECTION"}},
        {"partners", ANNEXKIT_LIST, {"Partenaire", "Partenaires"}},
        {"initiative", ANNEXKIT_TEXT, {"Initiative proposée"}},
        {"bodies", ANNEXKIT_LIST, {"Organismes responsables"}},
    };
    return fields;
}

namespace {

Value own(const annexkit_value& value) {
    Value result{value.kind, std::string(sdk::view(value.text)), {}};
    for (std::uint32_t i = 0; value.kind == ANNEXKIT_LIST && i < value.count; ++i)
        result.items.emplace_back(sdk::view(value.items[i]));
    return result;
}

annexkit_span shifted(annexkit_span span, std::uint64_t base) { return {span.offset + base, span.size}; }

Place own(const annexkit_place& place, std::uint32_t items, std::uint64_t base) {
    Place result{shifted(place.value, base), {}};
    for (std::uint32_t i = 0; place.items != nullptr && i < items; ++i)
        result.items.push_back(shifted(place.items[i], base));
    return result;
}

struct Host {
    const ReadSettings& settings;
    Reading reading;
    std::uint64_t base = 0;
    std::uint64_t row_base = 0;
    bool scanning = true;

    std::int32_t resolve(std::string_view name) const {
        const auto same = [&](std::string_view other) {
            return name.size() == other.size() &&
                   std::equal(name.begin(), name.end(), other.begin(), [](char a, char b) {
                       return std::tolower(static_cast<unsigned char>(a)) ==
                              std::tolower(static_cast<unsigned char>(b));
                   });
        };
        for (std::size_t i = 0; i < settings.fields.size(); ++i) {
            if (same(settings.fields[i].name)) return static_cast<std::int32_t>(i);
            for (const auto& title : settings.fields[i].titles)
                if (same(title)) return static_cast<std::int32_t>(i);
        }
        if (name == "other_fields") return ANNEXKIT_NAME_OTHER_FIELDS;
        return name.starts_with("annex.") ? ANNEXKIT_NAME_HEAD : ANNEXKIT_NAME_UNKNOWN;
    }

    annexkit_status record(const annexkit_record& from) {
        CHECK_FALSE(scanning);
        CHECK(from.value_count == settings.fields.size());
        if (reading.records.size() == settings.stop_at) return ANNEXKIT_STOP;
        Record to;
        to.span = shifted(from.span, base);
        to.row = from.row + row_base;
        for (std::size_t i = 0; i < from.value_count; ++i) to.values.push_back(own(from.values[i]));
        for (std::size_t i = 0; i < from.unknown_count; ++i)
            to.unknown.emplace_back(sdk::view(from.unknown[i].name), own(from.unknown[i].value));
        if (settings.places) {
            REQUIRE(from.places != nullptr);
            for (std::size_t i = 0; i < from.value_count; ++i)
                to.places.push_back(own(from.places[i], from.values[i].count, base));
            for (std::size_t i = 0; i < from.unknown_count; ++i)
                to.unknown_places.push_back(own(from.unknown_places[i], from.unknown[i].value.count, base));
        }
        reading.records.push_back(std::move(to));
        return ANNEXKIT_OK;
    }
};

Finding own(const annexkit_finding& finding, std::uint64_t base, std::uint64_t row_base) {
    Finding result{std::string(sdk::view(finding.rule)),
                   shifted(finding.span, base),
                   finding.row == ANNEXKIT_NONE ? ANNEXKIT_NONE : finding.row + row_base,
                   finding.column,
                   finding.field,
                   {}};
    for (std::size_t i = 0; i < finding.argument_count; ++i)
        result.arguments.emplace(sdk::view(finding.arguments[i].name), sdk::view(finding.arguments[i].value));
    return result;
}

annexkit_sink sink_of(Host& owner) {
    annexkit_sink sink{};
    sink.struct_size = sizeof sink;
    sink.host = &owner;
    sink.resolve = [](void* self, annexkit_text name) { return static_cast<Host*>(self)->resolve(sdk::view(name)); };
    sink.columns = [](void* self, const annexkit_column* columns, size_t count, uint64_t, int32_t* targets) {
        auto& host = *static_cast<Host*>(self);
        for (size_t i = 0; i < count; ++i) {
            host.reading.columns.emplace_back(sdk::view(columns[i].name));
            targets[i] = host.resolve(sdk::view(columns[i].name));
        }
        return annexkit_status{ANNEXKIT_OK};
    };
    sink.head = [](void* self, const annexkit_named_value* members, const annexkit_place*, size_t count) {
        auto& host = *static_cast<Host*>(self);
        CHECK_FALSE(host.reading.has_head);
        CHECK(host.reading.records.empty());
        host.reading.has_head = true;
        for (size_t i = 0; i < count; ++i)
            host.reading.head.emplace_back(sdk::view(members[i].name), own(members[i].value));
        return annexkit_status{ANNEXKIT_OK};
    };
    sink.record = [](void* self, const annexkit_record* record) { return static_cast<Host*>(self)->record(*record); };
    sink.finding = [](void* self, const annexkit_finding* finding) {
        auto& host = *static_cast<Host*>(self);
        host.reading.findings.push_back(own(*finding, host.base, host.row_base));
        return annexkit_status{ANNEXKIT_OK};
    };
    return sink;
}

struct Opened {
    std::vector<annexkit_field> fields;
    std::vector<annexkit_option_value> options;
    annexkit_open_request request{};

    Opened(const std::vector<Field>& names, const Options& chosen, const annexkit_option* declared, size_t count,
           const annexkit_sink* sink) {
        for (const auto& field : names) fields.push_back({sdk::text(field.name), field.kind});
        for (size_t i = 0; i < count; ++i) {
            const auto found = chosen.find(std::string(sdk::view(declared[i].name)));
            options.push_back(
                {declared[i].name, found == chosen.end() ? declared[i].fallback : sdk::text(found->second)});
        }
        for (const auto& [name, value] : chosen)
            REQUIRE_MESSAGE(std::any_of(options.begin(), options.end(),
                                        [&, wanted = std::string_view(name)](const auto& o) {
                                            return sdk::view(o.name) == wanted;
                                        }),
                            "undeclared option ", name);
        request = {sizeof request, fields.data(), fields.size(), options.data(), options.size(), sink};
    }
};

annexkit_status parse_chunk(const annexkit_importer& importer, const void* reader, Host& host,
                            const annexkit_sink& sink, std::string_view bytes) {
    std::string scratch(bytes);
    annexkit_chunk chunk{sizeof chunk, scratch.data(), bytes.size(), bytes.data(), host.settings.places ? 1 : 0, 0};
    host.scanning = false;
    const annexkit_status status = importer.parse(reader, &chunk, &sink);
    host.scanning = importer.scan != nullptr;
    host.row_base += chunk.rows;
    return status;
}

annexkit_status run(const annexkit_importer& importer, void* reader, Host& host, const annexkit_sink& sink,
                    std::string_view input) {
    if (importer.scan == nullptr) return parse_chunk(importer, reader, host, sink, input);
    std::size_t at = 0;
    std::size_t size = host.settings.window_bytes;
    for (;;) {
        size = std::min(size, input.size() - at);
        // A copy of just the window, so that a sanitizer sees any read past its end.
        const std::unique_ptr<char[]> bytes(new char[size]);
        std::copy_n(input.data() + at, size, bytes.get());
        const annexkit_window window{sizeof window, bytes.get(), size, at + size == input.size() ? 1 : 0};
        annexkit_scan scan{sizeof scan, ANNEXKIT_SCAN_MORE, 0, 0};
        host.base = at;
        host.scanning = true;
        if (const auto status = importer.scan(reader, &window, &sink, &scan); status != ANNEXKIT_OK) return status;
        REQUIRE(scan.consumed <= size);
        if (scan.found == ANNEXKIT_SCAN_END) {
            CHECK(window.last == 1);
            CHECK(scan.consumed == size);
            return ANNEXKIT_OK;
        }
        if (scan.found == ANNEXKIT_SCAN_MORE) {
            REQUIRE(window.last == 0);
            size = std::max<std::size_t>(1, size * 2);
            continue;
        }
        REQUIRE(scan.consumed > 0);
        if (scan.found == ANNEXKIT_SCAN_RECORDS) {
            const auto status = parse_chunk(importer, reader, host, sink, input.substr(at, scan.consumed));
            if (status != ANNEXKIT_OK) return status;
        } else {
            host.row_base += scan.rows;
        }
        at += scan.consumed;
        size = std::max<std::size_t>(1, host.settings.window_bytes);
    }
}

} // namespace

Reading read(const annexkit_format& format, std::string_view input, const ReadSettings& settings) {
    REQUIRE(format.importer != nullptr);
    const annexkit_importer& importer = *format.importer;
    Host host{settings, {}};
    const annexkit_sink sink = sink_of(host);
    Opened opened(settings.fields, settings.options, format.import_options, format.import_option_count, &sink);
    void* reader = nullptr;
    host.reading.status = importer.open(&opened.request, &reader);
    if (host.reading.status != ANNEXKIT_OK) return std::move(host.reading);
    host.reading.status = run(importer, reader, host, sink, input);
    importer.close(reader);
    if (host.reading.status == ANNEXKIT_FAILED)
        CHECK_MESSAGE(!host.reading.findings.empty(), "a failure without a finding");
    return std::move(host.reading);
}

namespace {

struct Grower {
    std::string bytes;
    std::vector<Finding> findings;
    annexkit_output output{};

    Grower() {
        output.struct_size = sizeof output;
        output.host = this;
        output.reserve = [](annexkit_output* table, size_t more) {
            auto& self = *static_cast<Grower*>(table->host);
            self.bytes.resize(std::max(table->size + more, 2 * table->capacity));
            table->data = self.bytes.data();
            table->capacity = self.bytes.size();
            return annexkit_status{ANNEXKIT_OK};
        };
        output.finding = [](annexkit_output* table, const annexkit_finding* finding) {
            static_cast<Grower*>(table->host)->findings.push_back(own(*finding, 0, 0));
            return annexkit_status{ANNEXKIT_OK};
        };
    }
    void append(std::string_view more) { annexkit::sdk::Output(output).append(more); }
    std::string taken() {
        bytes.resize(output.size);
        return std::move(bytes);
    }
};

struct Lent {
    std::vector<std::vector<annexkit_text>> items;

    annexkit_value value(const Value& from) {
        auto& texts = items.emplace_back();
        for (const auto& item : from.items) texts.push_back(sdk::text(item));
        return {from.kind, static_cast<std::uint32_t>(texts.size()), sdk::text(from.text), texts.data()};
    }
    std::vector<annexkit_named_value> named(const std::vector<std::pair<std::string, Value>>& from) {
        std::vector<annexkit_named_value> result;
        for (const auto& [name, value_] : from) result.push_back({sdk::text(name), value(value_)});
        return result;
    }
};

annexkit_status write_all(const annexkit_exporter& exporter, void* writer, Grower& to,
                          const std::vector<std::pair<std::string, Value>>& head, const std::vector<Record>& records) {
    Lent lent;
    const auto members = lent.named(head);
    if (auto status = exporter.begin(writer, members.data(), members.size(), &to.output); status != ANNEXKIT_OK)
        return status;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (i > 0) to.append(sdk::view(exporter.separator(writer)));
        Lent lent_record;
        std::vector<annexkit_value> values;
        for (const auto& value : records[i].values) values.push_back(lent_record.value(value));
        const auto unknown = lent_record.named(records[i].unknown);
        const annexkit_record record{
            sizeof record, values.data(), values.size(), unknown.data(), unknown.size(), {0, 0}, 0, nullptr, nullptr};
        if (auto status = exporter.write(writer, &record, &to.output); status != ANNEXKIT_OK) return status;
    }
    return exporter.end(writer, records.size(), &to.output);
}

} // namespace

Writing write(const annexkit_format& format, const std::vector<std::pair<std::string, Value>>& head,
              const std::vector<Record>& records, const WriteSettings& settings) {
    REQUIRE(format.exporter != nullptr);
    const annexkit_exporter& exporter = *format.exporter;
    ReadSettings none;
    Host host{none, {}};
    const annexkit_sink sink = sink_of(host);
    Opened opened(settings.fields, settings.options, format.export_options, format.export_option_count, &sink);
    Writing writing;
    void* writer = nullptr;
    writing.status = exporter.open(&opened.request, &writer);
    if (writing.status != ANNEXKIT_OK) {
        writing.findings = std::move(host.reading.findings);
        return writing;
    }
    Grower to;
    writing.status = write_all(exporter, writer, to, head, records);
    exporter.close(writer);
    writing.bytes = to.taken();
    writing.findings = std::move(to.findings);
    if (writing.status == ANNEXKIT_FAILED) CHECK_MESSAGE(!writing.findings.empty(), "a failure without a finding");
    return writing;
}

} // namespace drive
