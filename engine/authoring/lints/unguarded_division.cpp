// unguarded-division: a share, an average, a least or greatest value and a quotient have no value over nothing, so the rule is
// unknown for a unit without cases. A guard (`when: cases_concluded > 0`) makes it not applicable there: never 0 %, never 100
// %.
#include "engine/authoring/lint.h"
#include "engine/checking/written_out.h"

namespace hoagiai {

namespace {

void look(const CheckedRulebook& book, const Lint& lint, Diagnostics& diagnostics) {
    for (const CheckedRule& rule : book.rules) {
        ExprId divides = no_expr;
        for_each_written_out(book, rule.decl->require, [&](ExprId id) {
            const auto* arithmetic = std::get_if<Arithmetic>(&book.book->ast[id].node);
            const Function* function = book.facts[id].function;
            if ((arithmetic && arithmetic->op == ArithmeticOp::divide) || (function && function->may_lack_answer)) divides = id;
        });
        if (divides == no_expr) continue;
        bool guarded = false;
        for_each_written_out(book, rule.decl->when, [&](ExprId id) {
            const Node& node = book.book->ast[id].node;
            guarded = guarded || std::holds_alternative<Comparison>(node) || std::holds_alternative<Call>(node);
        });
        if (guarded) continue;
        diagnostics.add(lint.kind, rule.decl->id.place(),
                        {"quy tắc này chia cho một số có thể bằng 0 mà không có điều kiện áp dụng",
                         "this rule divides by what may be nothing, and no `when` guards it"},
                        {"thêm when: … > 0, để đơn vị không có vụ, việc nào thì không áp dụng",
                         "add when: … > 0, so that it is not applicable where there are none"});
    }
}

}  // namespace

extern const Lint lint_unguarded_division;
const Lint lint_unguarded_division = {{"L002", "unguarded-division", Severity::warning},
                                      {"Quy tắc có phép chia cần điều kiện áp dụng.", "A rule that divides needs a guard."},
                                      look};

}  // namespace hoagiai
