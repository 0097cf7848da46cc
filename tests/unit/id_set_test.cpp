// SPDX-License-Identifier: Apache-2.0
#include "pipeline/id_set.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

using annexkit::IdSet;

namespace {

/// What IdSet has to be equal to.
class PlainSet {
  public:
    std::optional<std::uint64_t> insert(const std::string& id, std::uint64_t ordinal) {
        const auto [known, added] = ids_.emplace(id, ordinal);
        return added ? std::nullopt : std::optional(known->second);
    }

  private:
    std::map<std::string, std::uint64_t> ids_;
};

void check_equal(const std::vector<std::string>& ids) {
    IdSet set;
    PlainSet plain;
    for (std::uint64_t ordinal = 0; ordinal < ids.size(); ++ordinal) {
        CAPTURE(ordinal);
        REQUIRE(set.insert(ids[ordinal], ordinal) == plain.insert(ids[ordinal], ordinal));
    }
}

std::string numbered(int number) { return "p-" + std::to_string(1000 + number); }

} // namespace

TEST_CASE("an id that came before is found with the record that had it first") {
    IdSet set;
    CHECK(set.insert("a", 0) == std::nullopt);
    CHECK(set.insert("b", 1) == std::nullopt);
    CHECK(set.insert("a", 2) == std::optional<std::uint64_t>(0));
    CHECK(set.insert("a", 3) == std::optional<std::uint64_t>(0));
}

TEST_CASE("ids that count up are found again, at either end and in the middle") {
    IdSet set;
    for (int i = 0; i < 100; ++i) CHECK(set.insert(numbered(i), static_cast<std::uint64_t>(i)) == std::nullopt);
    for (const int i : {0, 1, 50, 99}) CHECK(set.insert(numbered(i), 100) == std::optional<std::uint64_t>(i));
    CHECK(set.insert(numbered(100), 104) == std::nullopt);
}

TEST_CASE("a run that counts up to an id of before finds it") {
    check_equal({"x5", "x3", "x4", "x5", "x6"});
    check_equal({"x5", "x6", "x7", "x3", "x4", "x5", "x6", "x7", "x8"});
}

TEST_CASE("the same number with other digits is another id") {
    check_equal({"x1", "x2", "x01", "x02", "x001", "x2", "x02"});
    check_equal({"x8", "x9", "x10", "x11", "x9", "x10", "x011"});
}

TEST_CASE("ids of digits alone, of no digits and of more digits than a number holds are ids like others") {
    check_equal({"1", "2", "3", "2"});
    check_equal({"a", "b", "", "a", ""});
    check_equal({"99999999999999999998", "99999999999999999999", "99999999999999999998", "199999999999999999999",
                 "99999999999999999999"});
}

TEST_CASE("whatever order the ids come in, the answers are those of a plain set") {
    std::mt19937 random(2013);
    for (int round = 0; round < 200; ++round) {
        std::vector<std::string> ids;
        for (int i = 0; i < 200; ++i) {
            const bool counts_on = !ids.empty() && random() % 4 != 0;
            const int last = counts_on ? std::stoi(ids.back().substr(2)) - 999 : static_cast<int>(random() % 60);
            ids.push_back(numbered(last));
        }
        check_equal(ids);
    }
}
