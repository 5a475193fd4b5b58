// A piece of a CSV file into a block of typed rows, by one thread, without touching anything that others use. A row with
// anything unusual in it is odd: it is left as it stands, for the one place that knows what to make of it (SheetTable).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/records/cell.h"
#include "engine/records/formats/quick/marks.h"
#include "engine/records/formats/quick/quick_cell.h"
#include "engine/records/id_rows.h"
#include "engine/records/row_block.h"
#include "engine/text/open_file.h"

namespace hoagiai {

struct QuickColumn {
    enum class Way : std::uint8_t { unused, unnamed, id, text, link, late_link, boolean, choice, date, whole, other };
    Way way = Way::unused;
    ColumnName name;
    bool required = false;
    const CellReader* reader = nullptr;  ///< of a field that is no text
    QuickBounds bounds;
    const IdRows* target = nullptr;  ///< of a link whose rows are there
    BlockCells cells() const;
};

struct QuickPlan {
    char delimiter = ',';
    std::vector<QuickColumn> columns;  ///< by cell
    std::string id_header;             ///< a row that repeats the headers has it as its id
};

struct OddRow {
    Row before = 0;          ///< rows of the block that stand before it
    std::string_view bytes;  ///< of the record; valid until the next piece
    std::uint32_t line = 0;  ///< where it begins, from 0 at the beginning of the piece
    std::uint32_t lines = 0;
};

class QuickRows {
public:
    QuickRows() = default;
    QuickRows(const QuickRows&) = delete;
    QuickRows& operator=(const QuickRows&) = delete;

    /// What is read from now on; both must stay. `number`: another one for another file.
    void set_file(const QuickPlan& plan, const OpenFile& file, std::uint64_t number);
    /// The bytes [from, to) of the file, or those that a file of that size has; false if they cannot be read.
    bool load(std::uint64_t from, std::uint64_t to) { return is_good_ = read_bytes(from, to); }
    /// Where the first record behind `from` begins if no quoted cell holds a line break there; `to` if none does.
    std::uint64_t guess_begin(std::uint64_t from, std::uint64_t to) const;
    /// The records that begin in [begin, to); where nothing of it is loaded, it is. False if the file cannot be read.
    bool parse(std::uint64_t begin, std::uint64_t to) { return is_good_ = parse_rows(begin, to); }
    /// What load() and parse() said last.
    bool is_good() const { return is_good_; }

    std::string_view bytes(std::uint64_t from, std::uint64_t to) const;
    std::uint64_t begin() const { return begin_; }  ///< of the first record
    std::uint64_t end() const { return end_; }      ///< of the last one
    std::uint32_t lines() const { return lines_; }
    RowBlock& block() { return block_; }
    std::vector<OddRow> odd() const;

private:
    enum class Outcome { taken, odd, unfinished };
    /// What a column remembers from cell to cell.
    struct Memory {
        Spellings spellings;
        std::uint32_t looked_up = 0, found = 0;
        bool has_few = true;
        std::string last;  // of a link: the id and the row it led to
        Row last_row = no_row;
        void forget() {
            spellings.clear();
            looked_up = found = 0;
            has_few = true;
            last.clear();
            last_row = no_row;
        }
    };
    struct Oddity {
        Row before = 0;
        std::size_t at = 0, size = 0;
        std::uint32_t line = 0, lines = 0;
    };

    bool read_bytes(std::uint64_t from, std::uint64_t to);
    bool parse_rows(std::uint64_t begin, std::uint64_t to);
    bool load_more();
    bool reaches_end() const { return base_ + size_ >= file_->size(); }
    void find_marks(std::size_t from);
    Outcome row();
    bool read(std::size_t cell, const char* text, std::size_t size);
    bool read_id(BlockColumn& column, const char* text, std::size_t size);
    bool read_text(const QuickColumn& how, BlockColumn& column, Memory& memory, const char* text, std::size_t size);
    bool read_link(const QuickColumn& how, BlockColumn& column, Memory& memory, const char* text, std::size_t size);
    bool read_patiently(const QuickColumn& how, BlockColumn& column, Memory& memory, const char* text, std::size_t size);
    void store(BlockColumn& column, std::int64_t coded);
    bool set_apart();

    const QuickPlan* plan_ = nullptr;
    const OpenFile* file_ = nullptr;
    std::uint64_t number_ = 0;  // of the file
    bool is_good_ = false;
    std::vector<char> buffer_;
    std::uint64_t base_ = 0;  // of the buffer, in the file
    std::size_t size_ = 0;    // bytes in the buffer
    bool closed_ = false;     // a line end was put behind the last line, which has none
    Marks marks_;
    std::size_t at_ = 0, mark_ = 0;  // in the buffer: the row, its first mark
    std::uint64_t begin_ = 0, end_ = 0;
    std::uint32_t lines_ = 0;
    RowBlock block_;
    std::vector<Memory> memories_;
    std::vector<Oddity> odd_;
    std::uint32_t last_id_ = none_id;
};

}  // namespace hoagiai
