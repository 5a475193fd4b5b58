// One go of the YAML parser over a file, behind the guard (yaml_guard.h) and in front of the mending (yaml.cpp).
#pragma once

#include <optional>

#include "engine/text/yaml.h"

namespace hoagiai {

/// The tree; empty if the parser could go no further and nothing was read. `mend`: broken lines get a fix where they can.
std::optional<YamlNode> read_yaml_once(const SourcePtr& source, Diagnostics& diagnostics, const YamlLimits& limits, bool mend);

}  // namespace hoagiai
