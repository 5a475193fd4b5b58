// One set of records, asked of the engine and of the database under one day, period and reading.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/findings/finding.h"
#include "tests/differential/database.h"
#include "tests/differential/rule_queries.h"

namespace hoagiai::differential {

/// The day and the period of a check. The period before is written out, so that it is no word of the engine's.
struct Occasion {
    const char *as_of, *period, *first, *last, *first_before, *last_before;
};

/// One choice for each parameter that is open.
struct Reading {
    std::string base;  ///< received, concluded
    bool binds_each_team = false, binds_non_pilots = false;
};

using Statuses = std::map<std::string, std::string>;  ///< by unit
using Answers = std::map<std::string, Statuses>;      ///< by book/rule
using Books = std::vector<std::shared_ptr<const CheckedRulebook>>;

/// The shipped books, settled by a profile; without a reading they are as they are.
Books shipped_books(const Reading* reading);
/// By the rules that are named by book/rule; all where none is.
Answers ask_engine(const Books& books, const Records& records, const Occasion& occasion,
                   const std::set<std::string>& rules = {});
Answers ask_database(Database& database, const std::vector<RuleQueries>& queries, const Occasion& occasion,
                     const Reading& reading, const std::set<std::string>& rules = {});

/// What several readings say together: one answer, or that applying passes or does not apply; all else is unknown.
Answers together(const std::vector<Answers>& readings);

/// The rules that read a parameter which is open, by book/rule.
std::set<std::string> rules_with_readings(const Books& books);
/// The fields for which a rule asks whether they are blank, as "mediator.active": filling them would change the question.
std::set<std::string> fields_asked_whether_blank(const Books& books);

}  // namespace hoagiai::differential
