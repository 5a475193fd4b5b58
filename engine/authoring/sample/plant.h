// How each kind of defect is put into a lawful commune.
#pragma once

#include "engine/authoring/sample/defects.h"

namespace hoagiai::sample {

/// Where a defect is put in. `team` and `one` are there where the kind is of teams or cases.
struct Spot {
    MadeCommune& commune;
    MadeTeam* team;
    MadeCase* one;
    Random& random;
    std::vector<Defect>& list;
    const DefectKind& kind;

    void found(std::string_view rule, std::string_view entity, std::string unit) {
        list.push_back({kind.name, rule, kind.status, entity, std::move(unit)});
    }
    void found(std::string_view entity, std::string unit) { found(kind.rule, entity, std::move(unit)); }
};

/// False where it cannot be put in: there is no such case, or another rule would fail too.
using Plant = bool (*)(Spot&);

bool too_few(Spot& spot);
bool no_woman(Spot& spot);
bool gender_blank(Spot& spot);
bool no_minority(Spot& spot);
bool no_head(Spot& spot);
bool two_heads(Spot& spot);
bool wrong_size(Spot& spot);
bool no_review(Spot& spot);
bool no_logbook(Spot& spot);
bool too_much_support(Spot& spot);
bool few_households(Spot& spot);
bool not_resident(Spot& spot);
bool late_start(Spot& spot);
bool start_blank(Spot& spot);
bool own_interest(Spot& spot);
bool not_logged(Spot& spot);
bool paid_too_much(Spot& spot);
bool relapsed(Spot& spot);
bool no_roster(Spot& spot);
bool thin_teams(Spot& spot);
bool too_many_women(Spot& spot);
bool too_many_successes(Spot& spot);
bool wrong_rate(Spot& spot);
bool low_rate(Spot& spot);

}  // namespace hoagiai::sample
