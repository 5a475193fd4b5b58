// Cells as they stand in the records.
#include "engine/evaluation/kernels/batch.h"
#include "engine/evaluation/kernels/loops.h"
#include "engine/evaluation/reference/evaluator.h"

namespace hoagiai {

namespace {

template <typename Cell>
void truths(const Cell* HOAGIAI_ALONE cells, const Vector& out) {
    std::uint8_t* HOAGIAI_ALONE bits = out.bits;
    for (Row i = 0, size = out.size; i < size; ++i) bits[i] = cells[i] > Column::never<Cell> ? (cells[i] ? 1 : 2) : 3;
}

template <typename Cell>
void values(const Cell* HOAGIAI_ALONE cells, const Vector& out) {
    std::int64_t* HOAGIAI_ALONE to = out.values;
    std::uint8_t* HOAGIAI_ALONE bits = out.bits;
    std::uint8_t exact = 1;
    for (Row i = 0, size = out.size; i < size; ++i) to[i] = cells[i];
    for (Row i = 0, size = out.size; i < size; ++i) {
        const std::uint8_t known = cells[i] > Column::never<Cell>;
        bits[i] = known;
        exact &= known;
    }
    if (exact) return;
    // Aside stand, once for the batch, what a blank may be, and never.
    for (Row i = 0; i < out.size; ++i)
        if (!out.bits[i]) out.values[i] = cells[i] == Column::never<Cell> ? 1 : 0;
}

}  // namespace

void run_column(const Step& step, const Dataset& data, Row first, const Vector& out, const TextClasses& texts) {
    const Column& column = data[step.entity].columns[step.index];
    if (out.content == Content::truth) return column.visit([&](const auto* cells) { truths(cells + first, out); });
    *out.aside = {any_value((*data.schema)[step.entity].fields[step.index]), Known::range(NumberRange::never())};
    column.visit([&](const auto* cells) { values(cells + first, out); });
    if (out.content != Content::text) return;
    for (Row i = 0; i < out.size; ++i)
        if (out.bits[i]) out.values[i] = texts.of_text(out.values[i]);
}

void run_missing(const Step& step, const Dataset& data, Row first, const Vector& out) {
    const Table& table = data[step.entity];
    if (step.link) {
        const std::vector<Row>& targets = table.links[step.index].targets;
        for (Row i = 0; i < out.size; ++i) out.bits[i] = targets[first + i] == no_row ? 1 : 2;
        return;
    }
    table.columns[step.index].visit([&](const auto* cells) {
        constexpr auto blank = Column::missing<std::remove_cvref_t<decltype(*cells)>>;
        for (Row i = 0; i < out.size; ++i) out.bits[i] = cells[first + i] == blank ? 1 : 2;
    });
}

}  // namespace hoagiai
