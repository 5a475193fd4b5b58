// A finding in words. The rule's own sentence is said where it fails; an unknown one has the engine's own, with what is
// missing; where readings decide, each is named with its status and its values.
#include "engine/findings/message.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "engine/findings/reading_group.h"
#include "engine/findings/value_text.h"
#include "engine/language/walk.h"
#include "engine/text/files.h"

namespace hoagiai {

namespace {

constexpr std::size_t most_missing = 20, most_rows = 50;

class Describer {
public:
    Describer(const CheckResult& result, const Finding& finding)
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

    FindingText describe_all() {
        const RuleDecl& decl = *rule_.decl;
        FindingText text;
        text.title = decl.title;
        text.basis = decl.basis;
        for (Basis& basis : text.basis)
            if (basis.instrument.empty()) basis.instrument = book_.book->instrument.number;
        const std::string entity = (*data_.schema)[rule_.entity].name;
        const std::string id(data_.id(rule_.entity, finding_.row));
        text.fingerprint = sha256(rule_.id + "\n" + entity + "\n" + id);
        collect(decl.when, text.evidence);
        collect(decl.require, text.evidence);
        if (finding_.outcome.status == Status::unknown) add_unknown(text);
        if (finding_.outcome.status == Status::fail) {
            text.message = {filled(decl.finding_vi, Language::vi), filled(decl.finding_en, Language::en)};
            if (text.message.en.empty()) text.message.en = text.message.vi;
            for (const RecommendDecl& recommend : decl.recommend) add_recommendation(recommend, text);
            if (decl.kind == RuleKind::target) text.gaps = gaps();
        }
        if (text.message.vi.empty()) text.message = decl.title;
        return text;
    }

private:
    Known evaluate(std::size_t reading, ExprId id) const {
        try {
            return evaluators_[reading].evaluate(id, row_).known;
        } catch (const Overflow&) {
            return Known::no_answer();
        }
    }

    std::string value_in_one(std::size_t reading, ExprId id, Language language) const {
        return value_text(evaluate(reading, id), book_.facts[id].type, language, thresholds_);
    }

    /// Told once where all readings agree, else by the choices that decide.
    std::vector<Gap> gaps() const {
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
            for (Gap& gap : read_as(by_reading[group.readings.front()], title_of(group.shown, book_)))
                all.push_back(std::move(gap));
        return all;
    }

    /// One value for all readings, or each with the title of its reading.
    std::string value_in(ExprId id, Language language) const {
        std::vector<std::string> texts;
        for (std::size_t reading = 0; reading < evaluators_.size(); ++reading)
            texts.push_back(value_in_one(reading, id, language));
        if (std::all_of(texts.begin(), texts.end(), [&](const std::string& text) { return text == texts.front(); }))
            return texts.front();
        std::string joined;
        for (const ReadingGroup& group : group_readings(finding_.outcome.readings, texts))
            joined += fmt::format("{}{} ({})", joined.empty() ? "" : ", ", texts[group.readings.front()],
                                  say(title_of(group.shown, book_), language));
        return joined;
    }

    /// `reading`: as this one has it; by default as all have it.
    std::string filled(const Template& text, Language language, std::optional<std::size_t> reading = std::nullopt) const {
        std::string result;
        for (const Template::Part& part : text.parts)
            result += part.expr == no_expr ? part.literal
                      : reading            ? value_in_one(*reading, part.expr, language)
                                           : value_in(part.expr, language);
        return result;
    }

    /// The values that stand in the condition by name: fields, definitions, parameters, and functions over rows.
    void collect(ExprId id, std::vector<Evidence>& evidence) const {
        if (id == no_expr) return;
        const Node& node = book_.book->ast[id].node;
        const bool call = std::holds_alternative<Call>(node);
        if (const auto* path = std::get_if<Path>(&node); path || call) {
            if (path && (book_.path(id).end == PathMeaning::End::choice || book_.path(id).end == PathMeaning::End::rows))
                return;
            if (path && book_.facts[id].type.list) return;
            const std::string expression = print_expression(book_.book->ast, id);
            for (const Evidence& known : evidence)
                if (known.expression == expression) return;
            Evidence one{expression, {value_in_or_field(id, Language::vi), value_in_or_field(id, Language::en)}, {}, 0};
            add_rows(id, row_, one);
            evidence.push_back(std::move(one));
            return;
        }
        for_each_part(node, [&](ExprId part) { collect(part, evidence); });
    }

