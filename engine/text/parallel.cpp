#include "engine/text/parallel.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

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

class OrderedPieces {
public:
    OrderedPieces(std::size_t count, unsigned threads, const std::function<std::string(std::size_t)>& make)
        : count_(count), make_(make), pieces_(std::size_t{threads} * 4), ready_(pieces_.size(), false) {}

    void make_all() {
        while (true) {
            std::unique_lock lock(guard_);
            room_.wait(lock, [&] { return next_ >= count_ || next_ < taken_ + pieces_.size(); });
            if (next_ >= count_) return;
            const std::size_t index = next_++;
            lock.unlock();
            std::string piece;
            std::exception_ptr problem;
            try {
                piece = make_(index);
            } catch (...) {
                problem = std::current_exception();
            }
            lock.lock();
            if (problem && !problem_) problem_ = problem;
            pieces_[index % pieces_.size()] = std::move(piece);
            ready_[index % pieces_.size()] = true;
            made_.notify_one();
        }
    }

    void take_all(const std::function<void(const std::string&)>& take) {
        for (std::size_t index = 0; index < count_; ++index) {
            std::unique_lock lock(guard_);
            made_.wait(lock, [&] { return ready_[index % pieces_.size()]; });
            if (problem_) break;
            const std::string piece = std::move(pieces_[index % pieces_.size()]);
            ready_[index % pieces_.size()] = false;
            ++taken_;
            lock.unlock();
            room_.notify_one();
            take(piece);
        }
    }

    /// Nothing more is begun.
    void stop() {
        const std::lock_guard lock(guard_);
        next_ = count_;
        room_.notify_all();
    }
    std::exception_ptr problem() const { return problem_; }

private:
    const std::size_t count_;
    const std::function<std::string(std::size_t)>& make_;
    std::mutex guard_;
    std::condition_variable room_, made_;
    std::vector<std::string> pieces_;
    std::vector<bool> ready_;
    std::size_t next_ = 0, taken_ = 0;
    std::exception_ptr problem_;
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

void in_order(std::size_t count, unsigned threads, const std::function<std::string(std::size_t)>& make,
              const std::function<void(const std::string&)>& take) {
    threads = static_cast<unsigned>(std::min<std::size_t>(threads, count));
    if (threads < 2) {
        for (std::size_t index = 0; index < count; ++index) take(make(index));
        return;
    }
    OrderedPieces pieces(count, threads, make);
    {
        const Threads makers(threads, [&] { pieces.make_all(); });
        try {
            pieces.take_all(take);
        } catch (...) {
            pieces.stop();
            throw;
        }
        pieces.stop();
    }
    if (pieces.problem()) std::rethrow_exception(pieces.problem());
}

}  // namespace hoagiai
