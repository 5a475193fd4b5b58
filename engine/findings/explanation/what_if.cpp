#include "engine/findings/explanation/what_if.h"

#include "engine/text/fold.h"

namespace hoagiai {

WhatIf::WhatIf(const CheckResult& result, const Finding& finding)
    : result_(result),
      finding_(finding),
      rule_(result.rule(finding)),
      data_(result.records->dataset),
      judge_(result.book(finding), data_, result.request.as_of, result.request.period) {}

std::optional<Status> WhatIf::judge(const Judge& judge, Row row) {
    ++judged_;
    try {
        return judge.judge(rule_, row, false).status;
    } catch (const Overflow&) {
        return std::nullopt;
    }
}

std::optional<Status> WhatIf::if_cell(const AssumedCell& cell) {
    judge_.assume(cell);
    const auto status = judge(judge_, finding_.row);
    judge_.assume(std::nullopt);
    return status;
}

/// What follows from cells (children, derived units) is found anew; the unit may then stand in another row.
std::optional<Status> WhatIf::judge_changed(Dataset& changed) {
    std::vector<EntityId> incomplete;
    for (EntityId entity = 0; entity < data_.tables.size(); ++entity)
        if (!data_[entity].silent.empty()) incomplete.push_back(entity);
    resolve(changed, incomplete);
    const Row unit = changed.find(rule_.entity, data_.id(rule_.entity, finding_.row));
    if (unit == no_row) return std::nullopt;
    return judge(Judge(result_.book(finding_), changed, result_.request.as_of, result_.request.period), unit);
}

std::optional<Status> WhatIf::if_linked(EntityId entity, LinkId link, Row row, Row target) {
    Dataset changed = data_;
    LinkColumn& column = changed.tables[entity].links[link];
    column.targets.resize(changed[entity].size, no_row);
    column.supplied = true;
    column.targets[row] = target;
    std::erase_if(changed.tables[entity].defects.cells,
                  [&](const UnreadableCell& cell) { return cell.row == row && cell.link == link; });
    return judge_changed(changed);
}

std::optional<Status> WhatIf::if_text(EntityId entity, FieldId field, Row row, const std::string& text) {
    Dataset changed = data_;
    Column& column = changed.tables[entity].columns[field];
    column.resize(changed[entity].size);
    column.supplied = true;
    column.set(row, CellState::known, changed.texts.add(text));
    std::erase_if(changed.tables[entity].defects.cells,
                  [&](const UnreadableCell& cell) { return cell.row == row && cell.field == field; });
    return judge_changed(changed);
}

}  // namespace hoagiai
