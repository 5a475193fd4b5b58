// What every report for people begins with: one language, the accounts, and the order in which it is read.
#pragma once

#include <string>
#include <string_view>

#include "engine/output/format.h"
#include "engine/output/outline.h"
#include "engine/output/summary.h"

namespace hoagiai {

class ReportForPeople {
protected:
    ReportForPeople(const Report& report, Sink& out)
        : report_(report),
          result_(*report.result),
          data_(result_.records->dataset),
          vi_(report.language == Language::vi),
          summary_(summarise(result_)),
          outline_(outline(result_)),
          out_(out) {}

    std::string pick(std::string_view vi, std::string_view en) const { return std::string(vi_ ? vi : en); }
    const std::string& in_language(const Words& words) const { return say(words, report_.language); }
    std::string day(Day date) const { return vi_ ? vietnamese_date(date) : iso_date(date); }

    const Report& report_;
    const CheckResult& result_;
    const Dataset& data_;
    bool vi_;
    Summary summary_;
    Outline outline_;
    Sink& out_;
};

}  // namespace hoagiai
