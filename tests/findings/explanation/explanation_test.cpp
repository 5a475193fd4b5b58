// What an explanation announces is tried: each value that it says a blank cell may have is put into the files, and the status
// must be the one that was said.
#include <catch2/catch.hpp>

#include <random>
#include <set>

#include "engine/checking/load_rules.h"
#include "engine/findings/explanation/explanation.h"
#include "engine/output/explanation/explanation_text.h"
#include "engine/output/wrap.h"
#include "engine/text/fold.h"
#include "tests/findings/explanation/sheets.h"
#include "tests/support/small_check.h"

using namespace hoagiai;
using hoagiai::support::Sheets;

namespace {

namespace fs = std::filesystem;
const fs::path root = HOAGIAI_SOURCE_DIR;

CheckRequest request_for(std::vector<std::shared_ptr<const CheckedRulebook>> books) {
    CheckRequest request;
    request.books = std::move(books);
    request.as_of = *parse_iso_date("2023-12-31");
    request.period = parse_period("2023");
    request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable};
    return request;
}

std::vector<std::shared_ptr<const CheckedRulebook>> books_of(const std::string& path) {
    Diagnostics diagnostics;
    auto books = load_rulebooks({(root / path).string()}, builtin_schema(), diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    return books;
}

/// The status of one unit after its records were read anew.
Status status_of(CheckRequest request, const Sheets& sheets, const std::string& rule, EntityId entity,
                 const std::string& unit) {
    request.rules = {rule};
    const Records records = sheets.load();
    for (const Diagnostic& d : records.diagnostics.all()) UNSCOPED_INFO(render(d, Language::en, false));
    REQUIRE_FALSE(records.diagnostics.has_errors());
    const CheckResult result = run_check(request, records);
    for (const Finding& finding : result.findings)
        if (records.dataset.id(entity, finding.row) == unit) return finding.outcome.status;
    FAIL("no finding for " << unit);
    return Status::unknown;
}

struct Tried {
    std::size_t unknown = 0, cells = 0, cells_with_fillings = 0, values = 0, settled = 0;
};

/// Fills every cell of every unknown with every value that was named.
void try_all(const CheckRequest& request, const Sheets& sheets, Tried& tried) {
    const Records records = sheets.load();
    for (const Diagnostic& d : records.diagnostics.all()) UNSCOPED_INFO(render(d, Language::en, false));
    REQUIRE_FALSE(records.diagnostics.has_errors());
    const CheckResult result = run_check(request, records);
    REQUIRE_FALSE(result.diagnostics.has_errors());
    for (const Finding& finding : result.findings) {
        if (finding.outcome.status != Status::unknown) continue;
        ++tried.unknown;
        const Explanation explanation = explain(result, finding);
        const EntityId entity = result.rule(finding).entity;
        const std::string unit(records.dataset.id(entity, finding.row));
        for (const MissingValue& missing : explanation.missing) {
            ++tried.cells;
            tried.cells_with_fillings += missing.fillings.empty() ? 0 : 1;
            for (const Filling& filling : missing.fillings)
                for (const std::string& value : filling.examples) {
                    INFO(explanation.rule << " " << unit << ": " << missing.cell.table << " " << missing.cell.id << " "
                                          << missing.cell.field << " = " << value);
                    Sheets filled = sheets;
                    filled.fill(missing.cell.table, missing.cell.id, missing.cell.field, value);
                    CHECK(word(status_of(request, filled, explanation.rule, entity, unit)) == word(filling.status));
                    ++tried.values;
                    tried.settled += filling.status != Status::unknown;
                }
        }
    }
}

/// No line is wider than a terminal unless it is one word with what stands before it.
void check_width(const std::string& text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        const std::size_t first = line.find_first_not_of(" ");
        if (display_width(line) > line_width) {
            INFO(line);
            CHECK(line.find(' ', std::min(line.find_last_of("─│") + 2, line.size())) == std::string::npos);
        }
        CHECK((first != std::string::npos || line.empty()));
        CHECK((line.empty() || line.back() != ' '));
        at = end + 1;
    }
}

void check_widths(const CheckRequest& request, const Sheets& sheets) {
    const Records records = sheets.load();
    const CheckResult result = run_check(request, records);
    CHECK_FALSE(result.findings.empty());
    for (const Finding& finding : result.findings) {
        const Explanation explanation = explain(result, finding);
        INFO(explanation.rule << " " << explanation.unit.en);
        CHECK(explanation.status == finding.outcome.status);
        for (const Language language : {Language::vi, Language::en})
            check_width(explanation_text(explanation, language, false));
    }
}

}  // namespace

