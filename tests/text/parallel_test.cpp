// Work on several threads: what is taken comes in order, each once, and nobody waits for ever when something goes wrong.
#include "engine/text/parallel.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

#include "engine/text/in_turn.h"

using namespace hoagiai;

namespace {

/// Some pieces take longer than others, so that they are made out of order.
void dawdle(std::size_t number) {
    if (number % 7 == 3) std::this_thread::sleep_for(std::chrono::microseconds(300));
}

}  // namespace

TEST_CASE("pieces are taken in their order, each once, on any number of threads", "[parallel]") {
    for (const unsigned threads : {1u, 2u, 5u})
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{200}}) {
            INFO(threads << " threads, " << count << " pieces");
            std::string all, expected;
            for (std::size_t i = 0; i < count; ++i) expected += std::to_string(i) + " ";
            in_order(
                count, threads,
                [](std::size_t number, std::string& piece) {
                    dawdle(number);
                    piece += std::to_string(number) + " ";
                },
                [&](const std::string& piece) { all += piece; });
            CHECK(all == expected);
        }
}

TEST_CASE("what goes wrong in making or taking a piece ends the work and is thrown on", "[parallel]") {
    for (const unsigned threads : {1u, 2u, 5u})
        for (const std::size_t bad : {std::size_t{0}, std::size_t{50}, std::size_t{199}}) {
            INFO(threads << " threads, piece " << bad);
            std::size_t taken = 0;
            CHECK_THROWS_AS(in_order(
                                200, threads,
                                [&](std::size_t number, std::string&) {
                                    dawdle(number);
                                    if (number == bad) throw std::runtime_error("making");
                                },
                                [&](const std::string&) { ++taken; }),
                            std::runtime_error);
            CHECK(taken <= bad);
            std::size_t next = 0;
            CHECK_THROWS_AS(in_order(
                                200, threads, [](std::size_t number, std::string&) { dawdle(number); },
                                [&](const std::string&) {
                                    if (next++ == bad) throw std::logic_error("taking");
                                }),
                            std::logic_error);
            CHECK(next == bad + 1);
        }
}

TEST_CASE("no more pieces are begun than there are places", "[parallel]") {
    constexpr std::size_t most = 3, count = 100;
    InTurn turns(most);
    std::atomic<int> held{0}, largest{0};
    std::size_t expected = 0;
    std::atomic<bool> refused{false}, in_order{true};
    in_parallel(count, 5, [&]() -> std::function<void(std::size_t)> {
        return [&](std::size_t number) {
            if (!turns.wait_for_room(number)) refused = true;
            const int now = ++held;
            for (int seen = largest; now > seen && !largest.compare_exchange_weak(seen, now);) continue;
            dawdle(number);
            turns.made(number, [&](std::size_t due) {
                if (due != expected++) in_order = false;
                --held;
                return true;
            });
        };
    });
    CHECK(expected == count);
    CHECK(in_order);
    CHECK_FALSE(refused);
    CHECK(largest <= static_cast<int>(most));
    CHECK(largest > 1);
    CHECK_FALSE(turns.was_called_off());
}

TEST_CASE("when no more is wanted, nothing more is begun", "[parallel]") {
    InTurn turns(2);
    std::size_t taken = 0;
    std::atomic<std::size_t> refused{0};
    in_parallel(50, 3, [&]() -> std::function<void(std::size_t)> {
        return [&](std::size_t number) {
            if (!turns.wait_for_room(number)) {
                ++refused;
                return;
            }
            turns.made(number, [&](std::size_t due) { return ++taken, due < 10; });
        };
    });
    CHECK(taken == 11);
    CHECK(refused >= 50 - 11 - 2);
    CHECK(turns.was_called_off());
}
