// Rows into columns, whatever format they came from: cells are typed in place, required ones demanded, ids held unique, links
// resolved when all tables are there. A row with a problem of its own is refused and counted; the others stand.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/records/cell.h"
#include "engine/records/id_rows.h"
#include "engine/records/load.h"
#include "engine/records/names.h"
#include "engine/records/row_block.h"
#include "engine/records/row_fates.h"
#include "engine/records/text_pool.h"
#include "engine/text/progress.h"

namespace hoagiai {

/// Where the rows of a table stand in their file. Asked only when there is something to say.
class RowPlaces {
public:
    virtual ~RowPlaces() = default;
    /// Rows are numbered as they were started; a column without field and link is the row itself.
    virtual Place place(Row row, ColumnName column) const = 0;
    /// The column as it is called there.
    virtual std::string column(Row row, ColumnName column) const = 0;
    /// "row 17", "line 5", where another problem refers to it.
    virtual Words where(Row row) const = 0;
};

class TableBuilder {
public:
    TableBuilder(Records& records, TextPool& texts, EntityId entity);

    const Entity& kind() const { return (*records_.dataset.schema)[entity_]; }
    const ColumnNames& names() const { return names_; }
    /// Told every few thousand rows, under the name of their file or sheet.
    void watch(const Progress* progress, std::string name) { progress_ = progress, called_ = std::move(name); }
    void set_places(std::unique_ptr<RowPlaces> places) { places_ = std::move(places); }

    const std::vector<ColumnName>& required() const { return required_; }
    /// The table was there, but its rows could not be read: nobody who refers to them is to blame.
    void leave_unread() { unread_ = true, supply(); }

    /// A template that nobody has filled in: as if the table had not been there. No row of it was started.
    void withdraw();

    /// The table, a column of it, was there.
    void supply() { table_.supplied = true; }
    void supply(ColumnName column);

    Row start_row();
    /// The row that is open.
    Row row() const { return size_ - 1; }
    Row rows() const { return size_; }
    void put(ColumnName column, std::string_view text);
    /// The row stands inside another one.
    void put_inside(LinkId link, Row parent);
    /// The open row cannot be taken; that has been reported.
    void refuse() { refuse(row()); }
    void refuse(Row row) { fates_.unplace(row); }
    /// A cell of the open row cannot be taken; that has been reported. Lenient: it is a hole; else the row is refused.
    void spoil(ColumnName column);
    bool is_lenient() const { return records_.strictness == Strictness::lenient; }
    /// What is wrong with single cells and rows.
    Diagnostics& problems() { return records_.problems; }
    void finish_row();
    /// An id that stands in the file, in a row that could not be read: no row that refers to it is to blame.
    void note_id(std::string_view text);
    /// Every row lacks something that the header should have named.
    void refuse_all() { all_refused_ = true; }
    bool all_refused() const { return all_refused_; }

    /// Clean rows that were typed elsewhere (formats/quick): first the texts of the block, then its rows from `from` to `to`.
    void take_texts(RowBlock& block);
    void take(const RowBlock& block, Row from, Row to);
    /// Room for so many rows more, and for their texts.
    void reserve(Row rows, std::size_t texts, std::size_t bytes);
    const CellReader& reader(FieldId field) const { return readers_[field]; }
    /// The rows by their ids, ready to be asked; null where an id that is not there is nobody's fault.
    const IdRows* ids_for_links(unsigned threads);

    /// Reports a cell of the open row that cannot be taken, and spoils it.
    void report_bad(const DiagnosticKind& kind, ColumnName column, std::string value, Words message, Words help);
    /// A problem of one cell or row; of the whole table, shown at a cell.
    Diagnostic& report(const DiagnosticKind& kind, Row row, ColumnName column, std::string value, Words message, Words help);
    Diagnostic& report_of_table(const DiagnosticKind& kind, Row row, ColumnName column, std::string value, Words message,
                                Words help);

    // When all rows of all tables are there, in this order, each for all tables; `all` by EntityId. What lenient reading
    // makes of bad rows is settled in between (settling.h).
    void find_targets(const std::vector<std::unique_ptr<TableBuilder>>& all);
    void check_parents(const std::vector<std::unique_ptr<TableBuilder>>& all, unsigned threads);
    void number_rows();
    void move_rows(const std::vector<std::unique_ptr<TableBuilder>>& all);

private:
    friend class Settling;
    struct Reference {
        std::vector<std::uint32_t> ids;  // by row, index of the id's text, or none_id
    };
    Diagnostic& say(Diagnostics& list, const DiagnosticKind& kind, Row row, ColumnName column, std::string value, Words message,
                    Words help);
    void demand(ColumnName column, bool there);
    bool has_only_its_id() const;
    void register_id();
    /// The id of `first` is given again.
    void repeats(Row later, Row first);
    void report_repeated(Row later, Row first, Words help);
    void find_targets(LinkId link, TableBuilder& target);
    void target_is_absent(LinkId link);
    void dangling(LinkId link, Row row, const TableBuilder& target, std::string_view id);
    /// An id of this table that differs only in case or leading zeros (a spreadsheet drops them); empty if there is none.
    std::string_view alike(std::string_view id) const;

    Records& records_;
    TextPool& texts_;
    EntityId entity_;
    Table& table_;
    ColumnNames names_;
    std::unique_ptr<RowPlaces> places_;
    CellReader link_reader_;             // an id is read as a text is
    std::vector<CellReader> readers_;    // by FieldId
    std::vector<Reference> references_;  // by LinkId
    std::vector<ColumnName> required_;
    std::vector<ColumnName> bad_here_;  // columns of the open row that were reported
    RowFates fates_;
    IdRows ids_;
    mutable std::unordered_map<std::string, std::string> loose_ids_;
    std::vector<Row> new_rows_;  // by row: its number among those that are taken, by id
    bool in_place_ = true;       // every row keeps its number
    Row size_ = 0;
    const Progress* progress_ = nullptr;
    std::string called_;
    bool all_refused_ = false, unread_ = false;
};

}  // namespace hoagiai
