#include "cli/shipped_rules.h"

#include <algorithm>
#include <system_error>

namespace hoagiai {

namespace {

namespace fs = std::filesystem;

/// An installed program has PREFIX/bin/hoagiai and PREFIX/share/hoagiai/rules; a built one lies somewhere below the project,
/// or knows from which sources it was built.
std::optional<fs::path> find_rules() {
    std::error_code failed;
    const fs::path self = fs::read_symlink("/proc/self/exe", failed);
    if (!failed) {
        fs::path folder = self.parent_path();
        for (int up = 0; up < 4 && !folder.empty(); ++up, folder = folder.parent_path())
            for (const fs::path& candidate : {folder / "share/hoagiai/rules", folder / "rules"})
                if (fs::is_directory(candidate / "profiles", failed)) return candidate;
    }
    const fs::path sources = HOAGIAI_SOURCE_RULES;
    if (fs::is_directory(sources / "profiles", failed)) return sources;
    return std::nullopt;
}

}  // namespace

std::optional<fs::path> shipped_rules() { return find_rules(); }

std::vector<ShippedProfile> shipped_profiles() {
    std::vector<ShippedProfile> all;
    const auto folder = shipped_rules();
    std::error_code failed;
    if (folder)
        for (fs::directory_iterator i(*folder / "profiles", failed), end; !failed && i != end; i.increment(failed))
            if (i->path().extension() == ".yaml" && i->path().stem().extension() != ".test")
                all.push_back({i->path().stem().string(), i->path()});
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return all;
}

}  // namespace hoagiai
