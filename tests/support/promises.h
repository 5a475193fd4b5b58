// The four promises of the language over missing values, held by going through every filling of small records: what is said
// holds in all of them; what is unknown really differs between two; the cells named are those that can change the outcome; and
// where nothing is missing, the status is definite.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/evaluation/judge.h"
#include "tests/support/plain_evaluator.h"
#include "tests/support/plain_time.h"
#include "tests/support/random_case.h"

namespace hoagiai::support {

/// Rules as both sides read them. Throws std::runtime_error with the diagnostics if the engine does not take them.
class JudgedRules {
public:
    explicit JudgedRules(const std::vector<WrittenRule>& rules);

    std::shared_ptr<const CheckedRulebook> book;
    plain::Context context;
    std::vector<std::size_t> numbers;     ///< of each written rule its first version in the book
    std::vector<plain::PlainRule> plain;  ///< as if the first version were all
    std::vector<plain::TimedRule> in_time;
};

/// What happened with one case, for the counts at the end.
struct CaseFacts {
    bool judged = false;  ///< false: too many fillings
    Status status = Status::unknown;
    bool hole_read = false, exact = false, reading = false, nothing_to_divide_by = false, too_wide = false;
    bool silent_roster = false, absent_column = false, absent_table = false, blank_link = false;
    std::size_t fillings = 0;
    bool days_differ = false;  ///< known days, each with its own answer
    bool named_date = false;   ///< a date that decides is blank, and named
    std::string broken;        ///< which promise, and how; empty: all hold

    void see(const plain::Filling& filling, const plain::World& world);
};

inline constexpr std::size_t most_fillings = 400;

CaseFacts hold_promises(const JudgedRules& rules, std::size_t rule, const SmallRecords& records, const Dataset& data,
                        plain::World& world, int unit);

/// The same of a rule that depends on days: all days, versions and readings of one filling together.
CaseFacts hold_in_time(const JudgedRules& rules, std::size_t rule, const SmallRecords& records, const Dataset& data,
                       plain::World& world, int unit);

}  // namespace hoagiai::support
