// What stands in the cells of an .xlsx: shared texts by their number, numbers by the format of their style, formulas by their
// last result.
#pragma once

#include <string>
#include <vector>

#include "engine/records/formats/sheet_values.h"

namespace pugi {
class xml_node;
}

namespace hoagiai {

class XlsxCells {
public:
    void count_from_1904(bool from_1904) { from_1904_ = from_1904; }
    /// The next <si>.
    void add_shared_text(const pugi::xml_node& item);
    std::size_t shared_bytes() const { return texts_.size(); }
    void read_styles(const pugi::xml_node& root);
    /// A <row>; one without a number follows the last.
    void read_row(const pugi::xml_node& node, SheetRow& row) const;

private:
    void read_cell(const pugi::xml_node& node, SheetCell& cell) const;
    void read_shared(std::string_view number, SheetCell& cell) const;
    NumberForm form(const pugi::xml_node& cell) const;

    bool from_1904_ = false;
    std::string texts_;
    std::vector<std::size_t> text_ends_;
    std::vector<NumberForm> forms_;  ///< by style
};

}  // namespace hoagiai
