// What a hole may do to a verdict. A blank cell stands for every value of its field, so the fillings of a record with one cell
// less are those of the record as it was and more. From docs/language.md, missing values:
//   * pass holds in every filling, fail in every one: with more holes, either stays or becomes unknown;
//   * not applicable holds in every filling: with more holes `when` opens, and then it is unknown, or pass if `require` is true
//   in
//     every filling; it is never fail, which needs a `when` that is true in every one;
//   * unknown stays unknown.
// Filling a cell is the way back: fail and not applicable stay, pass stays or becomes not applicable where `when` was open, and
// unknown may become anything.
// `is missing` and `else` look at the record as given: a cell below them is left out for the rules that do so. Where a rule
// reads a field as `(field else true)` alone, a blank and a `true` are one and the same to it, and that is held instead. Left
// alone as well: what must be there, and a report's commune or team, whose blank means that there is none.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/metamorphic/as_given.h"
#include "tests/metamorphic/random_sheets.h"
#include "tests/metamorphic/whole_run.h"

using namespace hoagiai;
using namespace hoagiai::metamorphic;

namespace {

struct Held {
    std::size_t definite = 0, moved = 0, as_given = 0, standing_for = 0;
};

struct Cell {
    std::size_t sheet = 0, row = 0, column = 0;
};

/// A field that need not be there, or a link to a row that shares the parent.
bool may_be_blank(const Entity& entity, const std::string& title) {
    if (const FieldId field = entity.find_field(title); field != none_id) return !entity.fields[field].required;
    return entity.links[entity.find_link(title)].same_parent;
}

class Holes {
public:
    Holes(const Rules& rules, Sheets sheets, Chance& chance) : rules_(rules), sheets_(std::move(sheets)), chance_(chance) {
        for (const auto& book : rules.books) {
            looked_at_.emplace_back();
            for (const CheckedRule& rule : book->rules) looked_at_.back().push_back(looked_at(*book, rule));
        }
        last_ = judged();
    }

    void blank_one() {
        const auto cell = any_cell(false);
        if (!cell) return;
        std::string value = std::exchange(text(*cell), "");
        INFO("blanked " << named(*cell) << ", which was " << value);
        const auto fewer = std::exchange(last_, judged());
        compare(last_, fewer, *cell, value);
    }

    void fill_one() {
        const auto cell = any_cell(true);
        if (!cell) return;
        const std::string value = some_value(*cell);
        if (value.empty()) return;
        text(*cell) = value;
        INFO("filled " << named(*cell) << " with " << value);
        const auto more = std::exchange(last_, judged());
        compare(more, last_, *cell, value);
    }

    Held held;

private:
    struct Judged {
        std::shared_ptr<Records> records;
        std::map<Judgement, Status> statuses;
        std::set<Judgement> open;  ///< `when` may be false, or the day that decides is not one and known
    };

    Judged judged() {
        const WholeRun whole = run(rules_, sheets_);
        Judged result{whole.records, statuses(whole), {}};
        for (const Finding& finding : whole.result.findings) {
            if (finding.outcome.status != Status::pass) continue;
            const CheckedRule& rule = whole.result.rule(finding);
            const Dataset& data = whole.records->dataset;
            bool open = !rule.decl->on.empty();
            const Judge judge(whole.result.book(finding), data, whole.result.request.as_of, whole.result.request.period);
            const auto open_in = [&](const JudgedReading* reading) {
                const Evaluator evaluator = judge.evaluator(reading ? reading->day : judge.as_of(), reading);
                return rule.decl->when != no_expr &&
                       !evaluator.evaluate(rule.decl->when, RowRef::real(rule.entity, finding.row))
                            .known.as_truth()
                            .surely_true();
            };
            if (finding.outcome.readings.empty()) open = open || open_in(nullptr);
            for (const JudgedReading& reading : finding.outcome.readings) open = open || open_in(&reading);
            if (open)
                result.open.insert({finding.book, finding.rule, rule.entity, std::string(data.id(rule.entity, finding.row))});
        }
        return result;
    }

