// The rows and cells of one filling. Whatever the records leave open is a hole with a short list of what it may be: what a
// blank cell holds, where a blank link leads, how many rows a silent roster has. A filling is one choice for each hole that is
// met; all of them are gone through by choosing again from the last hole met.
#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "engine/evaluation/outcome.h"
#include "tests/support/plain_tree.h"
#include "tests/support/small_records.h"

namespace hoagiai::plain {

/// A row as an expression meets it.
struct Here {
    int row = -1;
    bool behind = false;  ///< reached over a blank link: `is missing` is true here
};
struct Weighed {
    Here here;
    int times = 1;  ///< so many rows alike
};
struct Pick {
    int hole, option;
};

class World {
public:
    World(const support::SmallRecords& records);

    Here real(EntityId entity, int row) const { return {first_[entity] + row, false}; }
    Here up(const Here& from, LinkId link);
    std::vector<Weighed> down(const Here& from, const Step& step);
    Value field(const Here& here, FieldId field);
    bool unseen(const Here& here) const { return rows_[static_cast<std::size_t>(here.row)].kind == Kind::unseen; }
    bool is_missing(const Here& here, std::uint32_t index, bool link);

    /// The next filling: false when there is none.
    bool next();
    /// From the first filling on.
    void restart();
    /// A blank link was followed upward and led to a row of the records: what is behind it is told by the link's own hole, so
    /// that cells of that row are not asked for.
    bool through_named() const { return through_named_; }
    const std::vector<Pick>& picks() const { return picks_; }
    const MissingCell& label(int hole) const { return holes_[static_cast<std::size_t>(hole)].label; }

    /// How often a hole was met in this filling, at most.
    int most_mentions() const;
    /// Rows that were found behind rows nobody has seen: of those only none and one are tried.
    bool thin() const { return thin_; }

private:
    enum class Kind { real, behind, unseen };
    struct RowHere {
        EntityId entity;
        Kind kind;
        int row;
        MissingCell label;
        int above;
        LinkId above_link;
        int depth;
    };
    enum class Of { cell, link, absence, rows };
    struct Hole {
        MissingCell label;
        int options = 0;
        int chosen = -1;
        std::size_t met_in = 0;
        int mentions = 0;
    };

    int hole(Of of, int row, std::uint32_t index, const MissingCell& label, int options);
    int choose(int hole);
    int row_for(int from, std::uint32_t way, int index, EntityId entity, Kind kind, const MissingCell& label, LinkId link);
    void unseen_rows(std::vector<Weighed>& rows, int from, const Step& step, const MissingCell& label);
    const support::SmallCell& given(const RowHere& row, FieldId field) const;
    Value value_of(const Field& field, const support::SmallCell& cell) const;
    const std::vector<Value>& domain(EntityId entity, FieldId field);
    int top_of(EntityId entity, int row) const;
    bool silent(EntityId entity, int top) const;

    const support::SmallRecords& records_;
    const Schema& schema_;
    std::vector<int> first_;  ///< by EntityId: the row with which it begins
    std::vector<RowHere> rows_;
    std::map<std::tuple<int, std::uint32_t, int>, int> virtual_rows_;
    std::map<std::tuple<Of, int, std::uint32_t>, int> hole_numbers_;
    std::vector<Hole> holes_;
    std::map<std::pair<EntityId, FieldId>, std::vector<Value>> domains_;
    std::vector<Pick> picks_;
    std::size_t at_ = 0, run_ = 1;
    bool through_named_ = false, looking_down_ = false, thin_ = false;
};

}  // namespace hoagiai::plain
