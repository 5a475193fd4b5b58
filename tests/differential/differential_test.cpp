// A second opinion from a database: over records without holes every shipped rule is a question that SQL can answer too. The
// queries beside this file were written by hand from the rules; engine and database are given the same cells, and must name
// the same units.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "tests/differential/difference.h"

using namespace hoagiai;
using namespace hoagiai::differential;

namespace {

namespace fs = std::filesystem;

/// Rules for which there is no plain SQL, each with the reason. A rule with neither a query nor a reason fails the test.
const std::map<std::string, std::string> without_sql = {
    {"guidance-428-2023/cases-surged", "it needs many cases of two years, and made records have few of the year before"},
    {"guidance-428-2023/none-in-writing", "made records never leave all of many successes without a written record"},
    {"law-35-2013/team-report", "it reads an open parameter that the readings here do not settle"},
    {"law-35-2013/team-after-merger", "it reads an open parameter that the readings here do not settle"}};

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

const std::vector<Reading>& readings() {
    static const std::vector<Reading> all = [] {
        std::vector<Reading> readings;
        for (const char* base : {"received", "concluded"})
            for (const bool each_team : {false, true})
                for (const bool non_pilots : {false, true}) readings.push_back({base, each_team, non_pilots});
        return readings;
    }();
    return all;
}

const std::vector<RuleQueries>& queries() {
    static const std::vector<RuleQueries> all = [] {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(fs::path(HOAGIAI_SOURCE_DIR) / "tests/differential"))
            if (entry.path().extension() == ".sql") files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        std::vector<RuleQueries> queries;
        for (const fs::path& file : files) queries.push_back(read_queries(file));
        return queries;
    }();
    return all;
}

Records as_read(const MadeRecords& made) {
    std::string folder = (fs::temp_directory_path() / "hoagiai-differential-XXXXXX").string();
    REQUIRE(mkdtemp(folder.data()) != nullptr);
    write_csv(made, *builtin_schema(), folder);
    Records records = load_records(folder, builtin_schema());
    fs::remove_all(folder);
    for (const Diagnostic& d : records.diagnostics.all()) UNSCOPED_INFO(render(d, Language::en, false));
    REQUIRE_FALSE(records.diagnostics.has_errors());
    return records;
}

void fill(Database& database, const MadeRecords& made) {
    database.load(made, *builtin_schema());
    database.run(
        "CREATE TABLE run (as_of, period_start, period_end, previous_start, previous_end, base, binds_each_team, "
        "binds_non_pilots)");
    for (const RuleQueries& book : queries()) database.run(book.views);
}

std::string said_of(const Occasion& occasion, const Reading& reading) {
    return std::string("as of ") + occasion.as_of + ", period " + occasion.period + ", of cases " + reading.base +
           (reading.binds_each_team ? ", each team" : ", the unit") +
           (reading.binds_non_pilots ? ", others too" : ", pilots only");
}

/// The shipped books settled by each reading.
const Books& settled_books(std::size_t reading) {
    static const std::vector<Books> settled = [] {
        std::vector<Books> all;
        for (const Reading& one : readings()) all.push_back(shipped_books(&one));
        return all;
    }();
    return settled[reading];
}

/// All rules under one occasion and reading.
Answers compare_reading(const std::string& name, const Occasion& occasion, std::size_t reading,
                        const std::set<std::string>& rules, const Records& records, Database& database, Seen& seen) {
    Answers asked = ask_database(database, queries(), occasion, readings()[reading], rules);
    compare(name + ", " + said_of(occasion, readings()[reading]), ask_engine(settled_books(reading), records, occasion, rules),
            asked, database, Agreement::same, seen);
    return asked;
}

/// The same records under one occasion, with each reading and with none.
void compare_all_readings(const std::string& name, const Occasion& occasion, const Records& records, Database& database,
                          Seen& seen) {
    static const Books open_books = shipped_books(nullptr);
    static const std::set<std::string> open_rules = rules_with_readings(open_books);
    std::vector<Answers> all;
    for (std::size_t i = 0; i < readings().size(); ++i) {
        // What reads no open parameter is asked once.
        const Answers asked =
            compare_reading(name, occasion, i, i == 0 ? std::set<std::string>{} : open_rules, records, database, seen);
        Answers& kept = all.emplace_back();
        for (const std::string& rule : open_rules)
            if (asked.count(rule) > 0) kept[rule] = asked.at(rule);
    }
    Seen not_counted;
    compare(name + ", nothing settled", ask_engine(open_books, records, occasion, open_rules), together(all), database,
            Agreement::same, not_counted);
}

}  // namespace

