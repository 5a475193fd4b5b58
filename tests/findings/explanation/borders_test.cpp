// Borders between statuses are found exactly where they are, islands included, and nothing is said where they cannot be found.
#include "engine/findings/explanation/borders.h"

#include <catch2/catch.hpp>

#include <random>

using namespace hoagiai;

namespace {

/// A status by value, judged over ranges as the engine does: definite only where all values agree.
struct Landscape {
    std::vector<Stretch> stretches;

    Status at(std::int64_t value) const {
        for (const Stretch& one : stretches)
            if (one.low <= value && value <= one.high) return one.status;
        return Status::unknown;
    }
    StatusAlong along(std::vector<std::int64_t> interesting = {}) const {
        return {[this](std::int64_t value) { return std::optional(at(value)); },
                [this](std::int64_t low, std::int64_t high) {
                    for (const Stretch& one : stretches)
                        if (one.low <= low && high <= one.high) return std::optional(one.status);
                    return std::optional(Status::unknown);
                },
                std::move(interesting)};
    }
};

bool same(const std::vector<Stretch>& a, const std::vector<Stretch>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].low != b[i].low || a[i].high != b[i].high || a[i].status != b[i].status) return false;
    return true;
}

}  // namespace

TEST_CASE("borders: one, two, an island of a single value", "[borders]") {
    const std::vector<std::vector<Stretch>> landscapes = {
        {{0, 1'000'000'000'000, Status::fail}},
        {{0, 75, Status::fail}, {76, 1'000'000'000'000, Status::pass}},
        {{0, 0, Status::not_applicable}, {1, 571, Status::fail}, {572, 584, Status::pass}, {585, 1'000'000, Status::fail}},
        {{0, 776'545, Status::fail}, {776'546, 776'546, Status::pass}, {776'547, 1'000'000'000, Status::fail}},
        {{0, 3, Status::unknown}, {4, 9, Status::pass}},
        {{7, 7, Status::pass}},
    };
    for (const auto& stretches : landscapes) {
        const Landscape landscape{stretches};
        INFO(stretches.size() << " stretches to " << stretches.back().high);
        CHECK(same(find_stretches(stretches.front().low, stretches.back().high, landscape.along()), stretches));
    }
}

TEST_CASE("borders: an island between two unknown ends is found near what the rule compares with", "[borders]") {
    const Landscape landscape{{{0, 499, Status::unknown}, {500, 503, Status::pass}, {504, 1'000'000, Status::unknown}}};
    CHECK(same(find_stretches(0, 1'000'000, landscape.along({500})), landscape.stretches));
}

TEST_CASE("borders: wherever they fall, they are found to the value", "[borders]") {
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        Landscape landscape;
        std::int64_t low = 0;
        Status last = Status::unknown;
        for (std::size_t i = 0; i < 1 + random() % 5; ++i) {
            const std::int64_t high = low + static_cast<std::int64_t>(random() % 100'000);
            const Status definite[] = {Status::pass, Status::fail, Status::not_applicable};
            Status status = definite[random() % 3];
            if (status == last) status = status == Status::pass ? Status::fail : Status::pass;
            landscape.stretches.push_back({low, high, status});
            last = status;
            low = high + 1;
        }
        CHECK(same(find_stretches(0, low - 1, landscape.along()), landscape.stretches));
    }
}

TEST_CASE("borders: nothing is said where a value has no answer or there are too many", "[borders]") {
    StatusAlong no_answer{[](std::int64_t value) { return value > 5 ? std::nullopt : std::optional(Status::pass); },
                          [](std::int64_t, std::int64_t) { return std::optional(Status::unknown); },
                          {}};
    CHECK(find_stretches(0, 100, no_answer).empty());
    Landscape stripes;
    for (std::int64_t i = 0; i < 40; ++i) stripes.stretches.push_back({i, i, i % 2 == 0 ? Status::pass : Status::fail});
    CHECK(find_stretches(0, 39, stripes.along()).empty());
}
