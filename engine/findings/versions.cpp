#include "engine/findings/versions.h"

#include <algorithm>

#include "engine/findings/describer.h"

namespace hoagiai {

namespace {

bool same(const Evidence& a, const Evidence& b) { return a.expression == b.expression && a.value == b.value; }
bool same(const Recommendation& a, const Recommendation& b) { return a.to == b.to && a.text == b.text; }
bool same(const Gap& a, const Gap& b) { return a.sentence == b.sentence; }
bool same(const Basis& a, const Basis& b) {
    return a.instrument == b.instrument && a.article == b.article && a.clause == b.clause && a.point == b.point &&
           a.passage == b.passage && a.url == b.url;
}

template <typename One>
void add_new(std::vector<One>& all, const std::vector<One>& more) {
    for (const One& one : more)
        if (std::none_of(all.begin(), all.end(), [&](const One& known) { return same(known, one); })) all.push_back(one);
}

Words by_day(const VersionPart& part) {
    const Day day = part.finding.outcome.readings.front().day;
    return {"Theo quy định ngày " + vietnamese_date(day) + ": ", "By the rules of " + iso_date(day) + ": "};
}

}  // namespace

std::vector<VersionPart> by_version(const CheckResult& result, const Finding& finding) {
    std::vector<VersionPart> parts;
    const std::vector<JudgedReading>& readings = finding.outcome.readings;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        auto part = std::find_if(parts.begin(), parts.end(),
                                 [&](const VersionPart& one) { return one.finding.rule == readings[i].version; });
        if (part == parts.end()) {
            Finding own{finding.book, readings[i].version, finding.row, {}, {}, {}};
            own.outcome.status = readings[i].status;
            own.outcome.version = readings[i].version;
            part = parts.insert(parts.end(), VersionPart{std::move(own), {}});
        }
        Outcome& outcome = part->finding.outcome;
        outcome.status = combined(outcome.status, readings[i].status);
        outcome.readings.push_back(readings[i]);
        part->readings.push_back(i);
    }
    if (parts.size() < 2) {
        VersionPart all{finding, {}};
        for (std::size_t i = 0; i < readings.size(); ++i) all.readings.push_back(i);
        return {std::move(all)};
    }
    const auto& rules = result.request.books[finding.book]->rules;
    std::sort(parts.begin(), parts.end(), [&](const VersionPart& a, const VersionPart& b) {
        return rules[a.finding.rule].in_force.from < rules[b.finding.rule].in_force.from;
    });
    return parts;
}

FindingText joined(FindingText whole, const std::vector<VersionPart>& parts, const CheckResult& result) {
    whole.evidence.clear();
    whole.basis.clear();
    whole.gaps.clear();
    whole.recommendations.clear();
    std::vector<Words> messages;
    for (const VersionPart& part : parts) {
        const FindingText own = Describer(result, part.finding).describe_all();
        add_new(whole.evidence, own.evidence);
        add_new(whole.basis, own.basis);
        add_new(whole.gaps, own.gaps);
        add_new(whole.recommendations, own.recommendations);
        messages.push_back(own.message);
    }
    const bool failed = std::all_of(parts.begin(), parts.end(),
                                    [](const VersionPart& part) { return part.finding.outcome.status == Status::fail; });
    if (!failed) return whole;
    whole.message = messages.front();
    if (std::all_of(messages.begin(), messages.end(), [&](const Words& one) { return one == messages.front(); })) return whole;
    whole.message = {};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Words title = by_day(parts[i]);
        const std::string between = i == 0 ? "" : " ";
        whole.message.vi += between + title.vi + messages[i].vi;
        whole.message.en += between + title.en + messages[i].en;
    }
    return whole;
}

}  // namespace hoagiai
