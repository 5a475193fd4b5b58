// RFC 4180, read from memory record by record: fields are views of the bytes, except quoted ones with doubled quotes.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace hoagiai {

struct CsvRecord {
    std::uint32_t line = 0;                ///< the line of the file where it starts, from 1
    std::vector<std::string_view> fields;  ///< valid until the next record is read
    bool text_behind_quote = false;
    bool open_quote = false;               ///< the file ends inside a quoted field
    bool blank = false;                    ///< an empty line
};

class CsvScanner {
public:
    CsvScanner(std::string_view bytes, char delimiter) : bytes_(bytes), delimiter_(delimiter) {}
    /// False at the end of the file.
    bool next(CsvRecord& record);
    /// `,`; or `;` or a tab where the first line has no comma outside quotes.
    static char guess_delimiter(std::string_view bytes);

private:
    std::string_view quoted(CsvRecord& record);

    std::string_view bytes_;
    char delimiter_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::deque<std::string> unescaped_;  ///< addresses stay while a record is in use
};

}  // namespace hoagiai
