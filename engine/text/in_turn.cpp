#include "engine/text/in_turn.h"

namespace hoagiai {

bool InTurn::wait_for_room(std::size_t number) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return off_ || number < next_ + ready_.size(); });
    return !off_;
}

void InTurn::made(std::size_t number, const std::function<bool(std::size_t)>& take) {
    std::unique_lock lock(mutex_);
    ready_[number % ready_.size()] = true;
    if (taking_) return;
    taking_ = true;
    while (!off_ && ready_[next_ % ready_.size()]) {
        const std::size_t due = next_;  // only who takes moves on
        lock.unlock();
        bool more = false;
        try {
            more = take(due);
        } catch (...) {
            call_off();
            throw;
        }
        lock.lock();
        ready_[due % ready_.size()] = false;
        ++next_;
        off_ = off_ || !more;
        room_.notify_all();
    }
    taking_ = false;
}

void InTurn::call_off() {
    const std::lock_guard lock(mutex_);
    off_ = true;
    room_.notify_all();
}

bool InTurn::was_called_off() {
    const std::lock_guard lock(mutex_);
    return off_;
}

}  // namespace hoagiai
