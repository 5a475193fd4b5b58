// One commune after the other, with teams, mediators, cases, funds and reports such that most rules have units on either side.
#pragma once

#include "tests/differential/chance.h"

namespace hoagiai::differential {

class Maker {
public:
    explicit Maker(std::uint32_t seed);

    void commune();
    /// A team with so many mediators; its id. One that does not work changes no number of teams.
    std::string team(const std::string& commune, int mediators, bool works = true);
    MadeRecords take() { return std::move(records_); }

private:
    struct MadeTeam {
        std::string id;
        std::vector<std::string> mediators;
    };
    void mediator(MadeTeam& team, bool head);
    void cases(const std::vector<MadeTeam>& teams);
    void one_case(const MadeTeam& team, const std::string& outcome);
    void things_done(const std::string& commune);
    void fundings(const std::string& commune);
    void report(const std::string& commune, const std::vector<MadeTeam>& teams);
    /// Gives the row an id and, where nothing was set, some value in each field.
    std::string add(const std::string& plural, MadeRow row);
    Cell yes(int percent) { return whole(chance_.in_hundred(percent)); }
    Cell blank_or(int percent_blank, Cell cell) { return chance_.in_hundred(percent_blank) ? Cell{} : cell; }

    std::shared_ptr<const Schema> schema_;
    Chance chance_;
    MadeRecords records_;
    int good_ = 90;  ///< how many in a hundred do what they should, in the commune that is being made
    /// Communes at the edge of a question or a share that chance alone would seldom reach.
    bool many_successes_ = false, all_same_day_ = false, many_teams_ = false;
    int not_logged_ = 0, relapsed_ = 0, supported_ = 0;  ///< how many there still shall be of these
    MadeTeam last_team_;
};

}  // namespace hoagiai::differential
