// Text to tree and back. The grammar itself (Boost.Spirit X3) is in grammar.cpp only.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/language/ast.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

inline constexpr std::size_t max_expression_bytes = 64u << 10;
inline constexpr std::size_t max_expression_depth = 64;

/// Parses one expression into the arena. no_expr with at least one diagnostic if it cannot be read; names are not looked up.
ExprId parse_expression(Ast& ast, const Text& text, Diagnostics& diagnostics);

/// A message with {expressions}: literal parts and expressions in turn. `{{` is a brace, `}}` too.
struct Template {
    struct Part {
        std::string literal;  ///< when expr is no_expr
        ExprId expr = no_expr;
    };
    std::vector<Part> parts;
    bool empty() const { return parts.empty(); }
};
Template parse_template(Ast& ast, const Text& text, Diagnostics& diagnostics);

/// The language's words have two spellings.
enum class Spelling { en, vi };

/// The expression as it would be written on one line, with only the parentheses that are needed; reading it again gives the
/// same tree. Names stay as they are, those of functions too.
std::string print_expression(const Ast& ast, ExprId id, Spelling spelling = Spelling::en);

/// An operator as it is written.
std::string_view sign_of(CompareOp op);
std::string_view sign_of(ArithmeticOp op);

/// Keywords of both spellings, for the test that no title folds to one. English first.
const std::vector<std::string>& keywords();

}  // namespace hoagiai
