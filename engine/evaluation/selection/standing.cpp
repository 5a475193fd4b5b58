#include "engine/evaluation/selection/standing.h"

#include <algorithm>

namespace hoagiai {

namespace {

/// Ends of spans that have no bound are infinite and compare as such.
Standing at(const Number& number, bool descending) {
    if (number.is_infinite()) {
        const bool up = number.numerator() > 0;
        return {Standing::Side::finite, up == descending ? Number::minus_infinity() : Number::infinity()};
    }
    if (!descending) return {Standing::Side::finite, number};
    const auto turned = subtract(Number(0), number);
    if (!turned) throw Overflow{};
    return {Standing::Side::finite, *turned};
}

Standing endless(bool up, bool descending) {
    return {up == descending ? Standing::Side::endless_before : Standing::Side::endless_behind, Number()};
}

}  // namespace

KeySpan span_of(const Known& key, bool descending) {
    std::vector<Standing> places;
    bool can_lack = key.can_lack;
    if (key.is_truth()) {
        const Truth truth = key.as_truth();
        can_lack = truth.can_lack;
        if (truth.can_be_true) places.push_back(at(1, descending));
        if (truth.can_be_false) places.push_back(at(0, descending));
    } else {
        const NumberRange& range = key.as_range();
        if (range.finite) {
            places.push_back(at(range.low, descending));
            places.push_back(at(range.high, descending));
        }
        if (range.minus) places.push_back(endless(false, descending));
        if (range.plus) places.push_back(endless(true, descending));
    }
    if (can_lack || places.empty()) places.push_back(Standing{});
    const auto [best, worst] = std::minmax_element(places.begin(), places.end());
    return {*best, *worst};
}

}  // namespace hoagiai
