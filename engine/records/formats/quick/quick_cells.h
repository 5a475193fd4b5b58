// Cells into the columns of a block: a few dozen rows at a time, column by column, so that each loop does one thing. It takes
// all of the rows or none; with a single row it says which one is odd.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/cell.h"
#include "engine/records/formats/quick/quick_cell.h"
#include "engine/records/id_rows.h"
#include "engine/records/row_block.h"

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

/// Where the cells of some rows stand, row after row, without the quotes around them. Eight bytes behind each can be read.
struct CellPlaces {
    const char* bytes = nullptr;
    const std::uint32_t* begins = nullptr;
    const std::uint32_t* ends = nullptr;
    Row rows = 0;
};

class QuickCells {
public:
    /// What is read from now on; it must stay.
    void set_plan(const QuickPlan& plan);
    /// The block is empty again, and its texts are other ones.
    void begin_block();
    /// False if a cell is not an ordinary one: then none of the rows is taken.
    bool take(const CellPlaces& cells);
    RowBlock& block() { return block_; }

private:
    /// What a column remembers from cell to cell.
    struct Memory {
        Spellings spellings;
        std::uint32_t looked_up = 0, found = 0;
        bool has_few = true;
        std::string last;  // of a link: the id and the row it led to
        Row last_row = no_row;
        void forget();
    };
    struct Cell {
        const char* text;
        std::size_t size;
    };
    /// Calls read(Cell, Row of the block) for the cells of a column, as long as it says yes.
    template <typename Read>
    bool each(const CellPlaces& cells, std::size_t column, const Read& read) const {
        const std::size_t width = plan_->columns.size();
        for (Row i = 0; i < cells.rows; ++i) {
            const std::size_t at = i * width + column;
            const std::uint32_t from = cells.begins[at];
            if (!read(Cell{cells.bytes + from, cells.ends[at] - from}, block_.rows + i)) return false;
        }
        return true;
    }
    bool column(const CellPlaces& cells, std::size_t number);
    bool read_id(BlockColumn& column, Cell cell, Row row);
    bool read_text(const QuickColumn& how, BlockColumn& column, Memory& memory, Cell cell, Row row);
    bool read_link(const QuickColumn& how, BlockColumn& column, Memory& memory, Cell cell, Row row);
    /// By its column's reader, which is asked once for each spelling.
    bool read_patiently(const QuickColumn& how, BlockColumn& column, Memory& memory, Cell cell, Row row);

    const QuickPlan* plan_ = nullptr;
    RowBlock block_;
    std::vector<Memory> memories_;
    std::uint32_t last_id_ = none_id;
};

}  // namespace hoagiai
