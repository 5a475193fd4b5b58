// Adding to the arena; everything else about a tree is in the header.
#include "engine/language/ast.h"

namespace hoagiai {

ExprId Ast::add(Node node, Range range, std::uint32_t text) {
    nodes.push_back({std::move(node), range, text});
    return static_cast<ExprId>(nodes.size() - 1);
}

}  // namespace hoagiai
