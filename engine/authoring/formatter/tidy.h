// Blanks that nobody sees: at the ends of lines, and behind the last line.
#pragma once

#include <set>
#include <vector>

#include "engine/text/edit.h"
#include "engine/text/yaml.h"

namespace hoagiai {

/// `expressions`: where the scalars begin that are expressions. In all others blanks may be a part of what is said.
void tidy_blanks(const SourcePtr& source, const YamlNode& root, const std::set<std::size_t>& expressions,
                 std::vector<Edit>& edits);

}  // namespace hoagiai
