// Work on several threads whose result does not depend on how many there are: each piece writes its own place, or pieces are
// taken in their order.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace hoagiai {

/// `wanted`, or as many as the machine has for 0.
unsigned thread_count(unsigned wanted);

/// Calls work(index) for every index below `count`. `worker()` is called once a thread and makes what that thread works with.
/// The first exception is thrown on.
void in_parallel(std::size_t count, unsigned threads, const std::function<std::function<void(std::size_t)>()>& worker);

/// Calls work(from, to) for ranges that make up all of [0, count).
void in_ranges(std::size_t count, unsigned threads, const std::function<void(std::size_t, std::size_t)>& work);

/// make(index, piece) for every index below `count`, on several threads, into an empty string; take() gets what was made in the
/// order of the index, by one thread at a time. A few pieces are held at a time. The first exception is thrown on.
void in_order(std::size_t count, unsigned threads, const std::function<void(std::size_t, std::string&)>& make,
              const std::function<void(const std::string&)>& take);

}  // namespace hoagiai
