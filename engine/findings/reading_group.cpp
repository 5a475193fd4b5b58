#include "engine/findings/reading_group.h"

#include <algorithm>
#include <map>
#include <set>

namespace hoagiai {

namespace {

using Choices = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Whether the status changes with this parameter alone in some combination of all else.
bool parameter_decides(const std::vector<JudgedReading>& readings, std::uint32_t parameter) {
    std::map<std::pair<Choices, Day>, Status> without;
    for (const JudgedReading& reading : readings) {
        Choices others = reading.choices;
        others.erase(std::remove_if(others.begin(), others.end(), [&](const auto& c) { return c.first == parameter; }),
                     others.end());
        const auto [known, fresh] = without.emplace(std::pair{others, reading.day}, reading.status);
        if (!fresh && known->second != reading.status) return true;
    }
    return false;
}

bool day_decides(const std::vector<JudgedReading>& readings) {
    std::map<Choices, Status> without;
    for (const JudgedReading& reading : readings) {
        const auto [known, fresh] = without.emplace(reading.choices, reading.status);
        if (!fresh && known->second != reading.status) return true;
    }
    return false;
}

}  // namespace

std::vector<ReadingGroup> group_readings(const std::vector<JudgedReading>& readings) {
    std::set<std::uint32_t> deciding;
    for (const JudgedReading& reading : readings)
        for (const auto& [parameter, choice] : reading.choices)
            if (parameter_decides(readings, parameter)) deciding.insert(parameter);
    const bool by_day = day_decides(readings);
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

}  // namespace hoagiai