    /// `more`: with more holes.
    void compare(const Judged& more, const Judged& fewer, const Cell& cell, const std::string& value) {
        const std::pair<EntityId, std::string> field{entity_of(cell), sheets_[cell.sheet].columns[cell.column]};
        for (const auto& [judgement, known] : fewer.statuses) {
            const auto found = more.statuses.find(judgement);
            if (found == more.statuses.end()) continue;  // a province that no other commune names
            const Status holey = found->second;
            const auto& [book, rule, entity, id] = judgement;
            INFO(rules_.books[book]->rules[rule].id << " for " << (*builtin_schema())[entity].name << " " << id << ": "
                                                    << word(holey) << " with the hole, " << word(known) << " without");
            const LookedAt& looks = looked_at_[book][rule];
            if (const auto stands = looks.standing_for.find(field);
                stands != looks.standing_for.end() && value == (stands->second ? "true" : "false")) {
                ++held.standing_for;
                CHECK(word(holey) == word(known));
                continue;
            }
            if (looks.as_given.count(field)) {
                ++held.as_given;
                continue;
            }
            held.definite += holey != Status::unknown;
            held.moved += holey != known;
            const bool allowed = holey == Status::unknown || holey == known ||
                                 (holey == Status::pass && known == Status::not_applicable && more.open.count(judgement) > 0);
            if (!allowed) FAIL_CHECK();
        }
    }

    EntityId entity_of(const Cell& cell) const { return builtin_schema()->find_plural(sheets_[cell.sheet].name); }
    std::string& text(const Cell& cell) { return sheets_[cell.sheet].rows[cell.row][cell.column]; }
    std::string named(const Cell& cell) const {
        const Sheet& sheet = sheets_[cell.sheet];
        return sheet.name + " " + sheet.rows[cell.row][sheet.column("id")] + " " + sheet.columns[cell.column];
    }

    std::optional<Cell> any_cell(bool blank) {
        for (int tries = 0; tries < 200; ++tries) {
            Cell cell{chance_.below(sheets_.size()), 0, 0};
            const Sheet& sheet = sheets_[cell.sheet];
            if (sheet.rows.empty()) continue;
            cell.row = chance_.below(sheet.rows.size());
            cell.column = chance_.below(sheet.columns.size());
            if (may_be_blank((*builtin_schema())[entity_of(cell)], sheet.columns[cell.column]) && text(cell).empty() == blank)
                return cell;
        }
        return std::nullopt;
    }

    /// A value of the field, or a row that shares the parent.
    std::string some_value(const Cell& cell) {
        const Sheet& sheet = sheets_[cell.sheet];
        const Entity& entity = (*builtin_schema())[entity_of(cell)];
        if (const FieldId field = entity.find_field(sheet.columns[cell.column]); field != none_id)
            return random_value(chance_, entity.fields[field]);
        const Link& link = entity.links[entity.find_link(sheet.columns[cell.column])];
        const std::string parent = sheet.rows[cell.row][sheet.column(entity.links.front().name)];
        std::vector<std::string> candidates;
        for (const Sheet& target : sheets_)
            if (target.name == (*builtin_schema())[link.target].plural)
                for (const auto& row : target.rows)
                    if (row[target.column((*builtin_schema())[link.target].links.front().name)] == parent)
                        candidates.push_back(row[target.column("id")]);
        return candidates.empty() ? "" : candidates[chance_.below(candidates.size())];
    }

    const Rules& rules_;
    Sheets sheets_;
    Chance& chance_;
    std::vector<std::vector<LookedAt>> looked_at_;
    Judged last_;
};

template <typename Step>
void hold(std::uint32_t first_seed, Step step) {
    Held all;
    const auto add = [&](const Held& one) {
        all.definite += one.definite;
        all.moved += one.moved;
        all.as_given += one.as_given;
        all.standing_for += one.standing_for;
    };
    for (std::uint32_t seed = first_seed; seed < first_seed + 40; ++seed) {
        INFO("seed " << seed);
        Chance chance(seed);
        const bool shipped = seed % 20 == 0;
        Holes holes(all_rules(), shipped ? example(seed % 40 == 0 ? "bac-lieu-2023" : "first-look") : random_sheets(chance),
                    chance);
        for (int i = 0; i < (shipped ? 8 : 15); ++i) step(holes);
        add(holes.held);
    }
    WARN("definite verdicts held: " << all.definite << "; verdicts that the cell moved: " << all.moved
                                    << "; left out, since the rule looks at the cell as given: " << all.as_given
                                    << "; held as standing for its fallback: " << all.standing_for);
    CHECK(all.moved > 100);
    CHECK(all.standing_for > 0);
}

}  // namespace

TEST_CASE("a cell blanked never turns one verdict into another", "[metamorphic]") {
    hold(1000, [](Holes& holes) { holes.blank_one(); });
}

TEST_CASE("a cell filled never takes a verdict back", "[metamorphic]") {
    hold(2000, [](Holes& holes) { holes.fill_one(); });
}
