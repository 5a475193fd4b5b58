#include "engine/records/settling.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/records/blanks.h"
#include "engine/records/kinds.h"

namespace hoagiai {

/// One table, seen from the others.
class Settling {
public:
    using Tables = std::vector<std::unique_ptr<TableBuilder>>;
    Settling(TableBuilder& table, const Tables& all) : table_(table), all_(all), fates_(table.fates_) {}

    /// Units before what lies below them.
    static std::vector<TableBuilder*> from_the_top(const Tables& all) {
        std::vector<std::pair<std::size_t, TableBuilder*>> by_depth;
        for (const auto& table : all) {
            const Schema& schema = *table->records_.dataset.schema;
            std::size_t depth = 0;
            for (EntityId entity = table->entity_; schema.parent_link(entity) != none_id && depth < all.size(); ++depth)
                entity = schema[entity].links[schema.parent_link(entity)].target;
            by_depth.emplace_back(depth, table.get());
        }
        std::stable_sort(by_depth.begin(), by_depth.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<TableBuilder*> sorted;
        for (const auto& [depth, table] : by_depth) sorted.push_back(table);
        return sorted;
    }

    void copies() {
        if (const LinkId parent = parent_link(); parent != none_id) lead_to_originals(parent);
        std::map<Row, std::vector<Row>> by_first;
        for (const auto& [first, later] : fates_.repeats()) by_first[first].push_back(later);
        for (const auto& [first, later] : by_first) {
            const bool equal = std::all_of(later.begin(), later.end(), [&](Row row) { return same(first, row); });
            for (const Row row : later)
                table_.report_repeated(
                    row, first,
                    equal ? Words{"dòng này giống hệt dòng trước nên chỉ tính một lần; bỏ dòng trùng",
                                  "the rows are equal and count once; remove the copy"}
                          : Words{"các dòng cùng mã khác nhau nên không dòng nào được xét; cho mỗi dòng một mã riêng",
                                  "the rows of this id differ, so that none of them counts; give each an id of its own"});
            for (const Row row : later) equal ? fates_.make_copy(row, first) : fates_.unplace(row);
            if (!equal) fates_.unplace(first);
        }
    }

    void other_links_to_originals() {
        for (LinkId link = 0; link < links().size(); ++link)
            if (link != parent_link()) lead_to_originals(link);
    }

    void ids_in_unread_rows() {
        for (const Row row : fates_.claimed_twice()) {
            if (!fates_.taken(row)) continue;
            const Column& key = table_.table_.columns[table_.kind().key];
            const std::string id = shown(table_.texts_[static_cast<std::uint32_t>(key.value(row))]);
            fates_.unplace(row);
            table_.report(id_in_unread_row, row, {table_.kind().key, none_id}, id,
                          {fmt::format("mã `{}` cũng nằm trong một dòng không đọc được", id),
                           fmt::format("the id `{}` stands in a row that cannot be read, too", id)},
                          {"sửa dòng kia trước; đến lúc đó dòng này không được xét",
                           "mend that row first; until then this one does not count"});
        }
    }

    /// The rows above are settled.
    void places() {
        const LinkId parent = parent_link();
        if (parent == none_id || !links()[parent].supplied) return;
        const TableBuilder& above = target(parent);
        std::vector<Row> below;
        for (Row row = 0; row < table_.size_; ++row) {
            if (!fates_.taken(row)) continue;
            const Row to = links()[parent].targets[row];
            // A blank one, where a parent need not be there, says that it has none.
            if (spoilt(row, parent) || (to == no_row && table_.references_[parent].ids[row] != none_id)) {
                fates_.unplace(row);
                below.push_back(row);
            } else if (to != no_row && !above.fates_.taken(to)) {
                fates_.put_below(row);
                below.push_back(row);
            }
        }
        std::erase_if(below, [&](Row row) { return has_problem(row); });
        if (below.empty()) return;
        const std::string above_table = above.kind().plural, own = table_.kind().plural;
        table_.report(
            rows_below_unplaced, below.front(), {none_id, parent}, "",
            {fmt::format("{} dòng của bảng {} thuộc những dòng không xếp được của bảng {} nên cũng không được xét",
                         below.size(), own, above_table),
             fmt::format("rows of {} that belong to rows of {} which cannot be placed, and are left out with them: {}", own,
                         above_table, below.size())},
            {fmt::format("sửa các dòng đó của bảng {}", above_table), fmt::format("mend those rows of {}", above_table)});
    }

    /// All rows are settled.
    void holes() {
        for (LinkId link = 0; link < links().size(); ++link) {
            if (link == parent_link() || !links()[link].supplied) continue;
            std::vector<Row> lost;
            for (Row row = 0; row < table_.size_; ++row) {
                if (!fates_.taken(row)) continue;
                Row& to = links()[link].targets[row];
                const bool nowhere = to == no_row && table_.references_[link].ids[row] != none_id;
                const bool left_out = to != no_row && !target(link).fates_.taken(to);
                if ((!nowhere && !left_out) || spoilt(row, link)) continue;
                to = no_row;
                fates_.make_hole(row, {none_id, link});
                lost.push_back(row);
            }
            if (lost.empty()) continue;
            const std::string name = links_of_kind()[link].name, plural = target(link).kind().plural;
            table_.report(links_to_unplaced, lost.front(), {none_id, link}, "",
                          {fmt::format("{} ô `{}` dẫn đến những dòng không xếp được của bảng {} nên được coi là chưa rõ",
                                       lost.size(), name, plural),
                           fmt::format("cells of `{}` that lead to rows of {} which cannot be placed, and are not known: {}",
                                       name, plural, lost.size())},
                          {fmt::format("sửa các dòng đó của bảng {}", plural), fmt::format("mend those rows of {}", plural)});
        }
    }

    /// Rows have their numbers in the dataset.
    void note_defects() {
        TableDefects& defects = table_.table_.defects;
        for (const auto& [row, columns] : fates_.holes())
            for (const ColumnName column : columns)
                if (fates_.taken(row))
                    defects.cells.push_back(
                        {table_.new_rows_[row], column.field, column.link, short_place(table_.places_->place(row, column))});
        std::sort(defects.cells.begin(), defects.cells.end(), [](const UnreadableCell& a, const UnreadableCell& b) {
            return std::tie(a.row, a.field, a.link) < std::tie(b.row, b.field, b.link);
        });
        for (Row row = 0; row < table_.size_; ++row) {
            if (fates_[row] == RowFate::unplaced) defects.unplaced.push_back(short_place(table_.places_->place(row, {})));
            defects.below += fates_[row] == RowFate::below ? 1 : 0;
            defects.copies += fates_[row] == RowFate::copy ? 1 : 0;
        }
    }

private:
    std::vector<LinkColumn>& links() { return table_.table_.links; }
    const std::vector<Link>& links_of_kind() const { return table_.kind().links; }
    LinkId parent_link() const { return table_.records_.dataset.schema->parent_link(table_.entity_); }
    const TableBuilder& target(LinkId link) const { return *all_[links_of_kind()[link].target]; }

    bool spoilt(Row row, LinkId link) const { return fates_.has_hole(row, {none_id, link}); }

    /// Whether the row's own parent cell was reported.
    bool has_problem(Row row) const { return spoilt(row, parent_link()); }

    void lead_to_originals(LinkId link) {
        if (!links()[link].supplied) return;
        for (Row& to : links()[link].targets)
            if (to != no_row) to = target(link).fates_.original(to);
    }

    std::string_view text(const Column& column, Row row) const {
        return table_.texts_[static_cast<std::uint32_t>(column.value(row))];
    }

    bool same(Row a, Row b) {
        if (!fates_.taken(a) || !fates_.taken(b) || fates_.has_hole(a) || fates_.has_hole(b)) return false;
        for (FieldId field = 0; field < table_.kind().fields.size(); ++field) {
            const Column& column = table_.table_.columns[field];
            if (!column.supplied) continue;
            if (column.state(a) != column.state(b)) return false;
            if (column.state(a) != CellState::known || column.value(a) == column.value(b)) continue;
            // Equal texts may stand in two places.
            if (!table_.kind().fields[field].type.is(Kind::text) || text(column, a) != text(column, b)) return false;
        }
        for (LinkId link = 0; link < links().size(); ++link) {
            if (!links()[link].supplied) continue;
            const Row to = links()[link].targets[a], other = links()[link].targets[b];
            const auto& ids = table_.references_[link].ids;
            if (to != other || (to == no_row && ids[a] != ids[b])) return false;
        }
        return true;
    }

    TableBuilder& table_;
    const Tables& all_;
    RowFates& fates_;
};

void settle_copies(const std::vector<std::unique_ptr<TableBuilder>>& tables) {
    if (tables.empty() || !tables.front()->is_lenient()) return;
    for (TableBuilder* table : Settling::from_the_top(tables)) {
        Settling(*table, tables).ids_in_unread_rows();
        Settling(*table, tables).copies();
    }
    for (const auto& table : tables) Settling(*table, tables).other_links_to_originals();
}

void settle_rows(const std::vector<std::unique_ptr<TableBuilder>>& tables) {
    if (tables.empty() || !tables.front()->is_lenient()) return;
    for (TableBuilder* table : Settling::from_the_top(tables)) Settling(*table, tables).places();
    for (const auto& table : tables) Settling(*table, tables).holes();
}

void note_defects(const std::vector<std::unique_ptr<TableBuilder>>& tables) {
    if (tables.empty() || !tables.front()->is_lenient()) return;
    for (const auto& table : tables) Settling(*table, tables).note_defects();
}

void settle_problems(Records& records) {
    Diagnostics settled;
    for (Diagnostic problem : records.problems.all()) {
        if (records.strictness == Strictness::lenient) problem.severity = Severity::warning;
        settled.add(std::move(problem));
    }
    settled.sort();
    records.diagnostics.append(settled);
    records.problems = std::move(settled);
}

std::string short_place(const Place& place) {
    if (!place.sheet.empty()) return fmt::format("{}: {}", place.file, place.cell());
    if (place.column == 0) return fmt::format("{}:{}", place.file, place.line);
    return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

}  // namespace hoagiai
