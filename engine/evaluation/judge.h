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

class Judge {
public:
    Judge(const CheckedRulebook& book, const Dataset& data, Day as_of, std::optional<Period> period);

    /// Whether a rule that is not dated by its rows is in force on the as-of date, and all its parameters have a value then.
    bool in_force(const CheckedRule& rule) const;
    /// `trace`: fill Outcome::missing for unknown ones. Throws Overflow.
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
    bool in_force_on(const CheckedRule& rule, Day day) const;
    /// Days, one for each version that can decide; empty: no version that is in force can.
    std::vector<Day> deciding_days(const CheckedRule& rule, const RowRef& row, bool& out_of_force, bool& open,
                                   std::vector<MissingCell>& missing) const;

    const CheckedRulebook& book_;
    const Dataset& data_;
    Day as_of_;
    std::optional<Period> period_;
    std::optional<AssumedCell> assumed_;
};

}  // namespace hoagiai
