// What a check gives: every rule judged for every unit it is about. A finding holds only which rule, which row and the
// outcome; its sentences and evidence are derived when a writer reaches it (message.h).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/evaluation/judge.h"
#include "engine/evaluation/plan/told.h"
#include "engine/evaluation/selection/ranking.h"
#include "engine/records/load.h"
#include "engine/rulebook/profile.h"

namespace hoagiai {

struct Finding {
    std::size_t book = 0;  ///< index into CheckResult::books
    std::size_t rule = 0;  ///< index into its rules
    Row row = no_row;
    Outcome outcome;  ///< its status; the rest where it is whole (complete.h)
    /// The waiver by which it counts as waived: index into the profile's; and what it would be without it.
    std::optional<std::size_t> waiver;
    Status without_waiver = Status::waived;
    bool whole = true;

    Status unwaived() const { return waiver ? without_waiver : outcome.status; }
};

/// What became of a waiver of the profile in this run.
struct WaiverUse {
    enum class What { used, expired, not_needed, not_in_force, no_such_unit, not_looked_at };
    What what = What::not_looked_at;
    std::size_t waiver = 0;        ///< index into the profile's
    std::optional<Status> status;  ///< of the unit as it would be without any waiver, where it was judged
};

struct RuleCounts {
    std::size_t book = 0, rule = 0;
    std::uint64_t pass = 0, fail = 0, unknown = 0, not_applicable = 0, waived = 0;
    std::uint64_t units() const { return pass + fail + unknown + not_applicable + waived; }
};

/// A unit that a selection lists.
struct SelectedUnit {
    Row row = no_row;
    SelectionStatus status = SelectionStatus::possible;
    std::uint64_t first = 0, last = 0;  ///< the best and the worst place in its group, in any reading; 0: its group is missing
};

/// What a rule of kind selection gives.
struct Selection {
    std::size_t book = 0, rule = 0;
    std::vector<Ranking> rankings;     ///< of all units, by reading; at least one
    std::vector<SelectedUnit> listed;  ///< those to keep, by group, then by place
    std::uint64_t recommended = 0, possible = 0, not_chosen = 0;
    std::uint64_t units() const { return recommended + possible + not_chosen; }
    /// Whether the readings contradict each other about a unit, so that no cell of the records decides.
    bool reading_decides(Row row) const;
};

struct CheckRequest {
    std::shared_ptr<const Profile> profile;  ///< null: rulebooks were named themselves
    std::vector<std::shared_ptr<const CheckedRulebook>> books;
    Day as_of = 0;
    std::optional<Period> period;
    std::set<Status> keep = {Status::fail, Status::unknown, Status::waived};   ///< which findings to keep; all are counted
    std::set<SelectionStatus> keep_selected = {SelectionStatus::recommended};  ///< which units of a selection to list
    std::set<std::string> units;  ///< ids; empty: all. A unit stands for itself and for everything below it.
    std::set<std::string> rules;  ///< full ids of the rules to judge by; empty: all
    unsigned threads = 0;         ///< 0: as many as the machine has
    bool by_reference = false;    ///< judge row by row with the reference evaluator: slow, and never anything else
};

/// Values of expressions by rulebook, expression and reading, for rows that became findings.
class Told {
public:
    void add(std::size_t book, ExprId expr, const JudgedReading& reading, ToldPtr values) {
        values_[{book, expr}].push_back({reading.day, reading.choices, std::move(values)});
    }
    /// Null: nobody told.
    const ToldValues* find(std::size_t book, ExprId expr, const JudgedReading& reading) const {
        const auto found = values_.find({book, expr});
        if (found == values_.end()) return nullptr;
        for (const Reading& one : found->second)
            if (one.day == reading.day && one.choices == reading.choices) return one.values.get();
        return nullptr;
    }
    bool empty() const { return values_.empty(); }

private:
    struct Reading {
        Day day = 0;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> choices;
        ToldPtr values;
    };
    std::map<std::pair<std::size_t, ExprId>, std::vector<Reading>> values_;
};

struct CheckResult {
    CheckRequest request;
    const Records* records = nullptr;
    std::vector<Finding> findings;          ///< by unit ids from the top down (bytewise), then by rule id
    std::vector<RuleCounts> rules;          ///< by rule id; those in force
    std::vector<Selection> selections;      ///< by rule id; those in force
    std::vector<std::string> not_in_force;  ///< ids of rules that no unit was judged by
    std::vector<WaiverUse> waivers;         ///< of the profile, in its order
    std::vector<std::string> by_reference;  ///< rules that the reference evaluator judged row by row, in whole or in part
    std::size_t plan_steps = 0;             ///< of the plan that judged the others
    Told told;                              ///< what words of findings are made of, as far as the plan made it
    Diagnostics diagnostics;  ///< errors: overflow, a period that is needed, an unknown --unit; waivers without effect

    const CheckedRulebook& book(const Finding& finding) const { return *request.books[finding.book]; }
    const CheckedRule& rule(const Finding& finding) const { return request.books[finding.book]->rules[finding.rule]; }
    const CheckedRule& rule(const RuleCounts& counts) const { return request.books[counts.book]->rules[counts.rule]; }
    const CheckedRulebook& book(const Selection& selection) const { return *request.books[selection.book]; }
    const CheckedRule& rule(const Selection& selection) const { return request.books[selection.book]->rules[selection.rule]; }
};

/// Judges all. The records must have no errors.
CheckResult run_check(CheckRequest request, const Records& records);

/// One step of a unit's path.
struct UnitName {
    std::string entity, id, name;
};
/// From the province down to the unit itself.
std::vector<UnitName> unit_path(const Dataset& data, EntityId entity, Row row);

}  // namespace hoagiai
