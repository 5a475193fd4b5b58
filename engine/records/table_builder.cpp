// Taking rows, one at a time.
#include "engine/records/table_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "engine/records/blanks.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr Row told_each = 8192;  // rows

const Field& id_field() {
    static const Field field{"", "", {}, Type{Kind::text}, false, false, false, 0, 0};
    return field;
}

}  // namespace

TableBuilder::TableBuilder(Records& records, TextPool& texts, EntityId entity)
    : records_(records),
      texts_(texts),
      entity_(entity),
      table_(records.dataset.tables[entity]),
      names_(kind()),
      link_reader_(id_field(), texts),
      references_(kind().links.size()),
      ids_(table_, kind().key, records.dataset.texts) {
    table_.columns.resize(kind().fields.size());
    table_.links.resize(kind().links.size());
    for (FieldId field = 0; field < kind().fields.size(); ++field) {
        readers_.emplace_back(kind().fields[field], texts);
        if (kind().fields[field].required) required_.push_back({field, none_id});
    }
    for (LinkId link = 0; link < kind().links.size(); ++link)
        if (kind().links[link].required) required_.push_back({none_id, link});
}

void TableBuilder::supply(ColumnName name) {
    if (name.link != none_id) {
        LinkColumn& link = table_.links[name.link];
        if (link.supplied) return;
        link.supplied = true;
        link.targets.assign(size_, no_row);
        references_[name.link].ids.assign(size_, none_id);
        return;
    }
    Column& column = table_.columns[name.field];
    if (column.supplied) return;
    column.supplied = true;
    column.resize(size_);
}

void TableBuilder::withdraw() {
    table_.supplied = false;
    for (Column& column : table_.columns) column.supplied = false;
    for (LinkColumn& link : table_.links) link.supplied = false;
}

Row TableBuilder::start_row() {
    for (Column& column : table_.columns)
        if (column.supplied) column.push_back(CellState::missing);
    for (LinkId link = 0; link < table_.links.size(); ++link)
        if (table_.links[link].supplied) {
            table_.links[link].targets.push_back(no_row);
            references_[link].ids.push_back(none_id);
        }
    fates_.start();
    bad_here_.clear();
    if (progress_ && size_ % told_each == 0) (*progress_)({ProgressStep::Work::reading, called_, size_, 0});
    return size_++;
}

void TableBuilder::put(ColumnName column, std::string_view text) {
    CellValue value;
    CellProblem problem;
    const bool is_link = column.link != none_id;
    const bool taken = is_link ? link_reader_.read(text, value, problem) : readers_[column.field].read(text, value, problem);
    if (!taken) {
        const std::string name = shown(places_->column(row(), column));
        report_bad(problem.kind, column, readable(text),
                   {fmt::format("{}: {}", name, problem.message.vi), fmt::format("{}: {}", name, problem.message.en)},
                   std::move(problem.help));
    } else if (is_link) {
        if (value.state == CellState::known) references_[column.link].ids[row()] = static_cast<std::uint32_t>(value.value);
    } else {
        table_.columns[column.field].set(row(), value.state, value.value);
    }
}

void TableBuilder::report_bad(const DiagnosticKind& kind, ColumnName column, std::string value, Words message, Words help) {
    report(kind, row(), column, std::move(value), std::move(message), std::move(help));
    spoil(column);
}

void TableBuilder::spoil(ColumnName column) {
    bad_here_.push_back(column);
    if (!is_lenient()) return refuse();
    fates_.make_hole(row(), column);
    if (column.link != none_id)
        references_[column.link].ids[row()] = none_id;
    else
        table_.columns[column.field].set(row(), CellState::missing);
}

void TableBuilder::put_inside(LinkId link, Row parent) {
    supply({none_id, link});
    table_.links[link].targets[row()] = parent;
}

void TableBuilder::demand(ColumnName column, bool there) {
    if (there || std::find(bad_here_.begin(), bad_here_.end(), column) != bad_here_.end()) return;
    const std::string& name = names_.name_of(column);
    report(value_missing, row(), column, "",
           {fmt::format("thiếu `{}` ({}): mọi dòng đều phải có", name, names_.title_of(column).vi),
            fmt::format("`{}` is missing: every row must have it", name)},
           column.link != none_id
               ? Words{"điền giá trị này; ô gộp thì điền cho từng dòng", "fill it in; in each row of a merged cell"}
               : Words{"điền giá trị này", "fill it in"});
    spoil(column);
}

void TableBuilder::finish_row() {
    for (const ColumnName column : required_) {
        if (column.link != none_id) {
            if (table_.links[column.link].supplied)
                demand(column,
                       table_.links[column.link].targets[row()] != no_row || references_[column.link].ids[row()] != none_id);
        } else if (table_.columns[column.field].supplied) {
            demand(column, table_.columns[column.field].state(row()) != CellState::missing);
        }
    }
    if (is_lenient() && !bad_here_.empty() && has_only_its_id()) refuse();
    register_id();
}

