#include "engine/findings/explanation/explained_rows.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/language/walk.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

class Rows {
public:
    Rows(const ExplainedValues& values, ExprId call, std::size_t reading)
        : values_(values),
          data_(values.data()),
          call_(std::get<Call>(values.node(call))),
          fact_(values.book().facts[call]),
          evaluator_(values.evaluator(reading)) {
        evaluator_.surroundings().trace = true;
    }

    ExplainedRows all(const RowRef& row) {
        const PathMeaning& path = values_.book().path(fact_.rows);
        result_.table = (*data_.schema)[path.entity].plural;
        for (const Candidate& candidate : follow(data_, row, path.steps)) one(candidate);
        using What = RowGroup::What;
        for (const What what : {What::counted, What::failing, What::untested, What::passing, What::perhaps, What::left_out}) {
            std::vector<Placed>& rows = placed_[what];
            if (rows.empty()) continue;
            std::sort(rows.begin(), rows.end(), [](const Placed& a, const Placed& b) { return a.row.id < b.row.id; });
            RowGroup group{what, rows.size(), {}, false};
            rows.resize(std::min(rows.size(), most_named_rows), rows.front());
            for (Placed& placed : rows) {
                if (what == What::left_out && call_.condition != no_expr) add_reasons(call_.condition, placed.at, placed.row);
                group.rows.push_back(std::move(placed.row));
            }
            result_.groups.push_back(std::move(group));
        }
        if (call_.condition != no_expr) name_definitions(call_.condition);
        if (fact_.operand != no_expr) name_definitions(fact_.operand);
        return std::move(result_);
    }

private:
    struct Placed {
        ExplainedRow row;
        RowRef at;
    };

    void one(const Candidate& candidate) {
        if (candidate.unlimited || candidate.row.kind != RowRef::Kind::real) {
            const CellName hole =
                cell_name(candidate.row.kind == RowRef::Kind::real ? candidate.holes.front() : candidate.row.hole, data_);
            if (std::find(result_.unseen.begin(), result_.unseen.end(), hole) == result_.unseen.end())
                result_.unseen.push_back(hole);
            return;
        }
        ExplainedRow row{(*data_.schema)[candidate.row.entity].name,
                         std::string(data_.id(candidate.row.entity, candidate.row.row)),
                         std::string(data_.name(candidate.row.entity, candidate.row.row)),
                         {},
                         {},
                         {}};
        Truth in = Truth::yes();
        if (call_.condition != no_expr) {
            const Evaluated condition = evaluate(call_.condition, candidate.row);
            in = condition.known.as_truth();
            add_open(condition.holes, row);
        }
        if (in.surely_false()) {
            row.open.clear();
            placed_[RowGroup::What::left_out].push_back({std::move(row), candidate.row});
            return;
        }
        RowGroup::What what = RowGroup::What::counted;
        if (fact_.operand != no_expr) {
            const Evaluated operand = evaluate(fact_.operand, candidate.row);
            if (fact_.function->shape == Shape::rows_and_test) {
                const Truth passes = operand.known.as_truth();
                what = passes.surely_true()    ? RowGroup::What::passing
                       : passes.surely_false() ? RowGroup::What::failing
                                               : RowGroup::What::untested;
            } else {
                row.value = values_.words(operand.known, values_.book().facts[fact_.operand].type, false);
                if (row.value.en == "not known" && !operand.holes.empty()) row.value = {};
            }
            if (!operand.known.single()) add_open(operand.holes, row);
        }
        if (!in.surely_true() || !candidate.surely) {
            what = RowGroup::What::perhaps;
            for (const MissingCell& hole : candidate.holes) add_cell(hole, row);
        }
        placed_[what].push_back({std::move(row), candidate.row});
    }

    Evaluated evaluate(ExprId id, const RowRef& row) const {
        try {
            return evaluator_.evaluate(id, row);
        } catch (const Overflow&) {
            const bool condition = values_.book().facts[id].type.is(Kind::boolean);
            return {condition ? Known::truth(Truth::no_answer()) : Known::no_answer(), {}};
        }
    }

    void add_open(const std::vector<Influence>& holes, ExplainedRow& row) const {
        for (const Influence& hole : holes) add_cell(hole.cell, row);
    }

    void add_cell(const MissingCell& hole, ExplainedRow& row) const {
        CellName cell = cell_name(hole, data_);
        if (std::find(row.open.begin(), row.open.end(), cell) == row.open.end()) row.open.push_back(std::move(cell));
    }

    /// The cells that the false part of the condition looked at.
    void add_reasons(ExprId condition, const RowRef& at, ExplainedRow& row) const {
        if (std::holds_alternative<Path>(values_.node(condition)) &&
            values_.book().path(condition).end == PathMeaning::End::definition) {
            const RowRef here = values_.arrive(condition, at);
            if (here.kind == RowRef::Kind::real) return add_reasons(values_.definition(condition).expr, here, row);
        }
        if (const auto* parts = std::get_if<And>(&values_.node(condition)))
            for (const ExprId part : parts->operands)
                if (evaluate(part, at).known.as_truth().surely_false()) return add_reasons(part, at, row);
        std::vector<Words> blank;
        std::set<std::string> seen;
        collect_cells(condition, at, seen, row.because, blank);
        if (row.because.empty()) row.because = std::move(blank);
        constexpr std::size_t most_reasons = 3;
        row.because.resize(std::min(row.because.size(), most_reasons));
    }

    void collect_cells(ExprId id, const RowRef& at, std::set<std::string>& seen, std::vector<Words>& filled,
                       std::vector<Words>& blank) const {
        const Node& node = values_.node(id);
        if (std::holds_alternative<Call>(node)) return;
        if (!std::holds_alternative<Path>(node))
            return for_each_part(node, [&](ExprId part) { collect_cells(part, at, seen, filled, blank); });
        const PathMeaning& path = values_.book().path(id);
        const RowRef here = values_.arrive(id, at);
        if (path.end == PathMeaning::End::definition && here.kind == RowRef::Kind::real)
            return collect_cells(values_.definition(id).expr, here, seen, filled, blank);
        const std::string name = values_.written(id);
        if (path.end != PathMeaning::End::field || !seen.insert(name).second) return;
        const Words value = values_.cell_words(here, path.index);
        const bool has_value =
            here.kind == RowRef::Kind::real && data_.state(here.entity, path.index, here.row) != CellState::missing;
        (has_value ? filled : blank).push_back({name + ": " + value.vi, name + ": " + value.en});
    }

    void name_definitions(ExprId id) {
        const Node& node = values_.node(id);
        if (!std::holds_alternative<Path>(node)) return for_each_part(node, [&](ExprId part) { name_definitions(part); });
        if (values_.book().path(id).end != PathMeaning::End::definition) return;
        const CheckedDefinition& definition = values_.definition(id);
        const std::pair<std::string, std::string> words{values_.written(id), values_.written(definition.expr)};
        if (std::find(result_.words.begin(), result_.words.end(), words) != result_.words.end()) return;
        result_.words.push_back(words);
        name_definitions(definition.expr);
    }

    const ExplainedValues& values_;
    const Dataset& data_;
    const Call& call_;
    const Fact& fact_;
    Evaluator evaluator_;
    ExplainedRows result_;
    std::map<RowGroup::What, std::vector<Placed>> placed_;
};

}  // namespace

ExplainedRows explain_rows(const ExplainedValues& values, ExprId call, const RowRef& row, std::size_t reading) {
    return Rows(values, call, reading).all(row);
}

}  // namespace hoagiai
