// Where something stands. Every message that reaches a person names a file, a line and a column, so the text of each
// file that was read is kept, and a byte offset can be turned into a place when (and only when) there is something to say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hoagiai {

/// A place as people count: lines and columns from 1, columns in code points. The end is exclusive; 0 means "no line".
struct Place {
    std::string file;
    std::uint32_t line = 0, column = 0;
    std::uint32_t end_line = 0, end_column = 0;
    std::string excerpt;               ///< the line itself (shortened around the place when it is very long), for the caret
    std::uint32_t excerpt_offset = 0;  ///< code points of the line cut off in front of the excerpt
    std::string sheet = {};            ///< in a workbook: lines and columns are those of this sheet

    /// `Mediators!D17` for a place in a sheet; empty elsewhere.
    std::string cell() const;
};

/// A column's letters in a spreadsheet: 1 is A, 27 is AA.
std::string column_letters(std::uint32_t column);

/// One file's name and bytes (valid UTF-8, no byte order mark).
class Source {
public:
    Source(std::string name, std::string text);
    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }
    /// The place of the bytes [begin, end); offsets past the end are taken as the end.
    Place place(std::size_t begin, std::size_t end) const;

private:
    std::size_t code_points_before(std::size_t offset) const;

    std::string name_, text_;
    std::vector<std::uint32_t> line_starts_;
    std::vector<std::uint32_t> code_points_;  ///< in front of each block of bytes, so that a long line is not counted each time
};

using SourcePtr = std::shared_ptr<const Source>;

/// A scalar read out of a file: its value, and where each byte of the value stands in the file. Escapes, folding and
/// indentation make the two differ, so segments map them: within one segment bytes correspond one to one.
struct Text {
    struct Segment {
        std::uint32_t value_offset, source_offset;
    };
    std::string value;
    SourcePtr source;                  ///< null for a text that no file holds
    std::uint32_t begin = 0, end = 0;  ///< the whole scalar's bytes in the source, quotes included
    std::vector<Segment> segments;     ///< ascending by value_offset; empty: value_offset 0 is at `begin`
    bool plain = false;                ///< written without quotes and not as a block

    /// A text that stands in no file (values made by programs and tests).
    static Text unplaced(std::string value);
    Place place() const;
    /// The place of the value's bytes [from, to).
    Place place(std::size_t from, std::size_t to) const;
    std::uint32_t source_offset(std::size_t value_offset) const;
};

}  // namespace hoagiai
