// What a workbook's cell says, as people would have written it: a number with a date format is a date, 0.885 with a percentage
// format is 88,5%, and the digits that only a binary fraction has are none of theirs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoagiai {

/// What a number format makes of a number.
enum class NumberForm : std::uint8_t { number, percentage, date, month, day_and_month, time, date_and_time };

NumberForm built_in_form(int id);                ///< of the formats that have a number only
NumberForm form_of_code(std::string_view code);  ///< `dd/mm/yyyy;@`

/// A cell that cannot be taken, whatever its column.
enum class CellFault : std::uint8_t { none, no_value, error_value, unreadable, no_such_day };

struct SheetCell {
    std::string text;
    CellFault fault = CellFault::none;
    bool from_1904 = false;  ///< were it a day, it would be counted from 1904
    bool fraction = false;   ///< a number that is not whole: its comma is one of decimals, never of thousands
};

struct SheetRow {
    std::uint32_t number = 0;
    bool hidden = false;
    std::vector<SheetCell> cells;
    std::size_t size = 0;  ///< cells in use; the others keep their room for the next row
    SheetCell& cell(std::size_t at);
    void clear();
};

/// The number with at most 15 digits, as spreadsheets show it, and a decimal comma: 3.0 is 3, 0.1 + 0.2 is 0,3. Empty if the
/// text is no number.
std::string decimal_text(std::string_view number, int shift = 0);
/// A number as its format shows it; days count from 1900 or from 1904.
void set_number(SheetCell& cell, std::string_view number, NumberForm form, bool from_1904);
/// 2023-04-17, 2023-04-17T00:00:00: midnight is no time. Of a form that shows a part of a day only that part.
void set_date(SheetCell& cell, std::string_view iso, NumberForm form = NumberForm::date);

}  // namespace hoagiai
