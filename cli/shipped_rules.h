// Where the rules are that come with the program, whether it runs from a build folder or is installed, and from whatever
// folder it is called.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hoagiai {

/// The folder; none if it was not found.
std::optional<std::filesystem::path> shipped_rules();

/// A shipped profile.
struct ShippedProfile {
    std::string name;  ///< the file's name without .yaml
    std::filesystem::path path;
};

/// All of them by name; none if the rules were not found.
std::vector<ShippedProfile> shipped_profiles();

}  // namespace hoagiai
