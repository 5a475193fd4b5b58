// Rules and records made at random from a few fields of the real schema: typed expressions over communes, teams, mediators and
// cases, and small records with holes of every kind. What is made keeps its shape as a tree, so that it can be made smaller.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/support/small_records.h"

namespace hoagiai::support {

using Random = std::mt19937_64;

/// An expression as pieces of text around its parts.
struct Written {
    enum class Type { condition, whole, date, ratio, other };
    Type type = Type::condition;
    std::string entity;               ///< of the row over which it stands
    std::vector<std::string> pieces;  ///< one more than parts
    std::vector<Written> parts;
    bool atom = true;        ///< needs no parentheses
    std::string definition;  ///< if it stands in its place: the name of a definition, parts[0] its expression
    std::string text() const;
};

/// One version of a rule; `in_force` as YAML, empty: always.
struct WrittenVersion {
    Written when, require;
    std::string in_force{};
};

struct WrittenRule {
    std::string entity;
    Written when, require;
    std::string in_force{};
    std::vector<std::string> on{};        ///< the dates that decide
    std::vector<WrittenVersion> later{};  ///< further versions of it
};

/// What reaches into many different places of the language; the test counts how often each was there.
enum class Construct {
    nested_aggregate,
    path_up,
    otherwise,
    is_missing,
    never,
    definition,
    chain,
    conditional,
    reading,
    one_day,        ///< `on` one date
    two_days,       ///< `on` two
    versions,       ///< two versions of the rule
    in_force,       ///< the rule's own span
    dated_value,    ///< a parameter of several values, undetermined in some days
    value_missing,  ///< a parameter that has no value on some days
    count_
};
bool uses(const WrittenRule& rule, Construct construct);

WrittenRule random_rule(Random& random);
SmallRecords random_records(Random& random, const std::shared_ptr<const Schema>& schema);

/// A rulebook with these rules, r0, r1, …; their parameters and definitions above them.
std::string rulebook_of(const std::vector<WrittenRule>& rules);

/// The fields that cases use, by entity.
const std::vector<std::string>& used_fields(const std::string& entity);
/// A cell with a value of the field's type.
SmallCell random_cell(Random& random, const SmallRecords& records, const Field& field);

}  // namespace hoagiai::support
