// Every expression of the shipped rulebooks, printed and read again, is the same tree; with Vietnamese keywords too.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "engine/language/walk.h"
#include "tests/language/trees.h"
#include "tests/metamorphic/whole_run.h"

using namespace hoagiai;
using namespace hoagiai::metamorphic;

namespace {

/// All expressions that stand on their own: those that are no part of another.
std::vector<ExprId> whole_expressions(const Ast& ast) {
    std::vector<bool> part(ast.nodes.size());
    for (const Expr& expr : ast.nodes) for_each_part(expr.node, [&](ExprId id) { part[id] = true; });
    std::vector<ExprId> whole;
    for (ExprId id = 0; id < ast.nodes.size(); ++id)
        if (!part[id]) whole.push_back(id);
    return whole;
}

bool is_part_of_word(char byte) {
    return byte == '_' || (static_cast<unsigned char>(byte) & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(byte)) != 0;
}

/// The words of a printed expression, quoted texts and single signs; joined they are the expression again.
std::vector<std::string> pieces(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        if (text[at] == '"') {
            while (text[end] != '"') end += text[end] == '\\' ? 2 : 1;
            ++end;
        } else if (is_part_of_word(text[at])) {
            while (end < text.size() && is_part_of_word(text[end])) ++end;
        }
        all.push_back(text.substr(at, end - at));
        at = end;
    }
    return all;
}

/// The same expression with Vietnamese keywords. `else` has two: one that ends an if, one in its own parentheses.
std::string in_vietnamese(const std::string& english) {
    static const std::map<std::string, std::string> words = {
        {"and", "và"}, {"or", "hoặc"}, {"not", "không"}, {"in", "trong"},   {"where", "mà"},
        {"of", "của"}, {"if", "nếu"},  {"then", "thì"},  {"never", "chưa"}, {"period", "kỳ"}};
    static const std::map<std::string, std::string> units = {{"day", "ngày"},     {"days", "ngày"}, {"month", "tháng"},
                                                             {"months", "tháng"}, {"year", "năm"},  {"years", "năm"}};
    std::string result;
    std::vector<int> open_ifs = {0};  // in each parenthesis
    const std::vector<std::string> all = pieces(english);
    const auto next = [&](std::size_t at, const std::vector<std::string>& wanted) {
        return at + wanted.size() <= all.size() &&
               std::equal(wanted.begin(), wanted.end(), all.begin() + static_cast<std::ptrdiff_t>(at));
    };
    for (std::size_t at = 0; at < all.size(); ++at) {
        const std::string& word = all[at];
        if (word == "(" || word == "[") open_ifs.push_back(0);
        if (word == ")" || word == "]") open_ifs.pop_back();
        if (word == "if") ++open_ifs.back();
        if (next(at, {"is", " ", "missing"})) {
            result += "bị_thiếu";
            at += 2;
        } else if (next(at, {"is", " ", "not", " ", "missing"})) {
            result += "không bị_thiếu";
            at += 4;
        } else if (next(at, {"previous", " ", "period"})) {
            result += "kỳ_trước";
            at += 2;
        } else if (word == "else") {
            result += open_ifs.back() > 0 ? "còn_không" : "lấy";
            if (open_ifs.back() > 0) --open_ifs.back();
        } else {
            // Right after a whole number a unit of time, elsewhere a name.
            const bool after_number =
                at > 1 && all[at - 1] == " " && std::isdigit(static_cast<unsigned char>(all[at - 2][0])) != 0;
            const auto& meant = after_number && units.count(word) > 0 ? units : words;
            const auto found = meant.find(word);
            result += found == meant.end() ? word : found->second;
        }
    }
    return result;
}

}  // namespace

TEST_CASE("printed and read again, every shipped expression is the same tree", "[metamorphic]") {
    std::size_t expressions = 0, in_other_words = 0;
    for (const auto& book : shipped_rules()[1].books) {
        const Ast& ast = book->book->ast;
        for (const ExprId id : whole_expressions(ast)) {
            const std::string english = print_expression(ast, id), vietnamese = in_vietnamese(english);
            for (const std::string& text : {english, vietnamese}) {
                INFO(book->book->name.value << ": " << text);
                const test::Read again = test::read(text);
                REQUIRE(again.id != no_expr);
                CHECK(test::same_tree(ast, id, again.ast, again.id));
                CHECK(print_expression(again.ast, again.id) == english);
            }
            ++expressions;
            in_other_words += vietnamese != english;
        }
    }
    CHECK(expressions > 200);
    CHECK(in_other_words > 100);
}
