// The expression tree. All expressions of one rulebook stand in one arena; an ExprId is an index into it, children before
// parents, and what later stages find out (types, what a name means) stands beside it in tables by ExprId: the tree is
// never changed after it was read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/text/source.h"
#include "engine/values/known.h"
#include "engine/values/type.h"

namespace hoagiai {

using ExprId = std::uint32_t;
inline constexpr ExprId no_expr = 0xffffffffu;

/// Bytes [begin, end) of the expression's text.
struct Range {
    std::uint32_t begin = 0, end = 0;
};

struct Name {
    std::string word;  ///< as written, but in the new spelling (NFC, hòa and not hoà)
    Range range;
};

struct NumberLiteral {  ///< 3, 88%, 87.5%
    Number value;
    bool ratio = false;
};
struct DurationLiteral {  ///< 3 days, 1 month, 2 years (24 months)
    std::int64_t amount = 0;
    bool months = false;
};
struct DateLiteral {
    std::int32_t day = 0;
};
struct BooleanLiteral {
    bool value = false;
};
struct TextLiteral {
    std::string value;
};
/// never, as_of, period_start, period_end, period, previous period
enum class Reserved { never, as_of, period_start, period_end, period, previous_period };
struct ReservedWord {
    Reserved word = Reserved::never;
};
/// One word or several joined by dots: field, link, definition, parameter or choice; checking finds out which.
struct Path {
    std::vector<Name> names;
};
struct Negative {
    ExprId operand = no_expr;
};
struct Not {
    ExprId operand = no_expr;
};
struct Arithmetic {
    ArithmeticOp op = ArithmeticOp::add;
    ExprId left = no_expr, right = no_expr;
};
/// a < b, or a chain a <= b < c: operands one more than operators.
struct Comparison {
    std::vector<ExprId> operands;
    std::vector<CompareOp> ops;
};
struct Membership {  ///< operand in set; set is a ListLiteral, a Path (parameter), or a ReservedWord period
    ExprId operand = no_expr, set = no_expr;
};
struct ListLiteral {
    std::vector<ExprId> items;
};
struct IsMissing {
    ExprId path = no_expr;  ///< a Path
    bool negated = false;
};
struct Else {  ///< (path else fallback)
    ExprId path = no_expr, fallback = no_expr;
};
struct If {
    ExprId condition = no_expr, then = no_expr, otherwise = no_expr;
};
struct And {
    std::vector<ExprId> operands;
};
struct Or {
    std::vector<ExprId> operands;
};
/// NAME(…): of a row function, `value of rows where condition, test`; of a scalar function the plain arguments.
/// The grammar takes every combination; checking knows what NAME wants. `arguments` are the comma-separated parts; the
/// first may carry `of` and `where`: NAME(arguments[0] of rows where condition, arguments[1]…) or, without `of`,
/// NAME(arguments[0] where condition, arguments[1]…) in which arguments[0] is the path of the rows.
struct Call {
    Name function;
    std::vector<ExprId> arguments;
    ExprId rows = no_expr;       ///< what stands behind `of`
    ExprId condition = no_expr;  ///< what stands behind `where`
};

using Node = std::variant<NumberLiteral, DurationLiteral, DateLiteral, BooleanLiteral, TextLiteral, ReservedWord, Path,
                          Negative, Not, Arithmetic, Comparison, Membership, ListLiteral, IsMissing, Else, If, And, Or, Call>;

struct Expr {
    Node node;
    Range range;             ///< in the text it was read from, trailing space excluded
    std::uint32_t text = 0;  ///< index into Ast::texts
};

struct Ast {
    std::vector<Expr> nodes;
    std::vector<Text> texts;  ///< each expression's text, once
    const Expr& operator[](ExprId id) const { return nodes[id]; }
    Place place(ExprId id) const { return texts[nodes[id].text].place(nodes[id].range.begin, nodes[id].range.end); }
    Place place(ExprId id, Range range) const { return texts[nodes[id].text].place(range.begin, range.end); }
    ExprId add(Node node, Range range, std::uint32_t text);
};

}  // namespace hoagiai
