// Rows that were typed somewhere else, column by column, until the table takes them (TableBuilder::take). They are clean:
// nothing is to be said of any of them but that its id is there already.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/column.h"
#include "engine/records/names.h"
#include "engine/records/texts.h"

namespace hoagiai {

/// What the cells of a column hold, in the narrowest number that does.
enum class BlockCells : std::uint8_t {
    none,    ///< a column that is not used
    narrow,  ///< int8_t: yes and no, lists of choices
    middle,  ///< int32_t: dates
    wide,    ///< int64_t: numbers
    texts,   ///< int32_t: the text's number among RowBlock::own; one below zero: ~number among RowBlock::shared
    rows,    ///< Row: rows of a link's target
    ids      ///< int32_t: ~number among RowBlock::shared of the id that a link names
};

struct BlockColumn {
    ColumnName name;
    BlockCells kind = BlockCells::none;
    std::vector<std::int8_t> narrow;
    std::vector<std::int32_t> middle;
    std::vector<std::int64_t> wide;
    std::vector<Row> targets;

    void resize(std::size_t rows) {
        if (kind == BlockCells::narrow) narrow.resize(rows);
        if (kind == BlockCells::middle || kind == BlockCells::texts || kind == BlockCells::ids) middle.resize(rows);
        if (kind == BlockCells::wide) wide.resize(rows);
        if (kind == BlockCells::rows) targets.resize(rows);
    }
};

struct RowBlock {
    std::vector<BlockColumn> columns;
    Row rows = 0;
    Row room = 0;           ///< rows for which the columns have room
    Texts own;              ///< texts that few rows share, as they came
    Texts shared;           ///< texts that many rows share, and ids of other tables
    bool ascending = true;  ///< each id is more than the one before it

    // Where the texts stand in the dataset, once the table took them.
    std::uint32_t own_from = 0;
    std::vector<std::uint32_t> shared_at;

    void clear() {
        rows = 0;
        own.clear();
        shared.clear();
        ascending = true;
    }
    void make_room() {
        room = room == 0 ? 1024 : room * 2;
        for (BlockColumn& column : columns) column.resize(room);
    }
};

}  // namespace hoagiai
