// An expression as a tree of values: what decides is unfolded, what is settled and needs no detail stays on one line.
#pragma once

#include <set>

#include "engine/findings/explanation/explained_values.h"

namespace hoagiai {

class ExplainedTree {
public:
    enum class Detail {
        full,     ///< down to the cells
        outline,  ///< the parts of an `and` or `or`, each on one line
        line
    };

    explicit ExplainedTree(const ExplainedValues& values) : values_(values) {}
    /// Definitions and parameters that an earlier call explained are not explained again.
    ExplanationNode node(ExprId id, const RowRef& row, Detail detail);

private:
    ExplanationNode head(ExprId id, const RowRef& row);
    void path_head(ExprId id, const RowRef& row, ExplanationNode& result) const;
    void parameter_head(std::uint32_t index, ExplanationNode& result) const;
    void inside(ExprId id, const RowRef& row, Detail detail, ExplanationNode& result);
    void connective(const std::vector<ExprId>& operands, bool conjunction, ExprId id, const RowRef& row, Detail detail,
                    ExplanationNode& result);
    void branches(const If& node, const RowRef& row, ExplanationNode& result);
    void otherwise(const Else& node, const RowRef& row, ExplanationNode& result);
    void rows(ExprId id, const RowRef& row, ExplanationNode& result);
    void part(ExprId id, const RowRef& row, ExplanationNode& result, Words label = {});
    void note_leaves(ExprId id, const RowRef& row, ExplanationNode& result) const;

    const ExplainedValues& values_;
    std::set<std::pair<std::uint32_t, Row>> definitions_;
    std::set<std::uint32_t> parameters_;
    std::set<std::pair<std::string, std::string>> words_;
    std::set<std::string> left_out_;
    std::size_t nodes_ = 0, depth_ = 0;
};

}  // namespace hoagiai
