// The report in lines says what the JSON report says, object for object, and each line can be read alone.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

#include "engine/output/format.h"
#include "tests/support/small_check.h"

using namespace hoagiai;
using Json = nlohmann::ordered_json;

namespace {

const std::string rules = R"(
rules:
  - id: woman
    kind: requirement
    title: {vi: "Có nữ", en: "A woman"}
    basis: {article: 12}
    for: team
    require: some(mediators, gender = female)
    finding: {vi: "{name} chưa có.", en: "{name} has none."}
  - id: paid
    kind: requirement
    title: {vi: "Có kinh phí", en: "Money"}
    basis: {article: 12}
    for: commune
    require: some(fundings, year >= 2020)
    finding: {vi: "{name} chưa có.", en: "{name} has none."}
  - id: later
    kind: requirement
    in_force: {from: 2050-01-01}
    title: {vi: "Về sau", en: "Later"}
    basis: {article: 12}
    for: team
    require: some(mediators, gender = female)
    finding: {vi: "{name} chưa có.", en: "{name} has none."}
  - id: first
    kind: selection
    title: {vi: "Chọn", en: "Select"}
    basis: {article: 12}
    for: team
    choose: count(mediators) >= 1
    rank_by: [count(mediators)]
    finding: {vi: "{name}", en: "{name}"}
)";

const std::string records = R"(communes:
  - id: C1
    name: "Xã A\nB"
    teams:
      - {id: T1, mediators: [{id: M1, gender: male}, {id: M2, gender: male}]}
      - {id: T2, mediators: [{id: M3, gender: female}]}
)";

std::vector<Json> lines_of(const std::string& text) {
    std::vector<Json> lines;
    std::istringstream all(text);
    for (std::string line; std::getline(all, line);) lines.push_back(Json::parse(line));
    return lines;
}

Json without_type(Json line, const std::string& type) {
    REQUIRE(line.begin().key() == "type");
    CHECK(line["type"] == type);
    line.erase("type");
    return line;
}

}  // namespace

TEST_CASE("each line is what the JSON report has", "[output][jsonl]") {
    support::SmallCheck check = support::small_check(rules, records);
    for (const Diagnostic& said : check.diagnostics.all()) UNSCOPED_INFO(render(said, Language::en, false));
    REQUIRE_FALSE(check.diagnostics.has_errors());
    const Report report{&check.result, "0", Language::vi, false};
    const std::string text = written(*find_output_format("jsonl"), report);
    REQUIRE(text.back() == '\n');
    const std::vector<Json> lines = lines_of(text);
    const Json whole = Json::parse(written(*find_output_format("json"), report));

    std::size_t at = 0;
    const Json head = without_type(lines.at(at++), "head");
    for (const auto& [key, value] : head.items()) CHECK(value == whole.at(key));
    for (const auto& [key, value] : whole.items())
        if (key != "summary" && key != "findings" && key != "selections" && key != "problems") CHECK(head.contains(key));
    REQUIRE(whole["findings"].size() == 3);
    for (const Json& finding : whole["findings"]) CHECK(without_type(lines.at(at++), "finding") == finding);
    REQUIRE(whole["selections"].size() == 2);
    for (const Json& selected : whole["selections"]) CHECK(without_type(lines.at(at++), "selection") == selected);
    const Json unsupplied = without_type(lines.at(at++), "not_assessed");
    CHECK(unsupplied["rule"] == "t/paid");
    CHECK(unsupplied["why"] == "not_supplied");
    CHECK(unsupplied["units"] == 1);
    CHECK(without_type(lines.at(at++), "not_assessed") == Json{{"rule", "t/later"}, {"why", "not_in_force"}});
    CHECK(without_type(lines.at(at++), "summary") == whole["summary"]);
    CHECK(at == lines.size());
}

TEST_CASE("a report of nothing is a head and a summary", "[output][jsonl]") {
    support::SmallCheck check = support::small_check(rules, "communes: [{id: C1, name: A}]\n");
    check.result.findings.clear();
    check.result.selections.clear();
    check.result.not_in_force.clear();
    const Report report{&check.result, "0", Language::vi, false};
    const std::vector<Json> lines = lines_of(written(*find_output_format("jsonl"), report));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0]["type"] == "head");
    CHECK(lines[1]["type"] == "summary");
    const Json whole = Json::parse(written(*find_output_format("json"), report));
    CHECK(whole["findings"] == Json::array());
    CHECK(whole["selections"] == Json::array());
}
