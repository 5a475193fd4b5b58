// What an explanation announces is tried: each value that it says a blank cell may have is put into the files, and the status
// must be the one that was said.
#include <catch2/catch.hpp>

#include <random>

#include "engine/checking/load_rules.h"
#include "engine/findings/explanation.h"
#include "engine/output/explanation_text.h"
#include "engine/output/wrap.h"
#include "engine/text/fold.h"
#include "tests/findings/sheets.h"
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
    CHECK(law.cells == law.cells_with_fillings);
    CHECK(law.settled > 20);
    try_all(request_for(books_of("rules/national/reports.yaml")), Sheets::read_csv(root / "examples/published"), reports);
    CHECK(reports.unknown > 0);
    CHECK(reports.cells == reports.cells_with_fillings);
    CHECK(reports.settled > 3);
}

TEST_CASE("explanations: no line is wider than 80 columns", "[explanation]") {
    check_widths(request_for(books_of("rules/national/law-35-2013.yaml")), Sheets::read_csv(root / "examples/first-look"));
    check_widths(request_for(books_of("rules/national/reports.yaml")), Sheets::read_csv(root / "examples/published"));
    check_widths(request_for(books_of("examples/readings/rate.yaml")), Sheets::read_csv(root / "examples/readings"));
}
