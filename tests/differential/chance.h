// What a cell may hold when nothing else is known of it: some value of its type, often one at which a rule turns.
#pragma once

#include <random>

#include "tests/differential/made_records.h"

namespace hoagiai::differential {

class Chance {
public:
    explicit Chance(std::uint32_t seed) : random_(seed) {}

    /// A whole number from 0 to below `count`.
    int below(int count) { return static_cast<int>(random_() % static_cast<std::uint32_t>(count)); }
    int between(int first, int last) { return first + below(last - first + 1); }
    bool in_hundred(int percent) { return below(100) < percent; }
    template <typename Value>
    Value one_of(std::initializer_list<Value> values) {
        return values.begin()[below(static_cast<int>(values.size()))];
    }

    /// A day, now and then the first or last of a period or the one beside it.
    std::string day();
    /// A day, or never.
    std::string event(int percent_never = 15) { return in_hundred(percent_never) ? never_day : day(); }
    /// Some value of the field's type.
    Cell value(const Field& field);

    std::mt19937& generator() { return random_; }

private:
    std::mt19937 random_;
};

inline Cell whole(std::int64_t value) { return {Cell::What::whole, value, {}}; }
inline Cell text(std::string value) { return {Cell::What::text, 0, std::move(value)}; }

/// So many days later; never stays never.
std::string days_after(const std::string& day, int days);

}  // namespace hoagiai::differential
