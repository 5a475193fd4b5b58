// The pictures of the summary, each with a table of the same numbers under it.
#pragma once

#include <string>

#include "engine/findings/finding.h"
#include "engine/output/outline.h"
#include "engine/output/summary.h"

namespace hoagiai {

/// What each rule came to: a stacked bar a rule.
std::string status_picture(const CheckResult& result, const Summary& summary, Language language);
/// Units by the most severe of their failures, for each kind of unit. Empty where nothing fails.
std::string severity_picture(const CheckResult& result, Language language);
/// The rates of targets against what is asked, with the gap, and over holes the range: a picture a rule. Only of findings that
/// are shown. Empty where there are none.
std::string rate_pictures(const CheckResult& result, Language language);

}  // namespace hoagiai
