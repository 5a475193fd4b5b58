// What an unknown finding lacks: the first few cells in its sentence, more of them as data.
#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/describer.h"

namespace hoagiai {

namespace {

constexpr std::size_t most_missing = 20;

}  // namespace

void Describer::add_unknown(FindingText& text) {
    const Outcome& outcome = finding_.outcome;
    if (outcome.reading_decides) {
        add_readings(text);
        return;
    }
    if (outcome.nothing_to_divide_by || outcome.missing.empty()) {
        text.message = {"Chưa kết luận được: không có số liệu để chia hoặc để tính.",
                        "Cannot be decided: there is nothing to divide by, or nothing to take the value of."};
        return;
    }
    for (const MissingCell& cell : outcome.missing) {
        if (text.missing.size() == most_missing) break;
        text.missing.push_back(missing_text(cell));
    }
    text.more_missing = outcome.missing.size() - text.missing.size();
    Words list;
    const std::size_t shown = std::min<std::size_t>(text.missing.size(), 3);
    for (std::size_t i = 0; i < shown; ++i) {
        list.vi += (i == 0 ? "" : "; ") + text.missing[i].words.vi;
        list.en += (i == 0 ? "" : "; ") + text.missing[i].words.en;
    }
    if (outcome.missing.size() > shown) {
        list.vi += fmt::format("; và {} giá trị khác", outcome.missing.size() - shown);
        list.en += fmt::format("; and {} more", outcome.missing.size() - shown);
    }
    text.message = {"Chưa kết luận được vì còn thiếu: " + list.vi + ".", "Cannot be decided without: " + list.en + "."};
}

MissingText Describer::missing_text(const MissingCell& cell) const {
    const Entity& entity = (*data_.schema)[cell.entity];
    MissingText text;
    text.entity = entity.name;
    text.words = describe(cell, data_);
    if (cell.what == MissingCell::What::cell || cell.what == MissingCell::What::link)
        text.id = std::string(data_.id(cell.entity, cell.row));
    if (cell.what == MissingCell::What::cell || cell.what == MissingCell::What::column)
        text.field = entity.fields[cell.field].name;
    if (cell.what == MissingCell::What::link || cell.what == MissingCell::What::link_column)
        text.field = entity.links[cell.field].name;
    const TableDefects& defects = data_[cell.entity].defects;
    if (const UnreadableCell* unreadable = unreadable_cell(cell, data_)) text.places = {unreadable->place};
    if (cell.what == MissingCell::What::unplaced) {
        const std::size_t named = std::min(defects.unplaced.size(), most_missing);
        text.places.assign(defects.unplaced.begin(), defects.unplaced.begin() + static_cast<std::ptrdiff_t>(named));
        text.more_places = defects.unplaced.size() - named;
    }
    if (cell.what == MissingCell::What::roster) text.commune = std::string(data_.id(data_.schema->top(cell.entity), cell.row));
    return text;
}

}  // namespace hoagiai
