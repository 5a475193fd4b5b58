#include "tests/support/plain_evaluator.h"

#include <algorithm>
#include <set>

namespace hoagiai::plain {

namespace {
using Is = Tree::Is;
}

PlainRule plain_rule(const Context& context, const RuleDecl& rule) {
    PlainRule plain;
    plain.entity = context.schema->find_entity(rule.entity.value);
    plain.when = tree_of(context, rule.when, plain.entity);
    plain.require = tree_of(context, rule.require, plain.entity);
    return plain;
}

Day as_of() { return parse_period("2023")->last; }

Answer PlainJudge::answer(const PlainRule& rule, int unit) {
    const Here here = world_.real(rule.entity, unit);
    const Value when = rule.when.empty ? Value::truth(true) : evaluate(rule.when, here);
    if (when.no() && !read_all_) return Answer::not_applicable;
    const Value require = evaluate(rule.require, here);
    if (when.no()) return Answer::not_applicable;
    return require.yes() ? Answer::pass : when.yes() && require.no() ? Answer::fail : Answer::nothing;
}

std::optional<std::vector<Filling>> PlainJudge::judge(const PlainRule& rule, int unit, std::size_t most) {
    std::vector<Filling> fillings;
    world_.restart();
    do {
        if (fillings.size() == most) return std::nullopt;
        const Answer given = answer(rule, unit);
        fillings.push_back({world_.picks(), given, world_.through_named()});
    } while (world_.next());
    return fillings;
}

int PlainJudge::most_mentions(const PlainRule& rule, int unit, std::size_t most) {
    const Here here = world_.real(rule.entity, unit);
    int mentions = 0;
    world_.restart();
    read_all_ = true;
    do {
        if (most-- == 0) break;
        if (!rule.when.empty) evaluate(rule.when, here);
        evaluate(rule.require, here);
        mentions = std::max(mentions, world_.most_mentions());
    } while (mentions <= 1 && world_.next());
    read_all_ = false;
    return mentions;
}

Here PlainJudge::climb(const Tree& tree, const Here& here) {
    Here there = here;
    for (const Step& step : tree.steps) there = world_.up(there, step.link);
    return there;
}

Value PlainJudge::compare(char sign, const Value& left, const Value& right) const {
    const Order order = plain::order(left, right);
    if (order == Order::nothing) return {};
    const bool same = order == Order::same, less = order == Order::less, more = order == Order::more;
    switch (sign) {
        case '=':
            return Value::truth(same);
        case '!':
            return Value::truth(!same);
        case '<':
            return Value::truth(less);
        case 'l':
            return Value::truth(less || same);
        case '>':
            return Value::truth(more);
        default:
            return Value::truth(more || same);
    }
}

Value PlainJudge::evaluate(const Tree& tree, const Here& here) {
    const auto part = [&](std::size_t i) { return evaluate(tree.parts[i], here); };
    switch (tree.is) {
        case Is::value:
            return tree.value;
        case Is::field:
            return world_.field(climb(tree, here), tree.index);
        case Is::elsewhere:
            return evaluate(tree.parts[0], climb(tree, here));
        case Is::parameter:
            if (const Parameter::Dated* dated = context_.parameters[tree.index].on(day_))
                return dated->open ? context_.parameters[tree.index].readings[reading_[tree.index]] : dated->value;
            return {};
        case Is::opposite:
            return opposite(part(0));
        case Is::negated:
            return negated(part(0));
        case Is::calculation: {
            const Value left = part(0), right = part(1);
            switch (tree.signs[0]) {
                case '+':
                    return added(left, right, 1);
                case '-':
                    return added(left, right, -1);
                case '*':
                    return multiplied(left, right);
                default:
                    return divided(left, right);
            }
        }
        case Is::comparison: {
            std::vector<Value> values;
            for (std::size_t i = 0; i < tree.parts.size(); ++i) values.push_back(part(i));
            Value result = Value::truth(true);
            for (std::size_t i = 0; i < tree.signs.size(); ++i)
                result = both(result, compare(tree.signs[i], values[i], values[i + 1]));
            // A chain is two comparisons: what stands between them is mentioned twice.
            if (read_all_)
                for (std::size_t i = 1; i + 1 < tree.parts.size(); ++i) part(i);
            return result;
        }
        case Is::listed: {
            const Value operand = part(0);
            Value result = Value::truth(false);
            for (std::size_t i = 1; i < tree.parts.size(); ++i) result = either(result, compare('=', operand, part(i)));
            return result;
        }
        case Is::in_period: {
            static const Period this_year = *parse_period("2023"), last_year = *parse_period("2022");
            const Period& period = tree.index ? last_year : this_year;
            const Value date = part(0);
            return both(compare('g', date, Value::number(period.first)), compare('l', date, Value::number(period.last)));
        }
        case Is::missing:
            return Value::truth(world_.is_missing(climb(tree, here), tree.index, tree.link) != tree.turned);
        case Is::otherwise: {
            const Here there = climb(tree, here);
            const bool missing = world_.is_missing(there, tree.index, false);
            // In a row that nobody has seen, either is there.
            if (read_all_ && world_.unseen(there)) missing ? world_.field(there, tree.index) : part(0);
            return missing ? part(0) : world_.field(there, tree.index);
        }
        case Is::choice: {
            const Value condition = part(0);
            const Value then = read_all_ || condition.yes() ? part(1) : Value{};
            const Value otherwise = read_all_ || condition.no() ? part(2) : Value{};
            return condition.yes() ? then : condition.no() ? otherwise : Value{};
        }
        case Is::all:
        case Is::any: {
            const bool all = tree.is == Is::all;
            Value result = Value::truth(all);
            for (std::size_t i = 0; i < tree.parts.size(); ++i) {
                const Value one = part(i);
                result = all ? both(result, one) : either(result, one);
                if (!read_all_ && (all ? result.no() : result.yes())) break;
            }
            return result;
        }
        case Is::year:
            return year_of(part(0));
        case Is::rows:
            return over_rows(tree, here);
    }
    return {};
}

Value PlainJudge::over_rows(const Tree& tree, const Here& here) {
    std::vector<Weighed> rows = {{here, 1}};
    for (const Step& step : tree.steps) {
        std::vector<Weighed> next;
        for (const Weighed& row : rows) {
            if (step.up) {
                next.push_back({world_.up(row.here, step.link), 1});
                continue;
            }
            for (const Weighed& below : world_.down(row.here, step)) next.push_back({below.here, below.times * row.times});
        }
        rows = std::move(next);
    }
    const std::string& word = tree.word;
    const bool truths = word == "some" || word == "every";
    Value truth = Value::truth(word == "every"), total = Value::number(0), extreme;
    std::int64_t counted = 0, good = 0;
    bool lacks = false;
    std::set<std::pair<int, Wide>> different;
    for (const Weighed& row : rows) {
        const Value in = tree.parts[0].empty ? Value::truth(true) : evaluate(tree.parts[0], row.here);
        if (in.no() && !read_all_) continue;
        const Value operand = tree.parts[1].empty ? Value{} : evaluate(tree.parts[1], row.here);
        if (truths) {
            truth = word == "some" ? either(truth, both(in, operand)) : both(truth, either(opposite(in), operand));
            continue;
        }
        if (in.no()) continue;
        lacks = lacks || in.lacks() || (!tree.parts[1].empty && operand.lacks());
        if (lacks) continue;
        counted += row.times;
        good += operand.yes() ? row.times : 0;
        different.insert({static_cast<int>(operand.is), operand.top});
        if (word == "sum" || word == "average") total = added(total, multiplied(operand, Value::number(row.times)), 1);
        if (word == "min" || word == "max") {
            const Order order = plain::order(operand, extreme);
            if (extreme.lacks() || order == (word == "min" ? Order::less : Order::more)) extreme = operand;
        }
    }
    if (truths) return truth;
    if (lacks) return {};
    if (word == "count") return Value::number(counted);
    if (word == "share") return counted == 0 ? Value{} : Value::number(good, counted);
    if (word == "sum") return total;
    if (word == "average") return divided(total, Value::number(counted));
    if (word == "distinct") return Value::number(static_cast<std::int64_t>(different.size()));
    return extreme;
}

}  // namespace hoagiai::plain
