// How the words of the rule language are read, for people who meet them for the first time: only those that were shown.
#pragma once

#include <string>
#include <vector>

#include "engine/text/diagnostic.h"

namespace hoagiai {

/// "and: và; >=: lớn hơn hoặc bằng"; empty if nothing needs a word.
std::string legend_of(const std::vector<std::string>& expressions, Language language);

}  // namespace hoagiai
