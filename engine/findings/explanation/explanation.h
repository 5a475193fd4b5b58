// Why one unit has its status under one rule: the rule as a tree with every value, the rows behind each count, and what each
// blank cell would decide. Plain data in both languages, so that every output can say it in its own way.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/findings/finding.h"
#include "engine/findings/message.h"

namespace hoagiai {

/// A cell, column, table or roster as people find it.
struct CellName {
    MissingCell::What what = MissingCell::What::cell;
    std::string table;  ///< plural
    std::string id;     ///< of the row; empty for a column and a table
    std::string name;   ///< of the row, where it has one
    std::string field;  ///< empty for a table and a roster
    Words title;        ///< the field's, else the table's
    friend bool operator==(const CellName&, const CellName&) = default;
};

/// A value in the readings in which it holds; `readings` empty: in all.
struct ExplainedValue {
    Words text;
    std::vector<std::size_t> readings;  ///< indices into Explanation::readings
};

struct ExplainedRow {
    std::string entity, id, name;
    Words value;                 ///< what was summed, or what the test gave; may be empty
    std::vector<Words> because;  ///< the values that left it out
    std::vector<CellName> open;  ///< the cells that leave it open
};

/// Rows that an aggregate treats alike.
struct RowGroup {
    enum class What { counted, passing, failing, untested, perhaps, left_out };
    What what = What::counted;
    std::size_t count = 0;
    std::vector<ExplainedRow> rows;  ///< by id, the first few
    bool shown_before = false;       ///< the same rows for the same reasons stand further up; then none are named
};

struct ExplainedRows {
    std::string table;                                       ///< plural
    std::vector<RowGroup> groups;                            ///< those that are not empty
    std::vector<CellName> unseen;                            ///< tables and rosters that may hold more rows
    std::vector<std::pair<std::string, std::string>> words;  ///< definitions that the rows are asked, each with its expression
};

struct ExplanationNode {
    Words label;                        ///< what part of the expression above it is ("thì", "then"); may be empty
    std::vector<std::size_t> readings;  ///< in which it is that part; empty: in all
    std::string expression;             ///< as the rule writes it
    std::string definition;             ///< what a definition's name stands for; empty where that was shown before
    Words title;                        ///< of a field or a parameter
    std::vector<ExplainedValue> values;
    Words note;
    std::vector<Basis> basis;  ///< of a parameter, and since when it holds
    std::optional<Day> since;
    std::optional<ExplainedRows> rows;
    std::vector<ExplanationNode> children;
};

/// "If it were these values, the status would be that."
struct Filling {
    Words values;
    Status status = Status::unknown;
    std::vector<std::string> examples;  ///< some of the values, as a record would have them; the ends where there are any
    friend bool operator==(const Filling&, const Filling&) = default;
};

/// One value that is missing, and what it would decide while all others stay as they are.
struct MissingValue {
    CellName cell;
    std::vector<Filling> fillings;  ///< together all that the cell may hold; empty where that cannot be said
    std::vector<Status> possible;   ///< else: the statuses that were met
};

struct ExplainedReading {
    Words title;
    Status status = Status::unknown;
    std::vector<Evidence> values;  ///< those that differ between the readings
};

/// Another version of the rule by which the unit was judged as well.
struct ExplainedVersion {
    Words in_force;
    std::optional<ExplanationNode> when;
    ExplanationNode require;
};

struct Explanation {
    std::string rule;  ///< rulebook/id
    RuleKind kind = RuleKind::requirement;
    RuleSeverity severity = RuleSeverity::major;
    Words title;
    std::vector<Basis> basis;
    Words unit;                  ///< in words, with its id
    std::vector<UnitName> path;  ///< from the province down to the unit
    Day as_of = 0;
    std::optional<Period> period;
    Status status = Status::unknown;
    Words message;
    Words waiver;           ///< of a unit that is waived: until when, why, by whom, and what it would be
    std::vector<Gap> gaps;  ///< how far a target that fails is from being met
    bool reading_decides = false;
    bool versions = false;              ///< readings differ only in the day whose rules hold
    Words in_force;                     ///< "từ 01/01/2014", "from 2014-01-01"; empty: always
    std::vector<ExplanationNode> days;  ///< the dates that decide which version holds; without them the as-of date does
    std::vector<ExplainedReading> readings;
    std::optional<ExplanationNode> when;  ///< absent: the rule always applies
    ExplanationNode require;
    std::vector<ExplainedVersion> other_versions;  ///< the earliest first
    std::vector<MissingValue> missing;
    std::size_t more_missing = 0;
};

Explanation explain(const CheckResult& result, const Finding& finding);

/// Why no version of a rule is in force on a day, with the days on which one is: as a sentence; empty if one is.
Words why_not_in_force(const CheckedRulebook& book, const CheckedRule& rule, Day day);

}  // namespace hoagiai
