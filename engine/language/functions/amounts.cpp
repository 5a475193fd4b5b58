// Functions over a value of each row: totals, extremes, averages, how many different ones. A row that may be counted or not
// moves an end only where that makes the end reach further.
#include <algorithm>
#include <set>

#include "engine/language/functions/function.h"

namespace hoagiai {

namespace {

bool may_be_in(const RowState& row) { return row.in.can_be_true; }
bool surely_in(const RowState& row) { return row.in.surely_true() && !row.unlimited; }

std::optional<Type> summed(const Type& of) {
    if (of.average || of.list) return std::nullopt;
    if (of.kind == Kind::integer || of.kind == Kind::money || of.kind == Kind::days) return of;
    return std::nullopt;
}
std::optional<Type> ordered(const Type& of) { return of.is_ordered() ? std::optional(of) : std::nullopt; }
std::optional<Type> averaged(const Type& of) {
    if (of.list || (of.kind != Kind::integer && of.kind != Kind::money && of.kind != Kind::ratio)) return std::nullopt;
    Type result = of;
    result.average = true;
    return result;
}
std::optional<Type> number_of(const Type& of) {
    return of.list || of.kind == Kind::period ? std::nullopt : std::optional(Type{Kind::integer});
}

bool lacks(std::span<const RowState> rows) {
    return std::any_of(rows.begin(), rows.end(),
                       [](const RowState& row) { return row.in.can_lack || (may_be_in(row) && row.value.can_lack); });
}

Known sum(std::span<const RowState> rows, const Type&) {
    Known total = Known::number(0);
    for (const RowState& row : rows) {
        if (!may_be_in(row)) continue;
        Known part = row.value;
        NumberRange range = part.as_range();
        if (row.unlimited && range.finite) {  // any number of such rows: each direction that one row can go has no bound
            range.low = range.low < Number(0) ? Number::minus_infinity() : Number(0);
            range.high = range.high > Number(0) ? Number::infinity() : Number(0);
        }
        part.what = range;
        if (!surely_in(row)) part = united(part, Known::number(0));
        total = arithmetic(ArithmeticOp::add, total, part);
    }
    total.can_lack = total.can_lack || lacks(rows);
    return total;
}

/// The least value (sign 1) or the greatest (sign -1) over the rows.
Known extreme(std::span<const RowState> rows, bool least) {
    // One end is the furthest that any possible row reaches; the other is the furthest that the sure rows leave open.
    NumberRange outer, result;
    bool any_sure = false;
    Known from_possible = Known::range({}, false);
    for (const RowState& row : rows)
        if (may_be_in(row)) {
            from_possible = united(from_possible, Known::range(row.value.as_range(), false));
            any_sure = any_sure || surely_in(row);
        }
    outer = from_possible.as_range();
    result = outer;
    if (any_sure) {
        for (const RowState& row : rows) {
            if (!surely_in(row)) continue;
            const NumberRange& value = row.value.as_range();
            // This row alone keeps the least from being above its own highest (and never endless upward, if it is not).
            if (least) {
                if (!value.plus) {
                    result.plus = false;
                    if (value.finite && result.finite) result.high = std::min(result.high, value.high);
                    if (!value.finite) result = {false, 0, 0, true, false};
                }
            } else if (!value.minus) {
                result.minus = false;
                if (value.finite && result.finite) result.low = std::max(result.low, value.low);
                if (!value.finite) result = {false, 0, 0, false, true};
            }
        }
    }
    return Known::range(result, !any_sure || lacks(rows));
}

Known minimum(std::span<const RowState> rows, const Type&) { return extreme(rows, true); }
Known maximum(std::span<const RowState> rows, const Type&) { return extreme(rows, false); }

/// The lowest (or highest) average: the sure rows at their ends, then possible rows, the furthest first, while they still help.
/// Any number of rows like a stand-in pull the average as near to its end as one likes.
Number extreme_average(std::span<const RowState> rows, bool lowest) {
    const auto further = [&](const Number& a, const Number& b) { return lowest ? a < b : a > b; };
    const auto checked = [](const std::optional<Number>& number) {
        if (!number) throw Overflow{};
        return *number;
    };
    Number total = 0;
    std::int64_t members = 0;
    std::vector<Number> optional_ends, endless_ends;
    for (const RowState& row : rows) {
        const NumberRange& value = row.value.as_range();
        if (!may_be_in(row) || !value.finite) continue;
        const Number end = lowest ? value.low : value.high;
        if (end.is_infinite()) return end;
        if (surely_in(row)) {
            total = checked(add(total, end));
            ++members;
        } else {
            (row.unlimited ? endless_ends : optional_ends).push_back(end);
        }
    }
    std::sort(optional_ends.begin(), optional_ends.end(), further);
    for (const Number& end : optional_ends) {
        if (members > 0 && !further(checked(multiply(end, Number(members))), total)) break;
        total = checked(add(total, end));
        ++members;
    }
    std::vector<Number> candidates = endless_ends;
    if (members > 0) candidates.push_back(checked(divide(total, Number(members))));
    return candidates.empty() ? Number(0) : *std::min_element(candidates.begin(), candidates.end(), further);
}

Known average(std::span<const RowState> rows, const Type&) {
    const bool any_sure = std::any_of(rows.begin(), rows.end(), surely_in);
    const bool any_possible = std::any_of(rows.begin(), rows.end(), may_be_in);
    if (!any_possible) return Known::no_answer();
    return Known::range(NumberRange::between(extreme_average(rows, true), extreme_average(rows, false)),
                        !any_sure || lacks(rows));
}

/// What tells one single value from another.
std::string identity(const Known& value) {
    if (value.is_truth()) return value.as_truth().can_be_true ? "true" : "false";
    if (value.is_choice()) return std::to_string(value.as_mask());
    if (value.is_text()) return value.as_text().options.front().key;
    const NumberRange& range = value.as_range();
    if (!range.finite) return range.plus ? "never" : "-never";
    return std::to_string(range.low.numerator()) + "/" + std::to_string(range.low.denominator());
}

Known distinct(std::span<const RowState> rows, const Type& of) {
    std::set<std::string> sure, possible;
    std::int64_t holes = 0;
    bool any_sure = false, unbounded = false;
    for (const RowState& row : rows) {
        if (!may_be_in(row)) continue;
        any_sure = any_sure || surely_in(row);
        if (row.value.single()) {
            if (surely_in(row)) sure.insert(identity(row.value));
            possible.insert(identity(row.value));
        } else {
            ++holes;
            unbounded = unbounded || row.unlimited;
        }
    }
    const std::int64_t low = std::max<std::int64_t>(static_cast<std::int64_t>(sure.size()), any_sure ? 1 : 0);
    Number high = unbounded ? Number::infinity() : Number(static_cast<std::int64_t>(possible.size()) + holes);
    if (of.kind == Kind::choice && of.choices)
        high = std::min(high, Number(static_cast<std::int64_t>(of.choices->choices.size())));
    if (of.kind == Kind::boolean) high = std::min(high, Number(2));
    return Known::range(NumberRange::between(low, high), lacks(rows));
}

}  // namespace

extern const FunctionTable functions_amounts;
const FunctionTable functions_amounts = {
    {.name = "sum",
     .name_vi = "tổng",
     .shape = Shape::value_of_rows,
     .result = summed,
     .over_rows = sum,
     .summary = {"Tổng của một giá trị trên các dòng; không có dòng nào thì bằng 0",
                 "The total of a value over the rows; 0 over no rows"},
     .examples = {{"sum(training_hours of mediators)", "{training_hours: 5}, {training_hours: 9}", "14"},
                  {"sum(training_hours of mediators where head)", "{training_hours: 5, head: true}, {training_hours: 9}",
                   "5–14"}}},
    {.name = "min",
     .name_vi = "nhỏ_nhất",
     .shape = Shape::value_of_rows,
     .result = ordered,
     .over_rows = minimum,
     .summary = {"Giá trị nhỏ nhất; không có dòng nào thì không có giá trị", "The least value; none over no rows"},
     .examples = {{"min(training_hours of mediators)", "{training_hours: 5}, {training_hours: 9}", "5"},
                  {"min(training_hours of mediators)", "{training_hours: 5}, {}", "0–5"}},
     .may_lack_answer = true},
    {.name = "max",
     .name_vi = "lớn_nhất",
     .shape = Shape::value_of_rows,
     .result = ordered,
     .over_rows = maximum,
     .summary = {"Giá trị lớn nhất; không có dòng nào thì không có giá trị", "The greatest value; none over no rows"},
     .examples = {{"max(training_hours of mediators)", "{training_hours: 5}, {training_hours: 9}", "9"}},
     .may_lack_answer = true},
    {.name = "average",
     .name_vi = "trung_bình",
     .shape = Shape::value_of_rows,
     .result = averaged,
     .over_rows = average,
     .hides_moves = true,
     .summary = {"Giá trị trung bình; không có dòng nào thì không có giá trị", "The average; none over no rows"},
     .examples = {{"average(training_hours of mediators) >= 7", "{training_hours: 5}, {training_hours: 9}", "yes"}},
     .may_lack_answer = true},
    {.name = "distinct",
     .name_vi = "số_loại",
     .shape = Shape::value_of_rows,
     .result = number_of,
     .over_rows = distinct,
     .hides_moves = true,
     .summary = {"Số giá trị khác nhau", "How many different values there are"},
     .examples = {{"distinct(gender of mediators)", "{gender: female}, {gender: female}", "1"},
                  {"distinct(gender of mediators)", "{gender: female}, {}, {}", "1–2"}}},
};

}  // namespace hoagiai
