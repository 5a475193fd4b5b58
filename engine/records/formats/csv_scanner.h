// RFC 4180, read from memory record by record: cells are views of the bytes, except quoted ones with doubled quotes. What the
// RFC does not allow is marked, never mended: a quote inside an unquoted cell, text behind a closing quote, a quote left open.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace hoagiai {

inline constexpr std::uint32_t no_cell = 0xffffffffu;

struct CsvRecord {
    std::uint32_t line = 0;               ///< the line of the file where it starts, from 1
    std::vector<std::string_view> cells;  ///< valid until the next record is read
    std::uint32_t stray_quote = no_cell;  ///< the first cell with a quote inside, or with text behind its closing quote
    std::uint32_t open_quote = no_cell;   ///< the cell whose quote the file never closes; always the last
    std::uint32_t quote_line = 0;         ///< the line where the quoted cell of stray_quote or open_quote begins
    std::size_t quote_offset = 0;         ///< the byte behind the open quote
};

class CsvScanner {
public:
    CsvScanner(std::string_view bytes, char delimiter, std::uint32_t first_line = 1)
        : bytes_(bytes), delimiter_(delimiter), line_(first_line) {}
    /// False at the end of the file.
    bool next(CsvRecord& record);
    std::size_t offset() const { return at_; }    ///< of the next record
    std::uint32_t line() const { return line_; }  ///< where it begins
    /// `,`; or `;` or a tab where the first line that is not empty has no comma outside quotes.
    static char guess_delimiter(std::string_view bytes);

private:
    void mark_stray(CsvRecord& record, std::uint32_t line) const;
    std::string_view plain(CsvRecord& record);
    std::string_view quoted(CsvRecord& record);
    bool at_line_end() const { return bytes_[at_] == '\n' || bytes_[at_] == '\r'; }

    std::string_view bytes_;
    char delimiter_;
    std::size_t at_ = 0;
    std::uint32_t line_;
    std::deque<std::string> unescaped_;  ///< addresses stay while a record is in use
};

}  // namespace hoagiai
