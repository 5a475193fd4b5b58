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

const CheckedRule* Judge::version_on(const CheckedRule& rule, Day day) const {
    for (const std::uint32_t index : rule.versions) {
        const CheckedRule& version = book_.rules[index];
        if (!version.in_force.contains(day)) continue;
        const bool whole = std::all_of(version.parameters.begin(), version.parameters.end(),
                                       [&](std::uint32_t parameter) { return book_.parameters[parameter].on(day) != nullptr; });
        if (whole) return &version;
    }
    return nullptr;
}

bool Judge::in_force(const CheckedRule& rule) const { return !rule.decl->on.empty() || version_on(rule, as_of_); }

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
    // Where several days may decide, it matters beside the others whether it passes or does not apply.
    if (holds.surely_true() && (applies.surely_true() || decl.on.empty())) return {Status::pass, false, {}};
    if (applies.surely_true() && holds.surely_false()) return {Status::fail, false, {}};
    Judged judged{holds.surely_true() ? Status::pass : Status::unknown, can_lack(applies, holds), {}};
    for (const Influence& hole : when.holes)
        if (matters(hole.flips, holds, true)) judged.missing.push_back(hole.cell);
    for (const Influence& hole : require.holes)
        if (matters(hole.flips, applies, false)) judged.missing.push_back(hole.cell);
    return judged;
}

std::vector<Judge::DecidingDate> Judge::deciding_dates(const CheckedRule& rule, const RowRef& row,
                                                       std::vector<Day>& days) const {
    // Days on which something changes: between two of them, one day stands for all.
    std::set<Day> changes;
    const auto add = [&](const InForce& span) {
        if (span.from) changes.insert(*span.from);
        if (span.to) changes.insert(*span.to + 1);
    };
    for (const std::uint32_t index : rule.versions) {
        add(book_.rules[index].in_force);
        for (const std::uint32_t parameter : book_.rules[index].parameters)
            for (const CheckedValue& value : book_.parameters[parameter].values) add(value.span);
    }

    Evaluator tracing = evaluator(as_of_);
    tracing.surroundings().trace = true;
    std::vector<std::vector<Day>> possible;
    std::vector<DecidingDate> dates;
    for (const ExprId on : rule.decl->on) {
        const Evaluated evaluated = tracing.evaluate(on, row);
        const NumberRange& range = evaluated.known.as_range();
        DecidingDate date;
        date.out_of_force = range.plus || evaluated.known.can_lack || !range.finite;  // no day decides
        date.known = evaluated.known.single();
        if (!date.known)
            for (const Influence& hole : evaluated.holes) date.missing.push_back(hole.cell);
        possible.emplace_back();
        const auto take = [&](Day day) {
            if (version_on(rule, day))
                possible.back().push_back(day);
            else
                date.out_of_force = true;
        };
        if (range.finite) {
            const Day first = static_cast<Day>(range.low.numerator()), last = static_cast<Day>(range.high.numerator());
            take(first);
            for (const Day change : changes)
                if (change > first && change <= last) take(change);
        }
        days.insert(days.end(), possible.back().begin(), possible.back().end());
        dates.push_back(std::move(date));
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    for (std::size_t i = 0; i < dates.size(); ++i)
        for (const Day day : possible[i])
            dates[i].days.push_back(static_cast<std::size_t>(std::lower_bound(days.begin(), days.end(), day) - days.begin()));
    return dates;
}

std::vector<JudgedReading> readings_on(const CheckedRulebook& book, const CheckedRule& version, Day day) {
    std::vector<std::uint32_t> open_parameters;
    std::size_t combinations = 1;
    for (const std::uint32_t parameter : version.parameters)
        if (book.parameters[parameter].on(day)->undetermined) {
            open_parameters.push_back(parameter);
            combinations *= book.parameters[parameter].readings.size();
        }
    std::vector<JudgedReading> all(combinations);
    for (std::size_t combination = 0; combination < combinations; ++combination) {
        JudgedReading& reading = all[combination];
        reading.day = day;
        reading.version = static_cast<std::uint32_t>(&version - book.rules.data());
        std::size_t rest = combination;
        for (const std::uint32_t parameter : open_parameters) {
            const std::size_t count = book.parameters[parameter].readings.size();
            reading.choices.push_back({parameter, static_cast<std::uint32_t>(rest % count)});
            rest /= count;
        }
    }
    return all;
}

Judge::OnDay Judge::judge_on(const CheckedRule& version, const RowRef& row, Day day, bool trace, Outcome& outcome) const {
    OnDay on_day;
    on_day.day = day;
    Status definite = Status::unknown;
    bool first = true;
    for (JudgedReading& reading : readings_on(book_, version, day)) {
        Evaluator one = evaluator(day, &reading);
        one.surroundings().trace = trace;
        const Judged judged = judge_reading(version, row, one);
        reading.status = judged.status;
        outcome.readings.push_back(std::move(reading));
        on_day.status = first ? judged.status : combined(on_day.status, judged.status);
        first = false;
        on_day.lacks = on_day.lacks || judged.lacks;
        on_day.missing.insert(on_day.missing.end(), judged.missing.begin(), judged.missing.end());
        if (judged.status == Status::unknown) continue;
        on_day.contradiction =
            on_day.contradiction || (definite != Status::unknown && combined(definite, judged.status) == Status::unknown);
        definite = definite == Status::unknown ? judged.status : combined(definite, judged.status);
        if (on_day.contradiction) definite = judged.status;
    }
    return on_day;
}

Outcome Judge::judge(const CheckedRule& rule, Row row_number, bool trace) const {
    const RowRef row = RowRef::real(rule.entity, row_number);
    std::vector<Day> days;
    std::vector<DecidingDate> dates;
    if (rule.decl->on.empty()) {
        days.push_back(as_of_);
        dates.push_back({{0}, false, true, {}});
    } else {
        dates = deciding_dates(rule, row, days);
    }

    Outcome outcome;
    outcome.version = rule.versions.back();
    std::vector<OnDay> all;
    for (const Day day : days) {
        const CheckedRule* version = version_on(rule, day);
        if (!version) return outcome.status = Status::not_applicable, outcome;  // asked although it is not in force
        all.push_back(judge_on(*version, row, day, trace, outcome));
    }
    const bool out_of_force =
        std::any_of(dates.begin(), dates.end(), [](const DecidingDate& date) { return date.out_of_force; });
    outcome.status = all.empty() ? Status::not_applicable : all.front().status;
    for (const OnDay& on_day : all) outcome.status = combined(outcome.status, on_day.status);
    if (!all.empty() && out_of_force) outcome.status = combined(outcome.status, Status::not_applicable);
    if (outcome.status == Status::unknown) say_why_unknown(all, dates, outcome);
    // Days stand in order, so that the latest version of those that decide is met last.
    if (!outcome.readings.empty()) outcome.version = outcome.readings.back().version;
    for (const JudgedReading& reading : outcome.readings)
        if (reading.status == outcome.status) outcome.version = reading.version;
    if (outcome.readings.size() == 1 && outcome.readings.front().choices.empty() && rule.decl->on.empty())
        outcome.readings.clear();
    return outcome;
}

}  // namespace hoagiai
