// A share is never computed as one: T·n is a fraction of 128 bits, rounded to the next whole row on the side that counts.
#include "engine/findings/gaps/gap_numbers.h"

namespace hoagiai {

namespace {

constexpr std::int64_t most_whole = std::numeric_limits<std::int64_t>::max(),
                       least_whole = std::numeric_limits<std::int64_t>::min();

int128 rounded_down(int128 numerator, int128 denominator) {
    const int128 quotient = numerator / denominator;
    return numerator % denominator < 0 ? quotient - 1 : quotient;
}

int128 rounded_up(int128 numerator, int128 denominator) { return -rounded_down(-numerator, denominator); }

/// The first whole number on the right side of a fraction.
int128 first_within(const Bound& bound, int128 numerator, int128 denominator) {
    if (bound.upper) return bound.strict ? rounded_up(numerator, denominator) - 1 : rounded_down(numerator, denominator);
    return bound.strict ? rounded_down(numerator, denominator) + 1 : rounded_up(numerator, denominator);
}

/// Good rows that so many counted ones need (upper: may have).
int128 good_within(const Bound& bound, const Number& share, std::int64_t counted) {
    return first_within(bound, static_cast<int128>(share.numerator()) * counted, share.denominator());
}

std::optional<std::int64_t> fitting(int128 value) {
    if (value < least_whole || value > most_whole) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

/// Whether some number of good rows meets the bound at all: no share is above 100 % or below 0 %.
bool reachable(const Bound& bound, const Number& share) {
    if (bound.upper) return bound.strict ? share > Number(0) : share >= Number(0);
    return bound.strict ? share < Number(1) : share <= Number(1);
}

const Number& nearest_value(const Bound& bound) { return bound.upper ? bound.value.high : bound.value.low; }
const Number& furthest_value(const Bound& bound) { return bound.upper ? bound.value.low : bound.value.high; }

}  // namespace

std::optional<Distance> distance_of_share(const Bound& bound, const Tally& nearest, const Tally& furthest) {
    const Number &near = nearest_value(bound), &far = furthest_value(bound);
    if (nearest.endless || near.is_infinite() || !reachable(bound, near)) return std::nullopt;
    const auto distance = [&](const Number& share, const Tally& tally) {
        const int128 within = good_within(bound, share, tally.counted);
        return bound.upper ? tally.good - within : within - tally.good;
    };
    const auto least = fitting(distance(near, nearest));
    if (!least || *least <= 0) return std::nullopt;
    return Distance{*least, !furthest.endless && !far.is_infinite() && distance(far, furthest) == *least};
}

std::optional<Distance> distance_of_amount(const Bound& bound, const NumberRange& amount) {
    const Number &near = nearest_value(bound), &far = furthest_value(bound);
    const Number &near_amount = bound.upper ? amount.low : amount.high, &far_amount = bound.upper ? amount.high : amount.low;
    if (near.is_infinite() || near_amount.is_infinite() || !near_amount.is_whole()) return std::nullopt;
    const auto distance = [&](const Number& value, const Number& whole) {
        const int128 within = first_within(bound, value.numerator(), value.denominator());
        return bound.upper ? whole.numerator() - within : within - whole.numerator();
    };
    const auto least = fitting(distance(near, near_amount));
    if (!least || *least <= 0) return std::nullopt;
    const bool open = far.is_infinite() || far_amount.is_infinite();
    return Distance{*least, !open && distance(far, far_amount) == *least};
}

std::optional<std::int64_t> allowed_rows(const Bound& bound, std::int64_t counted) {
    if (!bound.value.single()) return std::nullopt;
    const int128 within = good_within(bound, bound.value.low, counted);
    return fitting(bound.upper ? within : counted - within);
}

std::optional<std::int64_t> whole_within(const Bound& bound, const Number& value) {
    if (value.is_infinite()) return std::nullopt;
    return fitting(first_within(bound, value.numerator(), value.denominator()));
}

}  // namespace hoagiai
