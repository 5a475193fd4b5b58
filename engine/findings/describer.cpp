// Values in the words of a finding: one for all readings, or each with the choice that decides it.
#include "engine/findings/describer.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/named.h"
#include "engine/findings/value_text.h"

namespace hoagiai {

Describer::Describer(const CheckResult& result, const Finding& finding)
    : result_(result),
      finding_(finding),
      book_(result.book(finding)),
      rule_(result.rule(finding)),
      data_(result.records->dataset),
      row_(RowRef::real(rule_.entity, finding.row)),
      judge_(book_, data_, result.request.as_of, result.request.period) {
    if (finding.outcome.readings.empty()) evaluators_.push_back(judge_.evaluator(result.request.as_of));
    for (const JudgedReading& reading : finding.outcome.readings)
        evaluators_.push_back(judge_.evaluator(reading.day, &reading));
    thresholds_ = thresholds_of(book_, rule_);
}

const Known& Describer::evaluate(std::size_t reading, ExprId id) const {
    for (const KnownValue& known : values_)
        if (known.id == id && known.reading == reading) return known.value;
    if (const FieldId field = known_cell(id); field != none_id)
        return values_.emplace_back(KnownValue{reading, id, data_.value(row_.entity, field, row_.row)}).value;
    Known value = Known::no_answer();
    if (const auto told = told_value(reading, id)) return values_.emplace_back(KnownValue{reading, id, *told}).value;
    try {
        value = evaluators_[reading].evaluate(id, row_).known;
    } catch (const Overflow&) {
        // It has none.
    }
    return values_.emplace_back(KnownValue{reading, id, std::move(value)}).value;
}

std::optional<Known> Describer::told_value(std::size_t reading, ExprId id) const {
    const auto& readings = finding_.outcome.readings;
    const JudgedReading as_it_stands{{}, result_.request.as_of, Status::unknown, 0};
    const ToldValues* told = result_.told.find(finding_.book, id, reading < readings.size() ? readings[reading] : as_it_stands);
    return told ? (*told)(finding_.row) : std::nullopt;
}

FieldId Describer::known_cell(ExprId id) const {
    const FieldId field = own_field(book_, id);
    return field != none_id && data_.state(row_.entity, field, row_.row) == CellState::known ? field : none_id;
}

std::optional<std::string_view> Describer::text_as_it_stands(ExprId id) const {
    if (!book_.facts[id].type.is(Kind::text)) return std::nullopt;
    const FieldId field = known_cell(id);
    if (field == none_id) return std::nullopt;
    return data_.texts[static_cast<std::size_t>(data_[row_.entity].columns[field].value(row_.row))];
}

const RuleDecl& Describer::decl_of(std::size_t reading) const {
    const auto& readings = finding_.outcome.readings;
    return reading < readings.size() ? *book_.rules[readings[reading].version].decl : *rule_.decl;
}

std::string Describer::value_in_one(std::size_t reading, ExprId id, Language language) const {
    return value_text(evaluate(reading, id), book_.facts[id].type, language, thresholds_);
}

std::string Describer::value_in(ExprId id, Language language) const {
    if (evaluators_.size() == 1) return value_in_one(0, id, language);
    std::vector<std::string> texts;
    for (std::size_t reading = 0; reading < evaluators_.size(); ++reading) texts.push_back(value_in_one(reading, id, language));
    if (std::all_of(texts.begin(), texts.end(), [&](const std::string& text) { return text == texts.front(); }))
        return texts.front();
    std::string joined;
    for (const ReadingGroup& group : group_readings(finding_.outcome.readings, texts))
        joined += fmt::format("{}{} ({})", joined.empty() ? "" : ", ", texts[group.readings.front()],
                              say(title_of(group, book_), language));
    return joined;
}

std::string Describer::filled(const Template& text, Language language, std::optional<std::size_t> reading) const {
    std::string result;
    for (const Template::Part& part : text.parts) {
        if (part.expr == no_expr)
            result += part.literal;
        else if (const auto as_it_stands = text_as_it_stands(part.expr))
            result += *as_it_stands;
        else
            result += reading ? value_in_one(*reading, part.expr, language) : value_in(part.expr, language);
    }
    return result;
}

}  // namespace hoagiai
