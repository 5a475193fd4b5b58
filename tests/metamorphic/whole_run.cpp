#include "tests/metamorphic/whole_run.h"

#include <catch2/catch.hpp>

#include "engine/output/format.h"
#include "engine/text/yaml.h"
#include "tests/support/read_file.h"

namespace hoagiai::metamorphic {

namespace {

void require_no_errors(const Diagnostics& diagnostics) {
    for (const Diagnostic& one : diagnostics.all()) UNSCOPED_INFO(render(one, Language::en, false));
    REQUIRE_FALSE(diagnostics.has_errors());
}

}  // namespace

const std::vector<Rules>& shipped_rules() {
    static const std::vector<Rules> all = [] {
        const std::string folder = std::string(HOAGIAI_SOURCE_DIR) + "/rules";
        const std::string draft = folder + "/national/yardsticks.yaml";  // runs only where it is named itself
        Diagnostics said;
        const RuleFiles files = find_rule_files({folder + "/profiles/bac-lieu-2023.yaml"}, said);
        auto profile = load_profile(files.files.at(0), builtin_schema(), said);
        REQUIRE(profile);
        std::vector<Rules> rules = {{"profile bac-lieu-2023", profile->profile, profile->books},
                                    {"all rulebooks", nullptr, load_rulebooks({folder, draft}, builtin_schema(), said)}};
        require_no_errors(said);
        REQUIRE(profile->incomplete.empty());  // run() declares no table as incomplete
        REQUIRE(rules[1].books.size() >= 4);
        return rules;
    }();
    return all;
}

const Rules& all_rules() {
    static const Rules all = [] {
        Rules rules = shipped_rules()[1];
        const std::string file = std::string(HOAGIAI_SOURCE_DIR) + "/tests/metamorphic/plain_rules.yaml";
        rules.name = "all rulebooks and the tests' own";
        rules.books.push_back(rulebook(file, support::read_file(file)));
        return rules;
    }();
    return all;
}

std::shared_ptr<const CheckedRulebook> rulebook(const std::string& file, const std::string& text) {
    Diagnostics said;
    const auto book = read_rulebook(std::make_shared<const Source>(file, text), said);
    REQUIRE(book);
    const auto checked = check_rulebook(book, builtin_schema(), said);
    require_no_errors(said);
    return checked;
}

WholeRun run(const Rules& rules, const Sheets& sheets, std::set<std::string> units) {
    WholeRun run;
    run.records = load(sheets);
    CheckRequest request;
    request.profile = rules.profile;
    request.books = rules.books;
    request.period = parse_period("2023");
    request.as_of = request.period->last;
    request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable, Status::waived};
    request.units = std::move(units);
    run.result = run_check(std::move(request), *run.records);
    require_no_errors(run.result.diagnostics);
    return run;
}

std::map<Judgement, Status> statuses(const WholeRun& run) {
    std::map<Judgement, Status> all;
    for (const Finding& finding : run.result.findings) {
        const EntityId entity = run.result.rule(finding).entity;
        const bool fresh = all.emplace(Judgement{finding.book, finding.rule, entity,
                                                 std::string(run.records->dataset.id(entity, finding.row))},
                                       finding.outcome.status)
                               .second;
        REQUIRE(fresh);
    }
    return all;
}

std::string name_of(const WholeRun& run, const Judgement& judgement) {
    const auto& [book, rule, entity, id] = judgement;
    return run.result.request.books[book]->rules[rule].id + " for " + (*run.records->dataset.schema)[entity].name + " " + id;
}

Json report(const WholeRun& run) {
    Json json = Json::parse(written(*find_output_format("json"), {&run.result, "test", Language::vi, false}));
    for (const char* list : {"records", "rulebooks"})
        for (Json& file : json[list]) {
            file.erase("sha256");
            file.erase("bytes");
        }
    if (json["profile"].is_object()) json["profile"].erase("sha256");
    return json;
}

void check_same(const Json& before, const Json& after) {
    if (before == after) {
        SUCCEED();
        return;
    }
    const Json differences = Json::diff(before, after);
    std::string shown;
    for (std::size_t i = 0; i < differences.size() && i < 5; ++i) shown += differences[i].dump() + "\n";
    FAIL_CHECK("the reports differ (shown as changes of the first):\n" << shown);
}

}  // namespace hoagiai::metamorphic
