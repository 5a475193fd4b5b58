// A YAML tree in a form that is read at once, for texts that are built into the program: yaml-cpp takes five milliseconds for
// the schema, which is more than all the rest of a check of one commune. Places are left out: what is built in has been read by
// a test.
#pragma once

#include <string>

#include "engine/text/yaml.h"

namespace hoagiai {

std::string packed(const YamlNode& node);
/// `bytes` must be what packed() made.
YamlNode unpacked(std::string_view bytes);

}  // namespace hoagiai
