// Slips that people make from habit, told by the tokens around the place where reading stopped.
#pragma once

#include <vector>

#include "engine/language/tokens.h"

namespace hoagiai {

/// What to write instead; empty words if the slip is none of the known ones.
Words familiar_slip(std::string_view text, const std::vector<Token>& tokens, std::size_t stop);

}  // namespace hoagiai
