// What was looked at, and the hashes by which somebody else can do it again.
#pragma once

#include <string>

#include "engine/output/summary.h"

namespace hoagiai {

std::string head_part(const CheckResult& result, const Summary& summary, Language language);
/// Files with their SHA-256, and the program's version.
std::string files_part(const CheckResult& result, const std::string& version, Language language);

}  // namespace hoagiai
