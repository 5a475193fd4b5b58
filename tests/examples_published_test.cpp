// The published figures of real units: each cell is one that the README answers for, nobody is accused by a figure that was not
// published, and every verdict and count that the README names is so.
#include <catch2/catch.hpp>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "engine/checking/load_profile.h"
#include "engine/findings/message.h"
#include "tests/support/markdown_table.h"
#include "tests/support/read_file.h"

using namespace hoagiai;

namespace {

namespace fs = std::filesystem;
using support::read_file;
using support::table_rows;

const fs::path root = HOAGIAI_SOURCE_DIR;
const fs::path published = root / "examples/published";

/// The rows of a CSV file by their heads; a cell may stand in quotes.
std::vector<std::map<std::string, std::string>> csv_rows(const fs::path& file) {
    const auto cells_of = [](const std::string& line) {
        std::vector<std::string> cells(1);
        bool quoted = false;
        for (const char byte : line) {
            if (byte == '"')
                quoted = !quoted;
            else if (byte == ',' && !quoted)
                cells.emplace_back();
            else
                cells.back() += byte;
        }
        return cells;
    };
    std::istringstream lines(read_file(file));
    std::string line;
    std::getline(lines, line);
    const std::vector<std::string> head = cells_of(line);
    std::vector<std::map<std::string, std::string>> rows;
    while (std::getline(lines, line)) {
        const std::vector<std::string> cells = cells_of(line);
        REQUIRE(cells.size() == head.size());
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < head.size(); ++i) row[head[i]] = cells[i];
    }
    return rows;
}

/// A check of records, and what it says of a rule's short id and a unit.
struct Checked {
    Records records;
    CheckResult result;

    Checked(const fs::path& folder, CheckRequest request) : records(load_records(folder, builtin_schema())) {
        REQUIRE_FALSE(records.diagnostics.has_errors());
        request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable};
        result = run_check(std::move(request), records);
        REQUIRE_FALSE(result.diagnostics.has_errors());
    }
    std::string unit(const Finding& finding) const {
        return std::string(records.dataset.id(result.rule(finding).entity, finding.row));
    }
    const Finding& finding(const std::string& rule, const std::string& unit_id) const {
        for (const Finding& one : result.findings)
            if (result.rule(one).decl->id.value == rule && unit(one) == unit_id) return one;
        FAIL("no finding of " << rule << " for " << unit_id);
        return result.findings.front();
    }
    std::string status(const std::string& rule, const std::string& unit_id) const {
        return std::string(word(finding(rule, unit_id).outcome.status));
    }
    /// The fields of its own row that would settle it.
    std::vector<std::string> missing(const std::string& rule, const std::string& unit_id) const {
        std::vector<std::string> fields;
        for (const MissingText& cell : describe(result, finding(rule, unit_id)).missing) {
            CHECK(cell.id == unit_id);
            fields.push_back(cell.field);
        }
        return fields;
    }
};

Checked check_published() {
    Diagnostics diagnostics;
    const RuleFiles files = find_rule_files({(root / "rules/profiles/published.yaml").string()}, diagnostics);
    REQUIRE(files.files.size() == 1);
    const auto profile = load_profile(files.files[0], builtin_schema(), diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    REQUIRE(profile);
    CHECK_FALSE(profile->profile->period);  // no rule of these books reads one
    CheckRequest request;
    request.books = profile->books;
    request.as_of = profile->profile->as_of.value();
    return {published, std::move(request)};
}

}  // namespace

TEST_CASE("examples/published: every figure of a report stands in its README row, and no other", "[examples]") {
    const std::vector<std::string> figures = {"teams",         "mediators", "women",         "ethnic_minority",
                                              "law_qualified", "received",  "concluded",     "successful",
                                              "unsuccessful",  "ongoing",   "published_rate"};
    std::map<std::string, std::string> readme;  // report to figures used
    for (const auto& cells : table_rows(read_file(published / "README.md")))
        if (cells.size() == 5 && cells[4].front() == '[') CHECK(readme.emplace(cells[0], cells[1]).second);
    std::set<std::string> units, reports;
    for (auto& row : csv_rows(published / "reports.csv")) {
        INFO(row["id"]);
        std::string used;
        for (const std::string& figure : figures)
            if (!row.at(figure).empty()) used += (used.empty() ? "" : ", ") + figure + " " + row[figure];
        CHECK(readme[row["id"]] == (used.empty() ? "none" : used));
        CHECK_FALSE(row["covers"].empty());
        CHECK(parse_iso_date(row["from_on"]).value() <= parse_iso_date(row["to_on"]).value());
        if (!row["year"].empty()) {
            CHECK(row["from_on"].substr(0, 4) == row["year"]);
            CHECK(row["to_on"].substr(0, 4) == row["year"]);
        }
        units.insert(row["unit"]);
        reports.insert(row["id"]);
    }
    CHECK(units.size() >= 25);
    CHECK(reports.size() == readme.size());
}

