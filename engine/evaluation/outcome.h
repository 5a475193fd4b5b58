// What judging one rule for one unit gives: a status, and for an unknown one what stands in the way.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/records/dataset.h"
#include "engine/schema/schema.h"

namespace hoagiai {

enum class Status { pass, fail, unknown, not_applicable, waived };
std::string_view word(Status status);

/// A hole: a cell, a column or table that was not supplied, a roster that has no row for a commune, or rows of a table that
/// could not be placed.
struct MissingCell {
    enum class What { cell, link, column, link_column, table, roster, unplaced };
    What what = What::cell;
    EntityId entity = none_id;
    Row row = no_row;               ///< cell, link: the row; roster: the row of the top entity
    std::uint32_t field = none_id;  ///< FieldId or (link, link_column) LinkId
    friend auto operator<=>(const MissingCell&, const MissingCell&) = default;
};

/// One way to read the undetermined parameters, and what it gives.
struct JudgedReading {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> choices;  ///< parameter, index into its readings
    Day day = 0;                                                   ///< whose values hold
    Status status = Status::unknown;
    std::uint32_t version = 0;  ///< index of the rule whose version holds on that day
};

struct Outcome {
    Status status = Status::unknown;
    bool reading_decides = false;
    bool nothing_to_divide_by = false;
    std::uint32_t version = 0;            ///< index of the rule whose version decides: the latest that gives this status
    std::vector<JudgedReading> readings;  ///< all that were judged, if more than one
    std::vector<MissingCell> missing;     ///< in order, each once; empty unless asked for
};

/// Readings and versions combine like fillings: equal statuses stand, pass with not_applicable is pass, all else is unknown.
Status combined(Status a, Status b);

}  // namespace hoagiai
