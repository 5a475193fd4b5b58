// Waivers: exceptions of a profile that somebody answers for. One turns a fail or an unknown into waived while it lasts, and
// never touches anything else; one that does nothing is said, since somebody relies on it.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/findings/finding.h"

namespace hoagiai {

/// The waivers of one run: asked for each unit that was judged, and told apart at the end.
class Waivers {
public:
    Waivers(const CheckRequest& request, const Dataset& data);

    bool none() const { return by_rule_and_unit_.empty(); }
    /// A unit got this status: the waiver by which it counts as waived (index into the profile's), if there is one.
    std::optional<std::size_t> judged(const CheckedRule& rule, Row row, Status status);
    /// What became of each. `not_in_force`: ids of rules that no unit was judged by.
    std::vector<WaiverUse> uses(const std::vector<std::string>& not_in_force) const;

private:
    const CheckRequest& request_;
    const Dataset& data_;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> by_rule_and_unit_;
    std::vector<WaiverUse> uses_;
};

/// The waivers that do nothing, as warnings and notes at their place in the profile.
void report_waivers(const CheckResult& result, Diagnostics& diagnostics);

/// Whether reports name it: all but those that hold, and those of rules and units that were not asked for.
bool without_effect(const WaiverUse& use);
/// "expired", as data.
std::string_view word(WaiverUse::What what);
/// Why a waiver does nothing, as a sentence without its end: "the waiver for T-031 expired on 2023-12-30, a day before …".
Words without_effect_words(const CheckResult& result, const WaiverUse& use);
/// Of a waived finding: until when, why, by whom, and what it would be: two sentences.
Words waived_words(const CheckResult& result, const Finding& finding);
/// The waiver of a waived finding.
const Waiver& waiver_of(const CheckResult& result, const Finding& finding);

}  // namespace hoagiai
