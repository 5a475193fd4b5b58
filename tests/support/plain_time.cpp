#include "tests/support/plain_time.h"

#include <algorithm>
#include <set>

namespace hoagiai::plain {

namespace {

void find_parameters(const Tree& tree, std::set<std::size_t>& found) {
    if (tree.is == Tree::Is::parameter) found.insert(tree.index);
    for (const Tree& part : tree.parts) find_parameters(part, found);
}

Answer together(const std::vector<Answer>& answers) {
    const auto all = [&](auto is) { return std::all_of(answers.begin(), answers.end(), is); };
    if (all([&](Answer one) { return one == answers.front(); })) return answers.front();
    const bool none_fails = all([](Answer one) { return one == Answer::pass || one == Answer::not_applicable; });
    return none_fails ? Answer::pass : Answer::nothing;
}

}  // namespace

TimedRule timed_rule(const Context& context, const std::vector<const RuleDecl*>& versions) {
    TimedRule timed;
    timed.timed = versions.size() > 1;
    for (const RuleDecl* declared : versions) {
        TimedRule::Version version{span_of(declared->in_force.value_or(InForce{})), plain_rule(context, *declared), {}};
        std::set<std::size_t> parameters;
        find_parameters(version.rule.when, parameters);
        find_parameters(version.rule.require, parameters);
        version.parameters.assign(parameters.begin(), parameters.end());
        timed.timed = timed.timed || declared->in_force || !declared->on.empty();
        for (const std::size_t parameter : parameters)
            timed.timed = timed.timed || context.parameters[parameter].values.size() > 1;
        timed.entity = version.rule.entity;
        timed.versions.push_back(std::move(version));
    }
    for (const ExprId on : versions.front()->on) timed.on.push_back(tree_of(context, on, timed.entity));
    return timed;
}

const TimedRule::Version* TimeJudge::version_on(Day day) const {
    for (const TimedRule::Version& version : rule_.versions) {
        bool holds = version.days.has(day);
        for (const std::size_t parameter : version.parameters) holds = holds && context_.parameters[parameter].on(day);
        if (holds) return &version;
    }
    return nullptr;
}

void TimeJudge::add_readings(const TimedRule::Version& version, Day day, bool read_all, std::vector<Answer>& answers) {
    std::vector<std::size_t> reading(context_.parameters.size(), 0);
    for (;;) {
        PlainJudge judge(context_, world_, reading, day);
        if (read_all) judge.read_all();
        answers.push_back(judge.answer(version.rule, unit_));
        std::size_t next = 0;
        for (; next < version.parameters.size(); ++next) {
            const std::size_t parameter = version.parameters[next];
            if (!context_.parameters[parameter].on(day)->open) continue;
            if (++reading[parameter] < context_.parameters[parameter].readings.size()) break;
            reading[parameter] = 0;
        }
        if (next == version.parameters.size()) return;
    }
}

Answer TimeJudge::answer(bool read_all) {
    std::vector<Answer> answers;
    const auto on_day = [&](Day day) {
        if (const TimedRule::Version* version = version_on(day))
            add_readings(*version, day, read_all, answers);
        else
            answers.push_back(Answer::not_applicable);
    };
    if (rule_.on.empty()) on_day(as_of());
    PlainJudge dates(context_, world_, std::vector<std::size_t>(context_.parameters.size(), 0));
    for (const Tree& on : rule_.on) {
        const Value date = dates.value(on, rule_.entity, unit_);
        if (date.is == Value::Is::number)
            on_day(static_cast<Day>(date.top));
        else
            answers.push_back(Answer::not_applicable);  // it never happens: no day decides
    }
    return together(answers);
}

std::optional<std::vector<Filling>> TimeJudge::judge(std::size_t most) {
    std::vector<Filling> fillings;
    world_.restart();
    do {
        if (fillings.size() == most) return std::nullopt;
        const Answer given = answer(false);
        fillings.push_back({world_.picks(), given, world_.through_named()});
    } while (world_.next());
    return fillings;
}

int TimeJudge::most_mentions(std::size_t most) {
    int mentions = 0;
    world_.restart();
    do {
        if (most-- == 0) break;
        answer(true);
        mentions = std::max(mentions, world_.most_mentions());
    } while (mentions <= 1 && world_.next());
    return mentions;
}

}  // namespace hoagiai::plain
