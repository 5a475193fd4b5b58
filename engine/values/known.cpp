// Comparing and joining what is known. Ranges are compared by their ends: both ends are reached by some filling (or there is
// no bound), so "less in every filling" is "highest less than lowest".
#include "engine/values/known.h"

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

Truth compare_numbers(CompareOp op, const Number& a_low, const Number& a_high, const Number& b_low, const Number& b_high) {
    Truth result;
    switch (op) {
        case CompareOp::less:
            result.can_be_true = a_low < b_high;
            result.can_be_false = a_high >= b_low;
            break;
        case CompareOp::less_equal:
            result.can_be_true = a_low <= b_high;
            result.can_be_false = a_high > b_low;
            break;
        case CompareOp::greater:
            return compare_numbers(CompareOp::less, b_low, b_high, a_low, a_high);
        case CompareOp::greater_equal:
            return compare_numbers(CompareOp::less_equal, b_low, b_high, a_low, a_high);
        case CompareOp::equal:
            result.can_be_true = a_low <= b_high && b_low <= a_high;
            result.can_be_false = !(a_low == a_high && b_low == b_high && a_low == b_low);
            break;
        case CompareOp::not_equal:
            return negate(compare_numbers(CompareOp::equal, a_low, a_high, b_low, b_high));
    }
    return result;
}

/// -1, 0, 1 for endless downward, finite, endless upward: every pair of different ranks is decided by rank.
Truth compare_ranks(CompareOp op, int a, int b) {
    switch (op) {
        case CompareOp::less:
            return Truth::of(a < b);
        case CompareOp::less_equal:
            return Truth::of(a <= b);
        case CompareOp::greater:
            return Truth::of(a > b);
        case CompareOp::greater_equal:
            return Truth::of(a >= b);
        case CompareOp::equal:
            return Truth::of(a == b);
        case CompareOp::not_equal:
            return Truth::of(a != b);
    }
    return {};
}

Truth compare_ranges(CompareOp op, const NumberRange& a, const NumberRange& b, bool durations) {
    Truth result;
    const bool a_has[3] = {a.minus, a.finite, a.plus}, b_has[3] = {b.minus, b.finite, b.plus};
    for (int x = -1; x <= 1; ++x)
        for (int y = -1; y <= 1; ++y) {
            if (!a_has[x + 1] || !b_has[y + 1]) continue;
            if (x == 0 && y == 0)
                result = united(result, compare_numbers(op, a.low, a.high, b.low, b.high));
            else if (x != 0 && y != 0 && durations)
                result.can_lack = true;  // two endless durations have no order
            else
                result = united(result, compare_ranks(op, x, y));
        }
    return result;
}

Truth equal_masks(std::uint64_t a, std::uint64_t b) {
    const bool one_each = (a & (a - 1)) == 0 && (b & (b - 1)) == 0;
    return {(a & b) != 0, !(one_each && a == b), false};
}

Truth equal_texts(const TextOptions& a, const TextOptions& b) {
    if (a.any || b.any) return Truth::either();
    Truth result;
    for (const auto& x : a.options)
        for (const auto& y : b.options) (x.key == y.key ? result.can_be_true : result.can_be_false) = true;
    return result;
}

Truth equal_truths(Truth a, Truth b) {
    Truth result;
    result.can_be_true = (a.can_be_true && b.can_be_true) || (a.can_be_false && b.can_be_false);
    result.can_be_false = (a.can_be_true && b.can_be_false) || (a.can_be_false && b.can_be_true);
    result.can_lack = a.can_lack || b.can_lack;
    return result;
}

}  // namespace

Known Known::text(std::string value) {
    std::string key = fold(value);
    return {TextOptions{false, {{std::move(value), std::move(key)}}}, false};
}

bool Known::empty() const {
    if (is_truth()) return !as_truth().can_be_true && !as_truth().can_be_false;
    if (is_range()) return as_range().empty();
    if (is_choice()) return as_mask() == 0;
    return !as_text().any && as_text().options.empty();
}

bool Known::single() const {
    if (can_lack) return false;
    if (is_truth()) return as_truth().surely_true() || as_truth().surely_false();
    if (is_range()) return as_range().single();
    if (is_choice()) return as_mask() != 0 && (as_mask() & (as_mask() - 1)) == 0;
    return !as_text().any && as_text().options.size() == 1;
}

Known united(const Known& a, const Known& b) {
    const bool can_lack = a.can_lack || b.can_lack;
    // A value that is never there may come from anywhere (an error branch): the other side says what kind it is.
    if (a.empty() && !a.is_truth()) return {b.what, can_lack};
    if (b.empty() && !b.is_truth()) return {a.what, can_lack};
    if (a.is_truth()) return {united(a.as_truth(), b.as_truth()), can_lack};
    if (a.is_choice()) return {ChoiceOptions{a.as_mask() | b.as_mask()}, can_lack};
    if (a.is_text()) {
        TextOptions options = a.as_text();
        options.any = options.any || b.as_text().any;
        for (const auto& option : b.as_text().options) {
            bool known = false;
            for (const auto& mine : options.options) known = known || mine.key == option.key;
            if (!known) options.options.push_back(option);
        }
        return {std::move(options), can_lack};
    }
    NumberRange range = a.as_range();
    const NumberRange& other = b.as_range();
    if (!range.finite) {
        range.low = other.low;
        range.high = other.high;
    } else if (other.finite) {
        range.low = std::min(range.low, other.low);
        range.high = std::max(range.high, other.high);
    }
    range.finite = range.finite || other.finite;
    range.minus = range.minus || other.minus;
    range.plus = range.plus || other.plus;
    return {range, can_lack};
}

Truth compare(CompareOp op, const Known& a, const Known& b, bool durations) {
    Truth result;
    if (!a.empty() && !b.empty()) {
        if (a.is_truth())
            result = equal_truths(a.as_truth(), b.as_truth());
        else if (a.is_choice())
            result = equal_masks(a.as_mask(), b.as_mask());
        else if (a.is_text())
            result = equal_texts(a.as_text(), b.as_text());
        else
            result = compare_ranges(op, a.as_range(), b.as_range(), durations);
        if (!a.is_range() && op == CompareOp::not_equal) result = negate(result);
    } else if (a.is_truth()) {
        result.can_lack = true;
    }
    result.can_lack = result.can_lack || a.can_lack || b.can_lack;
    return result;
}

}  // namespace hoagiai
