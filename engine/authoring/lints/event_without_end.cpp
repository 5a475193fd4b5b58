// event-without-end: `last_review_on >= period_start` is true for a review that never took place, since never is later than
// every day. A duty to have done something bounds its date from above too: `last_review_on in period`.
#include <map>

#include "engine/authoring/lint.h"
#include "engine/checking/written_out.h"

namespace hoagiai {

namespace {

/// The event field that an expression is, as its entity and field.
std::optional<std::pair<EntityId, FieldId>> event_field(const CheckedRulebook& book, ExprId id) {
    if (!std::holds_alternative<Path>(book.book->ast[id].node) || book.facts[id].path == none_id) return std::nullopt;
    const PathMeaning& meaning = book.path(id);
    if (meaning.end != PathMeaning::End::field || !(*book.schema)[meaning.entity].fields[meaning.index].event)
        return std::nullopt;
    return std::pair{meaning.entity, meaning.index};
}

void look(const CheckedRulebook& book, const Lint& lint, Diagnostics& diagnostics) {
    for (const CheckedRule& rule : book.rules) {
        std::map<std::pair<EntityId, FieldId>, ExprId> from_below;
        std::map<std::pair<EntityId, FieldId>, bool> otherwise;
        for_each_written_out(
            book, rule.decl->require,
            [&](ExprId id) {
                if (const auto* membership = std::get_if<Membership>(&book.book->ast[id].node))
                    if (const auto field = event_field(book, membership->operand)) otherwise[*field] = true;
                const auto* comparison = std::get_if<Comparison>(&book.book->ast[id].node);
                if (!comparison) return;
                for (std::size_t i = 0; i < comparison->ops.size(); ++i) {
                    const bool left_is_later =
                        comparison->ops[i] == CompareOp::greater || comparison->ops[i] == CompareOp::greater_equal;
                    const bool right_is_later =
                        comparison->ops[i] == CompareOp::less || comparison->ops[i] == CompareOp::less_equal;
                    const auto left = event_field(book, comparison->operands[i]),
                               right = event_field(book, comparison->operands[i + 1]);
                    // Two events against each other are a matter of order, not of having happened.
                    if (left && right) otherwise[*left] = otherwise[*right] = true;
                    if (left)
                        left_is_later ? (void)from_below.emplace(*left, comparison->operands[i])
                                      : (void)(otherwise[*left] = true);
                    if (right)
                        right_is_later ? (void)from_below.emplace(*right, comparison->operands[i + 1])
                                       : (void)(otherwise[*right] = true);
                }
            },
            false);
        for (const auto& [field, id] : from_below) {
            if (otherwise.count(field)) continue;
            const std::string& name = (*book.schema)[field.first].fields[field.second].name;
            diagnostics.add(lint.kind, book.book->ast.place(id),
                            {"`" + name + "` chỉ có mức dưới, nên “chưa” (never) cũng thỏa mãn",
                             "`" + name + "` is bounded from below only, so `never` would pass"},
                            {"viết " + name + " in period, hoặc thêm mức trên",
                             "write " + name + " in period, or bound it from above too"});
        }
    }
}

}  // namespace

extern const Lint lint_event_without_end;
const Lint lint_event_without_end = {{"L003", "event-without-end", Severity::warning},
                                     {"Ngày của một việc cần có mức trên.", "The date of an event is bounded from above."},
                                     look};

}  // namespace hoagiai
