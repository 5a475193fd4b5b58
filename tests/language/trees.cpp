// See trees.h. The shape is a text of its own, so that the tests do not lean on the printer that they test.
#include "tests/language/trees.h"

#include <fmt/format.h>

#include "engine/values/date.h"

namespace hoagiai::test {

namespace {

const char* const compare_signs[] = {"=", "!=", "<", "<=", ">", ">="};
const char* const arithmetic_signs[] = {"+", "-", "*", "/"};
const char* const reserved_words[] = {"never", "as_of", "period_start", "period_end", "period", "previous_period"};

struct Shape {
    const Ast& ast;

    std::string of(ExprId id) const { return id == no_expr ? "-" : std::visit(*this, ast[id].node); }
    std::string all(const std::vector<ExprId>& ids) const {
        std::string result;
        for (const ExprId id : ids) result += " " + of(id);
        return result;
    }

    std::string operator()(const NumberLiteral& n) const {
        return n.ratio ? fmt::format("{}/{}r", n.value.numerator(), n.value.denominator())
                       : fmt::format("{}", n.value.numerator());
    }
    std::string operator()(const DurationLiteral& n) const { return fmt::format("{}{}", n.amount, n.months ? "mo" : "d"); }
    std::string operator()(const DateLiteral& n) const { return "@" + iso_date(n.day); }
    std::string operator()(const BooleanLiteral& n) const { return n.value ? "TRUE" : "FALSE"; }
    std::string operator()(const TextLiteral& n) const { return "'" + n.value + "'"; }
    std::string operator()(const ReservedWord& n) const { return fmt::format("${}", reserved_words[static_cast<int>(n.word)]); }
    std::string operator()(const Path& n) const {
        std::string result;
        for (const Name& name : n.names) result += (result.empty() ? "" : ".") + name.word;
        return result;
    }
    std::string operator()(const Negative& n) const { return "(neg " + of(n.operand) + ")"; }
    std::string operator()(const Not& n) const { return "(not " + of(n.operand) + ")"; }
    std::string operator()(const Arithmetic& n) const {
        return fmt::format("({} {} {})", arithmetic_signs[static_cast<int>(n.op)], of(n.left), of(n.right));
    }
    std::string operator()(const Comparison& n) const {
        std::string result = "(" + of(n.operands.at(0));
        for (std::size_t i = 0; i < n.ops.size(); ++i)
            result += fmt::format(" {} {}", compare_signs[static_cast<int>(n.ops[i])], of(n.operands.at(i + 1)));
        return result + ")";
    }
    std::string operator()(const Membership& n) const { return "(in " + of(n.operand) + " " + of(n.set) + ")"; }
    std::string operator()(const ListLiteral& n) const { return "[" + all(n.items) + " ]"; }
    std::string operator()(const IsMissing& n) const { return (n.negated ? "(given " : "(missing ") + of(n.path) + ")"; }
    std::string operator()(const Else& n) const { return "(else " + of(n.path) + " " + of(n.fallback) + ")"; }
    std::string operator()(const If& n) const {
        return "(if " + of(n.condition) + " " + of(n.then) + " " + of(n.otherwise) + ")";
    }
    std::string operator()(const And& n) const { return "(and" + all(n.operands) + ")"; }
    std::string operator()(const Or& n) const { return "(or" + all(n.operands) + ")"; }
    std::string operator()(const Call& n) const {
        return fmt::format("(call {}{} of:{} where:{})", n.function.word, all(n.arguments), of(n.rows), of(n.condition));
    }
};

class RandomTree {
public:
    RandomTree(Ast& ast, std::mt19937& random) : ast_(ast), random_(random) {}

