// SPDX-License-Identifier: Apache-2.0
#include "isolation/wire.hpp"

namespace annexkit {
namespace {

std::size_t items_of(const annexkit_value& value) { return value.kind == ANNEXKIT_LIST ? value.count : 0; }

} // namespace

void Packer::value(const annexkit_value& value) {
    number(value.kind);
    if (value.kind == ANNEXKIT_LIST) {
        list(value.items, value.count, [&](const annexkit_text& item) { text(item); });
    } else if (value.kind != ANNEXKIT_ABSENT) {
        text(value.text);
    }
}

void Packer::named(const annexkit_named_value& named) {
    text(named.name);
    value(named.value);
}

void Packer::place(const annexkit_place& place, const annexkit_value& of) {
    span(place.value);
    number<std::uint8_t>(place.items != nullptr ? 1 : 0);
    for (std::size_t i = 0; place.items != nullptr && i < items_of(of); ++i) span(place.items[i]);
}

void Packer::record(const annexkit_record& record) {
    list(record.values, record.value_count, [&](const annexkit_value& each) { value(each); });
    head(record.unknown, record.unknown_places, record.unknown_count);
    span(record.span);
    number(record.row);
    number<std::uint8_t>(record.places != nullptr ? 1 : 0);
    for (std::size_t i = 0; record.places != nullptr && i < record.value_count; ++i)
        place(record.places[i], record.values[i]);
}

void Packer::finding(const annexkit_finding& finding) {
    text(finding.rule);
    span(finding.span);
    number(finding.record);
    number(finding.row);
    number(finding.column);
    number(finding.field);
    list(finding.arguments, finding.argument_count, [&](const annexkit_argument& argument) {
        text(argument.name);
        text(argument.value);
    });
}

void Packer::head(const annexkit_named_value* members, const annexkit_place* places, std::size_t count) {
    list(members, count, [&](const annexkit_named_value& member) { named(member); });
    number<std::uint8_t>(places != nullptr ? 1 : 0);
    for (std::size_t i = 0; places != nullptr && i < count; ++i) place(places[i], members[i].value);
}

std::string_view Unpacker::view() {
    const auto size = number<std::uint64_t>();
    if (size > rest_.size()) return fail(), std::string_view();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
}

annexkit_text Unpacker::text() {
    const std::string_view text = view();
    return {text.data(), text.size()};
}

annexkit_span Unpacker::span() {
    const auto offset = number<std::uint64_t>();
    return {offset, number<std::uint64_t>()};
}

annexkit_value Unpacker::value() {
    annexkit_value value{number<std::uint32_t>(), 0, {}, nullptr};
    if (value.kind > ANNEXKIT_JSON) fail();
    if (value.kind == ANNEXKIT_LIST) {
        const auto items = list<annexkit_text>([&] { return text(); });
        value.items = items.data();
        value.count = static_cast<std::uint32_t>(items.size());
    } else if (value.kind != ANNEXKIT_ABSENT) {
        value.text = text();
    }
    return value;
}

annexkit_named_value Unpacker::named() {
    const annexkit_text name = text();
    return {name, value()};
}

annexkit_place Unpacker::place(const annexkit_value& of) {
    annexkit_place place{span(), nullptr};
    if (number<std::uint8_t>() != 0) place.items = items<annexkit_span>(items_of(of), [&] { return span(); }).data();
    return place;
}

annexkit_record Unpacker::record() {
    annexkit_record record{};
    record.struct_size = sizeof record;
    const auto values = list<annexkit_value>([&] { return value(); });
    const Head unknown = head();
    record.values = values.data();
    record.value_count = values.size();
    record.unknown = unknown.members.data();
    record.unknown_count = unknown.members.size();
    record.unknown_places = unknown.places;
    record.span = span();
    record.row = number<std::uint64_t>();
    std::size_t at = 0;
    if (number<std::uint8_t>() != 0)
        record.places = items<annexkit_place>(values.size(), [&] { return place(values[at++]); }).data();
    return record;
}

annexkit_finding Unpacker::finding() {
    annexkit_finding finding{};
    finding.struct_size = sizeof finding;
    finding.rule = text();
    finding.span = span();
    finding.record = number<std::uint64_t>();
    finding.row = number<std::uint64_t>();
    finding.column = number<std::int32_t>();
    finding.field = number<std::int32_t>();
    const auto arguments = list<annexkit_argument>([&] {
        const annexkit_text name = text();
        return annexkit_argument{name, text()};
    });
    finding.arguments = arguments.data();
    finding.argument_count = arguments.size();
    return finding;
}

Unpacker::Head Unpacker::head() {
    Head head{list<annexkit_named_value>([&] { return named(); }), nullptr};
    std::size_t at = 0;
    if (number<std::uint8_t>() != 0)
        head.places =
            items<annexkit_place>(head.members.size(), [&] { return place(head.members[at++].value); }).data();
    return head;
}

} // namespace annexkit
