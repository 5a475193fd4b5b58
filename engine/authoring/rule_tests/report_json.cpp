// The report of rule tests as JSON.
#include <nlohmann/json.hpp>

#include "engine/authoring/rule_tests/report.h"
#include "engine/output/format.h"

namespace hoagiai {

namespace {

using Json = nlohmann::ordered_json;

Json diagnostics_of(const Diagnostics& diagnostics, Language language) {
    return Json::parse(diagnostics_json(diagnostics, language));
}

Json json_of(const TestFailure& failure) {
    Json json = {{"rule", failure.rule},         {"unit", failure.unit},          {"of", failure.of},
                 {"expected", failure.expected}, {"actual", failure.actual},      {"file", failure.place.file},
                 {"line", failure.place.line},   {"column", failure.place.column}};
    const Words& why = failure.explanation ? failure.explanation->message : failure.why;
    json["message"] = {{"vi", why.vi}, {"en", why.en}};
    return json;
}

Json json_of(const RuleCoverage& rule) {
    Json conditions = Json::array();
    for (const DecisionPoint& point : rule.points)
        conditions.push_back({{"expression", point.expression},
                              {"file", point.place.file},
                              {"line", point.place.line},
                              {"column", point.place.column},
                              {"true", point.was_true},
                              {"false", point.was_false}});
    if (rule.selection)
        return {{"rule", rule.rule},
                {"file", rule.place.file},
                {"line", rule.place.line},
                {"recommended", rule.pass},
                {"left_out", rule.fail},
                {"possible", rule.can_be_unknown ? Json(rule.unknown) : Json()},
                {"seen", rule.seen()},
                {"of", rule.of()},
                {"conditions", std::move(conditions)}};
    return {{"rule", rule.rule},   {"file", rule.place.file}, {"line", rule.place.line},
            {"pass", rule.pass},   {"fail", rule.fail},       {"unknown", rule.can_be_unknown ? Json(rule.unknown) : Json()},
            {"seen", rule.seen()}, {"of", rule.of()},         {"conditions", std::move(conditions)}};
}

}  // namespace

std::string test_report_json(const TestReport& report) {
    Json cases = Json::array();
    for (const TestCase& one : report.cases) {
        Json failures = Json::array();
        for (const TestFailure& failure : one.failures) failures.push_back(json_of(failure));
        cases.push_back({{"file", one.file},
                         {"line", one.place.line},
                         {"name", one.name},
                         {"status", one.passed()   ? "passed"
                                    : one.broken() ? "broken"
                                                   : "failed"},
                         {"expectations", one.expectations},
                         {"failures", std::move(failures)},
                         {"diagnostics", diagnostics_of(one.problems, report.language)}});
    }
    Json json = {{"cases", std::move(cases)},
                 {"summary",
                  {{"passed", report.passed()},
                   {"failed", report.cases.size() - report.passed() - report.broken()},
                   {"broken", report.broken()}}},
                 {"diagnostics", diagnostics_of(report.diagnostics, report.language)}};
    if (report.coverage) {
        Json rules = Json::array();
        for (const RuleCoverage& rule : report.coverage->rules()) rules.push_back(json_of(rule));
        json["coverage"] = {{"percent", report.coverage->percent()},
                            {"required", report.required_percent},
                            {"seen", report.coverage->seen()},
                            {"of", report.coverage->of()},
                            {"rules", std::move(rules)}};
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hoagiai
