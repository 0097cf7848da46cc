// SPDX-License-Identifier: Apache-2.0
// Items go through three steps, several at a time. oneTBB runs the steps, and is handed addresses alone: Debian's is
// not built for ThreadSanitizer, which is told here what each step sees of the others. Nothing in this file is
// instrumented (core/cmake/sanitize_ignored.txt).
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define ANNEXKIT_THREAD_SANITIZER
extern "C" void __tsan_acquire(void*); // NOLINT: as ThreadSanitizer names them
extern "C" void __tsan_release(void*); // NOLINT
#endif
#endif

namespace annexkit {

/// What is done to each item. The first and the last step see the items one by one, in order.
template <class Item> struct Steps {
    /// Fills an item; false when there is no more.
    std::function<bool(Item&)> first;
    std::function<void(Item&)> middle;
    std::function<void(Item&)> last;
    /// The middle step sees them in order too, and otherwise several at a time.
    bool is_middle_in_order = false;
};

/// Lets ThreadSanitizer know that this thread sees what others did before they left `what`. Nothing in other builds.
inline void take_over([[maybe_unused]] const void* what) {
#ifdef ANNEXKIT_THREAD_SANITIZER
    __tsan_acquire(const_cast<void*>(what));
#endif
}

inline void leave([[maybe_unused]] const void* what) {
#ifdef ANNEXKIT_THREAD_SANITIZER
    __tsan_release(const_cast<void*>(what));
#endif
}

/// What steps leave and take over, by its address.
struct Marks {
    char begun = 0;
    char ended = 0;
    char first = 0;
    char middle = 0;
    char last = 0;
};

/// One step of one item: it sees what came before all steps, what was done to the item, and, where steps run in order,
/// what the one before in the same order did. Nothing more, so that a race between steps is seen.
class Turn {
  public:
    Turn(const Marks& marks, const void* item, const char* order) : marks_(marks), item_(item), order_(order) {
        take_over(&marks_.begun);
        take_over(item_);
        if (order_ != nullptr) take_over(order_);
    }
    ~Turn() {
        if (order_ != nullptr) leave(order_);
        leave(item_);
        leave(&marks_.ended);
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

  private:
    const Marks& marks_;
    const void* item_;
    const char* order_;
};

/// Whoever ran the steps sees what was done in them, when one has thrown too.
class Ending {
  public:
    explicit Ending(const Marks& marks) : marks_(marks) { leave(&marks_.begun); }
    ~Ending() { take_over(&marks_.ended); }
    Ending(const Ending&) = delete;
    Ending& operator=(const Ending&) = delete;

  private:
    const Marks& marks_;
};

/// Runs the steps on up to `threads` threads until there are no more items.
template <class Item> void run_pipeline(const Steps<Item>& steps, unsigned threads) {
    // Items end in order, and no more than these are under way: where the next one belongs, none is left.
    const std::size_t most = std::size_t{2} * threads;
    std::vector<Item> items(most);
    Item* const places = items.data();
    std::size_t count = 0;
    const Marks marks;
    const auto first = [&](tbb::flow_control& flow) -> Item* {
        Item* const item = places + count++ % most;
        const Turn turn(marks, item, &marks.first);
        if (steps.first(*item)) return item;
        flow.stop();
        return nullptr;
    };
    const auto middle = [&](Item* item) {
        const Turn turn(marks, item, steps.is_middle_in_order ? &marks.middle : nullptr);
        steps.middle(*item);
        return item;
    };
    const auto last = [&](Item* item) {
        const Turn turn(marks, item, &marks.last);
        steps.last(*item);
        *item = Item();
    };
    const auto in_order = tbb::filter_mode::serial_in_order;
    const auto all =
        tbb::make_filter<void, Item*>(in_order, first) &
        tbb::make_filter<Item*, Item*>(steps.is_middle_in_order ? in_order : tbb::filter_mode::parallel, middle) &
        tbb::make_filter<Item*, void>(in_order, last);
    tbb::task_arena arena(static_cast<int>(threads));
    const Ending ending(marks);
    arena.execute([&] { tbb::parallel_pipeline(most, all); });
}

} // namespace annexkit
