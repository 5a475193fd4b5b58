// Records without holes, made by chance from a seed, in a form that neither the engine nor the database gave them: both are
// handed the same cells, and each reads them in its own way. All data is invented.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/records/dataset.h"

namespace hoagiai::differential {

/// The day that stands for an event which never happened: later than every other.
inline constexpr const char* never_day = "9999-12-31";

struct Cell {
    enum class What { blank, whole, text };
    What what = What::blank;
    std::int64_t whole = 0;  ///< booleans 0 or 1, counts, years, đồng; ratios in hundredths of a percent
    std::string text;        ///< ids, names, choices; dates as 2023-12-31
};

using MadeRow = std::map<std::string, Cell>;  ///< by the name of the field or link

struct MadeRecords {
    std::map<std::string, std::vector<MadeRow>> tables;  ///< by the plural of the entity
};

/// Communes with all that belongs to them. Only what a rule asks after itself (`is missing`, `else`) is left blank at times.
MadeRecords make_records(std::uint32_t seed, int communes);
/// Records that a file holds, their holes filled by chance; fields in `left` ("mediator.active") stay as they are.
MadeRecords fill_holes(const Dataset& data, std::uint32_t seed, const std::set<std::string>& left = {});
/// The same records with so many of a hundred cells made blank, except those of fields in `left`.
MadeRecords punch_holes(MadeRecords records, const Schema& schema, std::uint32_t seed, int percent,
                        const std::set<std::string>& left);

/// As a folder of CSV files with one column for each field of the schema.
void write_csv(const MadeRecords& records, const Schema& schema, const std::filesystem::path& folder);

}  // namespace hoagiai::differential
