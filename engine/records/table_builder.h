// Rows into columns, whatever format they came from: cells typed in place, required ones demanded, ids unique, references
// resolved when all tables are there. A row with a problem is refused whole and counted.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/records/cell.h"
#include "engine/records/load.h"

namespace hoagiai {

/// Interns texts in the order of their first appearance.
class TextPool {
public:
    explicit TextPool(Dataset& data) : data_(data) {}
    std::int64_t intern(const std::string& text);

private:
    Dataset& data_;
    std::unordered_map<std::string, std::int64_t> known_;
};

class TableBuilder {
public:
    /// Where a row stands, for problems that are found later: `at` is what start_row was given.
    using Locate = std::function<Place(std::uint32_t at)>;

    TableBuilder(Records& records, TextPool& texts, EntityId entity);

    EntityId entity() const { return entity_; }
    void set_locate(Locate locate) { locate_ = std::move(locate); }
    void supply() { table().supplied = true; }
    void supply_field(FieldId field) { table().columns[field].supplied = true; }
    void supply_link(LinkId link) { table().links[link].supplied = true; }

    /// `row` is the row's number for problems (the line of a CSV file).
    void start_row(std::uint32_t at, std::uint32_t row);
    /// Takes a cell; false if it was refused and reported at `place` (called only then).
    bool put(FieldId field, std::string_view text, std::string_view column, const std::function<Place()>& place);
    void put_link(LinkId link, std::string_view id);
    /// The row is lost; its problem has been reported.
    void refuse_row() { refused_ = true; }
    void finish_row();

    void finish_references(const std::vector<TableBuilder*>& all);

private:
    Table& table() { return records_.dataset.tables[entity_]; }
    const Entity& kind() const { return (*records_.dataset.schema)[entity_]; }
    void report(const DiagnosticKind& problem, std::uint32_t at, std::uint32_t row, std::string column, std::string value, Words message, Words help);
    bool refuses(const std::string& id) const { return refused_ids_.count(id) > 0; }

    Records& records_;
    TextPool& texts_;
    EntityId entity_;
    Locate locate_;
    std::vector<CellValue> cells_;
    std::vector<std::string> link_ids_;
    std::uint32_t at_ = 0, row_ = 0;
    bool refused_ = false;
    std::vector<std::uint32_t> ats_, rows_;             ///< by row
    std::vector<std::vector<std::string>> references_;  ///< by LinkId, by row
    std::unordered_map<std::string, std::uint32_t> refused_ids_;
};

}  // namespace hoagiai
