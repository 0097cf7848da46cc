// SPDX-License-Identifier: Apache-2.0
// A job from start to end: choose format and schema, open, run the steps, close.
#include "input/binary.hpp"
#include "input/decoder.hpp"
#include "messages/error.hpp"
#include "pipeline/context.hpp"
#include "pipeline/encoding_choice.hpp"
#include "pipeline/format_choice.hpp"
#include "pipeline/joining.hpp"
#include "pipeline/reading.hpp"
#include "pipeline/steps.hpp"
#include "pipeline/threads.hpp"
#include "pipeline/worker.hpp"
#include "plugins/options.hpp"
#include "text/fold.hpp"

#include <annexkit/job.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <mutex>
#include <utility>

#include <fmt/format.h>

namespace annexkit {
namespace {

// Enough for any prologue to show the format.
constexpr std::size_t beginning_bytes = 4096;
Result<std::string> read_beginning(ByteSource& source) {
    std::string beginning(beginning_bytes, '\0');
    std::size_t size = 0;
    while (size < beginning.size()) {
        const auto got = source.read(std::span(beginning).subspan(size));
        if (!got) return got.error();
        if (*got == 0) break;
        size += *got;
    }
    beginning.resize(size);
    return beginning;
}

Error refuse(MessageId what, std::vector<Argument> arguments = {}) {
    return make_error(ErrorKind::usage, what, std::move(arguments));
}

/// One job's parts, opened and closed in the right order.
class Run {
  public:
    Run(const Registry& registry, const Job& job) : registry_(registry), job_(job), context_(registry.rules(), job) {}
    ~Run() {
        if (context_.reader != nullptr) close_plugin(context_.importer().close, context_.reader);
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    Result<Summary> operator()();

  private:
    [[nodiscard]] Result<void> check_shard() const;
    Result<bool> open_input();
    bool take_declared_encoding(std::string_view text);
    /// False where the input is beyond a limit as a whole.
    Result<bool> open_shard();
    void open_text(const Division& division);
    [[nodiscard]] std::vector<std::shared_ptr<const Schema>> possible_schemas() const;
    Result<void> choose_schema();
    Result<std::shared_ptr<const Schema>> schema_of_head();
    Result<void*> open_reader(const annexkit_sink* sink, std::span<const annexkit_field> fields,
                              annexkit_status& status);
    Result<bool> open_parts();
    Result<void> run_steps();
    Result<void> run_alone();
    Result<void> run_parallel(unsigned threads);
    std::unique_ptr<Worker> borrow_worker();
    void give_back(std::unique_ptr<Worker> worker);
    Result<void> tell_candidates();
    void note_dialect();
    void note_switched_off();
    void end_early(std::vector<PlacedFinding> findings);

    const Registry& registry_;
    const Job& job_;
    Context context_;
    Summary summary_;
    std::vector<annexkit_option_value> options_;
    std::vector<annexkit_field> fields_;
    std::string beginning_;
    EncodingPolicy encoding_policy_;
    std::unique_ptr<Decoder> decoder_;
    std::unique_ptr<Reading> reading_;
    std::unique_ptr<Joining> joining_;
    std::vector<PlacedFinding> opening_;
    /// The declaration that was assumed, to be told once something of the input could be read.
    std::optional<PlacedFinding> assumption_;
    std::mutex workers_mutex_;
    std::vector<std::unique_ptr<Worker>> workers_;
};

Result<void> Run::check_shard() const {
    const Shard& shard = job_.input.shard;
    if (shard.part < 1 || shard.part > shard.of || shard.of > shard_limit)
        return refuse("shard.none", {{"part", fmt::format("{}", shard.part)},
                                     {"count", fmt::format("{}", shard.of)},
                                     {"limit", fmt::format("{}", shard_limit)}});
    if (shard.of == 1) return {};
    if (job_.on_invalid == OnInvalid::skip || job_.on_invalid == OnInvalid::divert) return refuse("shard.leaves-out");
    if (job_.extent == Extent::whole_annex) return refuse("shard.whole-annex");
    if (!job_.input.bytes->size()) return refuse("shard.stream", {{"file", job_.input.name}});
    return {};
}

Result<bool> Run::open_input() {
    if (job_.on_invalid == OnInvalid::divert && !(job_.output && job_.rejected)) return refuse("job.two-outputs");
    if (auto checked = check_shard(); !checked) return checked.error();
    summary_.shard = job_.input.shard;
    auto beginning = read_beginning(*job_.input.bytes);
    if (!beginning) return beginning.error();
    beginning_ = std::move(*beginning);
    if (const auto kind = kind_of_binary(beginning_)) {
        std::vector<Argument> arguments = {{"kind", std::string(kind->english)},
                                           {"kind_fr", std::string(kind->french)}};
        add_absent(arguments, registry_, {.file = job_.input.name, .beginning = beginning_});
        opening_.push_back(unplaced(context_.rules, "input.not-text", std::move(arguments)));
        return false;
    }
    const std::string text = as_ascii(beginning_);
    const auto format = choose_format(registry_, job_.input, text);
    if (!format && !beginning_.empty()) return format.error();
    if (beginning_.empty()) {
        opening_.push_back(unplaced(context_.rules, "input.empty", {}));
        return false;
    }
    context_.format = *format;
    summary_.format = (*format)->id();
    note_switched_off();
    const auto& table = *(*format)->table;
    const auto checked =
        check_options((*format)->id(), std::span(table.import_options, table.import_option_count), job_.input.options);
    if (!checked) return checked.error();
    options_ = *checked;
    if (job_.input.format == nullptr) {
        if (const Format* other = other_format(registry_, **format, text); other != nullptr) {
            opening_.push_back(
                unplaced(context_.rules, "input.wrong-format",
                         {{"wanted", std::string((*format)->id())}, {"found", std::string(other->id())}}));
            return false;
        }
    }
    EncodingPolicy& policy = encoding_policy_;
    if (table.guess_encoding != 0) policy.guess = [this] { return guess_encoding(beginning_, possible_schemas()); };
    if (const auto name = option_value(options_, "encoding"); !name.empty() && name != "auto")
        policy.wanted = encoding_named(name);
    if (table.importer->declared_encoding != nullptr && !policy.wanted && !take_declared_encoding(text)) return false;
    open_text(Division());
    return true;
}

// False where the input declares an encoding that it cannot be in, or that nobody reads.
bool Run::take_declared_encoding(std::string_view text) {
    const auto mark = byte_order_mark(beginning_);
    // That the mark is missing is told instead.
    if (!mark && utf16_without_mark(beginning_)) return true;
    const auto& importer = *context_.format->table->importer;
    std::string escaped;
    const std::string_view name =
        sdk::view(ask_plugin([&] { return importer.declared_encoding(sdk::text(text)); }, annexkit_text{}, escaped));
    if (name.empty()) return true;
    encoding_policy_.declared = encoding_named(name);
    encoding_policy_.declares_ascii = names_ascii(name);
    if (!encoding_policy_.declared && !names_utf16(name)) {
        opening_.push_back(unplaced(context_.rules, "encoding.unsupported", {{"encoding", std::string(name)}}));
        return false;
    }
    if (may_declare(name, mark)) return true;
    opening_.push_back(contradiction(context_.rules, name, text, mark));
    return false;
}

void Run::note_switched_off() {
    for (const auto& [id, rule] : context_.rules.all()) {
        const auto& formats = rule.formats;
        const bool concerns =
            formats.empty() || std::find(formats.begin(), formats.end(), summary_.format) != formats.end();
        const bool is_asked = !rule.of_whole_annex || job_.extent == Extent::whole_annex;
        if (rule.severity == Severity::off && concerns && is_asked) summary_.switched_off.push_back(id);
    }
}

void Run::open_text(const Division& division) {
    decoder_ = std::make_unique<Decoder>(*job_.input.bytes, beginning_, job_.limits.input_bytes);
    decoder_->decide(encoding_policy_);
    reading_ = std::make_unique<Reading>(context_, *decoder_, division);
}

// Those that the input may be told by, before it tells its own. One that cannot be read is told once it is chosen.
std::vector<std::shared_ptr<const Schema>> Run::possible_schemas() const {
    if (job_.schema) return {job_.schema};
    std::vector<std::shared_ptr<const Schema>> result;
    if (job_.schemas == nullptr) return result;
    for (const auto& [id, file] : job_.schemas->list())
        if (auto schema = job_.schemas->find(id)) result.push_back(std::move(*schema));
    return result;
}

// The search for the schema may have read on beyond the first part; every part begins at the start.
Result<bool> Run::open_shard() {
    const Shard& shard = job_.input.shard;
    if (shard.of == 1) return true;
    if (context_.importer().scan == nullptr)
        return refuse("shard.read-whole", {{"format", std::string(context_.format->id())}});
    if (*job_.input.bytes->size() > job_.limits.input_bytes) {
        opening_.push_back(
            unplaced(context_.rules, "limit.input-bytes", {{"limit", fmt::format("{}", job_.limits.input_bytes)}}));
        return false;
    }
    if (auto sought = job_.input.bytes->seek(beginning_.size()); !sought) return sought.error();
    open_text(Division(shard, *job_.input.bytes->size()));
    return true;
}

Result<void*> Run::open_reader(const annexkit_sink* sink, std::span<const annexkit_field> fields,
                               annexkit_status& status) {
    const annexkit_open_request request{sizeof request,  fields.data(),   fields.size(),
                                        options_.data(), options_.size(), sink};
    void* reader = nullptr;
    std::string escaped;
    status = call_plugin([&] { return context_.importer().open(&request, &reader); }, escaped);
    if (status == ANNEXKIT_NO_MEMORY) throw std::bad_alloc();
    if (!escaped.empty()) opening_.push_back(unplaced(context_.rules, "plugin.failed", {{"reason", escaped}}));
    return reader;
}

Result<void> Run::choose_schema() {
    context_.schema = job_.schema;
    if (!context_.schema) {
        auto found = schema_of_head();
        if (!found) return found.error();
        context_.schema = *found;
    }
    summary_.schema = context_.schema;
    context_.validator = std::make_unique<Validator>(context_.schema, job_.extent);
    fields_ = contract_fields(*context_.schema);
    return {};
}

// The declaration that the head names; an input that names none is taken for the only one there is.
Result<std::shared_ptr<const Schema>> Run::schema_of_head() {
    if (job_.schemas == nullptr) return refuse("job.no-schema");
    std::string named;
    if (context_.importer().scan != nullptr) {
        annexkit_status status = ANNEXKIT_OK;
        const auto reader = open_reader(reading_->opening_sink(), {}, status);
        if (status == ANNEXKIT_OK) {
            auto head = reading_->probe(context_.importer(), *reader);
            close_plugin(context_.importer().close, *reader);
            if (!head) return head.error();
            for (const auto& member : *head)
                if (member.name == "declaration") named = member.text;
        }
        // What is wrong with the options or the head is told when the input is read.
        opening_.clear();
        (void)reading_->take_opening();
    }
    const auto& known = job_.schemas->list();
    std::string names;
    for (const auto& [id, file] : known) names += (names.empty() ? "" : ", ") + id;
    if (!named.empty()) {
        if (known.contains(named)) return job_.schemas->find(named);
        // A name with stray spaces or of another case is told as a finding, with its place.
        for (const auto& [id, file] : known)
            if (fold(id) == fold(named)) return job_.schemas->find(id);
        if (auto listed = job_.schemas->listed(); !listed) return listed.error();
        std::vector<Argument> arguments = {{"file", job_.input.name}, {"name", named}};
        add_known(arguments, names);
        return refuse("schema.of-other", std::move(arguments));
    }
    // What could not be listed may be the one.
    if (auto listed = job_.schemas->listed(); !listed) return listed.error();
    if (known.size() == 1) {
        assumption_ = unplaced(context_.rules, "annex.schema-assumed", {{"schema", known.begin()->first}});
        return job_.schemas->find(known.begin()->first);
    }
    std::vector<Argument> arguments = {{"file", job_.input.name}};
    add_known(arguments, names);
    return refuse("schema.unsaid", std::move(arguments));
}

Result<bool> Run::open_parts() {
    annexkit_status status = ANNEXKIT_OK;
    const auto reader = open_reader(reading_->opening_sink(), fields_, status);
    if (status != ANNEXKIT_OK) {
        auto told = reading_->take_opening();
        add_failure(context_.rules, context_.format->id(), "open", {}, !told.empty() || !opening_.empty(), told);
        std::move(told.begin(), told.end(), std::back_inserter(opening_));
        return false;
    }
    context_.reader = *reader;
    const auto& importer = context_.importer();
    const bool spells = sdk::has(importer, &annexkit_importer::spell) && importer.spell != nullptr;
    if (job_.fixes != Fixes::none && !spells)
        return make_error(ErrorKind::usage, "format.unmendable", {{"format", std::string(context_.format->id())}});
    if (!job_.output) return true;
    if (job_.input.shard.of > 1 && !job_.output->format->promises(ANNEXKIT_FORMAT_JOINS))
        return refuse("shard.not-joined", {{"format", std::string(job_.output->format->id())}});
    auto exporter = Export::open(*job_.output->format, job_.output->options, fields_, context_.rules, opening_);
    if (!exporter) return exporter.error();
    context_.exporter = std::move(*exporter);
    if (!context_.exporter || job_.on_invalid != OnInvalid::divert) return context_.exporter != nullptr;
    auto rejects = Export::open(*job_.rejected->format, job_.rejected->options, fields_, context_.rules, opening_);
    if (!rejects) return rejects.error();
    context_.rejects = std::move(*rejects);
    return context_.rejects != nullptr;
}

void Run::end_early(std::vector<PlacedFinding> findings) {
    summary_.unreadable = true;
    Joining joining(context_, summary_, 0);
    for (auto& finding : findings) joining.report(std::move(finding));
}

Result<Summary> Run::operator()() {
    if (auto checked = check_cancelled(job_); !checked) return checked.error();
    const auto opened = open_input();
    if (!opened) return opened.error();
    if (!*opened) {
        end_early(std::exchange(opening_, {}));
        return summary_;
    }
    if (auto looked = reading_->look_ahead(std::min(job_.limits.chunk_bytes, beginning_bytes)); !looked)
        return looked.error();
    if (auto chosen = choose_schema(); !chosen) return chosen.error();
    const auto divided = open_shard();
    if (!divided) return divided.error();
    if (!*divided) {
        end_early(std::exchange(opening_, {}));
        return summary_;
    }
    if (job_.on_schema) job_.on_schema(context_.schema);
    const auto parts = open_parts();
    if (!parts) return parts.error();
    if (!*parts) {
        end_early(std::exchange(opening_, {}));
        return summary_;
    }
    joining_ = std::make_unique<Joining>(context_, summary_, decoder_->mark_size());
    for (auto& finding : std::exchange(opening_, {})) joining_->report(std::move(finding));
    // The rows that could not be read whole may name the declaration.
    if (assumption_ && reading_->has_declaration_column())
        joining_->report_when_judged(std::move(*assumption_));
    else if (assumption_)
        joining_->report_when_readable(std::move(*assumption_));
    if (auto told = tell_candidates(); !told) return told.error();
    if (auto ran = run_steps(); !ran) return ran.error();
    if (auto finished = joining_->finish(); !finished) return finished.error();
    summary_.encoding = name_of(decoder_->encoding());
    summary_.encoding_by = decoder_->encoding_by();
    note_dialect();
    return summary_;
}

Result<void> Run::tell_candidates() {
    const annexkit_importer& importer = context_.importer();
    const bool knows = sdk::has(importer, &annexkit_importer::candidates) && importer.candidates != nullptr;
    if (!job_.on_candidate || !knows) return {};
    // Enough for the format to weigh what scan would weigh.
    constexpr std::size_t weighed_bytes = std::size_t{1} << 20;
    if (auto looked = reading_->look_ahead(weighed_bytes); !looked) return looked;
    reading_->tell_candidates(importer, context_.reader, job_.on_candidate);
    return {};
}

void Run::note_dialect() {
    const annexkit_importer& importer = context_.importer();
    const bool tells = sdk::has(importer, &annexkit_importer::setting) && importer.setting != nullptr;
    for (const auto& [name, value] : options_) {
        std::string in_use(sdk::view(value));
        std::string escaped;
        if (tells)
            if (const auto settled =
                    sdk::view(ask_plugin([&, option = name] { return importer.setting(context_.reader, option); },
                                         annexkit_text{}, escaped));
                !settled.empty())
                in_use = settled;
        summary_.dialect.emplace(sdk::view(name), std::move(in_use));
    }
    if (const auto encoding = summary_.dialect.find("encoding"); encoding != summary_.dialect.end())
        encoding->second = summary_.encoding;
}

Result<void> Run::run_steps() {
    // What is read whole already is one piece, which other threads could not help with.
    if (auto looked = reading_->look_ahead(job_.limits.chunk_bytes); !looked) return looked;
    const unsigned threads = decoder_->at_end() ? 1 : threads_for(job_.threads);
    return threads == 1 ? run_alone() : run_parallel(threads);
}

Result<void> Run::run_alone() {
    Worker worker(context_, *reading_);
    for (;;) {
        auto piece = reading_->next();
        if (!piece) return piece.error();
        if (*piece == nullptr) return {};
        worker.process(**piece, decoder_->encoding());
        const auto taken = joining_->take(**piece, worker, decoder_->encoding());
        if (!taken) return taken.error();
        if (!*taken) return {};
        reading_->give_back(std::move(*piece));
    }
}

std::unique_ptr<Worker> Run::borrow_worker() {
    {
        const std::lock_guard lock(workers_mutex_);
        if (!workers_.empty()) {
            auto worker = std::move(workers_.back());
            workers_.pop_back();
            return worker;
        }
    }
    return std::make_unique<Worker>(context_, *reading_);
}

void Run::give_back(std::unique_ptr<Worker> worker) {
    const std::lock_guard lock(workers_mutex_);
    workers_.push_back(std::move(worker));
}

Result<void> Run::run_parallel(unsigned threads) {
    struct Cut {
        std::shared_ptr<Piece> piece;
        Encoding encoding = Encoding::utf8;
    };
    std::optional<Error> failure;
    bool ended = false;
    const auto fail = [&](const Error& error) {
        if (!failure) failure = error;
        ended = true;
        reading_->stop();
    };
    // The error of the source is told by the last step, so that one thread at a time touches `failure`.
    std::optional<Error> source_failure;
    Steps<Cut> steps;
    steps.first = [&](Cut& item) {
        auto piece = reading_->next();
        if (!piece) source_failure = piece.error();
        if (!piece || *piece == nullptr) return false;
        item = {std::move(*piece), decoder_->encoding()};
        return true;
    };
    steps.middle = [&](Cut& item) {
        auto worker = borrow_worker();
        worker->process(*item.piece, item.encoding);
        give_back(std::move(worker));
    };
    steps.last = [&](Cut& item) {
        if (ended) return;
        auto worker = borrow_worker();
        const auto taken = joining_->take(*item.piece, *worker, item.encoding);
        give_back(std::move(worker));
        if (!taken) return fail(taken.error());
        if (*taken) return reading_->give_back(std::move(item.piece));
        ended = true;
        reading_->stop();
    };
    steps.is_middle_in_order =
        (context_.exporter && context_.exporter->in_order()) || (context_.rejects && context_.rejects->in_order());
    run_pipeline(steps, threads);
    if (failure) return *failure;
    if (source_failure && !ended) return *source_failure;
    return {};
}

} // namespace

Result<Summary> run(const Registry& registry, const Job& job) {
    auto summary = Run(registry, job)();
    // A stop that the last callback asked for counts too.
    if (auto checked = check_cancelled(job); summary && !checked) return checked.error();
    return summary;
}

} // namespace annexkit
