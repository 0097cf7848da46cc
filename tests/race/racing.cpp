// SPDX-License-Identifier: Apache-2.0
// Races on purpose, which ThreadSanitizer has to see in spite of what it is told of the pipeline. Without an argument,
// a pipeline without races, of which it has to say nothing.
#include "pipeline/steps.hpp"

#include <chrono>
#include <string_view>
#include <thread>

int main(int count, char** arguments) {
    const std::string_view race = count > 1 ? arguments[1] : "";
    int begun = 0;
    int done = 0;
    int sum = 0;
    annexkit::Steps<int> steps;
    steps.first = [&](int& item) {
        item = ++begun;
        return item <= 100;
    };
    steps.middle = [&](int& item) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        item = 2 * item;
        if (race == "side by side") ++done;
    };
    steps.last = [&](int& item) {
        sum += item;
        if (race == "first and last") sum += begun;
    };
    for (int round = 0; round < 3; ++round) {
        begun = 0;
        annexkit::run_pipeline(steps, 2);
    }
    return sum == 3 * 10'100 || !race.empty() ? 0 : 1;
}
