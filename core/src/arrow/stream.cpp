// SPDX-License-Identifier: Apache-2.0
// An annex as an Arrow stream.
#include "arrow/batch.hpp"
#include "c_api/guard.hpp"
#include "c_api/records.hpp"
#include "messages/error.hpp"

#include <annexkit/arrow.h>

#include <cerrno>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <utility>

namespace annexkit::arrow {
namespace {

int number_of(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::usage:
    case ErrorKind::schema: return EINVAL;
    case ErrorKind::cancelled: return ECANCELED;
    case ErrorKind::input:
    case ErrorKind::plugin:
    case ErrorKind::output: break;
    }
    return EIO;
}

/// What private_data of a stream points to.
class Stream {
  public:
    Stream(std::unique_ptr<c_api::Pulling> pulling, OnInvalid on_invalid)
        : pulling_(std::move(pulling)), on_invalid_(on_invalid) {}

    int give_schema(ArrowSchema& out) noexcept {
        return told([&]() -> Result<void> {
            const auto schema = known_schema();
            if (!schema) return schema.error();
            out = schema_of(**schema);
            return {};
        });
    }

    int give_next(ArrowArray& out) noexcept {
        return told([&]() -> Result<void> {
            const auto schema = known_schema();
            if (!schema) return schema.error();
            Batch batch(**schema);
            if (auto filled = fill(batch); !filled) return filled;
            out = batch.is_empty() ? ArrowArray{} : Batch::exported(std::move(batch));
            return {};
        });
    }

    [[nodiscard]] const char* last_error() const noexcept { return last_error_; }

  private:
    /// Does the work, and tells what became of it as the interface wants it.
    template <class Work> int told(Work&& work) noexcept {
        last_error_ = nullptr;
        try {
            const Result<void> done = work();
            if (done) return 0;
            const Error& error = done.error();
            message_ = error.hint.empty() ? error.message : error.message + "; " + error.hint;
            last_error_ = message_.c_str();
            return number_of(error.kind);
        } catch (const std::bad_alloc&) {
            last_error_ = "out of memory";
            return ENOMEM;
        } catch (...) {
            last_error_ = "unexpected; please report this as a defect";
            return EIO;
        }
    }

    /// The schema, or why there is none: what ended the input before it was known.
    Result<std::shared_ptr<const Schema>> known_schema() {
        auto schema = pulling_->schema();
        if (!schema || *schema) return schema;
        if (auto next = pulling_->next(); !next) return next.error();
        return fault_of_annex();
    }

    [[nodiscard]] bool is_wanted(const RecordView& record) const {
        return record.is_valid || on_invalid_ == OnInvalid::stop || on_invalid_ == OnInvalid::keep;
    }

    /// Adds rows until the batch is full; where there are none left, tells what speaks against the annex as a whole.
    Result<void> fill(Batch& batch) {
        while (!batch.is_full()) {
            const auto next = pulling_->next();
            if (!next) return next.error();
            if (*next == nullptr) return batch.is_empty() ? check_whole() : Result<void>();
            if (!is_wanted(**next)) continue;
            batch.add(**next);
            if (batch.is_beyond())
                return make_error(ErrorKind::usage, "arrow.too-long", {{"ordinal", std::to_string((*next)->ordinal)}});
        }
        return {};
    }

    [[nodiscard]] Result<void> check_whole() const {
        const Summary& summary = pulling_->told()->summary;
        const bool is_stopped = on_invalid_ == OnInvalid::stop && summary.errors > 0;
        if (summary.is_read() && !summary.unwritable && !is_stopped) return {};
        return fault_of_annex();
    }

    [[nodiscard]] Error fault_of_annex() const {
        const auto first = pulling_->first_error();
        if (!first) return make_error(ErrorKind::input, "arrow.unread");
        return make_error(ErrorKind::input, "arrow.errors",
                          {{"count", std::to_string(pulling_->told()->summary.errors)},
                           {"line", std::to_string(first->line)},
                           {"reason", first->english},
                           {"reason_fr", first->french}});
    }

    std::unique_ptr<c_api::Pulling> pulling_;
    OnInvalid on_invalid_;
    std::string message_;
    const char* last_error_ = nullptr;
};

Stream& stream_of(ArrowArrayStream* stream) { return *static_cast<Stream*>(stream->private_data); }

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) { return stream_of(stream).give_schema(*out); }
int get_next(ArrowArrayStream* stream, ArrowArray* out) { return stream_of(stream).give_next(*out); }
const char* get_last_error(ArrowArrayStream* stream) { return stream_of(stream).last_error(); }
void release(ArrowArrayStream* stream) {
    delete &stream_of(stream);
    stream->release = nullptr;
}

} // namespace
} // namespace annexkit::arrow

annexkit_error* annexkit_job_arrow_stream(annexkit_job* job, ArrowArrayStream* stream) {
    using namespace annexkit;
    return c_api::guarded({{job, "job"}, {stream, "stream"}}, [&]() -> Result<void> {
        auto pulling = c_api::Pulling::open(job->settings);
        if (!pulling) return pulling.error();
        auto made = std::make_unique<arrow::Stream>(std::move(*pulling), job->settings.on_invalid);
        *stream = {arrow::get_schema, arrow::get_next, arrow::get_last_error, arrow::release, made.release()};
        return {};
    });
}
