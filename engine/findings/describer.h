// What derives the words of one finding: the unit's row, an evaluator for each reading, and the values that its sentences,
// evidence and recommendations are made of. message.cpp puts the whole together.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "engine/findings/message.h"
#include "engine/findings/reading_group.h"

namespace hoagiai {

class Describer {
public:
    Describer(const CheckResult& result, const Finding& finding);
    FindingText describe_all();
    FindingSentence describe_sentence(Language language);

private:
    friend class SelectedDescriber;
    FindingText begun() const;
    /// Each once: a value is told in two languages, in the sentence and as evidence.
    const Known& evaluate(std::size_t reading, ExprId id) const;
    /// What the plan made already; nothing: the evaluator says it.
    std::optional<Known> told_value(std::size_t reading, ExprId id) const;
    /// A text of the unit itself, the same in every reading and language; nothing: it is none, or not known.
    std::optional<std::string_view> text_as_it_stands(ExprId id) const;
    /// The field of the unit that a path names, where its cell is known; none_id.
    FieldId known_cell(ExprId id) const;
    /// The version of the rule that a reading is judged by.
    const RuleDecl& decl_of(std::size_t reading) const;
    std::string value_in_one(std::size_t reading, ExprId id, Language language) const;
    /// Told once where all readings agree, else by the choices that decide.
    std::vector<Gap> gaps() const;
    /// One value for all readings, or each with the title of its reading.
    std::string value_in(ExprId id, Language language) const;
    /// `reading`: as this one has it; by default as all have it.
    std::string filled(const Template& text, Language language, std::optional<std::size_t> reading = std::nullopt) const;
    /// The values that stand in the condition by name: fields, definitions, parameters, and functions over rows.
    void collect(ExprId id, std::vector<Evidence>& evidence) const;
    /// A path that only `is missing` looks at may be a link, which has no value.
    std::string value_in_or_field(ExprId id, Language language) const;
    void add_rows(ExprId id, const RowRef& row, Evidence& evidence) const;
    void add_unknown(FindingText& text);
    void add_readings(FindingText& text);
    /// What a group of readings comes to: where it fails, the rule's own sentence; else the rates. Only what all of them share.
    std::string outcome_of(const ReadingGroup& group, const FindingText& text, Language language) const;
    /// Whatever is counted, measured or named in the rule and differs between the readings: a rate, and its base beside it.
    void add_differing_values(std::size_t reading, ReadingText& text) const;
    MissingText missing_text(const MissingCell& cell) const;
    void add_recommendation(const RecommendDecl& recommend, FindingText& text) const;

    const CheckResult& result_;
    const Finding& finding_;
    const CheckedRulebook& book_;
    const CheckedRule& rule_;
    const Dataset& data_;
    RowRef row_;
    Judge judge_;
    std::vector<Evaluator> evaluators_;
    std::vector<Number> thresholds_;
    struct KnownValue {
        std::size_t reading;
        ExprId id;
        Known value;
    };
    mutable std::deque<KnownValue> values_;  ///< of what was evaluated; they stay where they are
};

/// What people read for a value: a field of the unit itself and a parameter go by their title, all else by how it is computed.
Words label_of(const CheckedRulebook& book, ExprId id, const std::string& expression);

}  // namespace hoagiai
