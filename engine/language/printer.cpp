// A tree as text, with only the parentheses that reading it back needs.
#include <fmt/format.h>

#include "engine/language/keywords.h"
#include "engine/language/printer.h"
#include "engine/values/date.h"

namespace hoagiai {

namespace {

/// How tightly an expression holds together, as in the grammar.
enum Rank { loose, disjunction, conjunction, negation, relation, sum, product, unary, primary };

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

Rank rank_of(ArithmeticOp op) { return op == ArithmeticOp::add || op == ArithmeticOp::subtract ? sum : product; }

Rank rank_of(const Node& node) {
    return std::visit(
        Overloaded{[](const If&) { return loose; }, [](const Or&) { return disjunction; },
                   [](const And&) { return conjunction; }, [](const Not&) { return negation; },
                   [](const Comparison&) { return relation; }, [](const Membership&) { return relation; },
                   [](const IsMissing&) { return relation; }, [](const Arithmetic& one) { return rank_of(one.op); },
                   [](const Negative&) { return unary; }, [](const auto&) { return primary; }},
        node);
}

std::string_view word_of(Reserved word, Spelling spelling) {
    const bool vi = spelling == Spelling::vi;
    switch (word) {
        case Reserved::never:
            return vi ? "chưa" : "never";
        case Reserved::as_of:
            return vi ? "ngày_xét" : "as_of";
        case Reserved::period_start:
            return vi ? "đầu_kỳ" : "period_start";
        case Reserved::period_end:
            return vi ? "cuối_kỳ" : "period_end";
        case Reserved::period:
            return vi ? "kỳ" : "period";
        case Reserved::previous_period:
            return vi ? "kỳ_trước" : "previous period";
    }
    return "never";
}

/// A ratio as it was written: hundredths, with the few decimals that it needs (at most nine can be written).
std::string percentage(const Number& value) {
    const int128 hundredths = static_cast<int128>(value.numerator()) * 100;
    const int128 denominator = value.denominator() > 0 ? value.denominator() : 1;
    std::string text = fmt::format("{}", static_cast<std::int64_t>(hundredths / denominator));
    int128 remainder = hundredths % denominator;
    for (int i = 0; i < 9 && remainder != 0; ++i) {
        if (i == 0) text += '.';
        remainder *= 10;
        text += static_cast<char>('0' + static_cast<int>(remainder / denominator));
        remainder %= denominator;
    }
    return text + "%";
}

std::string duration(const DurationLiteral& literal, Spelling spelling) {
    std::int64_t amount = literal.amount;
    std::string_view unit = literal.months ? "month" : "day";
    if (literal.months && amount != 0 && amount % 12 == 0) {
        amount /= 12;
        unit = "year";
    }
    if (spelling == Spelling::vi) return fmt::format("{} {}", amount, find_unit(unit)->vi);
    return fmt::format("{} {}{}", amount, unit, amount == 1 ? "" : "s");
}

class Printer {
public:
    Printer(const Ast& ast, Spelling spelling, const NameOf& name_of) : ast_(ast), spelling_(spelling), name_of_(name_of) {}

