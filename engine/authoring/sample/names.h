// Names that nobody has: common syllables put together by chance, with "giả định" (invented) in every one of them.
#pragma once

#include <string>

#include "engine/authoring/sample/random.h"

namespace hoagiai::sample {

/// Trần Thị Hoa (giả định)
std::string person_name(bool woman, Random& random);

}  // namespace hoagiai::sample
