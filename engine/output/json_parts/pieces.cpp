#include "engine/output/json_parts/pieces.h"

#include "engine/output/basis_parts.h"

namespace hoagiai {

Json in_both(const Words& words) { return {{"vi", words.vi}, {"en", words.en}}; }

Json basis_json(const std::vector<Basis>& all) {
    Json list = Json::array();
    for (const Basis& basis : all) {
        Json& one = list.emplace_back(Json::object());
        for (const auto& [name, value] : basis_parts(basis)) one[std::string(name)] = value;
    }
    return list;
}

}  // namespace hoagiai
