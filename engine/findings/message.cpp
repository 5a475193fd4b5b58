// A finding in words. The rule's own sentence is said where it fails, with how far a target is from being met and what to do;
// for everything else its title says what was looked at.
#include "engine/findings/message.h"

#include <algorithm>

#include "engine/checking/spelling.h"
#include "engine/findings/complete.h"
#include "engine/findings/describer.h"
#include "engine/findings/value_text.h"
#include "engine/findings/versions.h"
#include "engine/text/files.h"

namespace hoagiai {

std::vector<Basis> basis_of(const CheckedRulebook& book, const CheckedRule& rule) {
    std::vector<Basis> all = rule.decl->basis;
    for (Basis& basis : all)
        if (basis.instrument.empty()) basis.instrument = book.book->instrument.number;
    return all;
}

FindingText Describer::begun() const {
    FindingText text;
    text.title = rule_.decl->title;
    text.basis = basis_of(book_, rule_);
    return text;
}

FindingSentence Describer::describe_sentence(Language language) {
    const RuleDecl& decl = *rule_.decl;
    const Status status = finding_.unwaived();
    if (status == Status::unknown) {
        FindingText text;
        add_unknown(text);
        return {say(text.message, language), std::move(text.missing), {}};
    }
    FindingSentence one;
    if (status == Status::fail) {
        const bool english = language == Language::en && !decl.finding_en.parts.empty();
        one.message = english ? filled(decl.finding_en, Language::en) : filled(decl.finding_vi, Language::vi);
    }
    if (one.message.empty()) one.message = say(decl.title, language);
    return one;
}

FindingText Describer::describe_all() {
    const RuleDecl& decl = *rule_.decl;
    FindingText text = begun();
    const std::string entity = (*data_.schema)[rule_.entity].name;
    const std::string id(data_.id(rule_.entity, finding_.row));
    text.fingerprint = sha256(rule_.id + "\n" + entity + "\n" + id);
    collect(decl.when, text.evidence);
    collect(decl.require, text.evidence);
    const Status status = finding_.unwaived();
    if (status == Status::unknown) add_unknown(text);
    if (status == Status::fail) {
        text.message = {filled(decl.finding_vi, Language::vi), filled(decl.finding_en, Language::en)};
        if (text.message.en.empty()) text.message.en = text.message.vi;
        for (const RecommendDecl& recommend : decl.recommend) add_recommendation(recommend, text);
        if (decl.kind == RuleKind::target) text.gaps = gaps();
    }
    if (text.message.vi.empty()) text.message = decl.title;
    return text;
}

std::vector<Gap> Describer::gaps() const {
    std::vector<std::vector<Gap>> by_reading;
    std::vector<std::string> sentences;
    for (const Evaluator& evaluator : evaluators_) {
        by_reading.push_back(find_gaps(book_, data_, evaluator, rule_.decl->require, row_));
        sentences.emplace_back();
        for (const Gap& gap : by_reading.back()) sentences.back() += gap.sentence.en + "\n";
    }
    if (std::equal(sentences.begin() + 1, sentences.end(), sentences.begin())) return by_reading.front();
    std::vector<Gap> all;
    for (const ReadingGroup& group : group_readings(finding_.outcome.readings, sentences))
        for (Gap& gap : read_as(by_reading[group.readings.front()], title_of(group, book_))) all.push_back(std::move(gap));
    return all;
}

void Describer::add_recommendation(const RecommendDecl& recommend, FindingText& text) const {
    // Wherever it may be meant: under some reading, or with some way to fill the holes.
    bool meant = recommend.when == no_expr, surely = true;
    for (std::size_t reading = 0; reading < evaluators_.size() && recommend.when != no_expr; ++reading) {
        const Truth holds = evaluate(reading, recommend.when).as_truth();
        meant = meant || holds.can_be_true;
        surely = surely && holds.surely_true();
    }
    if (!meant) return;
    Recommendation one;
    one.to = recommend.to.value;
    if (!surely) one.condition = print_in_english(book_, recommend.when);
    if (const Addressee* addressee = data_.schema->find_addressee(one.to)) {
        one.to_title = addressee->title;
        if (addressee->until && *addressee->until < result_.request.as_of) one.ended = addressee->until;
    }
    if (recommend.within)
        for (const CheckedParameter& parameter : book_.parameters)
            if (parameter.name == recommend.within->value)
                if (const CheckedValue* value = parameter.on(result_.request.as_of); value && !value->values.empty())
                    one.within = {value_text(value->values.front(), parameter.type, Language::vi),
                                  value_text(value->values.front(), parameter.type, Language::en)};
    one.text = {filled(recommend.vi, Language::vi), filled(recommend.en, Language::en)};
    text.recommendations.push_back(std::move(one));
}

FindingText describe(const CheckResult& result, const Finding& finding) {
    if (!finding.whole) return describe(result, complete(result, finding));
    FindingText text = Describer(result, finding).describe_all();
    const std::vector<VersionPart> parts = by_version(result, finding);
    return parts.size() < 2 ? text : joined(std::move(text), parts, result);
}

FindingSentence describe_sentence(const CheckResult& result, const Finding& finding, Language language) {
    if (!finding.whole) return describe_sentence(result, complete(result, finding), language);
    if (finding.outcome.readings.size() > 1 && by_version(result, finding).size() > 1) {
        FindingText text = describe(result, finding);
        return {say(text.message, language), std::move(text.missing), std::move(text.basis)};
    }
    return Describer(result, finding).describe_sentence(language);
}

}  // namespace hoagiai
