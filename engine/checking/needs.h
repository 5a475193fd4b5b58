// Which columns of the records a rule reads: those of its conditions and of the date that decides, definitions written out,
// and the links that lead from one table to the other.
#pragma once

#include <string>
#include <vector>

#include "engine/checking/checked.h"

namespace hoagiai {

/// "mediators.gender", "mediators.team": a table by its plural, and a field or a link of it. By name, each once.
std::vector<std::string> needed_columns(const CheckedRulebook& book, const CheckedRule& rule);

}  // namespace hoagiai
