#include "tests/differential/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>

namespace hoagiai::differential {

namespace {

class Statement {
public:
    Statement(sqlite3* handle, const std::string& sql) : handle_(handle), sql_(sql) {
        const char* rest = nullptr;
        if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement_, &rest) != SQLITE_OK) fail();
        if (std::string(rest).find_first_not_of(" \r\n\t;") != std::string::npos)
            throw std::runtime_error("more than one statement: " + sql);
    }
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    sqlite3_stmt* get() { return statement_; }
    bool step() {
        const int code = sqlite3_step(statement_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) fail();
        return code == SQLITE_ROW;
    }

private:
    [[noreturn]] void fail() { throw std::runtime_error(fmt::format("{}: {}", sqlite3_errmsg(handle_), sql_)); }
    sqlite3* handle_;
    std::string sql_;
    sqlite3_stmt* statement_ = nullptr;
};

std::vector<std::string> columns(const Entity& entity) {
    std::vector<std::string> names;
    for (const Field& field : entity.fields) names.push_back(field.name);
    for (const Link& link : entity.links) names.push_back(link.name);
    return names;
}

std::string quoted(const std::string& name) { return "\"" + name + "\""; }

}  // namespace

Database::Database() {
    if (sqlite3_open(":memory:", &handle_) != SQLITE_OK) throw std::runtime_error("no database");
    // A word in double quotes that is no column would silently be a text.
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
}

Database::~Database() { sqlite3_close(handle_); }

void Database::run(const std::string& sql) {
    char* message = nullptr;
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK) return;
    const std::string said = message;
    sqlite3_free(message);
    throw std::runtime_error(said + ": " + sql);
}

void Database::load(const MadeRecords& records, const Schema& schema) {
    run("BEGIN");
    for (const Entity& entity : schema.entities) {
        if (entity.derived_from) continue;
        std::string list, places;
        for (const std::string& column : columns(entity)) {
            list += (list.empty() ? "" : ", ") + quoted(column);
            places += places.empty() ? "?" : ", ?";
        }
        run(fmt::format("CREATE TABLE {} ({})", entity.plural, list));
        Statement insert(handle_, fmt::format("INSERT INTO {} VALUES ({})", entity.plural, places));
        if (const auto table = records.tables.find(entity.plural); table != records.tables.end())
            for (const MadeRow& row : table->second) {
                int at = 0;
                for (const std::string& column : columns(entity)) {
                    ++at;
                    const auto cell = row.find(column);
                    if (cell == row.end() || cell->second.what == Cell::What::blank)
                        sqlite3_bind_null(insert.get(), at);
                    else if (cell->second.what == Cell::What::whole)
                        sqlite3_bind_int64(insert.get(), at, cell->second.whole);
                    else
                        sqlite3_bind_text(insert.get(), at, cell->second.text.c_str(), -1, SQLITE_TRANSIENT);
                }
                insert.step();
                sqlite3_reset(insert.get());
            }
        for (const Link& link : entity.links) run(fmt::format("CREATE INDEX {0}_{1} ON {0} ({1})", entity.plural, link.name));
        run(fmt::format("CREATE UNIQUE INDEX {0}_id ON {0} (id)", entity.plural));
    }
    run("COMMIT");
}

std::vector<Database::Cells> Database::query(const std::string& sql) {
    Statement statement(handle_, sql);
    std::vector<Cells> rows;
    while (statement.step()) {
        Cells& row = rows.emplace_back();
        for (int at = 0; at < sqlite3_column_count(statement.get()); ++at) {
            const unsigned char* value = sqlite3_column_text(statement.get(), at);
            row.push_back(value ? std::optional<std::string>(reinterpret_cast<const char*>(value)) : std::nullopt);
        }
    }
    return rows;
}

std::string Database::show(const std::string& sql, std::size_t most) {
    Statement statement(handle_, sql);
    std::string text;
    std::size_t shown = 0;
    for (; statement.step(); ++shown) {
        if (shown == most) return text + "  …\n";
        text += " ";
        for (int at = 0; at < sqlite3_column_count(statement.get()); ++at)
            if (const unsigned char* value = sqlite3_column_text(statement.get(), at))
                text += fmt::format(" {}={}", sqlite3_column_name(statement.get(), at), reinterpret_cast<const char*>(value));
        text += "\n";
    }
    return text;
}

}  // namespace hoagiai::differential
