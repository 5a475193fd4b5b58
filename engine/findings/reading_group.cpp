#include "engine/findings/reading_group.h"

#include <algorithm>
#include <map>
#include <set>

namespace hoagiai {

namespace {

using Choices = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Whether the outcome changes with what `without` leaves out of a reading, in some combination of all that it keeps.
template <typename Without>
bool decides(const std::vector<JudgedReading>& readings, const std::vector<std::string>& outcomes, Without without) {
    std::map<std::pair<Choices, Day>, std::string> known;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const auto [at, fresh] = known.emplace(without(readings[i]), outcomes[i]);
        if (!fresh && at->second != outcomes[i]) return true;
    }
    return false;
}

}  // namespace

std::vector<ReadingGroup> group_readings(const std::vector<JudgedReading>& readings) {
    std::vector<std::string> statuses;
    for (const JudgedReading& reading : readings) statuses.emplace_back(word(reading.status));
    return group_readings(readings, statuses);
}

std::vector<ReadingGroup> group_readings(const std::vector<JudgedReading>& readings, const std::vector<std::string>& outcomes) {
    std::set<std::uint32_t> parameters, deciding;
    for (const JudgedReading& reading : readings)
        for (const auto& choice : reading.choices) parameters.insert(choice.first);
    for (const std::uint32_t parameter : parameters) {
        const auto without = [&](const JudgedReading& reading) {
            Choices others;
            for (const auto& choice : reading.choices)
                if (choice.first != parameter) others.push_back(choice);
            return std::pair{others, reading.day};
        };
        if (decides(readings, outcomes, without)) deciding.insert(parameter);
    }
    const bool by_day =
        decides(readings, outcomes, [](const JudgedReading& reading) { return std::pair{reading.choices, Day{0}}; });
    std::vector<ReadingGroup> groups;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        JudgedReading shown;
        for (const auto& choice : readings[i].choices)
            if (deciding.count(choice.first)) shown.choices.push_back(choice);
        shown.day = readings[i].day;
        shown.status = readings[i].status;
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const ReadingGroup& group) {
            return group.shown.choices == shown.choices && (!by_day || group.shown.day == shown.day);
        });
        if (same == groups.end())
            groups.push_back({std::move(shown), {i}, by_day});
        else
            same->readings.push_back(i);
    }
    return groups;
}

std::vector<ReadingGroup> each_reading(const std::vector<JudgedReading>& readings) {
    const bool days_differ = std::any_of(readings.begin(), readings.end(),
                                         [&](const JudgedReading& one) { return one.day != readings.front().day; });
    std::vector<ReadingGroup> groups;
    for (std::size_t i = 0; i < readings.size(); ++i) groups.push_back({readings[i], {i}, days_differ});
    return groups;
}

Words title_of(const ReadingGroup& group, const CheckedRulebook& book) {
    Words title;
    const auto add = [&](const std::string& vi, const std::string& en) {
        title.vi += (title.vi.empty() ? "" : "; ") + vi;
        title.en += (title.en.empty() ? "" : "; ") + en;
    };
    for (const auto& [parameter, choice] : group.shown.choices) {
        const Words& one = book.parameters[parameter].reading_titles[choice];
        add(one.vi, one.en.empty() ? one.vi : one.en);
    }
    if (group.by_day || group.shown.choices.empty())
        add("theo quy định ngày " + vietnamese_date(group.shown.day), "by the rules of " + iso_date(group.shown.day));
    return title;
}

}  // namespace hoagiai
