#include "engine/text/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "engine/text/in_turn.h"

namespace hoagiai {

namespace {

/// Threads that are joined however the block is left.
class Threads {
public:
    Threads(unsigned count, const std::function<void()>& run) {
        for (unsigned i = 0; i < count; ++i) threads_.emplace_back(run);
    }
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;
    ~Threads() {
        for (std::thread& thread : threads_) thread.join();
    }

private:
    std::vector<std::thread> threads_;
};

}  // namespace

unsigned thread_count(unsigned wanted) { return wanted ? wanted : std::max(1u, std::thread::hardware_concurrency()); }

void in_parallel(std::size_t count, unsigned threads, const std::function<std::function<void(std::size_t)>()>& worker) {
    std::atomic<std::size_t> next{0};
    std::exception_ptr problem;
    std::mutex guard;
    const auto run = [&] {
        try {
            const auto work = worker();
            for (std::size_t index; (index = next++) < count;) work(index);
        } catch (...) {
            next = count;
            const std::lock_guard lock(guard);
            if (!problem) problem = std::current_exception();
        }
    };
    {
        const Threads others(static_cast<unsigned>(std::min<std::size_t>(threads, count)) - (count > 0 ? 1 : 0), run);
        run();
    }
    if (problem) std::rethrow_exception(problem);
}

void in_ranges(std::size_t count, unsigned threads, const std::function<void(std::size_t, std::size_t)>& work) {
    constexpr std::size_t least = 4096;
    const std::size_t range = std::max(least, count / (std::size_t{std::max(threads, 1u)} * 8) + 1);
    in_parallel((count + range - 1) / range, threads, [&]() -> std::function<void(std::size_t)> {
        return [&](std::size_t number) { work(number * range, std::min(count, (number + 1) * range)); };
    });
}

void in_order(std::size_t count, unsigned threads, const std::function<void(std::size_t, std::string&)>& make,
              const std::function<void(const std::string&)>& take) {
    std::vector<std::string> pieces(std::size_t{std::max(threads, 1u)} * 4);
    InTurn turns(pieces.size());
    in_parallel(count, threads, [&]() -> std::function<void(std::size_t)> {
        return [&](std::size_t number) {
            if (!turns.wait_for_room(number)) return;
            std::string& piece = pieces[number % pieces.size()];
            piece.clear();
            try {
                make(number, piece);
            } catch (...) {
                // Nobody may wait for a piece that is never made.
                turns.call_off();
                throw;
            }
            turns.made(number, [&](std::size_t due) {
                take(pieces[due % pieces.size()]);
                return true;
            });
        };
    });
}

}  // namespace hoagiai
