// One finding as its reader needs it: what is wrong, on what basis, by which values and rows, what is missing, what to do.
#pragma once

#include <string>
#include <vector>

#include "engine/findings/message.h"
#include "engine/output/outline.h"

namespace hoagiai {

std::string finding_part(const CheckResult& result, Section section, const Finding& finding, Language language);

/// The pieces that selections have too. Empty where there is nothing to say.
std::string basis_part(const std::vector<Basis>& basis, Language language);
std::string recommendations_part(const std::vector<Recommendation>& all, Language language);
std::string missing_part(const std::vector<MissingText>& missing, std::size_t more, Language language);

}  // namespace hoagiai
