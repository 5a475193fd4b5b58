#include "engine/findings/selection/selection_explanation.h"

#include <algorithm>

#include "engine/findings/explanation/explained_tree.h"
#include "engine/findings/selection/select.h"

namespace hoagiai {

namespace {

constexpr std::size_t most_rivals = 10;

void add_rivals(const CheckResult& result, const Selection& selection, Row row, SelectionExplanation& explanation) {
    const Dataset& data = result.records->dataset;
    const EntityId entity = result.rule(selection).entity;
    for (const bool surely : {true, false})
        for (Row other = 0; other < selection.rankings.front().units.size(); ++other) {
            const auto precedes = [&](const Ranking& ranking) { return ranking.surely_precedes(other, row); };
            const auto may = [&](const Ranking& ranking) { return ranking.may_precede(other, row); };
            const auto& all = selection.rankings;
            const bool always = std::all_of(all.begin(), all.end(), precedes);
            if (surely ? !always : (always || std::none_of(all.begin(), all.end(), may))) continue;
            if (explanation.before.size() == most_rivals)
                ++explanation.more_before;
            else
                explanation.before.push_back({unit_words(data, entity, other, false), surely});
        }
}

}  // namespace

SelectionExplanation explain(const CheckResult& result, const Selection& selection, Row row) {
    const CheckedRule& rule = result.rule(selection);
    SelectionExplanation explanation;
    explanation.rule = rule.id;
    explanation.unit = unit_words(result.records->dataset, rule.entity, row, false);
    explanation.as_of = result.request.as_of;
    explanation.selected = selected_unit(selection, row);
    explanation.chosen = selection.rankings.front().units[row].chosen;
    for (const Ranking& ranking : selection.rankings)
        explanation.chosen = united(explanation.chosen, ranking.units[row].chosen);
    explanation.text = describe(result, selection, explanation.selected);
    explanation.group = describe_group(result, selection, selection.rankings.front().units[row].group);
    Finding finding;
    finding.book = selection.book;
    finding.rule = selection.rule;
    finding.row = row;
    if (selection.rankings.size() > 1)
        for (const Ranking& ranking : selection.rankings) finding.outcome.readings.push_back(ranking.reading);
    const ExplainedValues values(result, finding);
    explanation.choose = ExplainedTree(values).node(rule.decl->selection->choose, values.unit(), ExplainedTree::Detail::full);
    if (explanation.chosen.can_be_true) add_rivals(result, selection, row, explanation);
    return explanation;
}

}  // namespace hoagiai
