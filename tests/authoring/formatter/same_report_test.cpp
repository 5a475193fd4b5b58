// A rulebook in either spelling gives the same report: every shipped rulebook and the examples' own, over the examples'
// records.
#include <catch2/catch.hpp>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "engine/authoring/formatter/formatter.h"
#include "engine/findings/finding.h"
#include "engine/output/format.h"
#include "engine/records/load.h"
#include "tests/support/read_file.h"
#include "tests/support/respelled_book.h"

using namespace hoagiai;
using support::rule_file;
using support::turned;

namespace {

namespace fs = std::filesystem;
const fs::path root = HOAGIAI_SOURCE_DIR;

/// The bytes of the JSON report, without the hash of the rulebook.
std::string report(const RuleFile& file, const fs::path& records_folder) {
    Diagnostics diagnostics;
    CheckRequest request;
    const auto book = load_rulebook(file, builtin_schema(), diagnostics);
    for (const Diagnostic& d : diagnostics.all()) UNSCOPED_INFO(render(d, Language::en, false));
    REQUIRE(book);
    request.books = {book};
    request.period = parse_period("2023");
    request.as_of = request.period->last;
    request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable, Status::waived};
    const Records records = load_records(records_folder, builtin_schema());
    REQUIRE_FALSE(records.diagnostics.has_errors());
    const CheckResult result = run_check(request, records);
    auto json = nlohmann::ordered_json::parse(written(*find_output_format("json"), {&result, "test", Language::vi, false}));
    for (auto& one : json["rulebooks"]) one.erase("sha256");
    return json.dump();
}

const char* const selection_rules = R"(rulebook: b
title: {vi: B, en: B}
rules:
  - id: one
    kind: selection
    for: commune
    choose: pilot   # descending, per: nothing here is a word of the rule
    rank_by: 'count(teams where active) descending, (population else 0) ascending'
    limit: "3 per district"
    finding: {vi: "giảm_dần mỗi {population}", en: "descending per {population}"}
  - id: two
    kind: selection
    for: commune
    choose: pilot
    rank_by: [population ascending, "villages descending", households]
    limit: 10%   per   province
    finding: {vi: "a", en: "a"}
)";

}  // namespace

TEST_CASE("a rulebook turned into Vietnamese gives the same report", "[formatter]") {
    std::vector<fs::path> books, records;
    for (const char* folder : {"rules", "examples"})
        for (const auto& entry : fs::recursive_directory_iterator(root / folder))
            if (entry.path().extension() == ".yaml") books.push_back(entry.path());
    for (const auto& entry : fs::directory_iterator(root / "examples"))
        if (entry.is_directory() && (fs::exists(entry.path() / "communes.csv") || fs::exists(entry.path() / "reports.csv")))
            records.push_back(entry.path());
    std::size_t compared = 0, turned_books = 0;
    for (const fs::path& path : books) {
        const RuleFile english = rule_file(path.string(), support::read_file(path));
        if (english.kind != FileKind::rulebook) continue;
        const RuleFile vietnamese = rule_file(path.string(), turned(english, Spelling::vi));
        turned_books += vietnamese.source->text() != english.source->text();
        for (const fs::path& folder : records) {
            INFO(path.string() << " over " << folder.string());
            CHECK(report(english, folder) == report(vietnamese, folder));
            ++compared;
        }
    }
    CHECK(turned_books >= 5);
    CHECK(compared >= 20);
}

TEST_CASE("the words of selections are turned, and turned back to the same bytes", "[formatter]") {
    const RuleFile english = rule_file("b.yaml", selection_rules);
    const std::string text = turned(english, Spelling::vi);
    INFO(text);
    for (const char* written :
         {"giảm_dần, (dân_số lấy 0) tăng_dần'", "\"3 mỗi huyện_quận\"", "[dân_số tăng_dần, ", "giảm_dần\"",
          "10%   mỗi   tỉnh_thành_phố", "en: \"descending per {dân_số}\"", "# descending, per: nothing here"})
        CHECK(text.find(written) != std::string::npos);
    CHECK(turned(rule_file("b.yaml", text), Spelling::en) == selection_rules);
}
