// A finding of a rule that has several versions, taken apart: what each of them says by itself, of its own days alone.
#pragma once

#include <vector>

#include "engine/findings/finding.h"
#include "engine/findings/message.h"

namespace hoagiai {

struct VersionPart {
    Finding finding;                    ///< with the readings of this version alone, and what they come to
    std::vector<std::size_t> readings;  ///< indices into those of the whole finding
};

/// One for each version that judged the unit, the earliest first; the finding itself where that is but one.
std::vector<VersionPart> by_version(const CheckResult& result, const Finding& finding);

/// What the versions say together: of the whole finding its sentence where it is unknown, else theirs; values, bases,
/// recommendations of all, each once.
FindingText joined(FindingText whole, const std::vector<VersionPart>& parts, const CheckResult& result);

}  // namespace hoagiai
