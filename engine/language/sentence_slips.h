// Slips of people who write an expression as they would write a sentence of a document: names with spaces between their words,
// `không quá 3`, `trong vòng 3 ngày`, `bị trống`.
#pragma once

#include "engine/language/slip.h"

namespace hoagiai {

/// What to write instead; empty words if it is none of these.
Words sentence_slip(const Slip& slip);

}  // namespace hoagiai
