// The order in which people read a report, whatever its form: a group for each commune, in it a section for each sort of
// finding (violations apart from shortfalls, data problems, questions and unknown ones), in it the units from the commune down
// and of each the most severe first. What could not be assessed at all is said once for all units.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/findings/finding.h"
#include "engine/findings/message.h"

namespace hoagiai {

/// What a finding is for its reader: a failed rule by its kind, everything else by its status. In the order of a report.
enum class Section { violation, shortfall, data_problem, question, unknown, waived, pass, not_applicable };

Section section_of(RuleKind kind, Status status);
/// "Vi phạm quy định", "Violations".
Words section_title(Section section);
/// What a finding's status is called there: a question that arises is no failure of the unit.
Words status_label(Section section, Status status);
/// Whether its findings are failures, which have a severity and recommendations.
inline bool is_failure(Section section) { return section <= Section::question; }

/// Whether nobody has to act on its findings: on paper they are only counted.
inline bool is_passed(Section section) { return section == Section::pass || section == Section::not_applicable; }

struct OutlineSection {
    Section section = Section::violation;
    std::vector<const Finding*> findings;
};

struct OutlineGroup {
    EntityId entity = none_id;  ///< the topmost unit above all of the group's units
    Row row = no_row;
    std::vector<OutlineSection> sections;
};

/// Rules that could not be assessed for so many units, since whole columns or tables were not supplied.
struct NotAssessed {
    Words missing;  ///< what was not supplied
    struct Rule {
        std::string id;
        EntityId entity = none_id;
        std::uint64_t units = 0;
    };
    std::vector<Rule> rules;
};

struct Outline {
    /// All that was judged, shown or not; of failures by severity (else by info).
    std::map<Section, std::map<RuleSeverity, std::uint64_t>> counts;
    std::vector<OutlineGroup> groups;
    std::vector<NotAssessed> not_assessed;
};

Outline outline(const CheckResult& result);

/// A group's heading: the unit, and what it lies in ("Xã An Thử (C1), Huyện Ví Dụ, Tỉnh Ví Dụ").
Words group_title(const OutlineGroup& group, const CheckResult& result);
/// A finding's unit, with the units between it and its group's: the team of a mediator.
Words unit_below(const OutlineGroup& group, const CheckResult& result, const Finding& finding);

}  // namespace hoagiai
