// The tree of an explanation as lines: a node a line, its rows and its parts below it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/findings/explanation/explanation.h"

namespace hoagiai {

class ExplanationTreeText {
public:
    explicit ExplanationTreeText(Language language) : language_(language), vi_(language == Language::vi) {}

    /// `first` stands before the line itself, `rest` before all that belongs to it.
    void node(const ExplanationNode& one, const std::string& first, const std::string& rest);
    std::string take() { return std::exchange(out_, {}); }
    /// All expressions that were shown.
    const std::vector<std::string>& expressions() const { return expressions_; }

    /// "gender “Giới tính”"
    std::string cell(const CellName& cell) const;

private:
    std::string pick(std::string_view vi, std::string_view en) const { return std::string(vi_ ? vi : en); }
    const std::string& in_language(const Words& words) const { return say(words, language_); }
    std::string day(Day date) const { return vi_ ? vietnamese_date(date) : iso_date(date); }
    /// "(1), (3) ", the readings as the list of them numbers them; empty: all.
    std::string numbers(const std::vector<std::size_t>& readings) const;
    std::string value_text(const ExplanationNode& node) const;
    std::string group_title(RowGroup::What what) const;
    std::string row_text(const ExplainedRow& row) const;
    void group(const RowGroup& group, const std::string& inner);
    void rows(const ExplainedRows& rows, const std::string& inner);

    Language language_;
    bool vi_;
    std::string out_;
    std::vector<std::string> expressions_;
};

}  // namespace hoagiai
