// no-basis: a rule without a legal basis accuses by nobody's authority. Data rules and questions may do without.
#include "engine/authoring/lint.h"

namespace hoagiai {

namespace {

void look(const CheckedRulebook& book, const Lint& lint, Diagnostics& diagnostics) {
    for (const CheckedRule& rule : book.rules) {
        const bool needs = rule.decl->kind == RuleKind::requirement || rule.decl->kind == RuleKind::target;
        if (!needs || !rule.decl->basis.empty()) continue;
        diagnostics.add(lint.kind, rule.decl->id.place(),
                        {"quy tắc này không nêu căn cứ pháp lý", "this rule names no legal basis"},
                        {"thêm basis: {article: …, clause: …}", "add basis: {article: …, clause: …}"});
    }
}

}  // namespace

extern const Lint lint_no_basis;
const Lint lint_no_basis = {{"L001", "no-basis", Severity::warning},
                            {"Yêu cầu và chỉ tiêu phải nêu căn cứ.", "Requirements and targets name their basis."},
                            look};

}  // namespace hoagiai
