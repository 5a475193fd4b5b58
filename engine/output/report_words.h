// The pieces of sentence that every report for people shares, in both languages, so that a word is the same in all of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/findings/message.h"
#include "engine/output/outline.h"

namespace hoagiai {

/// One line of the whole in figures: how many of a section, and of failures how many of each severity.
struct Figure {
    Section section = Section::violation;
    std::uint64_t number = 0;
    Words severities;  ///< "nghiêm trọng 2, nhẹ 1"; empty where there is none
};

/// In the order of a report; waived ones only where there are some.
std::vector<Figure> figures(const Outline& outline);

/// "mức nghiêm trọng · law/team-size": the severity of a failure, and the rule.
Words severity_and_rule(Section section, const CheckedRule& rule);
/// "khoản 1 Điều 12, 35/2013/QH13; khoản 1 Điều 14, 35/2013/QH13"
Words bases_text(const std::vector<Basis>& all);
/// "Chủ tịch Ủy ban nhân dân cấp xã (trong thời hạn 30 ngày): Ra quyết định …"
Words recommended(const Recommendation& recommendation);
/// "2 tổ hòa giải", "2 teams"
Words counted(std::uint64_t number, const Entity& entity);

/// The columns of the accounts by rule, with or without waived ones; and the numbers of one line under them.
std::vector<Words> account_columns(bool waived);
template <typename Counts>
std::vector<std::uint64_t> account_numbers(const Counts& counts, bool waived) {
    std::vector<std::uint64_t> numbers = {counts.pass, counts.fail, counts.unknown, counts.not_applicable};
    if (waived) numbers.push_back(counts.waived);
    numbers.push_back(counts.units());
    return numbers;
}

}  // namespace hoagiai
