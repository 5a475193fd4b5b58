// The order of the statuses (docs/language.md, missing values): `when` false, not applicable; `require` true, pass; `when` true
// and `require` false, fail; everything else is unknown, and says what would settle it.
#include "engine/evaluation/judge.h"

#include <algorithm>
#include <set>

namespace hoagiai {

namespace {

/// The status of one filling, from one outcome (bits of Truth) of each condition. 8 stands for "no answer".
enum class InOne { not_applicable, pass, fail, none };
InOne status_in_one(unsigned when, unsigned require) {
    if (when == 2) return InOne::not_applicable;
    if (require == 1) return InOne::pass;
    if (when == 1 && require == 2) return InOne::fail;
    return InOne::none;
}

bool can_lack(Truth when, Truth require) {
    for (unsigned w = 1; w <= 4; w <<= 1)
        for (unsigned r = 1; r <= 4; r <<= 1)
            if ((when.bits() & w) && (require.bits() & r) && status_in_one(w, r) == InOne::none) return true;
    return false;
}

/// Whether a hole that moves one condition between two outcomes can change the status, whatever holds of the other.
bool matters(unsigned flips, Truth other, bool hole_is_in_when) {
    bool result = false;
    for_each_pair(flips, [&](unsigned a, unsigned b) {
        for (unsigned o = 1; o <= 4; o <<= 1) {
            if (!(other.bits() & o)) continue;
            result = result || (hole_is_in_when ? status_in_one(a, o) != status_in_one(b, o)
                                                : status_in_one(o, a) != status_in_one(o, b));
        }
    });
    return result;
}

}  // namespace

std::string_view word(Status status) {
    switch (status) {
        case Status::pass:
            return "pass";
        case Status::fail:
            return "fail";
        case Status::unknown:
            return "unknown";
        case Status::not_applicable:
            return "not_applicable";
        case Status::waived:
            return "waived";
    }
    return "unknown";
}

Status combined(Status a, Status b) {
    if (a == b) return a;
    const auto passes = [](Status s) { return s == Status::pass || s == Status::not_applicable; };
    return passes(a) && passes(b) ? Status::pass : Status::unknown;
}

Judge::Judge(const CheckedRulebook& book, const Dataset& data, Day as_of, std::optional<Period> period)
    : book_(book), data_(data), as_of_(as_of), period_(std::move(period)) {}

bool Judge::in_force_on(const CheckedRule& rule, Day day) const {
    if (!rule.in_force.contains(day)) return false;
    return std::all_of(rule.parameters.begin(), rule.parameters.end(),
                       [&](std::uint32_t parameter) { return book_.parameters[parameter].on(day) != nullptr; });
}

bool Judge::in_force(const CheckedRule& rule) const { return !rule.decl->on.empty() || in_force_on(rule, as_of_); }

Evaluator Judge::evaluator(Day day, const JudgedReading* reading) const {
    Surroundings around;
    around.book = &book_;
    around.data = &data_;
    around.as_of = as_of_;
    around.period = period_;
    around.day = day;
    around.assumed = assumed_;
    around.readings.assign(book_.parameters.size(), none_id);
    if (reading)
        for (const auto& [parameter, choice] : reading->choices) around.readings[parameter] = choice;
    return Evaluator(std::move(around));
}

Judge::Judged Judge::judge_reading(const CheckedRule& rule, const RowRef& row, const Evaluator& evaluator) const {
    const RuleDecl& decl = *rule.decl;
    const Evaluated when =
        decl.when == no_expr ? Evaluated{Known::truth(Truth::yes()), {}} : evaluator.evaluate(decl.when, row);
    const Truth applies = when.known.as_truth();
    if (applies.surely_false()) return {Status::not_applicable, false, {}};
    const Evaluated require = evaluator.evaluate(decl.require, row);
    const Truth holds = require.known.as_truth();
    if (holds.surely_true()) return {Status::pass, false, {}};
    if (applies.surely_true() && holds.surely_false()) return {Status::fail, false, {}};
    Judged judged{Status::unknown, can_lack(applies, holds), {}};
    for (const Influence& hole : when.holes)
        if (matters(hole.flips, holds, true)) judged.missing.push_back(hole.cell);
    for (const Influence& hole : require.holes)
        if (matters(hole.flips, applies, false)) judged.missing.push_back(hole.cell);
    return judged;
}

std::vector<Day> Judge::deciding_days(const CheckedRule& rule, const RowRef& row, bool& out_of_force, bool& open,
                                      std::vector<MissingCell>& missing) const {
    if (rule.decl->on.empty()) return {as_of_};
    // Days on which something changes: between two of them, one day stands for all.
    std::set<Day> changes;
    const auto add = [&](const InForce& span) {
        if (span.from) changes.insert(*span.from);
        if (span.to) changes.insert(*span.to + 1);
    };
    add(rule.in_force);
    for (const std::uint32_t parameter : rule.parameters)
        for (const CheckedValue& value : book_.parameters[parameter].values) add(value.span);

    std::vector<Day> days;
    const auto judge_on = [&](Day day) {
        if (in_force_on(rule, day))
            days.push_back(day);
        else
            out_of_force = true;
    };
    Evaluator tracing = evaluator(as_of_);
    tracing.surroundings().trace = true;
    for (const ExprId on : rule.decl->on) {
        const Evaluated date = tracing.evaluate(on, row);
        const NumberRange& range = date.known.as_range();
        if (range.plus || date.known.can_lack || !range.finite) out_of_force = true;  // no day decides
        if (range.finite) {
            const Day first = static_cast<Day>(range.low.numerator()), last = static_cast<Day>(range.high.numerator());
            judge_on(first);
            for (const Day change : changes)
                if (change > first && change <= last) judge_on(change);
        }
        if (!date.known.single()) {
            open = true;
            for (const Influence& hole : date.holes) missing.push_back(hole.cell);
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

Outcome Judge::judge(const CheckedRule& rule, Row row_number, bool trace) const {
    const RowRef row = RowRef::real(rule.entity, row_number);
    bool out_of_force = false, open = false;
    std::vector<MissingCell> on_missing;
    const std::vector<Day> days = deciding_days(rule, row, out_of_force, open, on_missing);

    Outcome outcome;
    std::vector<Judged> all;
    for (const Day day : days) {
        std::vector<std::uint32_t> open_parameters;
        std::size_t combinations = 1;
        for (const std::uint32_t parameter : rule.parameters)
            if (book_.parameters[parameter].on(day)->undetermined) {
                open_parameters.push_back(parameter);
                combinations *= book_.parameters[parameter].readings.size();
            }
        for (std::size_t combination = 0; combination < combinations; ++combination) {
            JudgedReading reading;
            reading.day = day;
            std::size_t rest = combination;
            for (const std::uint32_t parameter : open_parameters) {
                const std::size_t count = book_.parameters[parameter].readings.size();
                reading.choices.push_back({parameter, static_cast<std::uint32_t>(rest % count)});
                rest /= count;
            }
            Evaluator one = evaluator(day, &reading);
            one.surroundings().trace = trace;
            all.push_back(judge_reading(rule, row, one));
            reading.status = all.back().status;
            outcome.readings.push_back(std::move(reading));
        }
    }
    outcome.status = all.empty() ? Status::not_applicable : all.front().status;
    for (const Judged& judged : all) outcome.status = combined(outcome.status, judged.status);
    if (!all.empty() && out_of_force) outcome.status = combined(outcome.status, Status::not_applicable);
    if (outcome.status == Status::unknown) {
        // Where two definite answers contradict each other, no cell of the records decides; unless it is the date's own cell.
        bool contradiction = false;
        Status definite = Status::unknown;
        for (const Judged& judged : all) {
            if (judged.status == Status::unknown) continue;
            contradiction =
                contradiction || (definite != Status::unknown && combined(definite, judged.status) == Status::unknown);
            definite = definite == Status::unknown ? judged.status : definite;
        }
        if (open) outcome.missing = on_missing;
        outcome.reading_decides = contradiction && !open;
        for (const Judged& judged : all) {
            outcome.nothing_to_divide_by = outcome.nothing_to_divide_by || judged.lacks;
            if (!outcome.reading_decides)
                outcome.missing.insert(outcome.missing.end(), judged.missing.begin(), judged.missing.end());
        }
        std::sort(outcome.missing.begin(), outcome.missing.end());
        outcome.missing.erase(std::unique(outcome.missing.begin(), outcome.missing.end()), outcome.missing.end());
        outcome.nothing_to_divide_by = outcome.nothing_to_divide_by && outcome.missing.empty() && !outcome.reading_decides;
    }
    if (outcome.readings.size() == 1 && outcome.readings.front().choices.empty() && rule.decl->on.empty())
        outcome.readings.clear();
    return outcome;
}

}  // namespace hoagiai