    void print(ExprId id, Rank at_least) {
        const bool parentheses = rank_of(ast_[id].node) < at_least;
        if (parentheses) out_ += '(';
        current_ = id;
        std::visit([this](const auto& node) { put(node); }, ast_[id].node);
        if (parentheses) out_ += ')';
    }
    std::string take() { return std::move(out_); }

private:
    void put(const NumberLiteral& node) {
        out_ += node.ratio ? percentage(node.value) : fmt::format("{}", node.value.numerator());
    }
    void put(const DurationLiteral& node) { out_ += duration(node, spelling_); }
    void put(const DateLiteral& node) { out_ += iso_date(node.day); }
    void put(const BooleanLiteral& node) { out_ += node.value ? word("true", "đúng") : word("false", "sai"); }
    void put(const TextLiteral& node) {
        out_ += '"';
        for (const char byte : node.value) {
            if (byte == '"' || byte == '\\') out_ += '\\';
            out_ += byte;
        }
        out_ += '"';
    }
    void put(const ReservedWord& node) { out_ += word_of(node.word, spelling_); }
    void put(const Path& node) {
        for (std::size_t i = 0; i < node.names.size(); ++i) {
            if (i > 0) out_ += '.';
            name(i, node.names[i].word);
        }
    }
    void put(const Negative& node) {
        out_ += '-';
        print(node.operand, unary);
    }
    void put(const Not& node) {
        out_ += word("not ", "không ");
        print(node.operand, negation);
    }
    void put(const Arithmetic& node) {
        const Rank rank = rank_of(node.op);
        print(node.left, rank);
        out_ += fmt::format(" {} ", sign_of(node.op));
        print(node.right, static_cast<Rank>(rank + 1));
    }
    void put(const Comparison& node) {
        for (std::size_t i = 0; i < node.operands.size(); ++i) {
            if (i > 0) out_ += fmt::format(" {} ", sign_of(node.ops[i - 1]));
            print(node.operands[i], sum);
        }
    }
    void put(const Membership& node) {
        print(node.operand, sum);
        out_ += word(" in ", " trong ");
        print(node.set, primary);
    }
    void put(const ListLiteral& node) {
        out_ += '[';
        separated(node.items, ", ", unary);
        out_ += ']';
    }
    void put(const IsMissing& node) {
        print(node.path, primary);
        out_ += node.negated ? word(" is not missing", " không bị_thiếu") : word(" is missing", " bị_thiếu");
    }
    void put(const Else& node) {
        out_ += '(';
        print(node.path, primary);
        out_ += word(" else ", " lấy ");
        print(node.fallback, loose);
        out_ += ')';
    }
    void put(const If& node) {
        out_ += word("if ", "nếu ");
        print(node.condition, disjunction);
        out_ += word(" then ", " thì ");
        print(node.then, loose);
        out_ += word(" else ", " còn_không ");
        print(node.otherwise, loose);
    }
    void put(const And& node) { separated(node.operands, word(" and ", " và "), negation); }
    void put(const Or& node) { separated(node.operands, word(" or ", " hoặc "), conjunction); }
    void put(const Call& node) {
        name(0, node.function.word);
        out_ += '(';
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            if (i > 0) out_ += ", ";
            print(node.arguments[i], loose);
            if (i > 0) continue;
            if (node.rows != no_expr) {
                out_ += word(" of ", " của ");
                print(node.rows, loose);
            }
            if (node.condition != no_expr) {
                out_ += word(" where ", " mà ");
                print(node.condition, loose);
            }
        }
        out_ += ')';
    }

    void separated(const std::vector<ExprId>& items, std::string_view separator, Rank at_least) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0) out_ += separator;
            print(items[i], at_least);
        }
    }

    void name(std::size_t number, std::string_view written) {
        const std::string_view other = name_of_ ? name_of_(current_, number) : std::string_view();
        out_ += other.empty() ? written : other;
    }
    std::string_view word(std::string_view en, std::string_view vi) const { return spelling_ == Spelling::vi ? vi : en; }

    const Ast& ast_;
    Spelling spelling_;
    const NameOf& name_of_;
    ExprId current_ = no_expr;  ///< the path or call that is printed
    std::string out_;
};

}  // namespace

std::string_view sign_of(CompareOp op) {
    switch (op) {
        case CompareOp::equal:
            return "=";
        case CompareOp::not_equal:
            return "!=";
        case CompareOp::less:
            return "<";
        case CompareOp::less_equal:
            return "<=";
        case CompareOp::greater:
            return ">";
        case CompareOp::greater_equal:
            return ">=";
    }
    return "=";
}

std::string_view sign_of(ArithmeticOp op) {
    switch (op) {
        case ArithmeticOp::add:
            return "+";
        case ArithmeticOp::subtract:
            return "-";
        case ArithmeticOp::multiply:
            return "*";
        case ArithmeticOp::divide:
            return "/";
    }
    return "+";
}

std::string print_expression(const Ast& ast, ExprId id, Spelling spelling) {
    return print_expression(ast, id, spelling, NameOf());
}

std::string print_expression(const Ast& ast, ExprId id, Spelling spelling, const NameOf& name_of) {
    if (id == no_expr) return {};
    Printer printer(ast, spelling, name_of);
    printer.print(id, loose);
    return printer.take();
}

}  // namespace hoagiai
