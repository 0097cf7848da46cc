// SPDX-License-Identifier: Apache-2.0
// What is left behind when everything is closed.
#include "checks.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include <fmt/format.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace conformance {
namespace {

constexpr std::size_t batches = 40;
constexpr std::size_t rounds = 20;

// Bytes that are allocated; the same at all times where the C library does not count them, or a sanitizer stands in for
// it, which finds leaks itself.
std::size_t memory_in_use() {
#if defined(__GLIBC__)
    const auto all = ::mallinfo2();
    return all.uordblks + all.hblkhd;
#else
    return 0;
#endif
}

std::size_t open_files() {
    std::error_code none;
    const std::filesystem::directory_iterator files("/proc/self/fd", none);
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

// What the C library keeps of freed memory for later, and what is made once, grows now and then, and ever more seldom:
// the first batch without growth shows that there is no leak, which would be in each.
std::size_t least_growth(const Subject& subject) {
    std::size_t least = SIZE_MAX;
    work_through(subject);
    for (std::size_t batch = 0; batch < batches && least > 0; ++batch) {
        const std::size_t before = memory_in_use();
        for (std::size_t round = 0; round < rounds; ++round) work_through(subject);
        const std::size_t after = memory_in_use();
        least = std::min(least, after > before ? after - before : 0);
    }
    return least;
}

} // namespace

void gives_back_memory(const Subject& subject, Faults& faults) {
    faults.watch("used many times", [&] {
        const std::size_t growth = least_growth(subject);
        if (growth >= rounds)
            faults.add(fmt::format("each use keeps some {} bytes for good, used {} times and closed each time",
                                   growth / rounds, batches * rounds));
    });
}

void closes_its_files(const Subject& subject, Faults& faults) {
    faults.watch("used twice", [&] {
        work_through(subject);
        const std::size_t before = open_files();
        work_through(subject);
        const std::size_t after = open_files();
        if (after > before) faults.add(fmt::format("it left {} files open", after - before));
    });
}

} // namespace conformance
