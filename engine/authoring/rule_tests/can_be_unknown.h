// Whether blank cells, rows or open parameters can leave a rule's verdict open: a rule of which that is not so need not be seen
// unknown by its tests.
#pragma once

#include "engine/checking/checked.h"

namespace hoagiai {

/// `is missing` and `else` look at the record as it is, and what `when` wants to be there (`x is not missing and …`) is no
/// hole.
bool can_be_unknown(const CheckedRulebook& book, const CheckedRule& rule);

}  // namespace hoagiai
