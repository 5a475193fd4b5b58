#include "engine/findings/explanation/explained_readings.h"

#include <algorithm>

namespace hoagiai {

namespace {

using Indices = std::vector<std::size_t>;

/// Calls visit(Indices&) for every list of readings in a tree.
template <typename Visit>
void for_each_list(ExplanationNode& node, Visit visit) {
    visit(node.readings);
    for (ExplainedValue& value : node.values) visit(value.readings);
    for (ExplanationNode& child : node.children) for_each_list(child, visit);
}

template <typename Visit>
void for_each_list(Explanation& explanation, Visit visit) {
    for (ExplanationNode& day : explanation.days) for_each_list(day, visit);
    if (explanation.when) for_each_list(*explanation.when, visit);
    for_each_list(explanation.require, visit);
    for (ExplainedVersion& version : explanation.other_versions) {
        if (version.when) for_each_list(*version.when, visit);
        for_each_list(version.require, visit);
    }
}

bool contains(const Indices& all, std::size_t one) { return std::find(all.begin(), all.end(), one) != all.end(); }

/// Whether each list has all of a group or none of it.
bool groups_suffice(const std::vector<ReadingGroup>& groups, Explanation& explanation) {
    bool suffice = true;
    for_each_list(explanation, [&](Indices& list) {
        for (const ReadingGroup& group : groups)
            for (const std::size_t reading : group.readings)
                suffice = suffice && contains(list, reading) == contains(list, group.readings.front());
    });
    return suffice;
}

}  // namespace

void renumber(ExplanationNode& node, const std::vector<std::size_t>& numbers) {
    for_each_list(node, [&](Indices& list) {
        for (std::size_t& reading : list) reading = numbers[reading];
    });
}

void explain_readings(const Finding& finding, const FindingText& text, const CheckedRulebook& book, Explanation& explanation) {
    const std::vector<JudgedReading>& readings = finding.outcome.readings;
    explanation.versions =
        std::all_of(readings.begin(), readings.end(), [](const JudgedReading& one) { return one.choices.empty(); });
    std::vector<ReadingGroup> groups = group_readings(readings);
    if (!groups_suffice(groups, explanation)) groups = each_reading(readings);
    for (const ReadingGroup& group : groups) {
        ExplainedReading reading;
        reading.title = title_of(group, book);
        reading.status = group.shown.status;
        if (group.readings.size() == 1 && group.readings.front() < text.readings.size())
            reading.values = text.readings[group.readings.front()].values;
        explanation.readings.push_back(std::move(reading));
    }
    for_each_list(explanation, [&](Indices& list) {
        Indices numbered;
        for (std::size_t i = 0; i < groups.size(); ++i)
            if (contains(list, groups[i].readings.front())) numbered.push_back(i);
        list = std::move(numbered);
    });
}

}  // namespace hoagiai
