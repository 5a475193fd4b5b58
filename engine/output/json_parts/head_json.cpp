#include "engine/output/json_parts/head_json.h"

#include "engine/findings/layer_effects.h"
#include "engine/findings/settled_parameter.h"
#include "engine/findings/waivers.h"
#include "engine/output/summary.h"

namespace hoagiai {

namespace {

Json profile_json(const CheckResult& result) {
    const CheckRequest& request = result.request;
    if (!request.profile) return nullptr;
    Json parameters = Json::array();
    for (const SettledParameter& one : settled_parameters(request))
        parameters.push_back({{"parameter", one.name}, {"value", in_both(one.value)}, {"reason", one.reason}});
    Json incomplete = Json::array();
    for (const Text& table : request.profile->incomplete) incomplete.push_back(table.value);
    Json waivers = Json::array();
    for (const WaiverUse& use : result.waivers) {
        const Waiver& waiver = request.profile->waivers[use.waiver];
        waivers.push_back({{"rule", waiver.rule.value},
                           {"unit", waiver.unit.value},
                           {"until", iso_date(waiver.until)},
                           {"reason", waiver.reason},
                           {"approved_by", waiver.approved_by},
                           {"use", word(use.what)},
                           {"status", use.status ? Json(word(*use.status)) : Json(nullptr)}});
    }
    return {{"profile", request.profile->name.value},
            {"title", in_both(request.profile->title)},
            {"file", request.profile->source->name()},
            {"sha256", request.profile->sha256},
            {"parameters", parameters},
            {"incomplete", incomplete},
            {"waivers", waivers}};
}

Json rules_off_json(const CheckRequest& request) {
    Json list = Json::array();
    for (const RuleOff& one : rules_off(request))
        list.push_back({{"rule", one.rule},
                        {"title", in_both(one.title)},
                        {"by", one.by},
                        {"reason", one.reason},
                        {"basis", basis_json(one.basis)}});
    return list;
}

Json overrides_json(const CheckRequest& request) {
    Json list = Json::array();
    const auto day = [](const std::optional<Day>& one) { return one ? Json(iso_date(*one)) : Json(nullptr); };
    for (const OverriddenParameter& one : overridden_parameters(request))
        list.push_back({{"parameter", one.name},
                        {"title", in_both(one.title)},
                        {"value", in_both(one.value)},
                        {"from", day(one.span.from)},
                        {"to", day(one.span.to)},
                        {"by", one.by},
                        {"reason", one.reason},
                        {"basis", basis_json(one.basis)}});
    return list;
}

}  // namespace

Json head_json(const Report& report) {
    const CheckResult& result = *report.result;
    Json rulebooks = Json::array();
    const auto add = [&](const Rulebook& book) -> Json& {
        rulebooks.push_back({{"rulebook", book.name.value},
                             {"title", in_both(book.title)},
                             {"file", book.source->name()},
                             {"sha256", book.sha256}});
        return rulebooks.back();
    };
    for (const auto& book : result.request.books) add(*book->book);
    for (const auto& book : names_only(result.request)) add(*book)["names_only"] = true;
    Json files = Json::array();
    for (const RecordFile& file : result.records->files)
        files.push_back({{"file", file.name}, {"sha256", file.sha256}, {"bytes", file.bytes}});
    return {{"hoagiai", {{"version", report.version}}},
            {"as_of", iso_date(result.request.as_of)},
            {"period", result.request.period ? Json(result.request.period->text) : Json(nullptr)},
            {"profile", profile_json(result)},
            {"rulebooks", rulebooks},
            {"overrides", overrides_json(result.request)},
            {"rules_off", rules_off_json(result.request)},
            {"records", files}};
}

}  // namespace hoagiai
