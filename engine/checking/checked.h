// A rulebook whose every name and type is known. The tree is the rulebook's own; what was found out stands beside it, in
// tables by ExprId.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/language/ast.h"
#include "engine/language/functions/function.h"
#include "engine/rulebook/rulebook.h"
#include "engine/schema/schema.h"
#include "engine/values/known.h"
#include "engine/values/type.h"

namespace hoagiai {

/// One step of a path: up a link to the row it leads to, or down to the rows that lead here.
struct PathStep {
    bool up = true;
    EntityId entity = none_id;  ///< where the step arrives
    LinkId link = none_id;  ///< up: of the entity left; down: of the entity arrived at (none_id: children of a derived unit)
};

/// What a path means.
struct PathMeaning {
    enum class End { unknown, field, link, definition, parameter, choice, rows };
    End end = End::unknown;
    EntityId from = none_id;      ///< the entity whose names the path begins with
    std::vector<PathStep> steps;  ///< for a link: the steps before it
    EntityId entity = none_id;    ///< the entity in which the end is
    std::uint32_t index = 0;      ///< FieldId, LinkId, definition, parameter or choice
};

struct Fact {
    Type type;
    std::uint32_t path = none_id;        ///< Path nodes: into CheckedRulebook::paths
    const Function* function = nullptr;  ///< Call nodes
    ExprId rows = no_expr;               ///< Call nodes of row functions: the path of the rows
    ExprId operand = no_expr;            ///< Call nodes: X of value_of_rows, P of rows_and_test
};

struct CheckedValue {
    InForce span;
    std::vector<Known> values;  ///< one, or several for a list; empty when undetermined
    bool undetermined = false;
    std::vector<Basis> basis;
    std::string set_by, reason;  ///< of an override: the rulebook that it stands in, and why
};

struct CheckedParameter {
    std::string name;
    std::string owner;  ///< the rulebook that declares it: this one, or one that it extends
    Type type;
    Words measure;
    std::vector<CheckedValue> values;  ///< by their first day
    /// What an undetermined value may be, each a reading, with its title for people.
    std::vector<Known> readings;
    std::vector<Words> reading_titles;
    const CheckedValue* on(Day day) const;  ///< null on a day without a value
};

struct CheckedDefinition {
    std::string name;
    EntityId entity = none_id;
    ExprId expr = no_expr;
    Type type;
    std::size_t size = 0;  ///< nodes when everything is written out
};

struct CheckedRule {
    const RuleDecl* decl = nullptr;
    std::string id;  ///< rulebook/id
    EntityId entity = none_id;
    std::vector<std::uint32_t> parameters;  ///< all that when, require and on read, definitions included
    bool reads_period = false;
    std::vector<Number> ratio_literals;   ///< so that printed digits never contradict a verdict
    InForce in_force;                     ///< the rule's own, else the book's
    std::vector<std::uint32_t> versions;  ///< all rules of this id, this one included, by the days on which they are in force
};

struct CheckedRulebook {
    std::shared_ptr<const Rulebook> book;
    std::shared_ptr<const Schema> schema;
    std::vector<Fact> facts;  ///< by ExprId
    std::vector<PathMeaning> paths;
    std::vector<CheckedParameter> parameters;
    std::vector<CheckedDefinition> definitions;
    std::vector<CheckedRule> rules;

    const PathMeaning& path(ExprId id) const { return paths[facts[id].path]; }
    const CheckedParameter* find_parameter(std::string_view parameter) const;  ///< null if there is none
};

/// The most nodes an expression may have when its definitions are written out.
inline constexpr std::size_t max_expanded_size = 20'000;
/// The most combinations of undetermined parameters that one rule may read.
inline constexpr std::size_t max_readings = 8;

/// Finds names and types; every slip of the file is reported in this one run. Evaluate only if there were no errors.
std::shared_ptr<const CheckedRulebook> check_rulebook(std::shared_ptr<const Rulebook> book,
                                                      std::shared_ptr<const Schema> schema, Diagnostics& diagnostics);

}  // namespace hoagiai
