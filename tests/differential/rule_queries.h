// The hand-written SQL of one rulebook: what stands before the first `-- rule ID` makes views; below each such line stands one
// SELECT of three columns, the unit's id, whether the rule applies to it, and whether what it requires holds.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace hoagiai::differential {

struct RuleQueries {
    std::string book, views;
    std::map<std::string, std::string> by_rule;
};

RuleQueries read_queries(const std::filesystem::path& file);

}  // namespace hoagiai::differential
