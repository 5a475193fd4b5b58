// The accounts of a check: what was read, judged and found, so that nothing is passed over in silence.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/findings/finding.h"
#include "engine/findings/message.h"

namespace hoagiai {

struct StatusCounts {
    std::uint64_t pass = 0, fail = 0, unknown = 0, not_applicable = 0, waived = 0;
    std::uint64_t units() const { return pass + fail + unknown + not_applicable + waived; }
    void add(const RuleCounts& counts);
};

struct TableCoverage {
    std::string table;  ///< plural
    bool supplied = false;
    std::uint64_t tops_without = 0;  ///< communes for which it has no row
    std::uint64_t tops = 0;
};

struct Summary {
    StatusCounts all;
    std::map<std::string, StatusCounts> by_kind, by_entity;
    RowCounts rows;
    std::vector<TableCoverage> coverage;  ///< tables below the top entity, in the schema's order
};

Summary summarise(const CheckResult& result);

/// "điểm a khoản 3 Điều 8, 35/2013/QH13" and "Article 8(3)(a), 35/2013/QH13".
Words basis_text(const Basis& basis);

}  // namespace hoagiai
