// Nodes of Office Open XML by their names without prefix, which each program chooses for itself.
#pragma once

#include <string_view>

namespace pugi {
class xml_node;
}

namespace hoagiai {

bool is(const pugi::xml_node& node, std::string_view name);
/// Empty where there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);
/// The first one; null where there is none.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
bool is_true(std::string_view value);
int to_int(std::string_view text, int otherwise);

}  // namespace hoagiai
