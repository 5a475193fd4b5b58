// Places in memory for the pieces of a file that threads read side by side, and how they come back in the order of the file.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "engine/records/formats/quick/quick_rows.h"
#include "engine/text/in_turn.h"

namespace hoagiai {

/// Kept from file to file: taking new ones from the system costs as much as filling them.
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

/// Gives each piece its place, and has them taken in the order of the file.
class Handover {
public:
    /// `take` is called with one piece at a time, in their order; false: nothing more is wanted.
    Handover(PiecePool& pool, std::size_t most, std::function<bool(std::size_t, QuickRows&)> take)
        : pool_(pool), pieces_(most), turns_(most), take_(std::move(take)) {}

    /// A place for the piece of this number; null when nothing more is wanted.
    QuickRows* begin(std::size_t number) {
        if (!turns_.wait_for_room(number)) return nullptr;
        const std::lock_guard lock(mutex_);
        return (pieces_[number % pieces_.size()] = pool_.take()).get();
    }
    void hand_over(std::size_t number) {
        turns_.made(number, [&](std::size_t due) {
            auto& piece = pieces_[due % pieces_.size()];
            const bool more = take_(due, *piece);
            const std::lock_guard lock(mutex_);
            pool_.give_back(std::move(piece));
            return more;
        });
    }
    void call_off() { turns_.call_off(); }
    bool was_called_off() { return turns_.was_called_off(); }

private:
    std::mutex mutex_;  ///< of the pool
    PiecePool& pool_;
    std::vector<std::unique_ptr<QuickRows>> pieces_;  ///< by number, modulo their count
    InTurn turns_;
    std::function<bool(std::size_t, QuickRows&)> take_;
};

}  // namespace hoagiai
