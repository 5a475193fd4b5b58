// What the examples' READMEs say of themselves is tried: every verdict that they name, and every edit of one cell that moves
// one.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "engine/checking/load_profile.h"
#include "engine/findings/finding.h"
#include "tests/support/markdown_table.h"
#include "tests/support/read_file.h"

using namespace hoagiai;

namespace {

namespace fs = std::filesystem;
using hoagiai::support::read_file;
using hoagiai::support::table_rows;

const fs::path root = HOAGIAI_SOURCE_DIR;

/// The status word of a rule for a unit; empty if there is no such.
std::string status(const fs::path& records_folder, const std::string& rule_id, const std::string& unit) {
    Diagnostics diagnostics;
    CheckRequest request;
    request.books = load_rulebooks({(root / "rules/national/law-35-2013.yaml").string()}, builtin_schema(), diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    request.as_of = *parse_iso_date("2023-12-31");
    request.period = parse_period("2023");
    request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable};
    const Records records = load_records(records_folder, builtin_schema());
    REQUIRE_FALSE(records.diagnostics.has_errors());
    const CheckResult result = run_check(request, records);
    for (const Finding& finding : result.findings)
        if (result.rule(finding).decl->id.value == rule_id &&
            records.dataset.id(result.rule(finding).entity, finding.row) == unit)
            return std::string(word(finding.outcome.status));
    return "";
}

/// Changes one cell of a row that is found by its id; the old value must stand there.
void change_cell(const fs::path& file, const std::string& id, const std::string& column, const std::string& from,
                 const std::string& to) {
    std::istringstream lines(read_file(file));
    std::string line, text;
    std::getline(lines, line);
    const auto cells_of = [](const std::string& row) {
        std::vector<std::string> cells(1);
        for (const char byte : row) byte == ',' ? (void)cells.emplace_back() : (void)(cells.back() += byte);
        return cells;
    };
    const auto header = cells_of(line);
    const auto at = std::find(header.begin(), header.end(), column) - header.begin();
    text = line + "\n";
    bool changed = false;
    while (std::getline(lines, line)) {
        auto cells = cells_of(line);
        if (cells[0] == id) {
            CHECK(cells.at(static_cast<std::size_t>(at)) == from);
            cells[static_cast<std::size_t>(at)] = to;
            changed = true;
            line.clear();
            for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + cells[i];
        }
        text += line + "\n";
    }
    REQUIRE(changed);
    std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("examples/first-look: what its README says of units and of edits is so", "[examples]") {
    const fs::path example = root / "examples/first-look";
    int verdicts = 0, edits = 0;
    for (const auto& cells : table_rows(read_file(example / "README.md"))) {
        if (cells.size() == 4 && cells[1].find('-') != std::string::npos) {  // unit, rule, status, why
            INFO(cells[0] << " " << cells[1]);
            CHECK(status(example, cells[1], cells[0]) == cells[2]);
            ++verdicts;
        }
        if (cells.size() == 6 &&
            cells[0].find(".csv") != std::string::npos) {  // file, row, column, from, to, "rule of unit: old → new"
            INFO(cells[5]);
            const std::string rule = cells[5].substr(0, cells[5].find(" of ")),
                              rest = cells[5].substr(cells[5].find(" of ") + 4);
            const std::string unit = rest.substr(0, rest.find(':')), moves = rest.substr(rest.find(": ") + 2);
            const std::string before = moves.substr(0, moves.find(" → ")),
                              after = moves.substr(moves.find(" → ") + std::string(" → ").size());
            std::string pattern = (fs::temp_directory_path() / "hoagiai-example-XXXXXX").string();
            REQUIRE(mkdtemp(pattern.data()) != nullptr);
            fs::copy(example, pattern, fs::copy_options::recursive);
            CHECK(status(pattern, rule, unit) == before);
            change_cell(fs::path(pattern) / cells[0], cells[1], cells[2], cells[3] == "(blank)" ? "" : cells[3], cells[4]);
            CHECK(status(pattern, rule, unit) == after);
            fs::remove_all(pattern);
            ++edits;
        }
    }
    CHECK(verdicts >= 6);
    CHECK(edits == 3);
}

TEST_CASE("examples/bac-lieu-2023: every hard case and every count of its README is so", "[examples]") {
    const fs::path example = root / "examples/bac-lieu-2023";
    Diagnostics diagnostics;
    const RuleFiles files = find_rule_files({(root / "rules/profiles/bac-lieu-2023.yaml").string()}, diagnostics);
    REQUIRE(files.files.size() == 1);
    const auto profile = load_profile(files.files[0], builtin_schema(), diagnostics);
    REQUIRE(profile);
    REQUIRE_FALSE(diagnostics.has_errors());
    CheckRequest request;
    request.books = profile->books;
    request.period = profile->profile->period;
    request.as_of = profile->profile->as_of.value();
    request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable};
    const Records records = load_records(example, builtin_schema());
    REQUIRE_FALSE(records.diagnostics.has_errors());
    const CheckResult result = run_check(std::move(request), records);

    std::map<std::pair<std::string, std::string>, std::string> statuses;  // rule and unit to status
    for (const Finding& finding : result.findings) {
        const auto key = std::pair(result.rule(finding).decl->id.value,
                                   std::string(records.dataset.id(result.rule(finding).entity, finding.row)));
        statuses[key] = word(finding.outcome.status);
    }
    std::map<std::string, std::vector<std::string>> counts;  // full id of a rule to pass, fail, unknown, not applicable
    for (const RuleCounts& rule : result.rules)
        counts[result.request.books[rule.book]->book->name.value + "/" + result.rule(rule).decl->id.value] = {
            std::to_string(rule.pass), std::to_string(rule.fail), std::to_string(rule.unknown),
            std::to_string(rule.not_applicable)};

    std::set<std::string> rules_with_hard_case, shown;
    std::size_t counted = 0;
    for (const auto& cells : table_rows(read_file(example / "README.md"))) {
        if (cells.size() != 5) continue;
        INFO(cells[0] << " " << cells[1]);
        if (cells[0].find("-2013/") != std::string::npos || cells[0].find("-2023/") != std::string::npos) {
            CHECK(counts[cells[0]] == std::vector(cells.begin() + 1, cells.end()));  // rule and its four counts
            ++counted;
        } else if (cells[1].find('-') != std::string::npos && cells[1].find(' ') == std::string::npos) {
            CHECK(statuses[std::pair(cells[1], cells[0])] == cells[2]);  // unit, rule, status, why, in both languages
            rules_with_hard_case.insert(cells[1]);
            shown.insert(cells[2]);
        }
    }
    CHECK(counted == result.rules.size());
    CHECK(rules_with_hard_case.size() == result.rules.size());
    CHECK(shown == std::set<std::string>{"fail", "not_applicable", "pass", "unknown"});
}
