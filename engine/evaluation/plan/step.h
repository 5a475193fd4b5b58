// One step of a plan: what it makes for every row of one entity, from what earlier steps made. A plan is a flat list of these,
// inputs before what reads them, and a step that several rules share stands there once.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/evaluation/judge.h"
#include "engine/values/known.h"

namespace hoagiai {

using StepId = std::uint32_t;
inline constexpr StepId no_step = 0xffffffffu;

/// How a value stands in a vector: outcomes of a condition as bits (Truth::bits), all else as 64-bit numbers: an integer,
/// money, days, a date or a count of months as itself, a ratio in units of ratio_unit, a choice by its index, a text by the
/// number of the texts that compare as equal to it (kernels/text_classes.h), a status as itself.
enum class Content : std::uint8_t { truth, number, ratio, choice, text, status };

enum class StepKind : std::uint8_t {
    constant,      ///< the same for every row
    column,        ///< a field of the row
    missing,       ///< whether a cell, or a link, is blank
    above,         ///< what a step of another entity says of the row that a link leads to
    both,          ///< and
    any,           ///< or
    negation,      ///< not
    comparison,    ///< of two values
    member,        ///< whether a choice is among those of `mask`
    in_period,     ///< whether a date lies from `first` to `last`
    arithmetic,    ///< + - * /
    negative,      ///< unary -
    month_shift,   ///< a date and months
    conditional,   ///< if: condition, then, otherwise
    fallback,      ///< else: whether the value is missing, the value, the fallback
    same_choices,  ///< a choice in the words of another list
    function,      ///< a function of values
    reference,     ///< asked of the reference evaluator, row by row: what no other step can say
    rows,          ///< a function over rows below: whether each counts, and its test or value
    verdict,       ///< the status that `when` and `require` give
    readings,      ///< the status that the readings give together
    by_dates,      ///< the status by the days that deciding dates may be
    told           ///< of a status and a value: the value where the status is one of `mask` (told.h)
};

class ChildRows;

/// Where a step asks the reference evaluator: rows that nobody has seen, and what lies behind a missing link.
struct Reference {
    std::uint32_t context = 0;  ///< into Plan::contexts
    ExprId expr = no_expr;
};

struct Step {
    StepKind kind = StepKind::constant;
    EntityId entity = none_id;  ///< whose rows; none_id: constant
    Content content = Content::number;
    std::vector<StepId> inputs;  ///< no_step: not given
    Known known;                 ///< constant; above: what is known behind a missing link
    std::uint32_t index = 0;     ///< column: FieldId; missing: FieldId, or LinkId if `link`; above: LinkId
    bool link = false;
    CompareOp compare = CompareOp::equal;
    ArithmeticOp arithmetic = ArithmeticOp::add;
    int direction = 1;        ///< month_shift
    bool durations = false;   ///< comparison
    std::uint64_t mask = 0;   ///< member: choices; told: statuses
    Day first = 0, last = 0;  ///< in_period
    ChoiceSetPtr from, to;    ///< same_choices
    const Function* call = nullptr;
    Type operand;                 ///< rows: the type of X
    std::vector<PathStep> steps;  ///< rows: the way down
    std::shared_ptr<const ChildRows> children;
    Reference reference{};
    /// by_dates: days on which something changes; and for each span between them the input with its status, none_id if no
    /// version is in force. The deciding dates come first among the inputs.
    std::vector<Day> changes;
    std::vector<std::uint32_t> spans;
    std::uint32_t dates = 0;
};

}  // namespace hoagiai
