// What would change, as people read it in reviews: a unified diff.
#pragma once

#include <string>
#include <string_view>

namespace hoagiai {

/// With three lines around each change; empty if nothing changes.
std::string unified_difference(std::string_view name, std::string_view before, std::string_view after);

}  // namespace hoagiai
