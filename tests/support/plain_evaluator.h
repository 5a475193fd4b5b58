// Judging one rule over one filling, two-valued, straight from the meaning of the language: the second opinion to which the
// engine is held. It shares no evaluation with the engine.
#pragma once

#include <optional>
#include <vector>

#include "tests/support/plain_world.h"

namespace hoagiai::plain {

enum class Answer { not_applicable, pass, fail, nothing };

/// A filling, as far as it matters, and what it gives.
struct Filling {
    std::vector<Pick> picks;
    Answer answer;
    bool through_named = false;  ///< see World
};

struct PlainRule {
    EntityId entity = none_id;
    Tree when, require;
};
PlainRule plain_rule(const Context& context, const RuleDecl& rule);

/// The day on which all cases are judged, unless a rule names others.
Day as_of();

class PlainJudge {
public:
    /// `reading`: by parameter, which of its readings holds; `day`: whose values hold.
    PlainJudge(const Context& context, World& world, std::vector<std::size_t> reading, Day day = as_of())
        : context_(context), world_(world), reading_(std::move(reading)), day_(day) {}

    /// In the filling in which the world is.
    Answer answer(const PlainRule& rule, int unit);
    Value value(const Tree& tree, EntityId entity, int unit) { return evaluate(tree, world_.real(entity, unit)); }
    /// From now on everything is read that is written, whether it matters or not.
    void read_all() { read_all_ = true; }

    /// All fillings; empty if there are more than `most`.
    std::optional<std::vector<Filling>> judge(const PlainRule& rule, int unit, std::size_t most);
    /// How often a hole is mentioned at most, with everything read that is written; looks at `most` fillings and no more.
    int most_mentions(const PlainRule& rule, int unit, std::size_t most);

private:
    Value evaluate(const Tree& tree, const Here& here);
    Value over_rows(const Tree& tree, const Here& here);
    Value compare(char sign, const Value& left, const Value& right) const;
    Here climb(const Tree& tree, const Here& here);

    const Context& context_;
    World& world_;
    std::vector<std::size_t> reading_;
    Day day_;
    bool read_all_ = false;  ///< read also what cannot matter any more
};

}  // namespace hoagiai::plain