TEST_CASE("examples/published: what its README says of the check is so", "[examples]") {
    const Checked checked = check_published();
    std::map<std::string, std::vector<std::string>> counts;
    for (const RuleCounts& rule : checked.result.rules)
        counts[checked.result.request.books[rule.book]->book->name.value + "/" + checked.result.rule(rule).decl->id.value] = {
            std::to_string(rule.pass), std::to_string(rule.fail), std::to_string(rule.unknown),
            std::to_string(rule.not_applicable)};
    std::size_t verdicts = 0, counted = 0;
    for (const auto& cells : table_rows(read_file(published / "README.md"))) {
        INFO(cells[0] << " " << cells[1]);
        if (cells.size() == 4 && cells[0] != "report") {  // report, rule, status, why
            CHECK(checked.status(cells[1], cells[0]) == cells[2]);
            ++verdicts;
        } else if (cells.size() == 5 && cells[0].find('/') != std::string::npos) {  // rule and its four counts
            CHECK(counts[cells[0]] == std::vector(cells.begin() + 1, cells.end()));
            ++counted;
        }
    }
    CHECK(verdicts >= 15);
    CHECK(counted == counts.size());
}

TEST_CASE("examples/published: only what the figures prove fails, and only a yardstick of ours", "[examples]") {
    const Checked checked = check_published();
    std::set<std::pair<std::string, std::string>> failed;
    for (const Finding& finding : checked.result.findings) {
        if (finding.outcome.status != Status::fail) continue;
        failed.emplace(checked.result.rule(finding).decl->id.value, checked.unit(finding));
        CHECK(checked.result.rule(finding).decl->severity == RuleSeverity::info);
    }
    CHECK(failed == std::set<std::pair<std::string, std::string>>{{"yardstick-rate", "dak-nong-2022-h1"},
                                                                  {"yardstick-rate", "national-2014-2023"}});

    const Words said = describe(checked.result, checked.finding("yardstick-rate", "dak-nong-2022-h1")).message;
    for (const char* part : {"57,59% (trên số vụ, việc tiếp nhận)", "64,36% (trên số vụ, việc đã kết thúc)",
                             "323 (trên số vụ, việc tiếp nhận)", "289 (trên số vụ, việc đã kết thúc)"})
        CHECK_THAT(said.vi, Catch::Contains(part));
    for (const char* part : {"57.59% (of the cases received)", "64.36% (of the cases concluded)", "323 (of the cases received)",
                             "289 (of the cases concluded)"})
        CHECK_THAT(said.en, Catch::Contains(part));
}

TEST_CASE("examples/published: where the number of concluded cases was not published, it is what is missing", "[examples]") {
    const Checked checked = check_published();
    const std::vector<std::string> concluded = {"concluded"};
    for (const char* report : {"dak-nong-2021", "ca-mau-2014-2020"}) {
        INFO(report);
        CHECK(checked.status("report-rate", report) == "unknown");
        CHECK(checked.missing("report-rate", report) == concluded);
        CHECK(checked.missing("yardstick-rate", report) == concluded);
    }
    CHECK(checked.missing("yardstick-rate", "bon-b-2025") == concluded);
    CHECK(checked.missing("yardstick-rate", "national-2014-2018") == std::vector<std::string>{"received"});
}

TEST_CASE("examples/readings: an invented rate that its cases contradict fails", "[examples]") {
    const fs::path readings = root / "examples/readings";
    Diagnostics diagnostics;
    CheckRequest request;
    request.books = load_rulebooks({(root / "rules/national/reports.yaml").string()}, builtin_schema(), diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    request.as_of = parse_iso_date("2023-12-31").value();
    const Checked checked(readings, std::move(request));
    const std::string readme = read_file(readings / "README.md");
    CHECK_THAT(readme, Catch::Contains("**Invented**") && Catch::Contains("Dữ liệu giả định"));
    int verdicts = 0;
    for (const auto& cells : table_rows(readme))
        if (cells.size() == 3 && cells[0] != "report") {
            CHECK(checked.status(cells[1], cells[0]) == cells[2]);
            ++verdicts;
        }
    CHECK(verdicts == 2);
    CHECK(checked.status("report-rate", "bao-cao-mau-thuan") == "fail");
}
