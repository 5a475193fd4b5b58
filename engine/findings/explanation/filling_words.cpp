#include "engine/findings/explanation/filling_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/value_text.h"

namespace hoagiai {

namespace {

Words words_of(std::int64_t steps, const Type& type) {
    const Known known = Known::number(value_of(steps, type));
    return {value_text(known, type, Language::vi, {value_of(steps, type)}),
            value_text(known, type, Language::en, {value_of(steps, type)})};
}

/// As a record has it: digits, an ISO date, a percentage.
std::string written(std::int64_t steps, const Type& type) {
    if (type.kind == Kind::date) return iso_date(static_cast<Day>(steps));
    if (type.kind != Kind::ratio) return fmt::format("{}", steps);
    constexpr std::int64_t percent = ratio_unit / 100;
    std::string text = fmt::format("{}.{:09}", steps / percent, steps % percent);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text + "%";
}

/// Between two neighbouring percentages nobody can tell: the one with the longer fraction is said by the other.
bool is_neighbour_of_rounder(std::int64_t steps, std::int64_t neighbour, const Type& type) {
    return type.kind == Kind::ratio && written(steps, type).size() > written(neighbour, type).size();
}

/// "a, b or c".
Words listed(const std::vector<Words>& words) {
    Words all;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool last = i + 1 == words.size();
        all.vi += (i == 0 ? "" : last ? " hoặc " : ", ") + words[i].vi;
        all.en += (i == 0 ? "" : last ? " or " : ", ") + words[i].en;
    }
    return all;
}

}  // namespace

std::int64_t steps_of(const Number& value, const Type& type) {
    if (type.kind != Kind::ratio) return value.numerator() / std::max<std::int64_t>(value.denominator(), 1);
    const int128 steps = static_cast<int128>(value.numerator()) * ratio_unit / std::max<std::int64_t>(value.denominator(), 1);
    return static_cast<std::int64_t>(steps);
}

Number value_of(std::int64_t steps, const Type& type) {
    return type.kind == Kind::ratio ? Number::fraction(steps, ratio_unit).value_or(Number()) : Number(steps);
}

Filling filling_of(const Stretch& stretch, const Type& type, std::int64_t low, std::optional<std::int64_t> high) {
    Filling filling{{}, stretch.status, {written(stretch.low, type)}};
    if (stretch.high - stretch.low > 1)
        filling.examples.push_back(written(stretch.low + (stretch.high - stretch.low) / 2, type));
    if (stretch.high != stretch.low) filling.examples.push_back(written(stretch.high, type));
    const bool date = type.kind == Kind::date, from_start = stretch.low <= low, to_end = !high ? true : stretch.high >= *high;
    const bool above = !from_start && is_neighbour_of_rounder(stretch.low, stretch.low - 1, type);
    const bool below = !to_end && is_neighbour_of_rounder(stretch.high, stretch.high + 1, type);
    const Words first = words_of(above ? stretch.low - 1 : stretch.low, type),
                last = words_of(below ? stretch.high + 1 : stretch.high, type);
    const Words from = above  ? Words{"trên " + first.vi, "more than " + first.en}
                       : date ? Words{"từ " + first.vi, "from " + first.en}
                              : Words{"từ " + first.vi, first.en};
    if (stretch.low == stretch.high)
        filling.values = first;
    else if (from_start && to_end)
        filling.values = {"bất kỳ giá trị nào", "any value"};
    else if (from_start)
        filling.values = below  ? Words{"dưới " + last.vi, "less than " + last.en}
                         : date ? Words{"từ " + last.vi + " trở về trước", last.en + " or earlier"}
                                : Words{"từ " + last.vi + " trở xuống", last.en + " or less"};
    else if (to_end)
        filling.values = above  ? from
                         : date ? Words{from.vi + " trở đi", first.en + " or later"}
                                : Words{from.vi + " trở lên", first.en + " or more"};
    else
        filling.values = {from.vi + (below ? " đến dưới " : " đến ") + last.vi,
                          from.en + (below ? " to less than " : " to ") + last.en};
    return filling;
}

Filling filling_of_never(Status status) { return {{"“chưa” (chưa diễn ra)", "“never” (has not happened)"}, status, {"never"}}; }

void note_status(std::optional<Status> status, MissingValue& missing) {
    if (status && std::find(missing.possible.begin(), missing.possible.end(), *status) == missing.possible.end())
        missing.possible.push_back(*status);
}

void join(const std::vector<TriedValue>& tried, MissingValue& missing) {
    for (const TriedValue& one : tried) note_status(one.status, missing);
    if (std::any_of(tried.begin(), tried.end(), [](const TriedValue& one) { return !one.status; })) return;
    for (const Status status : missing.possible) {
        Filling filling{{}, status, {}};
        std::vector<Words> words;
        for (const TriedValue& one : tried) {
            if (*one.status != status) continue;
            words.push_back(one.words);
            filling.examples.push_back(one.example);
        }
        filling.values = listed(words);
        missing.fillings.push_back(std::move(filling));
    }
}

}  // namespace hoagiai
