// One rule, one unit, one outcome: conditions to statuses, versions and readings joined, and the holes that would settle it.
#pragma once

#include <optional>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/evaluation/outcome.h"
#include "engine/evaluation/reference/evaluator.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

inline constexpr DiagnosticKind value_overflow{"E001", "number-too-large"};

/// All ways to read the undetermined parameters of a version on a day; one where there are none. Statuses are left open.
std::vector<JudgedReading> readings_on(const CheckedRulebook& book, const CheckedRule& version, Day day);

class Judge {
public:
    Judge(const CheckedRulebook& book, const Dataset& data, Day as_of, std::optional<Period> period);

    /// Whether some version of a rule may judge: dated by its rows, or in force on the as-of date with all its parameters.
    bool in_force(const CheckedRule& rule) const;
    /// The version of a rule that is in force on a day with all its parameters; null if there is none.
    const CheckedRule* version_on(const CheckedRule& rule, Day day) const;
    /// By all versions of the rule together. `trace`: fill Outcome::missing for unknown ones. Throws Overflow.
    Outcome judge(const CheckedRule& rule, Row row, bool trace) const;

    /// An evaluator for what is said about a unit: parameters as of `day`, undetermined ones as `reading` has them.
    Evaluator evaluator(Day day, const JudgedReading* reading = nullptr) const;
    Day as_of() const { return as_of_; }
    /// From now on this cell counts as filled with one of these values; nothing: the records as they are.
    void assume(std::optional<AssumedCell> cell) { assumed_ = std::move(cell); }

private:
    struct Judged {
        Status status = Status::unknown;
        bool lacks = false;  ///< in some filling there is nothing to divide by, and it matters
        std::vector<MissingCell> missing;
    };
    Judged judge_reading(const CheckedRule& rule, const RowRef& row, const Evaluator& evaluator) const;
    /// What a rule gives by the version and values of one day, all its readings together.
    struct OnDay {
        Day day = 0;
        Status status = Status::not_applicable;
        bool contradiction = false;  ///< two readings surely differ: no cell of the conditions decides
        bool lacks = false;
        std::vector<MissingCell> missing;
    };
    /// What one date of `on` may be: indices into the days that are judged, or a day on which no version is in force.
    struct DecidingDate {
        std::vector<std::size_t> days;
        bool out_of_force = false;
        bool known = true;
        std::vector<MissingCell> missing;
    };
    OnDay judge_on(const CheckedRule& version, const RowRef& row, Day day, bool trace, Outcome& outcome) const;
    /// Days, one for each version and value that can decide; empty: no version that is in force can.
    std::vector<DecidingDate> deciding_dates(const CheckedRule& rule, const RowRef& row, std::vector<Day>& days) const;
    void say_why_unknown(const std::vector<OnDay>& days, std::vector<DecidingDate>& dates, Outcome& outcome) const;

    const CheckedRulebook& book_;
    const Dataset& data_;
    Day as_of_;
    std::optional<Period> period_;
    std::optional<AssumedCell> assumed_;
};

}  // namespace hoagiai
