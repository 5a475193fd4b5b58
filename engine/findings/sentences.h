// The sentences of findings for a table that prints nothing else: what a rule's sentence is made of is found once for the rule,
// and its values are the unit's own cells and what the plan has told. Everything else goes the way of every report (message.h).
#pragma once

#include <unordered_map>

#include "engine/findings/message.h"

namespace hoagiai {

class Sentences {
public:
    /// The result must stay.
    Sentences(const CheckResult& result, Language language);
    /// May be called on several threads.
    FindingSentence operator()(const Finding& finding) const;
    /// What the sentence of a finding will look at is on its way from memory.
    void look_ahead(const Finding& finding) const;

private:
    struct Part {
        std::string literal;  ///< where there is no expression
        ExprId expr = no_expr;
        FieldId field = none_id;           ///< of the unit itself
        const ToldValues* told = nullptr;  ///< else
    };
    struct Prepared {
        std::vector<Part> parts;  ///< empty: it is no simple one
        std::vector<Number> thresholds;
    };
    void prepare(std::size_t book, const CheckedRule& rule);
    bool fill(const Finding& finding, std::string& text) const;

    const CheckResult& result_;
    const Dataset& data_;
    Language language_;
    std::unordered_map<const CheckedRule*, Prepared> rules_;
};

}  // namespace hoagiai
