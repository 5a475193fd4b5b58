// Rows as expressions meet them: rows of the records, and rows that nobody has seen: behind a link that is missing, or in a
// table or roster that was not supplied.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/evaluation/outcome.h"
#include "engine/records/dataset.h"

namespace hoagiai {

struct RowRef {
    enum class Kind {
        real,
        behind_link,  ///< a link is missing: some row, all of whose fields are holes; `is missing` is true there
        unseen        ///< a row that a silent roster, an absent table or a link that cannot be read may have, or one that could
                      ///< not be placed; `is missing` may go either way
    };
    Kind kind = Kind::real;
    EntityId entity = none_id;
    Row row = no_row;                     ///< real
    MissingCell hole;                     ///< otherwise: what to supply
    std::shared_ptr<const RowRef> above;  ///< unseen: the row that it was reached from,
    LinkId above_link = none_id;          ///< by this link of its own
    /// Found somewhere behind a link that is missing: it may be any row of the records, whatever way led to it.
    bool past_missing_link() const {
        return hole.what == MissingCell::What::link || hole.what == MissingCell::What::link_column;
    }
    static RowRef real(EntityId entity, Row row) { return {Kind::real, entity, row, {}, nullptr, none_id}; }
};

/// A row that an aggregate may have to count.
struct Candidate {
    RowRef row;
    bool surely = true;              ///< it belongs here in every filling
    bool unlimited = false;          ///< stands for any number of such rows, none included
    std::vector<MissingCell> holes;  ///< if not surely: what decides whether it belongs here
};

/// The row that a link leads to.
RowRef go_up(const Dataset& data, const RowRef& from, LinkId link);
/// All rows that one step down leads to.
std::vector<Candidate> go_down(const Dataset& data, const RowRef& from, const PathStep& step);
/// All steps of a path; up steps first, then down. The rows at its end.
std::vector<Candidate> follow(const Dataset& data, const RowRef& from, const std::vector<PathStep>& steps);

}  // namespace hoagiai