TEST_CASE("every shipped rule has a query, or a reason why there is none", "[differential]") {
    std::set<std::string> rules, asked;
    for (const auto& book : shipped_books(nullptr))
        for (const CheckedRule& rule : book->rules)
            if (!rule.decl->selection) rules.insert(rule.id);  // a selection judges nobody
    for (const RuleQueries& book : queries())
        for (const auto& [rule, sql] : book.by_rule) asked.insert(book.book + "/" + rule);
    for (const std::string& rule : rules) {
        INFO(rule << ": write a query for it in tests/differential, or say in without_sql why there is none");
        CHECK(asked.count(rule) + without_sql.count(rule) == 1);
    }
    for (const std::string& rule : asked) {
        INFO(rule << ": a query for a rule that is not shipped");
        CHECK(rules.count(rule) == 1);
    }
    for (const auto& [rule, why] : without_sql) {
        WARN(rule << " is not compared: " << why);
        CHECK(rules.count(rule) == 1);
    }
}

TEST_CASE("over made records without holes engine and database say the same", "[differential]") {
    Seen seen;
    for (std::uint32_t seed = 1; seed <= 3; ++seed) {
        const MadeRecords made = make_records(seed, 80);
        const Records records = as_read(made);
        Database database;
        fill(database, made);
        const std::string name = "seed " + std::to_string(seed);
        // The readings are told apart by the year, a half of it, and a period of days; elsewhere by one each.
        for (std::size_t i = 0; i < occasions.size(); ++i)
            if (i == 0 || i == 3 || i == 5)
                compare_all_readings(name, occasions[i], records, database, seen);
            else
                compare_reading(name, occasions[i], (i + seed) % readings().size(), {}, records, database, seen);
    }
    // Records by which a rule never fails, or always, would say nothing of it.
    for (const RuleQueries& book : queries())
        for (const auto& [rule, sql] : book.by_rule) {
            const auto& counts = seen[book.book + "/" + rule];
            INFO(rule);
            CHECK(counts.count("pass") == 1);
            CHECK(counts.count("fail") == 1);
            CHECK(counts.count("not_applicable") == 1);
            CHECK(counts.count("unknown") == 0);
        }
}

TEST_CASE("over the examples with their holes filled engine and database say the same", "[differential]") {
    for (const char* example : {"examples/bac-lieu-2023", "examples/published", "examples/first-look"}) {
        const Records holes = load_records(fs::path(HOAGIAI_SOURCE_DIR) / example, builtin_schema());
        REQUIRE_FALSE(holes.diagnostics.has_errors());
        for (std::uint32_t seed = 1; seed <= 3; ++seed) {
            const MadeRecords made = fill_holes(holes.dataset, seed);
            Database database;
            fill(database, made);
            Seen seen;
            compare_all_readings(example, occasions[0], as_read(made), database, seen);
        }
    }
}

TEST_CASE("what the engine is sure of in spite of holes is what the database says of every filling", "[differential]") {
    const std::set<std::string> left = fields_asked_whether_blank(shipped_books(nullptr));
    REQUIRE(left.count("mediator.active") == 1);
    Seen seen;
    const Reading reading = readings().back();
    const Books books = shipped_books(&reading);
    const auto compare_filling = [&](const std::string& name, const Records& holes, const MadeRecords& filled) {
        Database database;
        fill(database, filled);
        for (const Occasion& occasion : {occasions[0], occasions[3]})
            compare(name + ", " + said_of(occasion, reading), ask_engine(books, holes, occasion),
                    ask_database(database, queries(), occasion, reading), database, Agreement::where_engine_is_sure, seen);
    };
    for (const char* example : {"examples/bac-lieu-2023", "examples/published", "examples/first-look"}) {
        const Records holes = load_records(fs::path(HOAGIAI_SOURCE_DIR) / example, builtin_schema());
        for (std::uint32_t seed = 1; seed <= 5; ++seed) compare_filling(example, holes, fill_holes(holes.dataset, seed, left));
    }
    for (const int percent : {2, 10, 40}) {
        const MadeRecords made = make_records(11, 100);
        compare_filling("made", as_read(punch_holes(made, *builtin_schema(), 12, percent, left)), made);
    }
    for (const RuleQueries& book : queries())
        for (const auto& [rule, sql] : book.by_rule) {
            INFO(rule);
            CHECK(seen[book.book + "/" + rule].count("pass") == 1);
            CHECK(seen[book.book + "/" + rule].count("fail") == 1);
        }
}
