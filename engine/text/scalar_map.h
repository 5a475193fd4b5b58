// Where each byte of a YAML scalar's value stands in the file. yaml-cpp says only where a scalar begins; escapes, folding and
// indentation are walked here once more beside the value, and what does not fit is not guessed.
#pragma once

#include <string_view>

#include "engine/text/source.h"

namespace hoagiai {

/// `begin`: the scalar's first byte in the source (its quote or block indicator, if it has one). `plain`: it has neither.
/// `fits`: whether the whole value was found in the source; a quoted text that is never closed is not.
Text placed_scalar(std::string value, const SourcePtr& source, std::size_t begin, bool plain, bool& fits);

}  // namespace hoagiai
