// Threads that work on pieces side by side hand them over in the order of the file, one after the other.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace hoagiai {

class Turns {
public:
    /// Waits until all pieces before this one are through. False when everything was called off.
    bool wait_for(std::size_t piece) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return off_ || next_ == piece; });
        return !off_;
    }
    void pass() {
        {
            const std::lock_guard lock(mutex_);
            ++next_;
        }
        changed_.notify_all();
    }
    void call_off() {
        {
            const std::lock_guard lock(mutex_);
            off_ = true;
        }
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t next_ = 0;
    bool off_ = false;
};

}  // namespace hoagiai
