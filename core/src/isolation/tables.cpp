// SPDX-License-Identifier: Apache-2.0
#include "isolation/tables.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstddef>
#include <utility>

namespace annexkit {
namespace {

std::uint32_t abilities_of(const annexkit_format& format) {
    std::uint32_t abilities = 0;
    if (const auto* importer = format.importer; importer != nullptr) {
        // Functions that are not there in the first tables of version 1.
        const auto can = [&](auto member) { return sdk::has(*importer, member) && importer->*member != nullptr; };
        abilities |= reads;
        if (importer->sniff != nullptr) abilities |= sniffs;
        if (importer->declared_encoding != nullptr) abilities |= declares_encoding;
        if (importer->scan != nullptr) abilities |= scans;
        if (importer->address != nullptr) abilities |= addresses;
        if (can(&annexkit_importer::setting)) abilities |= tells_settings;
        if (can(&annexkit_importer::spell)) abilities |= spells;
        if (can(&annexkit_importer::candidates)) abilities |= weighs_candidates;
    }
    if (format.exporter != nullptr) abilities |= writes | (format.exporter->in_order != 0 ? writes_in_order : 0U);
    return abilities;
}

void pack_options(const annexkit_option* options, std::size_t count, Packer& packer) {
    packer.list(options, count, [&](const annexkit_option& option) {
        packer.text(option.name);
        packer.number(option.kind);
        packer.text(option.choices);
        packer.text(option.fallback);
        packer.text(option.help);
    });
}

void pack_rules(const annexkit_format& format, Packer& packer) {
    packer.list(format.rules, format.rule_count, [&](const annexkit_rule& rule) {
        packer.text(rule.id);
        packer.number(rule.severity);
        for (const annexkit_text text : {rule.summary, rule.message_en, rule.hint_en, rule.message_fr, rule.hint_fr})
            packer.text(text);
    });
    const bool has_pages = sdk::has(format, &annexkit_format::rule_pages) && format.rule_pages != nullptr;
    packer.list(has_pages ? format.rule_pages : nullptr, has_pages ? format.rule_count : 0,
                [&](const annexkit_rule_page& page) {
                    for (const annexkit_text text : {page.summary_fr, page.why_en, page.why_fr, page.bad, page.good})
                        packer.text(text);
                });
}

} // namespace

void pack_tables(const annexkit_plugin& plugin, Packer& packer) {
    for (const annexkit_text text : {plugin.name, plugin.version, plugin.license}) packer.text(text);
    packer.list(plugin.formats, plugin.format_count, [&](const annexkit_format* format) {
        for (const annexkit_text text : {format->id, format->version, format->description}) packer.text(text);
        packer.list(format->extensions, format->extension_count, [&](annexkit_text text) { packer.text(text); });
        packer.list(format->media_types, format->media_type_count, [&](annexkit_text text) { packer.text(text); });
        packer.number(format->guess_encoding);
        pack_options(format->import_options, format->import_option_count, packer);
        pack_options(format->export_options, format->export_option_count, packer);
        pack_rules(*format, packer);
        packer.number<std::uint64_t>(sdk::has(*format, &annexkit_format::flags) ? format->flags : 0);
        packer.number(abilities_of(*format));
    });
}

DeclaredPlugin::DeclaredPlugin(std::string packed) : packed_(std::move(packed)), unpacker_(packed_) {
    table_.struct_size = sizeof table_;
    table_.abi = ANNEXKIT_PLUGIN_ABI;
    table_.name = unpacker_.text();
    table_.version = unpacker_.text();
    table_.license = unpacker_.text();
    const auto count = unpacker_.number<std::uint64_t>();
    for (std::uint64_t i = 0; i < count && unpacker_.is_whole(); ++i) add_format();
}

void DeclaredPlugin::add_format() {
    auto& [table, abilities] = formats_.emplace_back();
    const auto text = [this] { return unpacker_.text(); };
    const auto texts = [&](const annexkit_text*& list, std::size_t& count) {
        const auto all = unpacker_.list<annexkit_text>(text);
        list = all.data();
        count = all.size();
    };
    const auto options = [&](const annexkit_option*& list, std::size_t& count) {
        const auto all = unpacker_.list<annexkit_option>([&] {
            // In braces, what is read is read in order.
            return annexkit_option{text(), unpacker_.number<std::int32_t>(), text(), text(), text()};
        });
        list = all.data();
        count = all.size();
    };
    table.struct_size = sizeof table;
    table.id = text();
    table.version = text();
    table.description = text();
    texts(table.extensions, table.extension_count);
    texts(table.media_types, table.media_type_count);
    table.guess_encoding = unpacker_.number<std::int32_t>();
    options(table.import_options, table.import_option_count);
    options(table.export_options, table.export_option_count);
    const auto rules = unpacker_.list<annexkit_rule>([&] {
        return annexkit_rule{text(), unpacker_.number<std::int32_t>(), text(), text(), text(), text(), text()};
    });
    table.rules = rules.data();
    table.rule_count = rules.size();
    const auto pages = unpacker_.list<annexkit_rule_page>([&] {
        return annexkit_rule_page{text(), text(), text(), text(), text()};
    });
    if (!pages.empty() && pages.size() != rules.size()) unpacker_.fail();
    table.rule_pages = pages.empty() ? nullptr : pages.data();
    table.flags = unpacker_.number<std::uint64_t>();
    abilities = unpacker_.number<std::uint32_t>();
}

} // namespace annexkit
