// An expression with its names found: what the engine's syntax tree says, made ready for the plain evaluator. Names are looked
// up here once more, against the schema and the rulebook as written, without the engine's checking.
#pragma once

#include <string>
#include <vector>

#include "engine/rulebook/rulebook.h"
#include "engine/schema/schema.h"
#include "engine/values/date.h"
#include "tests/support/plain_value.h"

namespace hoagiai::plain {

struct Step {
    bool up = true;
    EntityId entity = none_id;  ///< where it arrives
    LinkId link = none_id;      ///< of the lower of the two entities
};

struct Tree {
    enum class Is {
        value,      ///< `value`
        field,      ///< steps, then `index`
        elsewhere,  ///< steps, then parts[0]: a definition
        parameter,  ///< `index`
        opposite,
        negated,
        calculation,  ///< sign + - * /
        comparison,   ///< signs: = ! < l > g (l: <=, g: >=)
        listed,       ///< parts[0] in the rest
        in_period,    ///< previous: `index` 1
        missing,      ///< steps, then `index`; of a link: `link`
        otherwise,    ///< the same, else parts[0]
        choice,       ///< if parts[0] then parts[1] else parts[2]
        all,
        any,
        year,
        rows  ///< `word` over steps; parts: condition (or null), operand (or null)
    };
    Is is = Is::value;
    Value value;
    std::vector<Step> steps;
    std::uint32_t index = 0;
    bool link = false, turned = false;
    std::string word, signs;
    std::vector<Tree> parts;
    bool empty = false;
};

/// Days from the first to the last, both included.
struct Span {
    Day from = -1'000'000, to = 1'000'000;
    bool has(Day day) const { return from <= day && day <= to; }
};

struct Parameter {
    struct Dated {
        Span days;
        Value value;
        bool open = false;  ///< undetermined: one of the readings
    };
    std::string name;
    std::vector<Dated> values;
    std::vector<Value> readings;  ///< what it may be where it is undetermined

    /// The last value that has begun holds, to its own end; null where none does.
    const Dated* on(Day day) const;
};

struct Context {
    const Rulebook* book = nullptr;
    const Schema* schema = nullptr;
    std::vector<Parameter> parameters;
};

Span span_of(const InForce& written);
Context context_of(const Rulebook& book, const Schema& schema);
/// The expression as it stands for a row of `entity`. Throws std::logic_error for what it does not know.
Tree tree_of(const Context& context, ExprId id, EntityId entity);

}  // namespace hoagiai::plain