    /// A path that only `is missing` looks at may be a link, which has no value.
    std::string value_in_or_field(ExprId id, Language language) const {
        if (std::holds_alternative<Path>(book_.book->ast[id].node) && book_.path(id).end == PathMeaning::End::link) return "";
        return value_in(id, language);
    }

    void add_rows(ExprId id, const RowRef& row, Evidence& evidence) const {
        // A definition that is a call shows the rows behind that call, seen from where the path arrives.
        if (std::holds_alternative<Path>(book_.book->ast[id].node)) {
            const PathMeaning& meaning = book_.path(id);
            if (meaning.end != PathMeaning::End::definition) return;
            RowRef here = row;
            for (const PathStep& step : meaning.steps) here = go_up(data_, here, step.link);
            const ExprId expr = book_.definitions[meaning.index].expr;
            if (here.kind == RowRef::Kind::real && std::holds_alternative<Call>(book_.book->ast[expr].node))
                add_rows(expr, here, evidence);
            return;
        }
        for (const RowRef& counted : evaluators_.front().counted_rows(id, row)) {
            if (evidence.rows.size() == most_rows) {
                ++evidence.more_rows;
                continue;
            }
            evidence.rows.push_back({(*data_.schema)[counted.entity].name, std::string(data_.id(counted.entity, counted.row))});
        }
        std::sort(evidence.rows.begin(), evidence.rows.end(),
                  [](const RowName& a, const RowName& b) { return std::tie(a.entity, a.id) < std::tie(b.entity, b.id); });
    }

    void add_unknown(FindingText& text) {
        const Outcome& outcome = finding_.outcome;
        if (outcome.reading_decides) {
            add_readings(text);
            return;
        }
        if (outcome.nothing_to_divide_by || outcome.missing.empty()) {
            text.message = {"Chưa kết luận được: không có số liệu để chia hoặc để tính.",
                            "Cannot be decided: there is nothing to divide by, or nothing to take the value of."};
            return;
        }
        for (const MissingCell& cell : outcome.missing) {
            if (text.missing.size() == most_missing) break;
            text.missing.push_back(missing_text(cell));
        }
        text.more_missing = outcome.missing.size() - text.missing.size();
        Words list;
        const std::size_t shown = std::min<std::size_t>(text.missing.size(), 3);
        for (std::size_t i = 0; i < shown; ++i) {
            list.vi += (i == 0 ? "" : "; ") + text.missing[i].words.vi;
            list.en += (i == 0 ? "" : "; ") + text.missing[i].words.en;
        }
        if (outcome.missing.size() > shown) {
            list.vi += fmt::format("; và {} giá trị khác", outcome.missing.size() - shown);
            list.en += fmt::format("; and {} more", outcome.missing.size() - shown);
        }
        text.message = {"Chưa kết luận được vì còn thiếu: " + list.vi + ".", "Cannot be decided without: " + list.en + "."};
    }

    void add_readings(FindingText& text) {
        const auto& readings = finding_.outcome.readings;
        for (std::size_t i = 0; i < readings.size(); ++i) {
            ReadingText one;
            one.status = readings[i].status;
            one.title = title_of(readings[i], book_);
            for (const auto& [parameter, choice] : readings[i].choices)
                one.choices.push_back(
                    {book_.parameters[parameter].name,
                     value_text(book_.parameters[parameter].readings[choice], book_.parameters[parameter].type, Language::en)});
            add_differing_values(i, one);
            text.readings.push_back(std::move(one));
        }
        Words list;
        for (const ReadingGroup& group : group_readings(readings)) {
            const Words title = title_of(group.shown, book_), status = status_title(group.shown.status);
            list.vi += fmt::format("{}nếu hiểu là “{}” thì {}{}", list.vi.empty() ? "" : "; ", title.vi, status.vi,
                                   outcome_of(group, text, Language::vi));
            list.en += fmt::format("{}read as “{}”: {}{}", list.en.empty() ? "" : "; ", title.en, status.en,
                                   outcome_of(group, text, Language::en));
        }
        text.message = {"Kết luận tùy thuộc vào cách hiểu quy định: " + list.vi + ".", "The reading decides; " + list.en + "."};
    }

