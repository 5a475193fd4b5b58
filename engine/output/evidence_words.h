// The values behind a finding in words, for the reports that show them all.
#pragma once

#include "engine/findings/message.h"

namespace hoagiai {

/// Whether its label is spelled as the rule language has it, since nobody gave the value a title.
bool is_computed(const Evidence& evidence, Language language);
/// "hòa giải viên: M1, M2 và 3 dòng nữa": by entity, in the order of ids. Empty where no rows were counted.
Words evidence_rows(const CheckResult& result, const Evidence& evidence);
/// "tỷ lệ = 87,5%; số vụ = 8": what differs from reading to reading.
Words reading_values(const ReadingText& reading);

}  // namespace hoagiai
