// Workbooks made part by part, so that every odd thing a program may write is seen in the test that needs it.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace hoagiai::support {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A zip archive's bytes.
std::string zipped(const Parts& parts);

struct BuiltSheet {
    std::string name;
    std::string rows;        ///< what stands inside <sheetData>, or inside <table:table>
    std::string attributes;  ///< `state="hidden"`; in OpenDocument of the table
};

/// The parts of an .xlsx. Styles: 0 General, 1 dd/mm/yyyy (built in), 2 percentage, 3 own code, 4 date and time, 5 h:mm.
/// `shared`: the <si> of the shared texts.
Parts xlsx_parts(const std::vector<BuiltSheet>& sheets, const std::string& shared = "",
                 const std::string& own_format = "yyyy\\-mm\\-dd;@", bool from_1904 = false);
Parts ods_parts(const std::vector<BuiltSheet>& sheets);

std::string xml_escaped(const std::string& text);
/// A row of inline texts.
std::string text_row(int number, const std::vector<std::string>& cells);

}  // namespace hoagiai::support
