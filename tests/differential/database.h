// A database in memory that holds the same cells: SQLite through its C interface.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/differential/made_records.h"

struct sqlite3;

namespace hoagiai::differential {

class Database {
public:
    using Cells = std::vector<std::optional<std::string>>;  ///< of one row; NULL is empty

    Database();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// A table for each entity, a column for each field and link, an index for each link.
    void load(const MadeRecords& records, const Schema& schema);
    /// One or more statements without an answer.
    void run(const std::string& sql);
    std::vector<Cells> query(const std::string& sql);
    /// Rows as people can read them, at most so many.
    std::string show(const std::string& sql, std::size_t most = 30);

private:
    sqlite3* handle_ = nullptr;
};

}  // namespace hoagiai::differential
