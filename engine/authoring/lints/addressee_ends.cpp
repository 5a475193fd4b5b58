// addressee-ends: a recommendation to an office that ends on a day, in a rule that goes on. Whoever reads it later would look
// for somebody who is no longer there.
#include <fmt/format.h>

#include "engine/authoring/lint.h"
#include "engine/checking/written_out.h"

namespace hoagiai {

namespace {

bool asks_the_day(const CheckedRulebook& book, ExprId when) {
    bool asks = false;
    for_each_written_out(book, when, [&](ExprId id) {
        const auto* word = std::get_if<ReservedWord>(&book.book->ast[id].node);
        asks = asks || (word && word->word == Reserved::as_of);
    });
    return asks;
}

void look(const CheckedRulebook& book, const Lint& lint, Diagnostics& diagnostics) {
    for (const CheckedRule& rule : book.rules)
        for (const RecommendDecl& recommend : rule.decl->recommend) {
            const Addressee* addressee = book.schema->find_addressee(recommend.to.value);
            if (!addressee || !addressee->until) continue;
            const Day until = *addressee->until;
            if (rule.in_force.to && *rule.in_force.to <= until) continue;
            if (recommend.when != no_expr && asks_the_day(book, recommend.when)) continue;
            diagnostics.add(lint.kind, recommend.to.place(),
                            {fmt::format("`{}` chỉ có đến hết ngày {}, còn quy tắc thì áp dụng sau ngày đó", addressee->name,
                                         vietnamese_date(until)),
                             fmt::format("`{}` ends on {}, and the rule goes on", addressee->name, iso_date(until))},
                            {fmt::format("thêm when: as_of <= {}, và một kiến nghị cho nơi tiếp nhận với when: as_of > {}",
                                         iso_date(until), iso_date(until)),
                             fmt::format("add when: as_of <= {}, and one to whoever takes over with when: as_of > {}",
                                         iso_date(until), iso_date(until))});
        }
}

}  // namespace

extern const Lint lint_addressee_ends;
const Lint lint_addressee_ends = {
    {"L020", "addressee-ends", Severity::warning},
    {"Kiến nghị gửi nơi nhận sắp kết thúc phải nêu ngày.", "A recommendation to an addressee that ends asks for the day."},
    look};

}  // namespace hoagiai
