// What stands in the way of an answer where several days or readings judge a unit: their difference itself, or cells.
#include <algorithm>
#include <optional>

#include "engine/evaluation/judge.h"

namespace hoagiai {

namespace {

/// What one choice of a date gives: a status, surely or perhaps.
struct Chosen {
    Status status;
    bool open;  ///< cells of the conditions are still to decide
};

/// Whether choosing another of `own` can change what all dates together give, for some choice of the others.
bool date_matters(const std::vector<Chosen>& own, const std::vector<std::vector<Chosen>>& others) {
    constexpr std::size_t most_combinations = 4096;
    if (own.size() < 2) return false;
    std::size_t combinations = 1;
    for (const auto& choices : others)
        if ((combinations *= std::max<std::size_t>(choices.size(), 1)) > most_combinations) return true;
    for (std::size_t combination = 0; combination < combinations; ++combination) {
        std::size_t rest = combination;
        std::optional<Chosen> around;
        const auto with = [](const std::optional<Chosen>& a, const Chosen& b) {
            return a ? Chosen{combined(a->status, b.status), a->open || b.open} : b;
        };
        for (const auto& choices : others) {
            if (choices.empty()) continue;
            around = with(around, choices[rest % choices.size()]);
            rest /= choices.size();
        }
        const Chosen first = with(around, own.front());
        for (const Chosen& one : own) {
            const Chosen whole = with(around, one);
            if (whole.status != first.status || whole.open || first.open) return true;
        }
    }
    return false;
}

}  // namespace

void Judge::say_why_unknown(const std::vector<OnDay>& days, std::vector<DecidingDate>& dates, Outcome& outcome) const {
    // Where definite answers contradict each other whatever the cells hold, the reading decides: two readings of one known day,
    // or two known days.
    std::vector<std::vector<Chosen>> choices;
    std::optional<Status> sure;
    bool contradiction = false, any_contradiction = false;
    for (const DecidingDate& date : dates) {
        choices.emplace_back();
        for (const std::size_t day : date.days) {
            const OnDay& on = days[day];
            any_contradiction = any_contradiction || on.contradiction;
            // Without a cell to decide, it is unknown in every filling: two readings differ, or there is nothing to divide by.
            choices.back().push_back({on.status, !on.contradiction && !on.missing.empty()});
        }
        if (date.out_of_force) choices.back().push_back({Status::not_applicable, false});
        if (!date.known || choices.back().size() != 1 || choices.back().front().open) continue;
        const Status status = choices.back().front().status;
        const bool nothing_to_say = status == Status::unknown && !days[date.days.front()].contradiction;
        if (nothing_to_say) continue;  // there is nothing to divide by
        sure = sure ? combined(*sure, status) : status;
        contradiction = contradiction || *sure == Status::unknown;
    }
    outcome.reading_decides = contradiction;
    for (const OnDay& day : days) outcome.nothing_to_divide_by = outcome.nothing_to_divide_by || day.lacks;
    if (!contradiction) {
        for (std::size_t i = 0; i < dates.size(); ++i) {
            if (dates[i].known) continue;
            std::vector<std::vector<Chosen>> others = choices;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            if (date_matters(choices[i], others))
                outcome.missing.insert(outcome.missing.end(), dates[i].missing.begin(), dates[i].missing.end());
        }
        for (const OnDay& day : days)
            if (!day.contradiction) outcome.missing.insert(outcome.missing.end(), day.missing.begin(), day.missing.end());
        std::sort(outcome.missing.begin(), outcome.missing.end());
        outcome.missing.erase(std::unique(outcome.missing.begin(), outcome.missing.end()), outcome.missing.end());
        outcome.reading_decides = outcome.missing.empty() && any_contradiction;
    }
    outcome.nothing_to_divide_by = outcome.nothing_to_divide_by && outcome.missing.empty() && !outcome.reading_decides;
}

}  // namespace hoagiai
