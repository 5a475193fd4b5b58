// The catalogue of criteria (rules/catalogue.yaml): the short ids that rules name under `criteria`, each with a title, in
// groups. It is data beside the rules: what the rules should answer for, so that a gap can be seen.
#pragma once

#include <string>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/text/yaml.h"

namespace hoagiai {

struct Criterion {
    std::string id;
    Words title;
};

struct CriteriaGroup {
    Words title;
    std::vector<Criterion> criteria;
};

struct Catalogue {
    Words title;
    std::vector<CriteriaGroup> groups;  ///< as the file has them
    bool has(std::string_view id) const;
};

/// What could be read; what is wrong is reported.
Catalogue read_catalogue(const YamlNode& root, Diagnostics& diagnostics);

}  // namespace hoagiai
