// A basis as the parts that JSON gives, under the names that others rely on; every document that shows one takes them from
// here.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "engine/rulebook/rulebook.h"

namespace hoagiai {

/// instrument always; article, clause, point, passage, url where they are there. The texts live as long as the basis.
std::vector<std::pair<std::string_view, std::string_view>> basis_parts(const Basis& basis);

}  // namespace hoagiai
