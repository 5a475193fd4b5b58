// Pieces that threads make side by side are taken one after another in their order. Whoever comes with the piece that is due
// takes it, and after it those that others made before: nobody waits for a slower one, unless too many pieces lie ready.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <vector>

namespace hoagiai {

class InTurn {
public:
    /// At most `most` pieces are begun and not taken yet.
    explicit InTurn(std::size_t most) : ready_(most, false) {}

    /// Waits until the piece may be begun; false: nothing more is wanted. The caller keeps what it makes, in a place that no
    /// piece with another number below `most` more or less has.
    bool wait_for_room(std::size_t number);
    /// The piece is made. `take` is called for every piece that is due, by one thread at a time; false: nothing more is wanted.
    void made(std::size_t number, const std::function<bool(std::size_t)>& take);
    void call_off();
    bool was_called_off();

private:
    std::mutex mutex_;
    std::condition_variable room_;
    std::vector<bool> ready_;  ///< by number, modulo its size
    std::size_t next_ = 0;
    bool taking_ = false, off_ = false;
};

}  // namespace hoagiai
