// Which clauses and criteria are answered for: small books first, then the shipped rules, whose page in docs is held to them.
// HOAGIAI_UPDATE_CASES=1 writes the page anew.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>

#include "engine/authoring/coverage/law_coverage.h"
#include "tests/support/read_file.h"

using namespace hoagiai;

namespace {

using Lines = std::vector<std::string>;

std::shared_ptr<const Rulebook> book(const std::string& text) {
    Diagnostics said;
    auto read = read_rulebook(std::make_shared<Source>("b.yaml", text), said);
    REQUIRE(read);
    for (const Diagnostic& one : said.all()) CHECK(one.severity != Severity::error);
    return read;
}

Catalogue catalogue(const std::string& text, Lines* codes = nullptr) {
    Diagnostics said;
    const auto root = read_yaml(std::make_shared<Source>("c.yaml", text), said);
    REQUIRE(root);
    Catalogue read = read_catalogue(*root, said);
    for (const Diagnostic& one : said.all())
        if (codes) codes->push_back(one.code);
    if (!codes) CHECK(said.empty());
    return read;
}

const std::string two_criteria =
    "catalogue: criteria\ntitle: {vi: D, en: C}\ngroups:\n  - {title: {vi: N, en: G}, criteria: {T01: {vi: Một, en: One}, "
    "T02: {vi: Hai, en: Two}}}\n";

std::string rule(const std::string& id, const std::string& keys) {
    return "  - {id: " + id + ", kind: data, for: team, require: logbook, finding: {vi: a, en: a}, " + keys + "}\n";
}

const std::string law_head = "rulebook: law\ntitle: {vi: Luật, en: Law}\nsource: {number: 1/X}\noutline: {1: 2, 2: 0, 3: 1}\n";

}  // namespace

TEST_CASE("clauses with a rule, a parameter, a reason, and none", "[law_coverage]") {
    const LawCoverage coverage = law_coverage(
        {book(law_head + "no_rule: [{article: 3, reason: right}]\nrules:\n" + rule("a", "basis: {article: 1, clause: 1}")),
         book("rulebook: other\ntitle: {vi: K, en: O}\nsource: {number: 2/X}\nparameters:\n  days: {type: integer, "
              "values: [{value: 1, basis: {instrument: 1/X, article: 2}}]}\nrules:\n" +
              rule("b", "basis: {article: 1, clause: 2}"))},
        {});
    REQUIRE(coverage.instruments.size() == 1);
    const auto& items = coverage.instruments[0].items;
    REQUIRE(items.size() == 4);
    CHECK(items[0].cited == Lines{"law/a"});
    CHECK(items[1].state() == CoveredItem::State::open);  // clause 2 of the other instrument is another clause
    CHECK(items[2].cited == Lines{"other/days"});
    CHECK(items[3].state() == CoveredItem::State::excused);
    CHECK(coverage.gaps() == Lines{"1/X 1.2"});
    CHECK(coverage.clauses().ruled == 2);
    CHECK(coverage.clauses().excused == 1);
    CHECK(coverage.clauses().of() == 4);
}

TEST_CASE("a basis without a clause is the words above the clauses, not these", "[law_coverage]") {
    const LawCoverage coverage = law_coverage({book(law_head + "rules:\n" + rule("a", "basis: {article: 1}"))}, {});
    const auto& items = coverage.instruments[0].items;
    REQUIRE(items.size() == 5);
    CHECK(items[0].clause.empty());
    CHECK(items[0].cited == Lines{"law/a"});
    CHECK(coverage.gaps() == Lines{"1/X 1.1", "1/X 1.2", "1/X 2", "1/X 3.1"});
}

TEST_CASE("criteria with a rule, a reason, none, and those that nobody knows", "[law_coverage]") {
    const Catalogue known = catalogue(two_criteria);
    const std::string head = "rulebook: b\ntitle: {vi: B, en: B}\n";
    CHECK(law_coverage({book(head + "rules:\n" + rule("a", "criteria: [T01]"))}, known).gaps() == Lines{"T02"});
    CHECK(law_coverage({book(head + "no_rule: [{criterion: T02, reason: right}]\nrules:\n" + rule("a", "criteria: [T01]"))},
                       known)
              .gaps() == Lines{});
    const LawCoverage odd =
        law_coverage({book(head + "criteria: [T02, T09]\nrules:\n" + rule("a", "criteria: [T01, T08]"))}, known);
    CHECK(odd.gaps() == Lines{"T02", "b: T08", "b: T09"});
    CHECK(law_coverage_markdown(odd, Language::en).find("| T02 | Two | **NEITHER A RULE NOR A REASON** (b) |") !=
          std::string::npos);
}

TEST_CASE("a catalogue has each criterion once", "[law_coverage]") {
    Lines codes;
    catalogue(
        "catalogue: criteria\ntitle: {vi: D, en: C}\ngroups:\n  - {title: {vi: N, en: G}, criteria: {T01: {vi: a, en: a}}}\n"
        "  - {title: {vi: N, en: G}, criteria: {T01: {vi: a, en: a}, \"T 2\": {vi: a, en: a}}}\n",
        &codes);
    CHECK(codes == Lines{"B007", "B006"});
    codes.clear();
    catalogue("criteria: {}\n", &codes);
    CHECK(codes == Lines{"B072"});
}

TEST_CASE("every clause and criterion of the shipped rules has a rule or a reason, and the page says so", "[law_coverage]") {
    Diagnostics said;
    const LawCoverage coverage = load_law_coverage({HOAGIAI_SOURCE_DIR "/rules"}, said);
    CHECK(said.empty());
    CHECK(coverage.clauses().of() > 90);
    CHECK(coverage.criteria().of() == 143);
    CHECK(coverage.gaps() == Lines{});

    for (const auto& [file, language] :
         {std::pair{"/docs/coverage.md", Language::en}, std::pair{"/docs/vi/do-bao-phu.md", Language::vi}}) {
        const std::string path = std::string(HOAGIAI_SOURCE_DIR) + file, page = law_coverage_markdown(coverage, language);
        if (std::getenv("HOAGIAI_UPDATE_CASES")) std::ofstream(path) << page;
        CHECK(support::read_file(path) == page);
    }
}
