// SPDX-License-Identifier: Apache-2.0
// Runs a job in a thread of its own and hands its records over in batches.
#include "messages/error.hpp"
#include "pipeline/record_copies.hpp"

#include <annexkit/records.hpp>

#include <cassert>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace annexkit {
namespace {

// A hand-over costs some microseconds; a batch makes that little beside the reading of its records.
constexpr std::size_t batch_records = 256;
constexpr std::size_t batch_bytes = std::size_t{1} << 20;
constexpr std::size_t most_batches = 4;

struct Batch {
    RecordCopies copies;
    std::uint64_t first_ordinal = 0;

    [[nodiscard]] bool is_full() const { return copies.size() >= batch_records || copies.text_bytes() >= batch_bytes; }
};

} // namespace

class Records::State {
  public:
    State(const Registry& registry, Job job);
    ~State();
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    Result<std::shared_ptr<const Schema>> schema();
    Result<const RecordView*> next();
    [[nodiscard]] const Summary& summary() const;

  private:
    void run();
    void take(const RecordView& record);
    void hand_over();
    /// What is behind the last record: nothing, or why there is no more.
    Result<void> end() const;
    std::unique_ptr<Batch> next_batch();

    const Registry& registry_;
    Job job_;
    std::stop_source stop_;
    /// Asks this job to stop when the host asks for it.
    std::optional<std::stop_callback<std::function<void()>>> passed_on_;

    /// The batch that is being filled, and the one that is being used: each is one thread's alone.
    std::unique_ptr<Batch> filling_;
    std::unique_ptr<Batch> using_;
    std::size_t used_ = 0;
    std::optional<RecordView> record_;
    /// Whether the end has been told, after which nothing is left to be stopped.
    bool has_ended_ = false;

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<std::unique_ptr<Batch>> waiting_;
    std::shared_ptr<const Schema> schema_;
    std::optional<Result<Summary>> result_;
    std::exception_ptr thrown_;

    std::thread thread_;
};

Records::State::State(const Registry& registry, Job job) : registry_(registry), job_(std::move(job)) {
    passed_on_.emplace(std::exchange(job_.stop, stop_.get_token()), [this] { stop_.request_stop(); });
    job_.on_record = [this, tell = std::move(job_.on_record)](const RecordView& record) {
        if (tell) tell(record);
        take(record);
    };
    job_.on_schema = [this, tell = std::move(job_.on_schema)](const std::shared_ptr<const Schema>& schema) {
        if (tell) tell(schema);
        const std::lock_guard lock(mutex_);
        schema_ = schema;
        changed_.notify_all();
    };
    thread_ = std::thread([this] { run(); });
}

Records::State::~State() {
    stop_.request_stop();
    thread_.join();
}

void Records::State::run() {
    std::optional<Result<Summary>> result;
    std::exception_ptr thrown;
    try {
        result = annexkit::run(registry_, job_);
        if (filling_) hand_over();
    } catch (...) {
        thrown = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    thrown_ = thrown;
    if (!thrown_) result_ = std::move(result);
    changed_.notify_all();
}

void Records::State::take(const RecordView& record) {
    if (!filling_) {
        filling_ = std::make_unique<Batch>();
        filling_->first_ordinal = record.ordinal;
    }
    annexkit_record table{};
    table.struct_size = sizeof table;
    table.values = record.values.data();
    table.value_count = record.values.size();
    table.unknown = record.unknown.data();
    table.unknown_count = record.unknown.size();
    filling_->copies.add(table, record.is_valid ? Validity::valid : Validity::invalid);
    if (filling_->is_full()) hand_over();
}

void Records::State::hand_over() {
    auto batch = std::move(filling_);
    std::unique_lock lock(mutex_);
    // Where a stop is requested, the job is on its way out, and what nobody has taken is dropped with it.
    if (!changed_.wait(lock, stop_.get_token(), [&] { return waiting_.size() < most_batches; })) return;
    waiting_.push_back(std::move(batch));
    changed_.notify_all();
}

std::unique_ptr<Batch> Records::State::next_batch() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !waiting_.empty() || result_ || thrown_; });
    if (waiting_.empty()) return nullptr;
    auto batch = std::move(waiting_.front());
    waiting_.pop_front();
    changed_.notify_all();
    return batch;
}

// The other thread has ended by then.
Result<void> Records::State::end() const {
    if (thrown_) std::rethrow_exception(thrown_);
    if (!*result_) return result_->error();
    return {};
}

Result<const RecordView*> Records::State::next() {
    record_.reset();
    if (stop_.stop_requested() && !has_ended_) return make_error(ErrorKind::cancelled, "job.cancelled");
    if (using_ && used_ == using_->copies.size()) using_.reset();
    if (!using_) {
        using_ = next_batch();
        used_ = 0;
    }
    if (!using_) {
        if (auto ended = end(); !ended) return ended.error();
        has_ended_ = true;
        return nullptr;
    }
    const RecordCopies& copies = using_->copies;
    record_.emplace(RecordView{using_->first_ordinal + used_, schema_, copies[used_], copies.unknown(used_),
                               copies.is_valid(used_)});
    ++used_;
    return &*record_;
}

Result<std::shared_ptr<const Schema>> Records::State::schema() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return schema_ || result_ || thrown_; });
    if (schema_) return schema_;
    if (auto ended = end(); !ended) return ended.error();
    return nullptr;
}

const Summary& Records::State::summary() const {
    assert(result_ && *result_ && "next() has given nullptr");
    return **result_;
}

Records::Records(const Registry& registry, Job job) : state_(std::make_unique<State>(registry, std::move(job))) {}
Records::~Records() = default;
Records::Records(Records&&) noexcept = default;
Records& Records::operator=(Records&&) noexcept = default;

Result<std::shared_ptr<const Schema>> Records::schema() { return state_->schema(); }
Result<const RecordView*> Records::next() { return state_->next(); }
const Summary& Records::summary() const { return state_->summary(); }

} // namespace annexkit
