#include "engine/records/formats/xlsx_nodes.h"

#include <charconv>
#include <pugixml.hpp>

#include "engine/records/formats/xml_pieces.h"

namespace hoagiai {

bool is(const pugi::xml_node& node, std::string_view name) { return local_name(node.name()) == name; }

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& one : node.attributes())
        if (local_name(one.name()) == name) return one.value();
    return {};
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& one : node.children())
        if (is(one, name)) return one;
    return {};
}

bool is_true(std::string_view value) { return value == "1" || value == "true"; }

int to_int(std::string_view text, int otherwise) {
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace hoagiai