/// A heading or a signature in the column of ids is no record, though it looks like the id of one.
bool TableBuilder::has_only_its_id() const {
    for (FieldId field = 0; field < table_.columns.size(); ++field)
        if (field != kind().key && table_.columns[field].supplied &&
            table_.columns[field].state(size_ - 1) != CellState::missing)
            return false;
    for (LinkId link = 0; link < table_.links.size(); ++link)
        if (table_.links[link].supplied &&
            (table_.links[link].targets[size_ - 1] != no_row || references_[link].ids[size_ - 1] != none_id))
            return false;
    return true;
}

void TableBuilder::register_id() {
    const Column& key = table_.columns[kind().key];
    if (!key.supplied) return;
    // Without an id it could be any row, told from no other.
    if (key.state(row()) != CellState::known) return refuse();
    if (const Row known = ids_.add(row()); known != no_row) repeats(row(), known);
}

void TableBuilder::repeats(Row later, Row first) {
    if (is_lenient()) return fates_.repeat(later, first);
    report_repeated(later, first,
                    {"cho mỗi dòng một mã riêng, hoặc bỏ dòng trùng", "give each row an id of its own, or remove the copy"});
    refuse(later);
}

void TableBuilder::report_repeated(Row later, Row first, Words help) {
    const ColumnName column{kind().key, none_id};
    const std::string_view id = texts_[static_cast<std::uint32_t>(table_.columns[kind().key].value(later))];
    const Words where = places_->where(first);
    Diagnostic& problem = report(duplicate_id, later, column, std::string(id),
                                 {fmt::format("mã `{}` đã có ở {}", shown(id), where.vi),
                                  fmt::format("the id `{}` is there already, in {}", shown(id), where.en)},
                                 std::move(help));
    problem.related.push_back({places_->place(first, column), {"lần đầu ở đây", "first given here"}});
}

void TableBuilder::note_id(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || find_invalid_utf8(text) != std::string_view::npos) return;
    ids_.note(texts_[texts_.add(text)]);
}

Diagnostic& TableBuilder::report(const DiagnosticKind& problem, Row at, ColumnName column, std::string value, Words message,
                                 Words help) {
    return say(records_.problems, problem, at, column, std::move(value), std::move(message), std::move(help));
}

Diagnostic& TableBuilder::report_of_table(const DiagnosticKind& problem, Row at, ColumnName column, std::string value,
                                          Words message, Words help) {
    return say(records_.diagnostics, problem, at, column, std::move(value), std::move(message), std::move(help));
}

Diagnostic& TableBuilder::say(Diagnostics& list, const DiagnosticKind& problem, Row at, ColumnName column, std::string value,
                              Words message, Words help) {
    Place place = places_->place(at, column);
    const std::uint32_t line = place.line;
    Diagnostic& said = list.add(problem, std::move(place), std::move(message), std::move(help));
    said.cell = Cell{line, column == ColumnName{} ? "" : places_->column(at, column), std::move(value)};
    return said;
}

void TableBuilder::number_rows() {
    RowCounts& counts = records_.rows[entity_];
    table_.stands_by_id = true;
    // Most files stand by id.
    if (!all_refused_ && ids_.ascending() && fates_.all_taken()) {
        table_.size = size_;
        counts = {size_, size_, 0};
        if (!is_lenient()) return;
        new_rows_.resize(size_);
        std::iota(new_rows_.begin(), new_rows_.end(), Row{0});
        return;
    }
    // By id, so that it makes no difference how a file was sorted.
    std::vector<std::pair<std::string_view, Row>> kept;
    const Column& key = table_.columns[kind().key];
    for (Row row = 0; row < size_; ++row)
        if (!all_refused_ && fates_.taken(row))
            kept.emplace_back(key.supplied ? texts_[static_cast<std::uint32_t>(key.value(row))] : std::string_view(), row);
    in_place_ = kept.size() == size_ && std::is_sorted(kept.begin(), kept.end());
    std::sort(kept.begin(), kept.end());
    new_rows_.assign(size_, no_row);
    for (Row next = 0; next < kept.size(); ++next) new_rows_[kept[next].second] = next;
    table_.size = static_cast<Row>(kept.size());
    counts = {size_, table_.size, size_ - table_.size};
}

void TableBuilder::move_rows(const std::vector<std::unique_ptr<TableBuilder>>& all) {
    const auto keep = [&](auto& cells) {
        if (cells.size() < size_) return;
        std::decay_t<decltype(cells)> moved(table_.size);
        for (Row row = 0; row < size_; ++row)
            if (new_rows_[row] != no_row) moved[new_rows_[row]] = cells[row];
        cells = std::move(moved);
    };
    if (!in_place_) {
        std::vector<Row> old_rows(table_.size);
        for (Row row = 0; row < size_; ++row)
            if (new_rows_[row] != no_row) old_rows[new_rows_[row]] = row;
        for (Column& column : table_.columns)
            if (column.supplied) column.reorder(old_rows);
    }
    for (LinkId i = 0; i < table_.links.size(); ++i) {
        LinkColumn& link = table_.links[i];
        const TableBuilder& target = *all[kind().links[i].target];
        if (!in_place_) keep(link.targets);
        if (target.in_place_) continue;
        for (Row& to : link.targets)
            if (to != no_row) to = target.new_rows_[to];
    }
}

}  // namespace hoagiai
