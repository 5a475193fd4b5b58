#include "tests/support/whole_records.h"

#include <fmt/format.h>

namespace hoagiai {

namespace {

std::string said(const Diagnostic& problem) {
    std::string text =
        fmt::format("{} {}:{}:{} {} | {} | {} | {}", problem.code, problem.place.file, problem.place.line, problem.place.column,
                    problem.message.vi, problem.message.en, problem.help.vi, problem.help.en);
    if (problem.severity == Severity::warning) text += " warning";
    if (problem.cell) text += fmt::format(" [{} {} {}]", problem.cell->row, problem.cell->column, problem.cell->value);
    for (const auto& [place, words] : problem.related) text += fmt::format(" ({}:{} {})", place.line, place.column, words.en);
    return text + "\n";
}

std::string cell(const Dataset& data, EntityId entity, FieldId field, Row row) {
    const Column& column = data[entity].columns[field];
    if (!column.supplied) return "~";
    if (column.state(row) == CellState::missing) return "";
    if (column.state(row) == CellState::never) return "never";
    const std::int64_t value = column.value(row);
    if ((*data.schema)[entity].fields[field].type.is(Kind::text))
        return std::string(data.texts[static_cast<std::size_t>(value)]);
    return std::to_string(value);
}

template <typename Numbers>
std::string numbers(std::string_view name, const Numbers& all) {
    std::string text(name);
    for (const auto number : all) text += " " + std::to_string(number);
    return text + "\n";
}

}  // namespace

std::string whole_records(const Records& records) {
    const Dataset& data = records.dataset;
    std::string all;
    for (const RecordFile& file : records.files) all += fmt::format("{} {} {}\n", file.name, file.sha256, file.bytes);
    for (const Diagnostic& problem : records.diagnostics.all()) all += said(problem);
    for (EntityId entity = 0; entity < data.tables.size(); ++entity) {
        const Table& table = data[entity];
        const RowCounts& counts = records.rows[entity];
        all += fmt::format("{} {}: {} rows of {}, {} used, {} refused\n", (*data.schema)[entity].plural, table.supplied,
                           table.size, counts.read, counts.used, counts.refused);
        for (Row row = 0; row < table.size; ++row) {
            for (FieldId field = 0; field < table.columns.size(); ++field) all += cell(data, entity, field, row) + ",";
            for (const LinkColumn& link : table.links) all += link.supplied ? fmt::format(" >{}", link.targets[row]) : " ~";
            all += "\n";
        }
        for (const UnreadableCell& hole : table.defects.cells)
            all += fmt::format("hole {} {} {} {}\n", hole.row, hole.field, hole.link, hole.place);
        for (const std::string& place : table.defects.unplaced) all += "unplaced " + place + "\n";
        all += fmt::format("{} below, {} copies\n", table.defects.below, table.defects.copies);
        for (const LinkColumn& link : table.links) all += numbers("offsets", link.offsets) + numbers("children", link.children);
        all += numbers("by id", table.by_id) + numbers("silent", table.silent) + numbers("offsets", table.derived_offsets) +
               numbers("children", table.derived_children) + numbers("blank", table.derived_blank);
    }
    return all;
}

}  // namespace hoagiai
