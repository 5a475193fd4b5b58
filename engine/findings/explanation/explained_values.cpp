#include "engine/findings/explanation/explained_values.h"

#include <algorithm>

#include "engine/findings/value_text.h"

namespace hoagiai {

namespace {

Words truth_words(Truth truth, bool is_field) {
    if (truth.surely_true()) return is_field ? Words{"có", "yes"} : Words{"đúng", "true"};
    if (truth.surely_false()) return is_field ? Words{"không", "no"} : Words{"sai", "false"};
    if (!truth.can_be_true && !truth.can_be_false) return {"không tính được", "no value"};
    return {"chưa rõ", "not known"};
}

}  // namespace

ExplainedValues::ExplainedValues(const CheckResult& result, const Finding& finding)
    : book_(result.book(finding)),
      rule_(result.rule(finding)),
      data_(result.records->dataset),
      row_(finding.row),
      period_(result.request.period),
      thresholds_(thresholds_of(book_, rule_)),
      settled_(settled_parameters(result.request)) {
    const Judge judge(book_, data_, result.request.as_of, result.request.period);
    const auto add = [&](Day day, const JudgedReading* reading) {
        evaluators_.push_back(judge.evaluator(day, reading));
        days_.push_back(day);
    };
    if (finding.outcome.readings.empty()) add(result.request.as_of, nullptr);
    for (const JudgedReading& reading : finding.outcome.readings) add(reading.day, &reading);
}

Known ExplainedValues::evaluate(ExprId id, const RowRef& row, std::size_t reading) const {
    try {
        return evaluators_[reading].evaluate(id, row).known;
    } catch (const Overflow&) {
        return book_.facts[id].type.is(Kind::boolean) ? Known::truth(Truth::no_answer()) : Known::no_answer();
    }
}

const SettledParameter* ExplainedValues::settled(const CheckedParameter& parameter) const {
    const std::string name = parameter.owner + "/" + parameter.name;
    const auto found = std::find_if(settled_.begin(), settled_.end(), [&](const auto& one) { return one.name == name; });
    return found == settled_.end() ? nullptr : &*found;
}

std::string ExplainedValues::written(ExprId id) const {
    const Expr& expr = ast()[id];
    const std::string& whole = ast().texts[expr.text].value;
    std::string text;
    bool quoted = false, blank = false;
    for (std::size_t i = expr.range.begin; i < std::min<std::size_t>(expr.range.end, whole.size()); ++i) {
        const char byte = whole[i];
        if (byte == '"' && (i == 0 || whole[i - 1] != '\\')) quoted = !quoted;
        blank = !quoted && (byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t');
        if (!blank || (!text.empty() && text.back() != ' ')) text += blank ? ' ' : byte;
    }
    return text.empty() ? print_expression(ast(), id) : text;
}

bool ExplainedValues::is_literal(ExprId id) const {
    const Node& one = node(id);
    if (std::holds_alternative<Path>(one)) return book_.path(id).end == PathMeaning::End::choice;
    if (const auto* negative = std::get_if<Negative>(&one)) return is_literal(negative->operand);
    if (const auto* word = std::get_if<ReservedWord>(&one)) return word->word == Reserved::never;
    return std::holds_alternative<NumberLiteral>(one) || std::holds_alternative<DurationLiteral>(one) ||
           std::holds_alternative<DateLiteral>(one) || std::holds_alternative<BooleanLiteral>(one) ||
           std::holds_alternative<TextLiteral>(one);
}

Truth ExplainedValues::truth(ExprId id, const RowRef& row) const {
    Truth all;
    for (std::size_t reading = 0; reading < readings(); ++reading) all = united(all, evaluate(id, row, reading).as_truth());
    return all;
}

Words ExplainedValues::words(const Known& known, const Type& type, bool is_field) const {
    if (known.is_truth()) return truth_words(known.as_truth(), is_field);
    if (known.empty()) return {"không tính được (không có gì để tính)", "no value (nothing to take it of)"};
    Words text{value_text(known, type, Language::vi, thresholds_), value_text(known, type, Language::en, thresholds_)};
    const NumberRange* range = known.is_range() ? &known.as_range() : nullptr;
    if (text.vi == "?" && range && range->finite && range->low > Number(0) && range->high.is_infinite() && !range->plus) {
        const Known least = Known::number(range->low);
        text = {"từ " + value_text(least, type, Language::vi, thresholds_) + " trở lên",
                value_text(least, type, Language::en, thresholds_) + " or more"};
    }
    const bool wide = type.kind == Kind::ratio && known.as_range().low <= Number(0) && known.as_range().high >= Number(1);
    if (text.vi == "?" || wide) text = {"chưa rõ", "not known"};
    if (known.can_lack) text = {text.vi + ", hoặc không tính được", text.en + ", or no value"};
    return text;
}

std::vector<ExplainedValue> ExplainedValues::values(ExprId id, const RowRef& row) const {
    const bool path = std::holds_alternative<Path>(node(id));
    std::vector<ExplainedValue> all;
    for (std::size_t reading = 0; reading < readings(); ++reading) {
        Words text =
            words(evaluate(id, row, reading), book_.facts[id].type, path && book_.path(id).end == PathMeaning::End::field);
        const auto same = std::find_if(all.begin(), all.end(), [&](const ExplainedValue& one) { return one.text == text; });
        if (same == all.end())
            all.push_back({std::move(text), {reading}});
        else
            same->readings.push_back(reading);
    }
    if (all.size() == 1) all.front().readings.clear();
    return all;
}

RowRef ExplainedValues::arrive(ExprId path, const RowRef& row) const {
    RowRef here = row;
    for (const PathStep& step : book_.path(path).steps)
        if (step.up) here = go_up(data_, here, step.link);
    return here;
}

Words ExplainedValues::cell_words(const RowRef& row, FieldId field) const {
    const Field& declared = (*data_.schema)[row.entity].fields[field];
    if (row.kind != RowRef::Kind::real) {
        const CellName hole = cell_name(row.hole, data_);
        return {"chưa rõ, vì thiếu " + (hole.field.empty() ? hole.table : hole.field),
                "not known, for want of " + (hole.field.empty() ? hole.table : hole.field)};
    }
    if (data_.state(row.entity, field, row.row) != CellState::missing) {
        const Known known = data_.state(row.entity, field, row.row) == CellState::never
                                ? Known::range(NumberRange::never())
                                : data_.value(row.entity, field, row.row);
        return words(known, declared.type, true);
    }
    if (data_[row.entity].defects.field(row.row, field)) return {"không đọc được", "unreadable"};
    if (data_[row.entity].columns[field].supplied) return {"để trống", "blank"};
    return {"không có cột này", "no such column"};
}

CellName cell_name(const MissingCell& cell, const Dataset& data) {
    const Entity& entity = (*data.schema)[cell.entity];
    CellName name{cell.what, entity.plural, {}, {}, {}, entity.plural_title};
    using What = MissingCell::What;
    if (cell.what == What::cell || cell.what == What::column) {
        name.field = entity.fields[cell.field].name;
        name.title = entity.fields[cell.field].title;
    } else if (cell.what == What::link || cell.what == What::link_column) {
        name.field = entity.links[cell.field].name;
        name.title = entity.links[cell.field].title;
    }
    const bool of_a_row = cell.what == What::cell || cell.what == What::link;
    if (of_a_row || cell.what == What::roster) {
        const EntityId whose = of_a_row ? cell.entity : data.schema->top(cell.entity);
        name.id = std::string(data.id(whose, cell.row));
        name.name = std::string(data.name(whose, cell.row));
        if (name.name == name.id) name.name.clear();
    }
    return name;
}

}  // namespace hoagiai
