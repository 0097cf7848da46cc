// SPDX-License-Identifier: Apache-2.0
#include "plugin_check.hpp"

#include "failure.hpp"
#include "suite.hpp"

#include <annexkit/files.hpp>
#include <annexkit/plugin_sdk.hpp>
#include <annexkit/registry.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include <dlfcn.h>
#include <fmt/format.h>

namespace annexkit::cli {
namespace {

using State = CheckResult::State;

// What a child says: how the checks go, and what the plugin is.
constexpr char check_begins = 'b';
constexpr char check_ends = 'e';
constexpr char check_finds = 'f';
constexpr char check_leaves_out = 'n';
constexpr char check_skips = 's';
constexpr char plugin_is_named = 'p';
constexpr char format_is_there = 't';
constexpr char sample_fits_none = 'x';
// In both languages, one after the other.
constexpr char plugin_is_unsafe = 'u';

constexpr std::size_t shown_faults = 5;
constexpr std::size_t shown_bytes = 1000;
// They are read as often as there are checks, byte by byte in some.
constexpr std::uintmax_t longest_sample = 1'000'000;

struct Named {
    std::string_view id;
    std::string_view name;
};

constexpr std::array<Named, 5> handshake = {{
    {"handshake.loads", "it is a plugin for this version of the contract, and its tables are whole"},
    {"handshake.entry", "its entry point gives the same table at each call"},
    {"handshake.names", "it names itself, its version and its licence"},
    {"handshake.unloads", "it can be unloaded"},
    {"handshake.quiet", "it prints nothing when it is loaded, asked and unloaded"},
}};

struct Sample {
    std::filesystem::path file;
    std::string text;
};

Registry loaded_plugin(const CheckRequest& request) {
    Registry registry(PluginTrust{.unsafe = request.unsafe});
    if (auto done = registry.load(request.plugin); !done) throw Failure{std::move(done.error())};
    // Of its own formats, for there are no others.
    if (!registry.refusals().empty()) throw Failure{registry.refusals().front().reason};
    return registry;
}

// One with a single format may be given samples of any name.
const Format* format_of(const Registry& registry, const std::filesystem::path& sample) {
    return registry.formats().size() == 1 ? &registry.formats().front() : registry.for_file(sample);
}

/// Says what became of one check.
class Teller {
  public:
    Teller(const SayInChild& say, std::string_view id) : say_(say) { say_(check_begins, id); }
    void find(std::string_view fault) {
        if (++count_ <= shown_faults) say_(check_finds, fault.substr(0, shown_bytes));
    }
    void skip(std::string_view reason) { say_(check_skips, reason); }
    void end() {
        if (count_ > shown_faults) say_(check_leaves_out, std::to_string(count_ - shown_faults));
        say_(check_ends, "");
    }

