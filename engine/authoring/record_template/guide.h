// The sheet that stands in front of a template: how to fill it in. The lists of choices stand below its lines, and the
// drop-down lists of the other sheets take their words from there.
#pragma once

#include <string>
#include <vector>

#include "engine/text/diagnostic.h"

namespace hoagiai::record_template {

std::string guide_title(Language language);
/// A sentence or two each.
std::vector<std::string> guide_lines(Language language);
/// What stands above the lists.
std::string lists_title(Language language);

}  // namespace hoagiai::record_template
