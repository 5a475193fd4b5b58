// What check, explain and rules have in common: which rules (a profile, or rulebooks by path), for which day and period, over
// which records.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "engine/findings/finding.h"
#include "engine/text/progress.h"

namespace hoagiai {

/// The options --profile, --rules, --as-of, --period, followed by those of the command itself.
std::vector<OptionSpec> with_input_options(std::vector<OptionSpec> own);

/// The options --profile, --rules, --as-of, followed by those of the command itself.
std::vector<OptionSpec> with_rule_options(std::vector<OptionSpec> own);

/// A request and its records, ready for run_check().
struct CheckInput {
    CheckRequest request;
    std::optional<Records> records;
};

/// Reads rules and records as the options say. The day is --as-of's, else the profile's, else the period's last, else today.
/// Errors are in `diagnostics`, all of one run.
CheckInput read_check_input(const Arguments& arguments, Diagnostics& diagnostics, const Progress& progress = {},
                            ReadOptions options = {});

/// The same without records: only rules and day.
CheckInput read_rule_input(const Arguments& arguments, Diagnostics& diagnostics);

/// Prints what stood in the way to standard error, and that nothing was concluded; the exit code for it.
int refuse_input(Diagnostics& problems, const Arguments& arguments, bool lenient_would_go_on = false);

/// Whether all that stands in the way are single cells and rows of the records.
bool lenient_would_go_on(const CheckInput& input, const Diagnostics& problems);

}  // namespace hoagiai
