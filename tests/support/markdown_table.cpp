// Cells without the blanks around them.
#include "tests/support/markdown_table.h"

#include <sstream>

namespace hoagiai::support {

std::vector<std::vector<std::string>> table_rows(const std::string& markdown) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(markdown);
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("| ", 0) != 0) continue;
        std::vector<std::string> cells;
        std::istringstream parts(line.substr(1));
        for (std::string cell; std::getline(parts, cell, '|');) {
            const std::size_t from = cell.find_first_not_of(' '), to = cell.find_last_not_of(' ');
            cells.push_back(from == std::string::npos ? "" : cell.substr(from, to - from + 1));
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

}  // namespace hoagiai::support
