// Records for people who have none: whole folders of invented communes with their teams, mediators, cases and the rest, to try
// rules on, to learn with and to measure with. The same request gives the same bytes on every machine.
// It stands in authoring, above the rules, since it knows what they ask: without defects the records meet the national books,
// and each defect names the rule that finds it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/schema/schema.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

struct SampleRequest {
    int communes = 10;  ///< 0 to most_sample_communes
    std::uint64_t seed = 1;
    int year = 2026;  ///< the records are those of the end of this year
    bool defects = false;
    Language language = Language::vi;  ///< of headers, values and the README
};

inline constexpr int most_sample_communes = 99'999;  ///< as many as the ids have digits for
/// Elections reach three years back, and the Law has been in force since 2014.
inline constexpr int first_sample_year = 2017, last_sample_year = 2099;
/// Communes had districts above them until 30/06/2025.
inline constexpr int first_year_of_two_levels = 2025;

struct SampleFile {
    std::string name;
    std::uint64_t rows = 0;  ///< without the header
};

/// Writes the folder, which must be empty or not exist: nothing is ever overwritten. It is written commune by commune, so that
/// memory does not grow with their number; the README comes last, and a folder without one is not whole. What was written
/// (tables, then defects.csv); empty with diagnostics if it could not be, and then nothing is left.
std::vector<SampleFile> write_sample(const SampleRequest& request, const std::filesystem::path& folder, const Schema& schema,
                                     Diagnostics& diagnostics);

/// How to get the same records: the command, without its folder.
std::string sample_command(const SampleRequest& request);

}  // namespace hoagiai
