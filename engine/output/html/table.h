// A table that a phone shows as a list of cards: each cell carries the name of its column.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hoagiai {

class HtmlTable {
public:
    struct Column {
        std::string title;
        bool number = false;
    };
    /// A heading stands over a table otherwise without one.
    HtmlTable(std::string caption, std::vector<Column> columns);

    /// Cells as markup; the first one names the row. `foot`: the sums.
    void add(const std::vector<std::string>& cells, bool foot = false);
    bool empty() const { return body_.empty(); }
    std::string html() const;

private:
    std::string caption_;
    std::vector<Column> columns_;
    std::string body_, foot_;
};

}  // namespace hoagiai
