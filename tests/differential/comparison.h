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

using Answers = std::map<std::string, std::map<std::string, std::string>>;  ///< book/rule, unit, status

/// The shipped books, settled by a profile; without a reading they are as they are.
std::vector<std::shared_ptr<const CheckedRulebook>> shipped_books(const Reading* reading);
Answers ask_engine(const std::vector<std::shared_ptr<const CheckedRulebook>>& books, const Records& records,
                   const Occasion& occasion);
Answers ask_database(Database& database, const std::vector<RuleQueries>& queries, const Occasion& occasion,
                     const Reading& reading);
/// The unit's own row and all rows below it, for a difference.
std::string rows_of(Database& database, const Schema& schema, EntityId entity, const std::string& id);

}  // namespace hoagiai::differential
