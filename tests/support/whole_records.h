// Everything that was read as one text, whatever the order of texts in memory: two ways of reading are the same if these are.
#pragma once

#include <string>

#include "engine/records/load.h"

namespace hoagiai {

std::string whole_records(const Records& records);

}  // namespace hoagiai
