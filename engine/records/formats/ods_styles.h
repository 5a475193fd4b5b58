// What the styles of an OpenDocument workbook hide: tables, and the parts of a date that its format does not show. A cell names
// its style, or its row does, or its column.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/formats/sheet_values.h"

namespace pugi {
class xml_node;
}

namespace hoagiai {

std::string_view xml_attribute(const pugi::xml_node& node, std::string_view local_name);

class OdsStyles {
public:
    /// A style:style or a number:date-style.
    void add(const pugi::xml_node& node);
    bool hides_table(std::string_view style) const { return hidden_.count(style) > 0; }
    /// What a style shows of a date; date where it says nothing.
    NumberForm form(std::string_view style) const;

private:
    std::set<std::string, std::less<>> hidden_;
    std::map<std::string, std::string, std::less<>> formats_;   ///< by style
    std::map<std::string, NumberForm, std::less<>> date_form_;  ///< by format
};

/// The default styles of a table's columns.
class OdsColumns {
public:
    void clear() { runs_.clear(), columns_ = 0; }
    void add(std::string_view style, std::uint32_t columns);
    std::string_view style(std::size_t column) const;

private:
    std::vector<std::pair<std::size_t, std::string>> runs_;  ///< the column behind the run, and its style
    std::size_t columns_ = 0;
};

}  // namespace hoagiai
