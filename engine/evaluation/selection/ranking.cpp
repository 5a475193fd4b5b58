// Who may stand before whom (docs/language.md, selections). Each key of a unit is known as a span; the order of two units is
// decided only where their spans do not meet. For each unit the best place of the others is held against its own worst, and
// the other way round; where a hole stands in several expressions that is wider than need be, and never narrower.
#include "engine/evaluation/selection/ranking.h"

#include <algorithm>
#include <map>

#include "engine/evaluation/selection/groups.h"
#include "engine/evaluation/selection/limit.h"

namespace hoagiai {

namespace {

struct Place {
    const std::vector<KeySpan>* keys = nullptr;
    bool best = true;
    Row row = no_row;

    const Standing& key(std::size_t i) const { return best ? (*keys)[i].best : (*keys)[i].worst; }
};

/// Ties go by id: rows stand by id.
bool before(const Place& a, const Place& b) {
    for (std::size_t i = 0; i < a.keys->size(); ++i)
        if (const auto order = a.key(i) <=> b.key(i); order != 0) return order < 0;
    return a.row < b.row;
}

/// Units by where they can stand, so that counting is a search.
class Crowd {
public:
    void add(const RankedUnit& unit, Row row) {
        if (unit.chosen.can_be_true) best_.push_back({&unit.keys, true, row});
        if (unit.chosen.surely_true()) worst_.push_back({&unit.keys, false, row});
    }
    void sort() {
        std::sort(best_.begin(), best_.end(), before);
        std::sort(worst_.begin(), worst_.end(), before);
    }
    /// How many of the others may stand before this unit.
    std::uint64_t may_precede(const RankedUnit& unit, Row row) const {
        const Place own_worst{&unit.keys, false, row}, own_best{&unit.keys, true, row};
        return number_before(best_, own_worst) - (holds(best_, own_best) && before(own_best, own_worst) ? 1 : 0);
    }
    std::uint64_t surely_precede(const RankedUnit& unit, Row row) const {
        return number_before(worst_, {&unit.keys, true, row});
    }

private:
    static std::uint64_t number_before(const std::vector<Place>& sorted, const Place& place) {
        return static_cast<std::uint64_t>(std::lower_bound(sorted.begin(), sorted.end(), place, before) - sorted.begin());
    }
    static bool holds(const std::vector<Place>& sorted, const Place& place) {
        return std::binary_search(sorted.begin(), sorted.end(), place, before);
    }
    std::vector<Place> best_, worst_;
};

class Ranker {
public:
    Ranker(const CheckedRulebook& book, const CheckedRule& rule, const Dataset& data, const Evaluator& evaluator)
        : book_(book), rule_(rule), selection_(*rule.decl->selection), data_(data), evaluator_(evaluator) {}

    Ranking rank() {
        const Row size = data_[rule_.entity].size;
        ranking_.units.resize(size);
        ranking_.more_units = data_.may_have_more(rule_.entity);
        for (Row row = 0; row < size; ++row) {
            try {
                evaluate(row);
            } catch (const Overflow&) {
                throw UnitOverflow{row};
            }
        }
        number_groups();
        if (selection_.limit != no_expr)
            limit_ = Limit(evaluator_.evaluate(selection_.limit, RowRef::real(rule_.entity, no_row)).known,
                           book_.facts[selection_.limit].type.is(Kind::ratio));
        for (RankedGroup& group : ranking_.groups) {
            group.limit = limit_.of(group.units);
            group.most_limit = limit_.of(group.units + ranking_.without_group);
        }
        decide();
        return std::move(ranking_);
    }

private:
    void evaluate(Row row) {
        const RowRef here = RowRef::real(rule_.entity, row);
        RankedUnit& unit = ranking_.units[row];
        unit.chosen = evaluator_.evaluate(selection_.choose, here).known.as_truth();
        for (const RankKeyDecl& key : selection_.rank_by)
            unit.keys.push_back(span_of(evaluator_.evaluate(key.expr, here).known, key.descending));
        GroupFound found{RankedGroup{}, {}};
        if (selection_.per != no_expr) found = find_group(book_, data_, evaluator_, selection_.per, here);
        if (!found.group) {
            ++ranking_.without_group;
            return;
        }
        const GroupKey key = found.group->key;
        const auto [at, fresh] = groups_.try_emplace(key, *found.group);
        // One text may be spelled in several ways: whichever row comes first must not decide how it is shown.
        if (!fresh && found.group->value.is_text() && !at->second.value.as_text().options.empty() &&
            found.group->value.as_text().options.front().text < at->second.value.as_text().options.front().text)
            at->second.value = found.group->value;
        ++at->second.units;
        at->second.chosen += unit.chosen.can_be_true ? 1 : 0;
        members_[at->first].push_back(row);
    }

    void number_groups() {
        for (auto& [key, group] : groups_) {
            for (const Row row : members_[key]) ranking_.units[row].group = static_cast<std::uint32_t>(ranking_.groups.size());
            ranking_.groups.push_back(std::move(group));
        }
    }

