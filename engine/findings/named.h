// What stands by name in a condition: fields, definitions, parameters, and functions over rows. These are what a finding rests
// on, and what is told of it as evidence.
#pragma once

#include <vector>

#include "engine/checking/checked.h"

namespace hoagiai {

/// Outermost first come, those within them are left out; each as often as it stands there. Nothing of no_expr.
std::vector<ExprId> named_in(const CheckedRulebook& book, ExprId condition);

/// The field of the rule's own unit that an expression is; none_id where it is anything else.
FieldId own_field(const CheckedRulebook& book, ExprId id);

}  // namespace hoagiai
