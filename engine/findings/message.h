// What is said of a finding: its sentence in both languages, the values it rests on, what is missing, and what to do. Derived
// when a writer reaches the finding, by the reference evaluator.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/findings/finding.h"
#include "engine/findings/gaps/gap.h"

namespace hoagiai {

/// A row by its entity and id; evidence never names file or line.
struct RowName {
    std::string entity, id;
};

/// One named value that the rule looked at.
struct Evidence {
    std::string expression;  ///< in English, however the rulebook spells it
    Words label;             ///< what people read for it: a field's or parameter's title, else the expression
    Words value;
    std::vector<RowName> rows;  ///< behind a count, sum or share
    std::size_t more_rows = 0;
};

struct MissingText {
    std::string entity;   ///< singular
    std::string id;       ///< of the row; empty for a column, a table, a roster
    std::string commune;  ///< of the top unit, for a roster
    std::string field;    ///< empty for a table, a roster and unplaced rows
    Words words;          ///< as part of a sentence
    /// Where what cannot be read stands: the cell, or rows that could not be placed (the first few, and how many more).
    std::vector<std::string> places{};
    std::size_t more_places = 0;
};

struct Recommendation {
    std::string to;
    Words to_title, within, text;
    std::string condition;     ///< its `when` where that is not known; empty where it surely holds
    std::optional<Day> ended;  ///< the addressee's last day, where the as-of date is later
};

/// One reading of the undetermined parameters, in words.
struct ReadingText {
    std::vector<std::pair<std::string, std::string>> choices;  ///< parameter, value
    Words title;
    Status status = Status::unknown;
    std::vector<Evidence> values;  ///< those that differ between the readings
};

struct FindingText {
    Words title, message;
    std::vector<Basis> basis;
    std::vector<Evidence> evidence;
    std::vector<MissingText> missing;  ///< at most 20
    std::size_t more_missing = 0;
    std::vector<Recommendation> recommendations;
    std::vector<ReadingText> readings;
    std::vector<Gap> gaps;  ///< of a target that fails
    std::string fingerprint;
};

FindingText describe(const CheckResult& result, const Finding& finding);
/// What a table of findings prints: the sentence in one language, and what is missing.
struct FindingSentence {
    std::string message;
    std::vector<MissingText> missing;
    std::vector<Basis> basis;  ///< where several versions of the rule say it; empty: the rule's own
};
FindingSentence describe_sentence(const CheckResult& result, const Finding& finding, Language language);
/// The rule's own basis, each with its instrument.
std::vector<Basis> basis_of(const CheckedRulebook& book, const CheckedRule& rule);

/// A unit in words: "Tổ hòa giải ấp 1 (T-01)"; the kind is left out where the name itself begins with it. `inside`: in a
/// sentence.
Words unit_words(const Dataset& data, EntityId entity, Row row, bool inside);

/// Whether everything that is missing is a column, table or roster that was not supplied at all.
bool not_supplied_at_all(const Outcome& outcome);
Words describe(const MissingCell& cell, const Dataset& data);
/// What lenient reading notes of a cell that it could not read; null where the cell is blank, or no cell.
const UnreadableCell* unreadable_cell(const MissingCell& cell, const Dataset& data);

/// Status and severity as reports call them; kinds are the sections of a report (output/outline.h).
Words status_title(Status status);
Words severity_title(RuleSeverity severity);

}  // namespace hoagiai
