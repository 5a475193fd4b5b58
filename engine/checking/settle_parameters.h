// Parameters whose values somebody sets from outside the rulebook: a profile for a check, a case of a test file for itself.
// What was settled holds on all days, and takes the place of values and of what was undetermined alike.
#pragma once

#include <string>
#include <vector>

#include "engine/rulebook/profile.h"

namespace hoagiai {

class ParameterSettler {
public:
    /// `or_name_alone`: a parameter may be named without its book; it then stands for that parameter in every book that has it.
    explicit ParameterSettler(const std::vector<ProfileParameter>& parameters, bool or_name_alone = false);

    /// Before the book is checked, so that its values are typed like its own.
    void settle(Rulebook& book);
    /// Names that no book had. `whose`: "the rulebooks of this profile".
    void report_unused(const Words& whose, Diagnostics& diagnostics) const;

private:
    const std::vector<ProfileParameter>& parameters_;
    bool or_name_alone_;
    std::vector<bool> used_;          // by parameter
    std::vector<std::string> known_;  // book/parameter
};

}  // namespace hoagiai
