#include "engine/findings/sentences.h"

#include "engine/findings/named.h"
#include "engine/findings/value_text.h"

namespace hoagiai {

Sentences::Sentences(const CheckResult& result, Language language)
    : result_(result), data_(result.records->dataset), language_(language) {
    for (std::size_t book = 0; book < result.request.books.size(); ++book)
        for (const CheckedRule& rule : result.request.books[book]->rules) prepare(book, rule);
}

void Sentences::prepare(std::size_t book, const CheckedRule& rule) {
    const CheckedRulebook& around = *result_.request.books[book];
    const bool english = language_ == Language::en && !rule.decl->finding_en.empty();
    Prepared prepared{{}, thresholds_of(around, rule)};
    for (const Template::Part& part : (english ? rule.decl->finding_en : rule.decl->finding_vi).parts) {
        Part one{part.literal, part.expr, none_id, nullptr};
        if (part.expr != no_expr) {
            one.field = own_field(around, part.expr);
            one.told = result_.told.find(book, part.expr, {{}, result_.request.as_of, Status::unknown, 0});
            if (one.field == none_id && !one.told) return;
        }
        prepared.parts.push_back(std::move(one));
    }
    rules_.emplace(&rule, std::move(prepared));
}

void Sentences::look_ahead(const Finding& finding) const {
#if defined(__GNUC__)
    const CheckedRule& rule = result_.rule(finding);
    __builtin_prefetch(data_.id(rule.entity, finding.row).data());
    __builtin_prefetch(data_.name(rule.entity, finding.row).data());
    const auto prepared = rules_.find(&rule);
    if (prepared == rules_.end()) return;
    for (const Part& part : prepared->second.parts)
        if (part.field != none_id && data_[rule.entity].columns[part.field].supplied)
            data_[rule.entity].columns[part.field].visit([&](const auto* cells) { __builtin_prefetch(cells + finding.row); });
#else
    (void)finding;
#endif
}

bool Sentences::fill(const Finding& finding, std::string& text) const {
    if (!finding.whole || finding.unwaived() != Status::fail || !finding.outcome.readings.empty()) return false;
    const CheckedRule& rule = result_.rule(finding);
    const auto prepared = rules_.find(&rule);
    if (prepared == rules_.end()) return false;
    const CheckedRulebook& book = result_.book(finding);
    for (const Part& part : prepared->second.parts) {
        if (part.expr == no_expr) {
            text += part.literal;
            continue;
        }
        const Type& type = book.facts[part.expr].type;
        std::optional<Known> value;
        if (part.field == none_id) {
            value = (*part.told)(finding.row);
        } else if (data_.state(rule.entity, part.field, finding.row) == CellState::known) {
            if (type.is(Kind::text)) {
                text += data_.texts[static_cast<std::size_t>(data_[rule.entity].columns[part.field].value(finding.row))];
                continue;
            }
            value = data_.value(rule.entity, part.field, finding.row);
        }
        if (!value) return false;
        text += value_text(*value, type, language_, prepared->second.thresholds);
    }
    return !text.empty();
}

FindingSentence Sentences::operator()(const Finding& finding) const {
    FindingSentence sentence;
    return fill(finding, sentence.message) ? sentence : describe_sentence(result_, finding, language_);
}

}  // namespace hoagiai
