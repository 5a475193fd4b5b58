// Chance that gives the same numbers on every machine: the distributions of the standard library do not. SplitMix64, after
// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014), as Sebastiano Vigna put it into the public
// domain (https://prng.di.unimi.it/splitmix64.c).
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace hoagiai::sample {

class Random {
public:
    /// One stream of numbers for each number that a seed is given, so that a commune does not depend on those before it.
    Random(std::uint64_t seed, std::uint64_t stream) : state_(seed) { state_ = next() + stream * 0xd1342543de82ef95ull; }

    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15ull;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ull;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebull;
        return mixed ^ (mixed >> 31);
    }
    /// From 0 to below `count`. Not even to the last digit, which counts far below four billion do not show.
    int below(int count) { return static_cast<int>(((next() >> 32) * static_cast<std::uint64_t>(count)) >> 32); }
    int between(int first, int last) { return first + below(last - first + 1); }
    bool in_thousand(int share) { return below(1000) < share; }
    template <typename List>
    auto one_of(const List& list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(std::size(list))))];
    }
    /// The place of one of the weights, each as likely as it is heavy.
    template <std::size_t count>
    int weighted(const int (&weights)[count]) {
        int sum = 0, at = 0;
        for (const int weight : weights) sum += weight;
        for (int left = below(sum); left >= weights[at]; ++at) left -= weights[at];
        return at;
    }

private:
    std::uint64_t state_;
};

}  // namespace hoagiai::sample
