// `lint --fix`: what is surely meant is written into the rule files; every other byte stays. Each round reads the files anew,
// since mending one line lets the next slip be seen.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/schema/schema.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

struct FixResult {
    std::map<std::string, std::size_t> fixed;  ///< file: how many slips
    Diagnostics problems;                      ///< files that could not be written
};

/// Mends the files (folders as for lint()) in place, each written whole or not at all.
FixResult fix_rule_files(const std::vector<std::string>& paths, const std::shared_ptr<const Schema>& schema);

}  // namespace hoagiai