    ExprId any(int depth) {
        if (depth <= 0) return leaf();
        switch (roll(14)) {
            case 0:
                return leaf();
            case 1:
                return add(Negative{any(depth - 1)});
            case 2:
                return add(Not{any(depth - 1)});
            case 3:
            case 4: {
                const ExprId left = any(depth - 1), right = any(depth - 1);
                return add(Arithmetic{static_cast<ArithmeticOp>(roll(4)), left, right});
            }
            case 5: {
                const int first = roll(6);
                Comparison comparison{{any(depth - 1), any(depth - 1)}, {static_cast<CompareOp>(first)}};
                while (first >= 2 && roll(3) == 0) {
                    comparison.ops.push_back(static_cast<CompareOp>(first / 2 * 2 + roll(2)));
                    comparison.operands.push_back(any(depth - 1));
                }
                return add(std::move(comparison));
            }
            case 6: {
                const ExprId operand = any(depth - 1);
                switch (roll(3)) {
                    case 0:
                        return add(Membership{operand, path()});
                    case 1:
                        return add(Membership{operand,
                                              add(ReservedWord{roll(2) == 0 ? Reserved::period : Reserved::previous_period})});
                    default:
                        return add(Membership{operand, add(ListLiteral{several(1, depth - 1)})});
                }
            }
            case 7:
                return add(IsMissing{path(), roll(2) == 0});
            case 8: {
                const ExprId left = path();
                return add(Else{left, any(depth - 1)});
            }
            case 9: {
                const ExprId condition = any(depth - 1), then = any(depth - 1), otherwise = any(depth - 1);
                return add(If{condition, then, otherwise});
            }
            case 10:
                return add(And{several(2, depth - 1)});
            case 11:
                return add(Or{several(2, depth - 1)});
            default: {
                Call call{{word(), {}}, several(0, depth - 1)};
                if (!call.arguments.empty() && roll(2) == 0) call.rows = any(depth - 1);
                if (!call.arguments.empty() && roll(2) == 0) call.condition = any(depth - 1);
                return add(std::move(call));
            }
        }
    }

private:
    int roll(int sides) { return static_cast<int>(random_() % static_cast<unsigned>(sides)); }
    ExprId add(Node node) { return ast_.add(std::move(node), {}, 0); }
    std::string word() {
        static const char* const words[] = {"a",     "team", "days", "year", "vụ_việc", "tên",  "x_2",
                                            "count", "đội",  "_",    "isnt", "order",   "thenx"};
        return words[roll(13)];
    }
    ExprId path() {
        Path path;
        for (int i = roll(3); i >= 0; --i) path.names.push_back({word(), {}});
        return add(std::move(path));
    }
    std::vector<ExprId> several(int at_least, int depth) {
        std::vector<ExprId> ids;
        for (int i = at_least + roll(3); i > 0; --i) ids.push_back(any(depth));
        return ids;
    }
    ExprId leaf() {
        switch (roll(9)) {
            case 0:
                return add(NumberLiteral{Number(roll(1000)), false});
            case 1:
                return add(NumberLiteral{*Number::fraction(roll(2000), 1000), true});
            case 2:
                return add(DurationLiteral{roll(40), roll(2) == 0});
            case 3:
                return add(DateLiteral{roll(20000)});
            case 4:
                return add(BooleanLiteral{roll(2) == 0});
            case 5:
                return add(TextLiteral{roll(2) == 0 ? "xã \"A\" \\ ' } {" : ""});
            case 6:
                return add(ReservedWord{static_cast<Reserved>(roll(6))});
            default:
                return path();
        }
    }

    Ast& ast_;
    std::mt19937& random_;
};

}  // namespace

Text text_of(std::string value) {
    Text text;
    text.source = std::make_shared<const Source>("rules.yaml", value);
    text.end = static_cast<std::uint32_t>(value.size());
    text.value = std::move(value);
    return text;
}

Read read(const std::string& expression) {
    Read result;
    result.id = parse_expression(result.ast, text_of(expression), result.diagnostics);
    return result;
}

std::string shape(const Ast& ast, ExprId id) { return Shape{ast}.of(id); }

bool same_tree(const Ast& a, ExprId x, const Ast& b, ExprId y) { return shape(a, x) == shape(b, y); }

ExprId random_tree(Ast& ast, std::mt19937& random, int depth) { return RandomTree(ast, random).any(depth); }

}  // namespace hoagiai::test
