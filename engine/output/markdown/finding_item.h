// One finding as an item of a numbered list: what was found, on what basis, what is missing, what to do, and the values behind
// it; of what passed one line.
#pragma once

#include <string>

#include "engine/output/outline.h"

namespace hoagiai {

std::string finding_item(const CheckResult& result, const OutlineGroup& group, Section section, const Finding& finding,
                         std::size_t number, Language language);

/// "Căn cứ: …": with links where the rulebook names an address.
std::string markdown_bases(const std::vector<Basis>& all, Language language);
/// "giới tính của hòa giải viên M2; …"
std::string markdown_missing(const std::vector<MissingText>& all, std::size_t more, Language language);

}  // namespace hoagiai