    /// What a group of readings comes to: where it fails, the rule's own sentence; else the rates. Only what all of them share.
    std::string outcome_of(const ReadingGroup& group, const FindingText& text, Language language) const {
        const RuleDecl& decl = *rule_.decl;
        const auto shared = [&](const auto& of) {
            const auto first = of(group.readings.front());
            return std::all_of(group.readings.begin(), group.readings.end(),
                               [&](std::size_t reading) { return of(reading) == first; })
                       ? first
                       : std::string();
        };
        if (group.shown.status == Status::fail) {
            std::string sentence = shared([&](std::size_t reading) {
                const Template& own =
                    language == Language::vi || decl.finding_en.parts.empty() ? decl.finding_vi : decl.finding_en;
                return filled(own, language, reading);
            });
            while (!sentence.empty() && (sentence.back() == '.' || sentence.back() == ' ')) sentence.pop_back();
            return sentence.empty() ? sentence : ": " + sentence;
        }
        const std::string rates = shared([&](std::size_t reading) {
            std::string joined;
            for (const Evidence& value : text.readings[reading].values)
                if (const std::string& one = say(value.value, language); one.ends_with("%"))
                    joined += (joined.empty() ? "" : ", ") + one;
            return joined;
        });
        return rates.empty() ? rates : " (" + rates + ")";
    }

    /// Whatever is counted, measured or named in the rule and differs between the readings: a rate, and its base beside it.
    void add_differing_values(std::size_t reading, ReadingText& text) const {
        std::vector<ExprId> candidates = {rule_.decl->when, rule_.decl->require};
        std::set<std::string> seen;
        while (!candidates.empty()) {
            const ExprId id = candidates.front();
            candidates.erase(candidates.begin());
            if (id == no_expr) continue;
            const Node& node = book_.book->ast[id].node;
            const bool path = std::holds_alternative<Path>(node), call = std::holds_alternative<Call>(node);
            // The parameter itself is what the title says already.
            const bool named =
                call ||
                (path && (book_.path(id).end == PathMeaning::End::field || book_.path(id).end == PathMeaning::End::definition));
            const bool computed = std::holds_alternative<Arithmetic>(node) || std::holds_alternative<If>(node);
            if (named || (computed && book_.facts[id].type.is_numeric())) {
                bool differs = false;
                for (std::size_t other = 0; other < evaluators_.size(); ++other)
                    differs = differs || !(evaluate(other, id) == evaluate(reading, id));
                const std::string expression = print_expression(book_.book->ast, id);
                const Known known = evaluate(reading, id);
                const Type& type = book_.facts[id].type;
                if (differs && seen.insert(expression).second)
                    text.values.push_back({expression,
                                           {value_text(known, type, Language::vi, thresholds_),
                                            value_text(known, type, Language::en, thresholds_)},
                                           {},
                                           0});
            }
            if (!path && !call) for_each_part(node, [&](ExprId part) { candidates.push_back(part); });
        }
    }

    MissingText missing_text(const MissingCell& cell) const {
        const Entity& entity = (*data_.schema)[cell.entity];
        MissingText text;
        text.entity = entity.name;
        text.words = describe(cell, data_);
        if (cell.what == MissingCell::What::cell || cell.what == MissingCell::What::link)
            text.id = std::string(data_.id(cell.entity, cell.row));
        if (cell.what == MissingCell::What::cell || cell.what == MissingCell::What::column)
            text.field = entity.fields[cell.field].name;
        if (cell.what == MissingCell::What::link || cell.what == MissingCell::What::link_column)
            text.field = entity.links[cell.field].name;
        if (cell.what == MissingCell::What::roster)
            text.commune = std::string(data_.id(data_.schema->top(cell.entity), cell.row));
        return text;
    }

    void add_recommendation(const RecommendDecl& recommend, FindingText& text) const {
        if (recommend.when != no_expr && !evaluate(0, recommend.when).as_truth().can_be_true) return;
        Recommendation one;
        one.to = recommend.to.value;
        if (const Addressee* addressee = data_.schema->find_addressee(one.to)) one.to_title = addressee->title;
        if (recommend.within)
            for (const CheckedParameter& parameter : book_.parameters)
                if (parameter.name == recommend.within->value)
                    if (const CheckedValue* value = parameter.on(result_.request.as_of); value && !value->values.empty())
                        one.within = {value_text(value->values.front(), parameter.type, Language::vi),
                                      value_text(value->values.front(), parameter.type, Language::en)};
        one.text = {filled(recommend.vi, Language::vi), filled(recommend.en, Language::en)};
        text.recommendations.push_back(std::move(one));
    }

    const CheckResult& result_;
    const Finding& finding_;
    const CheckedRulebook& book_;
    const CheckedRule& rule_;
    const Dataset& data_;
    RowRef row_;
    Judge judge_;
    std::vector<Evaluator> evaluators_;
    std::vector<Number> thresholds_;
};

}  // namespace

FindingText describe(const CheckResult& result, const Finding& finding) { return Describer(result, finding).describe_all(); }

}  // namespace hoagiai
