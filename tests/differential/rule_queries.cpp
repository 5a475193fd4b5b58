#include "tests/differential/rule_queries.h"

#include <sstream>
#include <stdexcept>

#include "tests/support/read_file.h"

namespace hoagiai::differential {

RuleQueries read_queries(const std::filesystem::path& file) {
    RuleQueries queries;
    queries.book = file.stem().string();
    std::istringstream lines(support::read_file(file));
    const std::string mark = "-- rule ";
    std::string* open = &queries.views;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind(mark, 0) == 0) {
            const auto [entry, is_new] = queries.by_rule.emplace(line.substr(mark.size()), "");
            if (!is_new) throw std::runtime_error(file.string() + ": two queries for " + entry->first);
            open = &entry->second;
        } else {
            *open += line + "\n";
        }
    }
    return queries;
}

}  // namespace hoagiai::differential
