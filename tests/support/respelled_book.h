// A rulebook from its text, and what it becomes in the other spelling.
#pragma once

#include <string>

#include "engine/authoring/formatter/formatter.h"
#include "engine/checking/load_rules.h"

namespace hoagiai::support {

RuleFile rule_file(const std::string& name, std::string text);
std::string turned(const RuleFile& file, Spelling spelling);

}  // namespace hoagiai::support
