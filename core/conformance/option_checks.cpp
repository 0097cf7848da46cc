// SPDX-License-Identifier: Apache-2.0
// Opening with options.
#include "checks.hpp"

namespace conformance {
namespace {

namespace sdk = annexkit::sdk;

std::vector<std::string> choices_of(const annexkit_option& option) {
    if (option.kind == ANNEXKIT_OPTION_BOOLEAN) return {"true", "false"};
    std::vector<std::string> choices;
    std::string_view rest = sdk::view(option.choices);
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        choices.emplace_back(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return choices;
}

// Values that the host lets pass for the kind, and that a format may still have to refuse.
std::vector<std::string> odd_values_of(const annexkit_option& option) {
    switch (option.kind) {
    case ANNEXKIT_OPTION_TEXT: return {"", " ", "\"", "<", "\n", "\x01", "\uFFFF", std::string(1000, 'x')};
    case ANNEXKIT_OPTION_CHARACTER:
        return {";",  "\t", "|", "\\", "'",    "\"",     "<",          " ",
                "\n", "\r", "a", "1",  "\x01", "\u00E9", "\U0001F600", "\uFEFF"};
    case ANNEXKIT_OPTION_INTEGER:
        return {"0",
                "1",
                "-1",
                "2",
                "16",
                "17",
                "1000",
                "1001",
                "2147483648",
                "-9223372036854775808",
                "9223372036854775807"};
    default: return {};
    }
}

std::string spelled(std::string_view name, std::string_view value) {
    return "option " + std::string(name) + "=" + shown(value);
}

annexkit_status open_importer(const annexkit_format& format, const drive::Options& options) {
    drive::ReadSettings settings = own_settings();
    settings.options = options;
    return drive::Import(format, "", settings).opening().status;
}

annexkit_status open_exporter(const annexkit_format& format, const drive::Options& options) {
    drive::WriteSettings settings;
    settings.fields = fields();
    settings.options = options;
    return drive::Export(format, settings).opening().status;
}

template <class Open> void open_with_choices(std::span<const annexkit_option> options, Open&& open, Faults& faults) {
    faults.watch("defaults", [&] {
        if (open({}) != ANNEXKIT_OK) faults.add("it does not open with its defaults");
    });
    for (const auto& option : options) {
        const std::string name(sdk::view(option.name));
        for (const auto& choice : choices_of(option))
            faults.watch(spelled(name, choice), [&] {
                if (open({{name, choice}}) != ANNEXKIT_OK) faults.add(spelled(name, choice) + " is refused");
            });
    }
}

// The driver takes a refusal without a finding for a breach.
template <class Open> void open_with_oddities(std::span<const annexkit_option> options, Open&& open, Faults& faults) {
    for (const auto& option : options) {
        const std::string name(sdk::view(option.name));
        for (const auto& value : odd_values_of(option))
            faults.watch(spelled(name, value), [&] { open({{name, value}}); });
    }
}

template <class Try> void on_both_sides(const annexkit_format& format, Try&& attempt) {
    if (format.importer != nullptr)
        attempt(std::span(format.import_options, format.import_option_count),
                [&](const drive::Options& options) { return open_importer(format, options); });
    if (format.exporter != nullptr)
        attempt(std::span(format.export_options, format.export_option_count),
                [&](const drive::Options& options) { return open_exporter(format, options); });
}

} // namespace

void opens_with_declared_options(const Subject& subject, Faults& faults) {
    on_both_sides(subject.format, [&](auto options, auto&& open) { open_with_choices(options, open, faults); });
}

void refuses_options_with_a_finding(const Subject& subject, Faults& faults) {
    on_both_sides(subject.format, [&](auto options, auto&& open) { open_with_oddities(options, open, faults); });
}

std::vector<drive::Options> option_variants(const annexkit_format& format) {
    std::vector<drive::Options> variants;
    for (const auto& option : std::span(format.export_options, format.export_option_count)) {
        const std::string name(sdk::view(option.name));
        // The host encodes; the format goes on in UTF-8.
        if (name == "encoding") continue;
        for (const auto& value : choices_of(option)) variants.push_back({{name, value}});
        for (const auto& value : odd_values_of(option)) variants.push_back({{name, value}});
    }
    return variants;
}

} // namespace conformance
