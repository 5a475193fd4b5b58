// A profile says how one check is made: which rulebooks, for which period and day, with which settled parameters, which
// tables are known to be incomplete, and which units are excused from which rule until when. It is read here as it was written;
// loading (checking/load_profile.h) finds the books.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/rulebook/rulebook.h"

namespace hoagiai {

/// A value that holds on all days in the place of the book's own values.
struct ProfileParameter {
    Text name;  ///< `book/parameter`
    ParameterValue value;
    std::string reason;
};

/// An exception that somebody answers for: until that day a unit that fails a rule, or may fail it, counts as waived.
struct Waiver {
    Text rule;      ///< `book/rule`
    Text unit;      ///< the id of a unit that the rule is about
    Day until = 0;  ///< the last day on which it holds
    std::string reason, approved_by;
};

struct Profile {
    SourcePtr source;
    std::string sha256;
    Text name;
    Words title;
    std::vector<Text> rulebooks;  ///< paths, seen from the profile's own folder
    std::optional<Period> period;
    std::optional<Day> as_of;
    std::vector<ProfileParameter> parameters;
    std::vector<Text> incomplete;  ///< plurals of entities
    std::vector<Waiver> waivers;
};

/// A value that is set from outside, typed later like the book's own: a scalar, or a list. Reported if it is neither.
ProfileParameter read_settled(const Text& name, const YamlNode& value, Diagnostics& diagnostics);

/// Reads a profile; null only if it is none at all. With errors, what could be read is still there.
std::shared_ptr<Profile> read_profile(const SourcePtr& source, const YamlNode& root, Diagnostics& diagnostics);

}  // namespace hoagiai
