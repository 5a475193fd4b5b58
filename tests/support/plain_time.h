// Which version of a rule judges a unit in one filling, and by which values: the days are decided here once more, straight from
// the meaning of the language, and share nothing with the engine.
#pragma once

#include <optional>
#include <vector>

#include "tests/support/plain_evaluator.h"

namespace hoagiai::plain {

struct TimedRule {
    struct Version {
        Span days;
        PlainRule rule;
        std::vector<std::size_t> parameters;  ///< that its conditions read
    };
    EntityId entity = none_id;
    std::vector<Tree> on;
    std::vector<Version> versions;
    bool timed = false;  ///< something about it depends on a day
};

/// All rules of one id. `first`: one of them.
TimedRule timed_rule(const Context& context, const std::vector<const RuleDecl*>& versions);

class TimeJudge {
public:
    TimeJudge(const Context& context, World& world, const TimedRule& rule, int unit)
        : context_(context), world_(world), rule_(rule), unit_(unit) {}

    /// All fillings; empty if there are more than `most`. Where two days or readings differ, there is no answer.
    std::optional<std::vector<Filling>> judge(std::size_t most);
    /// How often a hole is mentioned at most, with everything read that is written.
    int most_mentions(std::size_t most);

private:
    Answer answer(bool read_all);
    void add_readings(const TimedRule::Version& version, Day day, bool read_all, std::vector<Answer>& answers);
    const TimedRule::Version* version_on(Day day) const;

    const Context& context_;
    World& world_;
    const TimedRule& rule_;
    int unit_;
};

}  // namespace hoagiai::plain
