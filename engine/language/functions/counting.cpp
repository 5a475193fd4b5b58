// Functions that look at rows one by one: how many, whether one, whether all, what part. A row's possible outcomes are
// combined row by row, so that one hole is never counted as two things at once.
#include "engine/language/functions/function.h"

#include <algorithm>
#include <set>

namespace hoagiai {

namespace {

std::optional<Type> integer_type(const Type&) { return Type{Kind::integer}; }
std::optional<Type> boolean_type(const Type&) { return Type{Kind::boolean}; }
std::optional<Type> ratio_type(const Type&) { return Type{Kind::ratio}; }

Known count(std::span<const RowState> rows, const Type&) {
    std::int64_t surely = 0, possibly = 0;
    bool unbounded = false, can_lack = false;
    for (const RowState& row : rows) {
        can_lack = can_lack || row.in.can_lack;
        if (row.unlimited) {
            unbounded = unbounded || row.in.can_be_true;
            continue;
        }
        surely += row.in.surely_true() ? 1 : 0;
        possibly += row.in.can_be_true || row.in.can_lack ? 1 : 0;
    }
    return Known::range(NumberRange::between(surely, unbounded ? Number::infinity() : Number(possibly)), can_lack);
}

/// A stand-in for any number of rows: there may be none.
Truth or_no_row(const RowState& row, Truth outcome, Truth none) { return row.unlimited ? united(outcome, none) : outcome; }

Known some(std::span<const RowState> rows, const Type&) {
    Truth result = Truth::no();
    for (const RowState& row : rows) result = any(result, or_no_row(row, both(row.in, row.test), Truth::no()));
    return Known::truth(result);
}

Known every(std::span<const RowState> rows, const Type&) {
    Truth result = Truth::yes();
    for (const RowState& row : rows) result = both(result, or_no_row(row, any(negate(row.in), row.test), Truth::yes()));
    return Known::truth(result);
}

Known share(std::span<const RowState> rows, const Type&) {
    std::int64_t surely_good = 0, surely_bad = 0, maybe_good = 0, maybe_bad = 0;
    bool any_surely_in = false, can_lack = false, endless_good = false, endless_bad = false;
    for (const RowState& row : rows) {
        const bool can_be_out = row.in.can_be_false || row.unlimited;
        const bool can_be_good = row.in.can_be_true && row.test.can_be_true;
        const bool can_be_bad = row.in.can_be_true && row.test.can_be_false;
        const bool lacks = row.in.can_lack || (row.in.can_be_true && row.test.can_lack);
        can_lack = can_lack || lacks;
        any_surely_in = any_surely_in || (!can_be_out && !lacks);
        endless_good = endless_good || (row.unlimited && can_be_good);
        endless_bad = endless_bad || (row.unlimited && can_be_bad);
        maybe_good += can_be_good;
        maybe_bad += can_be_bad;
        surely_good += can_be_good && !can_be_bad && !can_be_out && !lacks;
        surely_bad += can_be_bad && !can_be_good && !can_be_out && !lacks;
    }
    can_lack = can_lack || !any_surely_in;
    if (maybe_good + maybe_bad == 0) return Known::range({}, true);
    // Lowest: only the surely good rows are good, every row that may be bad is. Without either, one good row is the least.
    Number low = 0, high = 1;
    if (!endless_bad) low = surely_good + maybe_bad == 0 ? Number(1) : *Number::fraction(surely_good, surely_good + maybe_bad);
    if (!endless_good) high = maybe_good + surely_bad == 0 ? Number(0) : *Number::fraction(maybe_good, maybe_good + surely_bad);
    return Known::range(NumberRange::between(low, high), can_lack);
}

/// A share that moves, exactly: every number of good rows out of every number of rows that the others can give.
std::optional<std::vector<Known>> share_moves(std::span<const RowState> others, const RowState& before, const RowState& after) {
    constexpr std::size_t most_open_rows = 24;
    std::set<std::pair<std::int64_t, std::int64_t>> reachable = {{0, 0}};  // good, counted
    std::size_t open_rows = 0;
    for (const RowState& row : others) {
        const bool out = row.in.can_be_false, good = row.in.can_be_true && row.test.can_be_true,
                   bad = row.in.can_be_true && row.test.can_be_false;
        open_rows += out + good + bad > 1 ? 1 : 0;
        if (row.unlimited || row.in.can_lack || row.test.can_lack || open_rows > most_open_rows) return std::nullopt;
        std::set<std::pair<std::int64_t, std::int64_t>> next;
        for (const auto& [goods, counted] : reachable) {
            if (out) next.insert({goods, counted});
            if (good) next.insert({goods + 1, counted + 1});
            if (bad) next.insert({goods, counted + 1});
        }
        reachable = std::move(next);
    }
    const auto value = [](std::pair<std::int64_t, std::int64_t> others_give, const RowState& row) {
        if (row.in.can_lack || (row.in.can_be_true && row.test.can_lack)) return Known::no_answer();
        const std::int64_t counted = others_give.second + (row.in.can_be_true ? 1 : 0);
        const std::int64_t good = others_give.first + (row.in.can_be_true && row.test.can_be_true ? 1 : 0);
        return counted == 0 ? Known::no_answer() : Known::number(*Number::fraction(good, counted));
    };
    std::vector<Known> moves;
    for (const auto& pair : reachable) {
        const Known from = value(pair, before), to = value(pair, after);
        if (from == to) continue;
        Known swing = united(from, to);
        if (std::find(moves.begin(), moves.end(), swing) == moves.end()) moves.push_back(std::move(swing));
    }
    return moves;
}

}  // namespace

extern const FunctionTable functions_counting;
const FunctionTable functions_counting = {
    {.name = "count",
     .name_vi = "đếm",
     .shape = Shape::rows,
     .result = integer_type,
     .over_rows = count,
     .summary = {"Số dòng thỏa mãn điều kiện", "How many rows there are, or how many meet the condition"},
     .examples = {{"count(mediators)", "{gender: female}, {gender: male}", "2"},
                  {"count(mediators where gender = female)", "{gender: female}, {gender: male}, {}", "1–2"},
                  {"count(mediators where head)", "{head: true}, {head: false}", "1"}}},
    {.name = "some",
     .name_vi = "có",
     .shape = Shape::rows_and_test,
     .result = boolean_type,
     .over_rows = some,
     .summary = {"Có ít nhất một dòng thỏa mãn; không có dòng nào thì sai",
                 "Whether at least one row passes; false over no rows"},
     .examples = {{"some(mediators, head)", "{head: true}, {}", "yes"},
                  {"some(mediators, head)", "{head: false}, {}", "?"},
                  {"some(mediators where gender = female, head)", "{gender: male, head: true}, {gender: female, head: false}",
                   "no"}}},
    {.name = "every",
     .name_vi = "mọi",
     .shape = Shape::rows_and_test,
     .result = boolean_type,
     .over_rows = every,
     .summary = {"Mọi dòng đều thỏa mãn; không có dòng nào thì đúng", "Whether all rows pass; true over no rows"},
     .examples = {{"every(mediators, training_hours >= 5)", "{training_hours: 5}, {training_hours: 9}", "yes"},
                  {"every(mediators, training_hours >= 5)", "{training_hours: 4}, {}", "no"}}},
    {.name = "share",
     .name_vi = "tỷ_lệ",
     .shape = Shape::rows_and_test,
     .result = ratio_type,
     .over_rows = share,
     .moves = share_moves,
     .hides_moves = true,
     .summary = {"Tỷ lệ dòng thỏa mãn trên tổng số dòng; không có dòng nào thì không tính được",
                 "What part of the rows pass; over no rows there is nothing to divide by"},
     .examples = {{"share(mediators, citizen)", "{citizen: true}, {citizen: false}, {citizen: true}, {citizen: true}", "75%"},
                  {"share(mediators where gender = female, citizen)", "{gender: female, citizen: true}, {citizen: false}",
                   "50%–100%"}},
     .may_lack_answer = true},
};

}  // namespace hoagiai
