// A gap in words. What is counted is called by the schema's own titles, so that nothing here knows a case from a team.
#pragma once

#include <string>

#include "engine/checking/checked.h"
#include "engine/findings/gaps/gap.h"
#include "engine/values/known.h"

namespace hoagiai {

/// What the figure of a gap is of.
struct GapSubject {
    Words many;        ///< rows: "Mediation cases"; figures: the title of the whole, "Cases concluded"
    Words part;        ///< figures: the title of the part, "Successful cases"; empty for rows
    std::string row;   ///< rows, in Vietnamese, inside a sentence: "vụ, việc hòa giải"
    std::string good;  ///< such a row that passes: "vụ, việc hòa giải thành"
};

/// Rows of an entity of which those count that meet `test` (perhaps no_expr).
GapSubject rows_subject(const CheckedRulebook& book, EntityId entity, ExprId test);
/// A figure, or a part of a whole, by the titles of fields; no_expr or what is no field has none.
GapSubject figures_subject(const CheckedRulebook& book, ExprId part, ExprId whole);

/// A part of n: "1 of the 8 had to end otherwise".
Words share_sentence(const Gap& gap, const GapSubject& subject, const NumberRange& counted);
/// An amount against what was required (upper: allowed): the difference.
Words amount_sentence(const Gap& gap, const GapSubject& subject, const Type& type, const NumberRange& amount,
                      const NumberRange& bound);

}  // namespace hoagiai
