#include "engine/records/table_builder.h"

#include <fmt/format.h>

#include "engine/records/kinds.h"
#include "engine/text/fold.h"

namespace hoagiai {

std::int64_t TextPool::intern(const std::string& text) {
    const auto [found, added] = known_.emplace(text, static_cast<std::int64_t>(data_.texts.size()));
    if (added) {
        data_.texts.push_back(text);
        data_.text_keys.push_back(fold(text));
    }
    return found->second;
}

TableBuilder::TableBuilder(Records& records, TextPool& texts, EntityId entity)
    : records_(records), texts_(texts), entity_(entity), cells_(kind().fields.size()), link_ids_(kind().links.size()), references_(kind().links.size()) {
    table().columns.resize(kind().fields.size());
    table().links.resize(kind().links.size());
}

void TableBuilder::start_row(std::uint32_t at, std::uint32_t row) {
    at_ = at;
    row_ = row;
    refused_ = false;
    for (CellValue& cell : cells_) {
        cell.state = CellState::missing;
        cell.text.clear();
    }
    for (std::string& id : link_ids_) id.clear();
}

void TableBuilder::report(const DiagnosticKind& problem, std::uint32_t at, std::uint32_t row, std::string column, std::string value, Words message, Words help) {
    Diagnostic& said = records_.diagnostics.add(problem, locate_ ? locate_(at) : Place{}, std::move(message), std::move(help));
    said.cell = Cell{row, std::move(column), std::move(value)};
}

bool TableBuilder::put(FieldId field, std::string_view text, std::string_view column, const std::function<Place()>& place) {
    const auto problem = read_cell(kind().fields[field], text, cells_[field]);
    if (!problem) return true;
    refused_ = true;
    Diagnostic& said = records_.diagnostics.add(bad_cell, place(), {fmt::format("{}: {}", column, problem->message.vi), fmt::format("{}: {}", column, problem->message.en)}, problem->help);
    said.cell = Cell{row_, std::string(column), std::string(text.substr(0, 200))};
    return false;
}

void TableBuilder::put_link(LinkId link, std::string_view id) { link_ids_[link] = nfc(trimmed(id)); }

void TableBuilder::finish_row() {
    RowCounts& counts = records_.rows[entity_];
    ++counts.read;
    Table& here = table();
    const auto demand = [&](bool there, const std::string& name, const Words& title) {
        if (there) return;
        report(required_blank, at_, row_, name, "", {fmt::format("thiếu “{}” ({})", title.vi, name), fmt::format("{} is missing and must be there", name)}, {"điền giá trị này", "fill it in"});
        refused_ = true;
    };
    const CellValue& key = cells_[kind().key];
    for (FieldId field = 0; field < cells_.size(); ++field)
        if (kind().fields[field].required && here.columns[field].supplied) demand(cells_[field].state != CellState::missing || refused_, kind().fields[field].name, kind().fields[field].title);
    for (LinkId link = 0; link < link_ids_.size(); ++link)
        if (kind().links[link].required && here.links[link].supplied) demand(!link_ids_[link].empty(), kind().links[link].name, kind().links[link].title);
    if (key.state == CellState::known) {
        if (const auto known = here.rows_by_id.find(key.text); known != here.rows_by_id.end()) {
            report(duplicate_id, at_, row_, kind().fields[kind().key].name, key.text,
                   {fmt::format("mã `{}` đã có ở dòng {}", visible(key.text), rows_[known->second]), fmt::format("the id `{}` is there already, in row {}", visible(key.text), rows_[known->second])},
                   {"mỗi dòng cần một mã riêng", "give each row an id of its own"});
            refused_ = true;
        }
    }
    if (refused_) {
        ++counts.refused;
        if (key.state == CellState::known) refused_ids_.emplace(key.text, row_);
        return;
    }
    ++counts.used;
    const Row row = here.size++;
    here.rows_by_id.emplace(key.text, row);
    ats_.push_back(at_);
    rows_.push_back(row_);
    for (FieldId field = 0; field < cells_.size(); ++field) {
        Column& column = here.columns[field];
        const CellValue& cell = cells_[field];
        column.states.resize(here.size, CellState::missing);
        column.values.resize(here.size, 0);
        column.states[row] = cell.state;
        column.values[row] = cell.state != CellState::known ? 0 : kind().fields[field].type.kind == Kind::text ? texts_.intern(cell.text) : cell.value;
    }
    for (LinkId link = 0; link < link_ids_.size(); ++link) references_[link].push_back(std::move(link_ids_[link]));
}

void TableBuilder::finish_references(const std::vector<TableBuilder*>& all) {
    Table& here = table();
    std::vector<bool> lost(here.size, false);
    for (LinkId link = 0; link < references_.size(); ++link) {
        const Link& declared = kind().links[link];
        const Table& target = records_.dataset.tables[declared.target];
        const Entity& target_kind = (*records_.dataset.schema)[declared.target];
        LinkColumn& column = here.links[link];
        column.targets.assign(here.size, no_row);
        for (Row row = 0; row < here.size; ++row) {
            const std::string& id = references_[link][row];
            if (id.empty()) continue;
            const auto found = target.rows_by_id.find(id);
            if (found != target.rows_by_id.end()) {
                column.targets[row] = found->second;
                continue;
            }
            // A row that was refused itself has been reported: one slip is said once.
            lost[row] = true;
            if (all[declared.target] && all[declared.target]->refuses(id)) continue;
            report(dangling_parent, ats_[row], rows_[row], declared.name, id,
                   {fmt::format("“{}” là `{}`, nhưng bảng {} không có mã này", declared.title.vi, visible(id), target_kind.plural),
                    fmt::format("{} is `{}`, but {} has no such id", declared.name, visible(id), target_kind.plural)},
                   {fmt::format("sửa mã, hoặc thêm dòng `{}` vào bảng {}", visible(id), target_kind.plural), fmt::format("mend the id, or add the row `{}` to {}", visible(id), target_kind.plural)});
        }
    }
    // A case's mediator belongs to the case's team.
    const LinkId parent = records_.dataset.schema->parent_link(entity_);
    for (LinkId link = 0; link < references_.size() && parent != none_id; ++link) {
        const Link& declared = kind().links[link];
        if (!declared.same_parent) continue;
        const LinkId other_parent_link = records_.dataset.schema->parent_link(declared.target);
        if (other_parent_link == none_id) continue;
        const Table& target = records_.dataset.tables[declared.target];
        for (Row row = 0; row < here.size; ++row) {
            const Row to = here.links[link].targets[row];
            if (to == no_row || target.links[other_parent_link].targets.size() <= to) continue;
            if (target.links[other_parent_link].targets[to] == here.links[parent].targets[row] || here.links[parent].targets[row] == no_row) continue;
            lost[row] = true;
            report(other_parent, ats_[row], rows_[row], declared.name, references_[link][row],
                   {fmt::format("`{}` thuộc đơn vị khác, không cùng “{}”", visible(references_[link][row]), kind().links[parent].title.vi),
                    fmt::format("`{}` belongs to another {}", visible(references_[link][row]), kind().links[parent].name)},
                   {"kiểm tra lại mã", "look at the id again"});
        }
    }
    for (const bool is_lost : lost) {
        if (!is_lost) continue;
        --records_.rows[entity_].used;
        ++records_.rows[entity_].refused;
    }
}

}  // namespace hoagiai