TEST_CASE("explanations: what is announced of a blank cell comes true in the shipped examples", "[explanation]") {
    Tried law, reports;
    try_all(request_for(books_of("rules/national/law-35-2013.yaml")), Sheets::read_csv(root / "examples/first-look"), law);
    CHECK(law.unknown > 10);
    // of a table that was not supplied, or a link to any row, nothing is announced
    CHECK(law.cells_with_fillings * 10 > law.cells * 9);
    CHECK(law.settled > 20);
    try_all(request_for(books_of("rules/national/reports.yaml")), Sheets::read_csv(root / "examples/published"), reports);
    CHECK(reports.unknown > 0);
    CHECK(reports.cells == reports.cells_with_fillings);
    CHECK(reports.settled > 3);
}

TEST_CASE("explanations: what is announced comes true by a profile, under open parameters and over two years",
          "[explanation]") {
    CheckRequest request = request_for(books_of("rules/national/law-35-2013.yaml"));
    for (const auto& book : books_of("rules/bac-lieu/guidance-428-2023.yaml")) request.books.push_back(book);
    const Sheets sheets = Sheets::read_csv(root / "examples/bac-lieu-2023");
    Tried tried;
    try_all(request, sheets, tried);
    CHECK(tried.unknown > 30);
    CHECK(tried.cells_with_fillings * 10 > tried.cells * 8);
    CHECK(tried.settled > 60);
    check_widths(request, sheets);
}

TEST_CASE("explanations: no line is wider than 80 columns", "[explanation]") {
    check_widths(request_for(books_of("rules/national/law-35-2013.yaml")), Sheets::read_csv(root / "examples/first-look"));
    check_widths(request_for(books_of("rules/national/reports.yaml")), Sheets::read_csv(root / "examples/published"));
    check_widths(request_for(books_of("examples/readings/rate.yaml")), Sheets::read_csv(root / "examples/readings"));
}

namespace {

/// Conditions of every shape, over teams, mediators, cases, communes and provinces.
const std::vector<std::pair<std::string, std::string>> conditions = {
    {"team", "count(mediators where serving) >= 3"},
    {"team", "count(mediators where serving and gender = female) >= 1"},
    {"team", "decided_size = count(mediators where serving)"},
    {"team", "decided_size + reported_size >= 6 and logbook"},
    {"team", "2 <= decided_size <= 4 or logbook"},
    {"team", "every(mediators where serving, training_hours >= min_hours)"},
    {"team", "some(mediators, head)"},
    {"team", "sum(training_hours of mediators) >= 10"},
    {"team", "max(training_hours of mediators where serving) < 5"},
    {"team", "rate >= target"},
    {"team", "head_vote_share > 50%"},
    {"team", "established_on + 1 month <= last_review_on"},
    {"team", "last_review_on in period"},
    {"team", "(last_review_on else established_on) <= as_of"},
    {"team", "last_review_on is missing or last_review_on >= period_start"},
    {"team", "last_review_on > established_on and (last_review_on is missing or logbook)"},
    {"team", "last_review_on > 2023-03-01 and (last_review_on else 2023-01-01) < 2023-05-01"},
    {"team", "if logbook then decided_size >= 3 else reported_size >= 2"},
    {"team", "commune.nrm_target in [advanced, model] or not logbook"},
    {"team", "count(mediators where not ethnicity in [\"Kinh\", \"Tày\"]) >= 1"},
    {"team", "distinct(ethnicity of mediators) >= 2"},
    {"team", "decided_size / reported_size >= 50%"},
    {"team", "year(established_on) = 2023"},
    {"team", "if base = decided then decided_size >= 3 else reported_size >= 3"},
    {"mediator", "count(cases where outcome = successful) >= 1"},
    {"mediator", "training_hours >= min_hours"},
    {"mediator", "team.operating and citizen"},
    {"case", "mediator.head or mediator.gender = female"},
    {"commune", "count(teams where count(mediators where serving) >= 2) >= 1"},
    {"province", "count(communes where pilot) <= 1"},
};

std::string trial_rules() {
    std::string text = R"YAML(
parameters:
  min_hours: {type: integer, values: [{from: 2014-01-01, to: 2022-12-31, value: 3}, {from: 2023-01-01, value: 5}]}
  target: {type: ratio, value: 88%}
  base: {type: choice, choices: [decided, reported], undetermined: true}
definitions:
  mediator: {serving: "(active else true)"}
  team: {operating: "(active else true)", rate: "share(cases where outcome in [successful, unsuccessful], outcome = successful)"}
rules:
)YAML";
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        std::string rule = support::small_rule("r" + std::to_string(i), conditions[i].first, conditions[i].second,
                                               conditions[i].first == "team" && i % 3 == 0 ? "active" : "true");
        if (conditions[i].second == "training_hours >= min_hours") rule += "  on: trained_on\n";
        text += rule;
    }
    return text;
}

