// SPDX-License-Identifier: Apache-2.0
// Shows on standard error how far a conversion has come.
#pragma once

#include <annexkit/batch.hpp>
#include <annexkit/rule.hpp>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace annexkit::cli {

/// Files, bytes, rate, remaining time and findings: on a terminal one line behind a bar, drawn anew, elsewhere a line
/// every few seconds. What ends sooner shows nothing.
class Progress {
  public:
    enum class Show { nothing, figures };
    struct Totals {
        std::uint64_t files = 1;
        /// 0 when it is not known.
        std::uint64_t bytes = 0;
    };

    Progress(const BatchProgress& figures, Totals totals, Language language, Show show);
    /// Leaves nothing of itself on a terminal.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Lets something else write to the terminal.
    template <class Write> void make_way(Write&& write) {
        const std::lock_guard lock(mutex_);
        erase();
        write();
    }

  private:
    void watch();
    void show();
    void erase();
    [[nodiscard]] std::string line();
    /// As of the last line().
    [[nodiscard]] bool knows_end() const { return last_bytes_ <= totals_.bytes; }

    const BatchProgress& figures_;
    const Totals totals_;
    const Language language_;
    const bool on_terminal_;
    const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point last_ = start_;
    std::uint64_t last_bytes_ = 0;
    double rate_ = 0;
    bool is_drawn_ = false;
    bool ended_ = false;
    std::mutex mutex_;
    std::condition_variable end_;
    std::thread thread_;
};

} // namespace annexkit::cli
