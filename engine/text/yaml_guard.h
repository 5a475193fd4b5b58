// What is looked at before a YAML parser sees a file: what it would stop at without a word, pass over in silence, or
// answer with gigabytes of memory.
#pragma once

#include "engine/text/diagnostic.h"
#include "engine/text/source.h"
#include "engine/text/yaml.h"

namespace hoagiai {

/// Whether the parser may see the file; if not, the diagnostics say why.
bool fit_to_parse(const Source& source, Diagnostics& diagnostics, const YamlLimits& limits);
void say_too_deep(Place place, Diagnostics& diagnostics, const YamlLimits& limits);

}  // namespace hoagiai