/// Two communes with a few teams; every second cell is blank.
Sheets random_sheets(std::mt19937& random) {
    Sheets sheets;
    const auto pick = [&](std::initializer_list<const char*> words) {
        return std::string(words.begin()[random() % words.size()]);
    };
    const auto truth = [&] { return pick({"true", "false"}); };
    const auto number = [&] { return pick({"0", "1", "2", "3", "4", "6"}); };
    const auto date = [&] { return pick({"2022-12-31", "2023-01-01", "2023-06-01", "2023-07-01", "never"}); };
    std::map<std::string, std::string>* row = nullptr;
    const auto begin = [&](const char* table, const std::string& id) {
        row = &sheets.tables[table].rows.emplace_back();
        (*row)["id"] = id;
    };
    const auto perhaps = [&](const char* field, const std::string& value) {
        if (random() % 2 == 0) (*row)[field] = value;
    };
    for (int c = 0; c < 2; ++c) {
        const std::string commune = "c" + std::to_string(c);
        begin("communes", commune);
        (*row)["name"] = "Xã " + commune;
        perhaps("province", pick({"Tỉnh A", "Tỉnh B"}));
        perhaps("pilot", truth());
        perhaps("nrm_target", pick({"none", "advanced", "model"}));
        for (std::size_t t = 0; t < random() % 3; ++t) {
            const std::string team = commune + "t" + std::to_string(t);
            begin("teams", team);
            (*row)["commune"] = commune;
            for (const char* field : {"active", "logbook"}) perhaps(field, truth());
            for (const char* field : {"decided_size", "reported_size"}) perhaps(field, number());
            for (const char* field : {"last_review_on"}) perhaps(field, date());
            perhaps("established_on", pick({"2020-01-31", "2023-05-31"}));
            perhaps("head_vote_share", pick({"50%", "50.5%"}));
            const std::size_t mediators = random() % 4, cases = random() % 3;
            for (std::size_t m = 0; m < mediators; ++m) {
                begin("mediators", team + "m" + std::to_string(m));
                (*row)["team"] = team;
                for (const char* field : {"active", "head", "citizen"}) perhaps(field, truth());
                perhaps("gender", pick({"male", "female"}));
                perhaps("ethnicity", pick({"Kinh", "Tày", "Nùng"}));
                perhaps("training_hours", number());
                perhaps("trained_on", date());
            }
            for (std::size_t k = 0; k < cases; ++k) {
                begin("cases", team + "k" + std::to_string(k));
                (*row)["team"] = team;
                perhaps("outcome", pick({"successful", "unsuccessful", "ongoing"}));
                if (mediators > 0) perhaps("mediator", team + "m0");
            }
        }
    }
    for (auto& [table, sheet] : sheets.tables) {
        std::set<std::string> columns = {"id"};
        for (const auto& one : sheet.rows)
            for (const auto& [field, value] : one) columns.insert(field);
        sheet.columns.assign(columns.begin(), columns.end());
    }
    return sheets;
}

}  // namespace

TEST_CASE("explanations: what is announced of a blank cell comes true in records made at random", "[explanation]") {
    const support::SmallCheck rules = support::small_check(trial_rules(), "communes: []");
    const CheckRequest request = request_for(rules.result.request.books);
    std::mt19937 random(20231231);
    Tried tried;
    for (int round = 0; round < 4; ++round) {
        const Sheets sheets = random_sheets(random);
        try_all(request, sheets, tried);
        check_widths(request, sheets);
    }
    CHECK(tried.unknown > 60);
    CHECK(tried.cells_with_fillings * 10 > tried.cells * 7);
    CHECK(tried.settled > 150);
}
