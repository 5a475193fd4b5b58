// Pieces of a file that threads make side by side are taken in the order of the file. Whoever comes with the piece that is due
// takes it, and after it those that others left there: nobody waits for a slower one, unless too many pieces lie there.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "engine/records/formats/quick/quick_rows.h"

namespace hoagiai {

/// Places in memory for pieces, kept from file to file: taking new ones from the system costs as much as filling them.
class PiecePool {
public:
    /// What is read from now on; both must stay until the next.
    void set_file(const QuickPlan& plan, const OpenFile& file) {
        plan_ = &plan;
        file_ = &file;
        ++number_;
    }
    std::unique_ptr<QuickRows> take() {
        std::unique_ptr<QuickRows> one;
        if (free_.empty()) {
            one = std::make_unique<QuickRows>();
        } else {
            one = std::move(free_.back());
            free_.pop_back();
        }
        one->set_file(*plan_, *file_, number_);
        return one;
    }
    void give_back(std::unique_ptr<QuickRows> one) { free_.push_back(std::move(one)); }

private:
    std::vector<std::unique_ptr<QuickRows>> free_;
    const QuickPlan* plan_ = nullptr;
    const OpenFile* file_ = nullptr;
    std::uint64_t number_ = 0;
};

class Handover {
public:
    using Piece = std::unique_ptr<QuickRows>;
    /// `take` is called with one piece at a time, in their order; false: nothing more is wanted.
    Handover(PiecePool& pool, std::size_t most, std::function<bool(std::size_t, QuickRows&)> take)
        : pool_(pool), most_(most), take_(std::move(take)) {}

    /// A place for the piece of this number; null when nothing more is wanted. Every number that was begun comes back.
    Piece begin(std::size_t number) {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return off_ || number < next_ + most_; });
        return off_ ? nullptr : pool_.take();
    }
    void hand_over(std::size_t number, Piece piece) {
        std::unique_lock lock(mutex_);
        waiting_.emplace(number, std::move(piece));
        if (taking_) return;
        taking_ = true;
        while (!off_) {
            const auto due = waiting_.find(next_);
            if (due == waiting_.end()) break;
            Piece one = std::move(due->second);
            waiting_.erase(due);
            lock.unlock();
            const bool more = take_or_call_off(*one);
            lock.lock();
            pool_.give_back(std::move(one));
            ++next_;
            if (!more) off_ = true;
            room_.notify_all();
        }
        taking_ = false;
    }
    void call_off() {
        const std::lock_guard lock(mutex_);
        off_ = true;
        room_.notify_all();
    }
    bool was_called_off() const { return off_; }

private:
    bool take_or_call_off(QuickRows& piece) {
        try {
            return take_(next_, piece);  // only who takes moves on
        } catch (...) {
            call_off();
            throw;
        }
    }

    PiecePool& pool_;
    const std::size_t most_;
    std::function<bool(std::size_t, QuickRows&)> take_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::map<std::size_t, Piece> waiting_;
    std::size_t next_ = 0;
    bool taking_ = false, off_ = false;
};

}  // namespace hoagiai
