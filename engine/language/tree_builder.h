// What the grammar's actions call: puts nodes into the arena with their exact ranges, and refuses what a grammar alone
// cannot say well (mixed chains, `is missing` behind something that is no path).
#pragma once

#include <optional>
#include <vector>

#include "engine/language/ast.h"
#include "engine/language/tokens.h"

namespace hoagiai {

/// Operators of equal rank nest to the left, one level each; whoever walks the tree has a stack to mind.
inline constexpr std::uint32_t max_tree_height = 512;

/// A finished piece of the expression; `outer` includes its parentheses.
struct Part {
    ExprId id = no_expr;
    Range outer{};
    std::uint32_t height = 1;
};

struct ChainLink {  ///< an operator and what follows it
    const Token* sign = nullptr;
    Part operand;
};
struct Prefixed {
    const Token* word = nullptr;
    Part operand;
};
struct IfParts {
    const Token* word = nullptr;
    Part condition, then, otherwise;
};
struct GroupParts {
    const Token* open = nullptr;
    Part inner, fallback;
    const Token* close = nullptr;
};
struct ListParts {
    const Token* open = nullptr;
    std::vector<Part> items;
    const Token* close = nullptr;
};
struct CallArguments {
    Part first, rows, condition;
    std::vector<Part> more;
};
struct CallParts {
    const Token* name = nullptr;
    CallArguments arguments;
    const Token* close = nullptr;
};

class TreeBuilder {
public:
    TreeBuilder(Ast& ast, std::uint32_t text) : ast_(ast), text_(text) {}

    Part literal(const Token* token);
    Part path(const std::vector<const Token*>& words);
    Part call(const CallParts& parts);
    Part group(const GroupParts& parts);
    Part list(const ListParts& parts);
    Part negative(const Prefixed& parts);
    Part negation(const Prefixed& parts);
    Part conjunction(const std::vector<Part>& operands);
    Part disjunction(const std::vector<Part>& operands);
    Part conditional(const IfParts& parts);
    Part arithmetic(const Part& left, const ChainLink& step);
    Part comparison(const Part& left, const std::vector<ChainLink>& steps);
    Part membership(const Part& operand, const Part& set);
    Part is_missing(const Part& path, const Token* last);
    Part is_not_missing(const Part& path, const Token* last);

    /// Only the first counts.
    void refuse(SyntaxError error);
    const std::optional<SyntaxError>& error() const { return error_; }

private:
    Part add(Node node, Range range, std::initializer_list<Part> children);
    Part add(Node node, Range range, const std::vector<Part>& children);
    Part missing(const Part& path, const Token* last, bool negated);
    bool is_path(const Part& part) const;

    Ast& ast_;
    std::uint32_t text_;
    std::optional<SyntaxError> error_;
};

}  // namespace hoagiai