    void decide() {
        std::vector<Crowd> crowds(ranking_.groups.size());
        Crowd anywhere;  // units whose group is missing
        for (Row row = 0; row < ranking_.units.size(); ++row) {
            const RankedUnit& unit = ranking_.units[row];
            (unit.group == none_id ? anywhere : crowds[unit.group]).add(unit, row);
        }
        for (Crowd& crowd : crowds) crowd.sort();
        anywhere.sort();
        for (Row row = 0; row < ranking_.units.size(); ++row) {
            RankedUnit& unit = ranking_.units[row];
            if (!unit.chosen.can_be_true) continue;
            if (unit.group == none_id) {
                // It may be the only one of its group.
                if (limit_.takes(0, 1)) unit.status = SelectionStatus::possible;
                if (limit_.takes_all() && unit.chosen.surely_true()) unit.status = SelectionStatus::recommended;
                continue;
            }
            const std::uint64_t units = ranking_.groups[unit.group].units;
            const std::uint64_t more = anywhere.may_precede(unit, row), may = crowds[unit.group].may_precede(unit, row) + more;
            const std::uint64_t surely = crowds[unit.group].surely_precede(unit, row);
            unit.first = surely + 1;
            unit.last = may + 1;
            // A share counts units: worst for this one if just those join its group that stand before it, best if all others
            // do.
            const std::uint64_t others = ranking_.without_group - anywhere.surely_precede(unit, row);
            if (ranking_.more_units) unit.last = no_last_place;
            const bool surely_within = ranking_.more_units ? limit_.takes_all() : limit_.takes(may, units + more);
            const bool may_be_within = ranking_.more_units ? limit_.may_take(surely) : limit_.takes(surely, units + others);
            if (unit.chosen.surely_true() && surely_within)
                unit.status = SelectionStatus::recommended;
            else if (may_be_within)
                unit.status = SelectionStatus::possible;
        }
    }

    const CheckedRulebook& book_;
    const CheckedRule& rule_;
    const SelectionDecl& selection_;
    const Dataset& data_;
    const Evaluator& evaluator_;
    Ranking ranking_;
    Limit limit_;
    std::map<GroupKey, RankedGroup> groups_;
    std::map<GroupKey, std::vector<Row>> members_;
};

void add_moving(std::vector<MissingCell>& cells, const Evaluated& value) {
    for (const Influence& hole : value.holes) {
        const bool moves = hole.swing.is_truth() ? hole.flips != 0 : !hole.swing.single();
        if (moves && std::find(cells.begin(), cells.end(), hole.cell) == cells.end()) cells.push_back(hole.cell);
    }
}

}  // namespace

std::string_view word(SelectionStatus status) {
    switch (status) {
        case SelectionStatus::recommended:
            return "recommended";
        case SelectionStatus::possible:
            return "possible";
        case SelectionStatus::not_chosen:
            break;
    }
    return "not_chosen";
}

SelectionStatus combined(SelectionStatus a, SelectionStatus b) { return a == b ? a : SelectionStatus::possible; }

bool Ranking::may_precede(Row other, Row unit) const {
    const RankedUnit &one = units[other], &two = units[unit];
    const bool together = one.group == none_id || two.group == none_id || one.group == two.group;
    return other != unit && together && one.chosen.can_be_true && before({&one.keys, true, other}, {&two.keys, false, unit});
}

bool Ranking::surely_precedes(Row other, Row unit) const {
    const RankedUnit &one = units[other], &two = units[unit];
    const bool together = one.group != none_id && one.group == two.group;
    return other != unit && together && one.chosen.surely_true() && before({&one.keys, false, other}, {&two.keys, true, unit});
}

std::vector<Ranking> rank_units(const CheckedRulebook& book, const CheckedRule& rule, const Dataset& data, const Judge& judge) {
    std::vector<Ranking> all;
    for (JudgedReading& reading : readings_on(book, rule, judge.as_of())) {
        const Evaluator evaluator = judge.evaluator(judge.as_of(), &reading);
        all.push_back(Ranker(book, rule, data, evaluator).rank());
        all.back().reading = std::move(reading);
    }
    return all;
}

std::vector<MissingCell> open_cells(const CheckedRulebook& book, const CheckedRule& rule, const Dataset& data,
                                    const Judge& judge, const Ranking& ranking, Row row) {
    const SelectionDecl& selection = *rule.decl->selection;
    Evaluator evaluator = judge.evaluator(ranking.reading.day, &ranking.reading);
    evaluator.surroundings().trace = true;
    const RowRef here = RowRef::real(rule.entity, row);
    std::vector<MissingCell> cells;
    add_moving(cells, evaluator.evaluate(selection.choose, here));
    if (ranking.units[row].group == none_id && selection.per != no_expr)
        for (const MissingCell& cell : find_group(book, data, evaluator, selection.per, here).holes) cells.push_back(cell);
    for (std::size_t i = 0; i < selection.rank_by.size(); ++i)
        if (!ranking.units[row].keys[i].settled()) add_moving(cells, evaluator.evaluate(selection.rank_by[i].expr, here));
    return cells;
}

std::vector<MissingCell> unseen_units(const Dataset& data, EntityId entity) {
    using What = MissingCell::What;
    const auto& derived = (*data.schema)[entity].derived_from;
    const EntityId of = derived ? derived->first : entity;
    const TableDefects& defects = data[of].defects;
    std::vector<MissingCell> cells;
    if (!defects.unplaced.empty()) cells.push_back({What::unplaced, of, no_row, none_id});
    for (const UnreadableCell& cell : defects.cells)
        if (derived && cell.field == derived->second) cells.push_back({What::cell, of, cell.row, cell.field});
    return cells;
}

}  // namespace hoagiai