  private:
    const SayInChild& say_;
    std::size_t count_ = 0;
};

// It is loaded already, so this finds the same library.
annexkit_plugin_function entry_of(const std::filesystem::path& file) {
    std::error_code none;
    const auto real = std::filesystem::canonical(file, none);
    void* library = ::dlopen(real.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NOLOAD);
    if (library == nullptr) return nullptr;
    const auto entry = reinterpret_cast<annexkit_plugin_function>(::dlsym(library, ANNEXKIT_PLUGIN_SYMBOL));
    ::dlclose(library);
    return entry;
}

void ask_entry(const std::filesystem::path& file, const Registry& registry, Teller& teller) {
    const auto entry = entry_of(file);
    if (entry == nullptr) return teller.find("it is not found a second time");
    const annexkit_plugin* const table = entry();
    if (table != entry()) return teller.find("it gives another table each time");
    if (table == nullptr || table->formats[0] != registry.formats().front().table)
        teller.find("it gives other formats when it is asked again");
}

void ask_names(const Format& format, Teller& teller) {
    if (format.plugin.empty()) teller.find("it has no name");
    if (format.plugin_version.empty()) teller.find("it has no version");
    if (format.license.empty()) teller.find("it has no licence");
}

void shake_hands(const CheckRequest& request, const std::vector<Sample>& samples, const SayInChild& say) {
    std::optional<Registry> registry;
    Teller loads(say, handshake[0].id);
    try {
        registry = loaded_plugin(request);
    } catch (const Failure& failure) {
        loads.find(failure.error.message);
        return loads.end();
    }
    loads.end();
    const Format& first = registry->formats().front();
    say(plugin_is_named, fmt::format("{} {} ({})", first.plugin, first.plugin_version, first.license));
    for (const auto& format : registry->formats()) say(format_is_there, format.id());
    for (const auto& [file, risk] : registry->admitted())
        for (const auto language : {Language::english, Language::french})
            say(plugin_is_unsafe, risk.in(language).message);
    for (const auto& sample : samples)
        if (format_of(*registry, sample.file) == nullptr) say(sample_fits_none, sample.file.string());

    Teller entry(say, handshake[1].id);
    ask_entry(request.plugin, *registry, entry);
    entry.end();
    Teller names(say, handshake[2].id);
    ask_names(first, names);
    names.end();
    Teller unloads(say, handshake[3].id);
    registry.reset();
    unloads.end();
    // The child ends without that.
    std::fflush(nullptr);
}

void run_check(const CheckRequest& request, const std::vector<Sample>& samples, std::string_view format_id,
               const conformance::Check& check, const SayInChild& say) {
    Teller teller(say, check.id);
    const Registry registry = loaded_plugin(request);
    const Format& format = *registry.find(format_id);
    conformance::Subject subject{*format.table};
    for (const auto& sample : samples)
        if (format_of(registry, sample.file) == &format) subject.inputs.push_back(sample.text);
    if (const auto reason = conformance::why_not(check, subject); !reason.empty()) {
        teller.skip(reason);
    } else {
        conformance::Faults faults;
        faults.watch("tried with plain data", [&] { check.run(subject, faults); });
        for (const auto& fault : faults.all()) teller.find(fault);
    }
    teller.end();
    // What is left to do at the end is for handshake.unloads to judge.
}

void add_failure(CheckResult& result, const ChildDone& done) {
    result.state = State::failed;
    result.found.push_back(done.failure.empty() ? "it ended the process" : done.failure);
    if (!done.printed.empty()) result.found.push_back("it printed: " + done.printed);
}

// What the child says of one check. One that began and did not end is the one that it failed in.
CheckResult result_of(const ChildDone& done, std::string_view format, const Named& check) {
    CheckResult result{std::string(format), std::string(check.id), std::string(check.name)};
    bool is_here = false;
    bool has_begun = false;
    bool has_ended = false;
    for (const auto& [kind, text] : done.messages) {
        if (kind == check_begins) is_here = text == check.id;
        if (!is_here) continue;
        has_begun = true;
        if (kind == check_skips) result.state = State::skipped;
        if (kind == check_finds) result.state = State::failed;
        if (kind == check_finds || kind == check_skips) result.found.push_back(text);
        if (kind == check_leaves_out) result.left_out = std::stoul(text);
        if (kind == check_ends) has_ended = true;
    }
    if (has_begun && !has_ended) add_failure(result, done);
    if (!has_begun) {
        result.state = State::skipped;
        result.found.emplace_back("it failed a check before this one");
    }
    return result;
}

// The handshake is one work in one process, so its time is that of all.
std::vector<std::string> add_handshake(const CheckRequest& request, const std::vector<Sample>& samples,
                                       CheckedPlugin& checked) {
    const ChildDone done =
        run_in_child(request.limits, [&](const SayInChild& say) { shake_hands(request, samples, say); });
    std::vector<std::string> formats;
    for (const auto& [kind, text] : done.messages) {
        if (kind == plugin_is_named) checked.name = text;
        if (kind == format_is_there) formats.push_back(text);
        if (kind == plugin_is_unsafe) {
            if (!checked.risk) checked.risk = {ErrorKind::plugin, text, {}, {}};
            checked.risk->french.message = text;
        }
        if (kind == sample_fits_none) throw misuse("plugin.no-format-of-sample", {{"file", text}});
    }
    for (const auto& check : handshake) checked.results.push_back(result_of(done, "", check));
    CheckResult& quiet = checked.results.back();
    if (!done.failure.empty() || formats.empty()) return formats;
    quiet.state = done.printed.empty() ? State::passed : State::failed;
    quiet.found.clear();
    if (!done.printed.empty()) quiet.found.push_back("it writes to its standard streams: " + done.printed);
    return formats;
}

void add_format(const CheckRequest& request, const std::vector<Sample>& samples, const std::string& format,
                CheckedPlugin& checked) {
    std::string failed;
    for (const auto& check : conformance::checks()) {
        if (!failed.empty()) {
            checked.results.push_back({format,
                                       std::string(check.id),
                                       std::string(check.name),
                                       State::skipped,
                                       {fmt::format("it failed {}, without which nothing is to be learnt", failed)}});
            continue;
        }
        const auto begin = std::chrono::steady_clock::now();
        const ChildDone done = run_in_child(
            request.limits, [&](const SayInChild& say) { run_check(request, samples, format, check, say); });
        checked.results.push_back(result_of(done, format, {check.id, check.name}));
        CheckResult& result = checked.results.back();
        result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        if (result.state == State::failed && check.rank == conformance::Rank::basic) failed = check.id;
    }
}

std::vector<Sample> read_samples(const std::vector<std::filesystem::path>& files) {
    std::vector<Sample> samples;
    for (const auto& file : files) {
        std::error_code error;
        if (std::filesystem::exists(file, error) && !std::filesystem::is_regular_file(file, error))
            throw misuse("plugin.sample-irregular", {{"file", file.string()}});
        if (const auto size = std::filesystem::file_size(file, error); !error && size > longest_sample)
            throw misuse("plugin.sample-large", {{"file", file.string()},
                                                 {"size", fmt::format("{}", size)},
                                                 {"limit", fmt::format("{}", longest_sample)}});
        const auto source = value_or_fail(open_source(file));
        samples.push_back({file, value_or_fail(read_all(*source))});
    }
    return samples;
}

} // namespace

std::size_t CheckedPlugin::count(CheckResult::State state) const {
    return static_cast<std::size_t>(
        std::count_if(results.begin(), results.end(), [=](const CheckResult& one) { return one.state == state; }));
}

CheckedPlugin check_plugin(const CheckRequest& request) {
    (void)value_or_fail(open_source(request.plugin));
    const std::vector<Sample> samples = read_samples(request.samples);
    CheckedPlugin checked;
    for (const auto& format : add_handshake(request, samples, checked)) add_format(request, samples, format, checked);
    return checked;
}

} // namespace annexkit::cli
