// A profile in, everything that a check needs beside the records out: the checked rulebooks with the profile's parameters in
// them, and the tables that are known to be incomplete.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/checking/layers/book_set.h"
#include "engine/rulebook/profile.h"

namespace hoagiai {

struct LoadedProfile {
    std::shared_ptr<const Profile> profile;
    std::vector<std::shared_ptr<const CheckedRulebook>>
        books;  ///< in the profile's order, each behind those that it extends; drafts run if the profile names them
    std::vector<EntityId> incomplete;
};

/// Reads the profile and its rulebooks (paths are seen from the profile's folder). Empty if the file is no profile; with
/// errors in the diagnostics, what could be read is still there. `known`: files that were read already.
std::optional<LoadedProfile> load_profile(const RuleFile& file, const std::shared_ptr<const Schema>& schema,
                                          Diagnostics& diagnostics, const KnownFiles* known = nullptr);

}  // namespace hoagiai
