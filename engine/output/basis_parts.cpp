#include "engine/output/basis_parts.h"

namespace hoagiai {

std::vector<std::pair<std::string_view, std::string_view>> basis_parts(const Basis& basis) {
    std::vector<std::pair<std::string_view, std::string_view>> parts = {{"instrument", basis.instrument}};
    const std::pair<std::string_view, std::string_view> rest[] = {{"article", basis.article},
                                                                  {"clause", basis.clause},
                                                                  {"point", basis.point},
                                                                  {"passage", basis.passage},
                                                                  {"url", basis.url}};
    for (const auto& part : rest)
        if (!part.second.empty()) parts.push_back(part);
    return parts;
}

}  // namespace hoagiai
