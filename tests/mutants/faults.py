"""Faults made on purpose, each one line of the engine, to see that some test notices.

A fault replaces `old`, which stands exactly once in the file, by `new`. Those marked `before` were chosen from the meaning of the
language and the engine's code before anybody looked at what the tests check; the others fill the rooms evenly.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    name: str
    file: str
    old: str
    new: str
    before: bool = False


VALUES = "engine/values/"
EVALUATION = "engine/evaluation/"
REFERENCE = "engine/evaluation/reference/"
FUNCTIONS = "engine/language/functions/"
FINDINGS = "engine/findings/"
RECORDS = "engine/records/"
PLAN = "engine/evaluation/plan/"
KERNELS = "engine/evaluation/kernels/"

FAULTS = [
    # Values: truths, ranges, arithmetic.
    Fault("`or` has no answer as soon as one part has none", VALUES + "truth.cpp",
          "return (a == 1 || b == 1) ? 1 : (a == 4 || b == 4) ? 4 : 2;",
          "return (a == 4 || b == 4) ? 4 : (a == 1 || b == 1) ? 1 : 2;", before=True),
    Fault("`and` has no answer as soon as one part has none", VALUES + "truth.cpp",
          "return (a == 2 || b == 2) ? 2 : (a == 4 || b == 4) ? 4 : 1;",
          "return (a == 4 || b == 4) ? 4 : (a == 2 || b == 2) ? 2 : 1;"),
    Fault("`not` takes no answer for false", VALUES + "truth.cpp",
          "return {a.can_be_false, a.can_be_true, a.can_lack};",
          "return {a.can_be_false || a.can_lack, a.can_be_true, false};"),
    Fault("< is taken for <=", VALUES + "known.cpp",
          "result.can_be_true = a_low < b_high;", "result.can_be_true = a_low <= b_high;"),
    Fault("<= may fail where both are equal", VALUES + "known.cpp",
          "result.can_be_false = a_high > b_low;", "result.can_be_false = a_high >= b_low;"),
    Fault("a comparison forgets that there was nothing to divide by", VALUES + "known.cpp",
          "result.can_lack = result.can_lack || a.can_lack || b.can_lack;", "result.can_lack = result.can_lack || b.can_lack;"),
    Fault("dividing by what may be 0 leaves out the divisor 1", VALUES + "arithmetic.cpp",
          "side(std::max(b.low, Number(1)), b.high);", "side(std::max(b.low, Number(2)), b.high);"),
    Fault("never plus a duration is a day again", VALUES + "arithmetic.cpp",
          "result.plus = (a.plus && (b.finite || b.plus)) || (b.plus && a.finite);",
          "result.plus = (a.plus && b.plus) || (b.plus && a.finite);"),
    Fault("a month that is too short is not shortened", VALUES + "date.cpp",
          "if (!date.ok()) date = date.year() / date.month() / std::chrono::last;",
          "if (!date.ok()) date = date.year() / date.month() / 28;"),

    # Functions over rows.
    Fault("a count leaves out the rows that only may count", FUNCTIONS + "counting.cpp",
          "possibly += row.in.can_be_true || row.in.can_lack ? 1 : 0;", "possibly += row.in.surely_true() ? 1 : 0;"),
    Fault("a share with the wrong base", FUNCTIONS + "counting.cpp",
          "*Number::fraction(surely_good, surely_good + maybe_bad);", "*Number::fraction(surely_good, maybe_good + maybe_bad);"),
    Fault("`every` over rows that nobody has seen is what one of them says", FUNCTIONS + "counting.cpp",
          "result = both(result, or_no_row(row, any(negate(row.in), row.test), Truth::yes()));",
          "result = both(result, any(negate(row.in), row.test));"),
    Fault("a sum takes a row that may count as counted", FUNCTIONS + "amounts.cpp",
          "if (!surely_in(row)) part = united(part, Known::number(0));", "if (false) part = united(part, Known::number(0));"),
    Fault("a distinct does not reckon with what blanks may hold", FUNCTIONS + "amounts.cpp",
          "Number(static_cast<std::int64_t>(possible.size()) + holes);", "Number(static_cast<std::int64_t>(possible.size()));"),

    # Evaluation: fields, paths, conditions.
    Fault("a blank event date cannot be never", REFERENCE + "evaluator.cpp",
          "range.plus = field.event;", "range.plus = false;", before=True),
    Fault("never is a blank", REFERENCE + "evaluator.cpp",
          "if (state == CellState::never) return {Known::range(NumberRange::never()), {}};",
          "if (state == CellState::never) return {any_value(declared), {}};", before=True),
    Fault("`else` in a row that nobody has seen is always its fallback", REFERENCE + "evaluator.cpp",
          "value.known = united(value.known, fallback.known);", "value.known = fallback.known;", before=True),
    Fault("a link whose column was not supplied is not missing", REFERENCE + "evaluator.cpp",
          "missing = Truth::of(!link.supplied || link.targets[here.row] == no_row);",
          "missing = Truth::of(link.supplied && link.targets[here.row] == no_row);"),
    Fault("an `if` whose condition is unknown is its first branch", REFERENCE + "evaluator.cpp",
          "if (truth.can_be_false) include(otherwise.known);", "if (truth.surely_false()) include(otherwise.known);"),
    Fault("the last day of a period is not in it", REFERENCE + "evaluator.cpp",
          "range.low <= Number(period->last) && range.high", "range.low < Number(period->last) && range.high"),
    Fault("the previous period is this one", REFERENCE + "evaluator.cpp",
          "period = period->previous();", "period = around_.period;"),
    Fault("the cells of an `if`'s first branch are not named", REFERENCE + "evaluator.cpp",
          "if (truth.can_be_true) result.holes.insert(", "if (truth.surely_true()) result.holes.insert("),
    Fault("a silent roster is empty", REFERENCE + "rows.cpp",
          "if (top != no_row && children.silent[top])", "if (top != no_row && !children.silent[top] && children.size == 0)",
          before=True),
    Fault("a case without a mediator is nobody's", REFERENCE + "rows.cpp",
          "if ((*data.schema)[step.entity].links[step.link].same_parent)",
          "if (!(*data.schema)[step.entity].links[step.link].same_parent)", before=True),
    Fault("a commune without a province is in none", REFERENCE + "rows.cpp",
          "for (const Row row : unit.derived_blank)", "for (const Row row : std::vector<Row>())", before=True),
    Fault("a row that nobody has seen forgets its unit", REFERENCE + "rows.cpp",
          "from.above_link == link && from.above && !from.past_missing_link()",
          "from.above_link != link && from.above && !from.past_missing_link()"),
    Fault("rows below rows that nobody has seen are one each", REFERENCE + "rows.cpp",
          "below.unlimited = below.unlimited || candidate.unlimited;", "below.unlimited = below.unlimited && candidate.unlimited;"),

    # Judging: statuses, versions, readings.
    Fault("fail where `when` only may hold", EVALUATION + "judge.cpp",
          "if (applies.surely_true() && holds.surely_false())", "if (applies.can_be_true && holds.surely_false())", before=True),
    Fault("pass with fail is pass", EVALUATION + "judge.cpp",
          "return passes(a) && passes(b) ? Status::pass : Status::unknown;",
          "return passes(a) || passes(b) ? Status::pass : Status::unknown;", before=True),
    Fault("the version that begins on the last possible day is left out", EVALUATION + "judge.cpp",
          "if (change > first && change <= last) take(change);", "if (change > first && change < last) take(change);",
          before=True),
    Fault("of the readings of a parameter only the first is judged", EVALUATION + "judge.cpp",
          "static_cast<std::uint32_t>(rest % count)", "static_cast<std::uint32_t>(rest % 1)", before=True),
    Fault("a day on which the rule is not in force does not count", EVALUATION + "judge.cpp",
          "if (!all.empty() && out_of_force)", "if (all.empty() && out_of_force)"),
    Fault("a rule is in force when one of its parameters has a value", EVALUATION + "judge.cpp",
          "std::all_of(version.parameters.begin(), version.parameters.end(),",
          "version.parameters.empty() || std::any_of(version.parameters.begin(), version.parameters.end(),"),
    Fault("a blank deciding date is said to be a question of reading", EVALUATION + "why_unknown.cpp",
          "if (!date.known || choices.back().size() != 1 || choices.back().front().open) continue;",
          "if (choices.back().front().open) continue;"),
    Fault("only the first version of a rule is looked for", EVALUATION + "judge.cpp",
          "for (const std::uint32_t index : rule.versions) {\n        const CheckedRule& version",
          "for (const std::uint32_t index : {rule.versions.front()}) {\n        const CheckedRule& version", before=True),
    Fault("the days on which later versions begin are not tried", EVALUATION + "judge.cpp",
          "add(book_.rules[index].in_force);", "add(rule.in_force);", before=True),
    Fault("the blank date that decides is not named", EVALUATION + "why_unknown.cpp",
          "if (whole.status != first.status || whole.open || first.open) return true;",
          "if (whole.open || first.open) return true;"),

    # Records: what follows from the cells.
    Fault("no roster is silent", "engine/records/resolve.cpp",
          "table.silent.assign(data.tables[top].size, 1);", "table.silent.assign(data.tables[top].size, 0);"),
    Fault("a derived unit is called by its largest spelling", "engine/records/resolve.cpp",
          "if (!fresh && data.texts[text] < data.texts[found->second])",
          "if (!fresh && data.texts[text] > data.texts[found->second])"),
    Fault("the last row of a group is left out", "engine/records/resolve.cpp",
          "for (Row row = 0; row < targets.size(); ++row)", "for (Row row = 0; row + 1 < targets.size(); ++row)"),

    # Findings: the run, the gap, what is said.
    Fault("--unit keeps the unit alone, not those below it", FINDINGS + "check.cpp",
          "for (std::size_t i = 0; i < chain.size; ++i)",
          "for (std::size_t i = chain.size - 1; i < chain.size; ++i)", before=True),
    Fault("findings of one unit stand in the order of their files", FINDINGS + "order.cpp",
          "if (all_[one].rule != all_[other].rule) return all_[one].rule < all_[other].rule;",
          "if (all_[one].rule != all_[other].rule) return one < other;"),
    Fault("an expired waiver still holds", FINDINGS + "waivers.cpp",
          "const bool lasts = request_.as_of <= request_.profile->waivers[found->second].until;",
          "const bool lasts = true;", before=True),
    Fault("the last day of a waiver does not count", FINDINGS + "waivers.cpp",
          "const bool lasts = request_.as_of <= request_.profile->waivers[found->second].until;",
          "const bool lasts = request_.as_of < request_.profile->waivers[found->second].until;", before=True),
    Fault("a waiver touches what passes", FINDINGS + "waivers.cpp",
          "return status == Status::fail || status == Status::unknown;", "return status != Status::not_applicable;", before=True),
    Fault("versions are said by the first alone", FINDINGS + "versions.cpp",
          "for (const VersionPart& part : parts) {", "for (const VersionPart& part : {parts.front()}) {"),
    Fault("an office that is gone is not said to be", FINDINGS + "message.cpp",
          "*addressee->until < result_.request.as_of", "*addressee->until < 0"),
    Fault("the gap to a strict bound is one too small", FINDINGS + "gaps/gap_numbers.cpp",
          "return bound.strict ? rounded_down(numerator, denominator) + 1 : rounded_up(numerator, denominator);",
          "return bound.strict ? rounded_down(numerator, denominator) : rounded_up(numerator, denominator);", before=True),
    Fault("one failure more is said to be allowed", FINDINGS + "gaps/gap_numbers.cpp",
          "return fitting(bound.upper ? within : counted - within);", "return fitting(bound.upper ? within : counted - within + 1);"),
    Fault("the gap takes rows that may be out as in", FINDINGS + "gaps/gap.cpp",
          "const bool out = in.can_be_false || row.unlimited;", "const bool out = row.unlimited;"),
    Fault("a gap over holes is said to be certain", FINDINGS + "gaps/gap.cpp",
          "Gap gap{Gap::Kind::share, bound.upper, distance->least, !distance->certain, {}, {}, {}, {}};",
          "Gap gap{Gap::Kind::share, bound.upper, distance->least, false, {}, {}, {}, {}};"),
    Fault("a choice that changes nothing is said to decide", FINDINGS + "reading_group.cpp",
          "if (!fresh && at->second != outcomes[i]) return true;", "if (!fresh) return true;"),
    Fault("the number of further missing cells counts all", FINDINGS + "unknown.cpp",
          "text.more_missing = outcome.missing.size() - text.missing.size();", "text.more_missing = outcome.missing.size();"),
    Fault("evidence shows one row too few", FINDINGS + "evidence.cpp",
          "if (evidence.rows.size() == most_rows) {", "if (evidence.rows.size() + 1 == most_rows) {"),

    # The plan over columns: what the reference evaluator is not asked again.
    Fault("a plan's count leaves out the rows that only may count", KERNELS + "rows.cpp",
          "most += (outcomes & 5u) != 0;", "most += outcomes == surely;"),
    Fault("a plan's share has an answer where perhaps no row counts", KERNELS + "rows.cpp",
          "can_lack = can_lack || sure_rows == 0;", "can_lack = can_lack && sure_rows == 0;"),
    Fault("a plan does not ask about rows that nobody has seen", KERNELS + "rows.cpp",
          "if (children_.is_open(row))", "if (children_.is_open(row) && row == no_row)"),
    Fault("a plan knows no silent roster", KERNELS + "child_rows.cpp",
          "if (top != no_row && children.silent[top]) open[row] = 1;",
          "if (top != no_row && children.silent[top]) open[row] = 0;"),
    Fault("a plan compares with what is not known exactly as if it were", KERNELS + "batch.cpp",
          "if (all_exact(in[0]) && all_exact(in[1])) return;", "if (all_exact(in[0])) return;"),
    Fault("a plan has a rule in force where its date may be never", KERNELS + "statuses.cpp",
          "out_of_force_ = out_of_force_ || range.plus || known.can_lack || !range.finite;",
          "out_of_force_ = out_of_force_ || known.can_lack || !range.finite;"),
    Fault("a step does not wait for the table that it reads", PLAN + "layout.cpp",
          "waves_of_[input] + (crosses(step) ? 1u : 0u)", "waves_of_[input]"),
    Fault("a place is given away while it is still read", PLAN + "layout.cpp",
          "freed_after[std::max(i, last_read[group[i]])]", "freed_after[i]"),
    Fault("behind a missing link a plan knows nothing", PLAN + "run.cpp",
          "put(out, i, step.known, plan_.texts);", "put(out, i, Known::no_answer(), plan_.texts);"),
    Fault("two steps are one whatever they ask the reference evaluator", PLAN + "step_table.cpp",
          "if (step.reference.expr != no_expr) key +=", "if (step.reference.expr == no_expr) key +="),
    Fault("a constant without an answer is the one with it", PLAN + "step_table.cpp",
          'known.can_lack ? "?" : "";', 'known.can_lack ? "" : "";'),
    Fault("all that is not known exactly is told as the first of it", PLAN + "told.cpp",
          "return batch.aside[static_cast<std::size_t>(batch.values[at])];", "return batch.aside[0];"),
    Fault("every reading has the values of the first", FINDINGS + "describer.cpp",
          "reading < readings.size() ? readings[reading] : as_it_stands", "readings.empty() ? as_it_stands : readings[reading * 0]"),
    Fault("a batch is given up and its last id stands", RECORDS + "formats/quick/quick_cells.cpp",
          "last_id_ = last_id;", "(void)last_id;"),

    # Selections.
    Fault("a possible rival is held against the unit's best place", EVALUATION + "selection/ranking.cpp",
          "const Place own_worst{&unit.keys, false, row}, own_best{&unit.keys, true, row};",
          "const Place own_worst{&unit.keys, true, row}, own_best{&unit.keys, true, row};"),
    Fault("a unit whose group is missing stands before nobody", EVALUATION + "selection/ranking.cpp",
          "may = crowds[unit.group].may_precede(unit, row) + more;",
          "may = crowds[unit.group].may_precede(unit, row);"),
    Fault("a limit by share takes nobody of a small group", EVALUATION + "selection/limit.cpp",
          "return std::max<std::uint64_t>(static_cast<std::uint64_t>(taken), 1);",
          "return static_cast<std::uint64_t>(taken);"),
]
