// A piece of a CSV file into a block of typed rows, by one thread, without touching anything that others use. A row with
// anything unusual in it is odd: it is left as it stands, for the one place that knows what to make of it (SheetTable).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/records/formats/quick/marks.h"
#include "engine/records/formats/quick/quick_cells.h"
#include "engine/text/open_file.h"

namespace hoagiai {

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
    RowBlock& block() { return cells_.block(); }
    std::vector<OddRow> odd() const;

private:
    /// What the bytes at a place begin with: a row whose cells can be told, another one, or one that goes on behind the buffer.
    enum class Outcome { row, odd, unfinished };
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
    /// Adds the cells of the row at at_ and mark_, and moves on behind it.
    Outcome find_cells();
    /// Ordinary rows from at_ on, as many as are found or fit into a batch, into places_.
    Outcome find_batch(std::uint64_t to);
    /// Takes the rows of places_; where one of them is odd, those before it, and at_ is where it begins. False: one was odd.
    bool take_batch();
    bool set_apart();

    const QuickPlan* plan_ = nullptr;
    const OpenFile* file_ = nullptr;
    std::uint64_t number_ = 0;  // of the file
    bool is_good_ = false;
    std::vector<char> buffer_;
    std::uint64_t base_ = 0;  // of the buffer, in the file
    std::size_t size_ = 0;    // bytes in the buffer
    Marks marks_;
    std::size_t at_ = 0, mark_ = 0;  // in the buffer: the row, its first mark
    std::uint64_t begin_ = 0, end_ = 0;
    std::uint32_t lines_ = 0;
    QuickCells cells_;
    std::vector<Oddity> odd_;

    /// The rows of a batch: where each begins, its first mark, and where its cells are.
    struct Batch {
        static constexpr Row most = 128;
        Row rows = 0;
        Row wanted = most;  ///< few, where odd rows are many
        std::vector<std::size_t> at, mark;
        std::vector<std::uint32_t> begins, ends;
    };
    Batch batch_;
};

}  // namespace hoagiai
