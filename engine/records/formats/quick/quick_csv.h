// A CSV file read by several threads: cut into pieces, typed side by side, taken in the order of the file. Rows that are not
// clean, the headers and what stands above them are read as everything else is (CsvTable), so that there is one place that
// knows how sheets look and what to say of them; whatever the number of threads, the records and the problems are the same.
//
// A piece begins behind the first line end that it holds. Where that line end stands inside a quoted cell, this shows when the
// piece's turn comes: the piece before it ends elsewhere, and the piece is read again from there.
#pragma once

#include <algorithm>
#include <string>

#include "engine/records/formats/csv_table.h"
#include "engine/records/formats/quick/handover.h"
#include "engine/records/formats/quick/quick_rows.h"

namespace hoagiai {

class QuickCsv : public CsvTable {
public:
    QuickCsv(std::string name, std::filesystem::path path, EntityId entity, RecordsBuilder& builder, PiecePool& pool);
    /// False if the file has to be read in the patient way; what was begun then has to be forgotten.
    bool read();

private:
    bool read_head();
    bool head_is_enough(std::string_view head) const;
    void plan();
    QuickColumn column(std::size_t cell);
    bool read_pieces();
    std::uint64_t begin_of(std::size_t piece) const { return body_ + piece * piece_; }
    std::uint64_t end_of(std::size_t piece) const { return std::min(begin_of(piece + 1), input_.size()); }
    void read_piece(Handover& handover, std::size_t number);
    bool take(QuickRows& rows, std::uint64_t to);
    void take(RowBlock& block, Row from, Row to, std::uint32_t line);
    bool take_odd(const OddRow& odd);

    std::string name_;
    std::filesystem::path path_;
    EntityId entity_;
    RecordsBuilder& builder_;
    OpenFile input_;
    std::string head_;
    QuickPlan plan_;
    std::uint64_t body_ = 0;  // where the pieces begin

    std::uint64_t piece_ = 1;  // bytes of each
    PiecePool& pool_;

    // Of whoever takes a piece.
    Sha256 sha_;
    std::uint64_t position_ = 0;
    std::uint32_t line_ = 1;
    bool reserved_ = false, encoding_is_known_ = false;
};

}  // namespace hoagiai
