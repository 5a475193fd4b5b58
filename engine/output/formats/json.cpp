// The whole document as JSON, with the names of docs/cli.md, enough for somebody else to reproduce it to the byte.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/findings/layer_effects.h"
#include "engine/findings/selection/selected_text.h"
#include "engine/findings/settled_parameter.h"
#include "engine/findings/waivers.h"
#include "engine/output/basis_parts.h"
#include "engine/output/format.h"
#include "engine/output/lenient_words.h"
#include "engine/output/summary.h"

namespace hoagiai {

namespace {

using Json = nlohmann::ordered_json;

Json in_both(const Words& words) { return {{"vi", words.vi}, {"en", words.en}}; }

Json counts_json(const auto& counts) {
    return {{"pass", counts.pass},
            {"fail", counts.fail},
            {"unknown", counts.unknown},
            {"not_applicable", counts.not_applicable},
            {"waived", counts.waived}};
}

Json rows_json(const RowCounts& rows) { return {{"read", rows.read}, {"used", rows.used}, {"refused", rows.refused}}; }

Json basis_json(const std::vector<Basis>& all) {
    Json list = Json::array();
    for (const Basis& basis : all) {
        Json& one = list.emplace_back(Json::object());
        for (const auto& [name, value] : basis_parts(basis)) one[std::string(name)] = value;
    }
    return list;
}

Json evidence_json(const std::vector<Evidence>& all) {
    Json list = Json::array();
    for (const Evidence& evidence : all) {
        Json one = {{"expression", evidence.expression}, {"value", in_both(evidence.value)}};
        if (!evidence.rows.empty()) {
            Json rows = Json::array();
            for (const RowName& row : evidence.rows) rows.push_back({{"entity", row.entity}, {"id", row.id}});
            one["rows"] = std::move(rows);
            if (evidence.more_rows > 0) one["more_rows"] = evidence.more_rows;
        }
        list.push_back(std::move(one));
    }
    return list;
}

Json missing_json(const std::vector<MissingText>& all) {
    Json list = Json::array();
    for (const MissingText& missing : all) {
        Json one = {{"entity", missing.entity}};
        if (!missing.id.empty()) one["id"] = missing.id;
        if (!missing.commune.empty()) one["commune"] = missing.commune;
        if (!missing.field.empty()) one["field"] = missing.field;
        if (!missing.places.empty()) one["places"] = missing.places;
        if (missing.more_places > 0) one["more_places"] = missing.more_places;
        list.push_back(std::move(one));
    }
    return list;
}

/// One gap is an object; those of several comparisons or readings are a list.
Json gap_json(const std::vector<Gap>& all) {
    Json list = Json::array();
    for (const Gap& gap : all) {
        Json one = {{"kind", word(gap.kind)},
                    {"direction", gap.fewer ? "fewer" : "more"},
                    {"short_by", gap.short_by},
                    {"of", gap.of ? Json(*gap.of) : Json(nullptr)},
                    {"allowed", gap.allowed ? Json(*gap.allowed) : Json(nullptr)},
                    {"at_least", gap.at_least}};
        if (!gap.reading.vi.empty()) one["reading"] = in_both(gap.reading);
        one["text"] = in_both(gap.sentence);
        list.push_back(std::move(one));
    }
    return list.size() == 1 ? list.front() : list;
}

Json recommendations_json(const std::vector<Recommendation>& all) {
    Json list = Json::array();
    for (const Recommendation& recommendation : all) {
        Json r = {{"to", recommendation.to}};
        if (!recommendation.within.en.empty()) r["within"] = in_both(recommendation.within);
        if (!recommendation.condition.empty()) r["condition"] = recommendation.condition;
        if (recommendation.ended) r["addressee_until"] = iso_date(*recommendation.ended);
        r["text"] = in_both(recommendation.text);
        list.push_back(std::move(r));
    }
    return list;
}

Json unit_json(const Dataset& data, EntityId entity, Row row) {
    Json path = Json::array();
    for (const UnitName& unit : unit_path(data, entity, row))
        path.push_back({{"entity", unit.entity}, {"id", unit.id}, {"name", unit.name}});
    return {{"entity", (*data.schema)[entity].name},
            {"id", data.id(entity, row)},
            {"name", data.name(entity, row)},
            {"path", path}};
}

Json finding_json(const CheckResult& result, const Finding& finding) {
    const CheckedRule& rule = result.rule(finding);
    const Dataset& data = result.records->dataset;
    const FindingText text = describe(result, finding);
    Json one = {{"rule", rule.id},
                {"kind", word(rule.decl->kind)},
                {"severity", word(rule.decl->severity)},
                {"status", word(finding.outcome.status)},
                {"unit", unit_json(data, rule.entity, finding.row)},
                {"title", in_both(text.title)},
                {"message", in_both(text.message)},
                {"basis", basis_json(text.basis)},
                {"evidence", evidence_json(text.evidence)},
                {"missing", missing_json(text.missing)}};
    if (text.more_missing > 0) one["more_missing"] = text.more_missing;
    if (!text.gaps.empty()) one["gap"] = gap_json(text.gaps);
    if (!text.readings.empty()) {
        Json readings = Json::array();
        for (const ReadingText& reading : text.readings) {
            Json choices = Json::object();
            for (const auto& [parameter, value] : reading.choices) choices[parameter] = value;
            readings.push_back({{"title", in_both(reading.title)},
                                {"choices", choices},
                                {"status", word(reading.status)},
                                {"values", evidence_json(reading.values)}});
        }
        one["readings"] = std::move(readings);
    }
    one["recommendations"] = recommendations_json(text.recommendations);
    if (finding.waiver) {
        const Waiver& waiver = waiver_of(result, finding);
        one["waiver"] = {{"until", iso_date(waiver.until)},
                         {"reason", waiver.reason},
                         {"approved_by", waiver.approved_by},
                         {"status", word(finding.without_waiver)}};
    }
    one["fingerprint"] = text.fingerprint;
    return one;
}

Json group_json(const GroupText& group) {
    const auto number = [](const std::optional<std::uint64_t>& limit) { return limit ? Json(*limit) : Json(nullptr); };
    return {{"name", group.name.vi.empty() ? Json(nullptr) : in_both(group.name)},
            {"units", group.units},
            {"candidates", group.chosen},
            {"limit", number(group.least_limit)},
            {"most_limit", number(group.most_limit)}};
}

Json selected_json(const CheckResult& result, const Selection& selection, const SelectedUnit& unit) {
    const CheckedRule& rule = result.rule(selection);
    const SelectedText text = describe(result, selection, unit);
    Json keys = Json::array();
    for (const RankKeyText& key : text.keys)
        keys.push_back({{"expression", key.expression},
                        {"order", key.descending ? "descending" : "ascending"},
                        {"value", in_both(key.value)}});
    const std::uint32_t group = selection.rankings.front().units[unit.row].group;
    Json one = {{"rule", rule.id},
                {"severity", word(rule.decl->severity)},
                {"status", word(unit.status)},
                {"rank", unit.first > 0 ? Json(unit.first) : Json(nullptr)},
                {"last_rank", unit.last > 0 && unit.last != no_last_place ? Json(unit.last) : Json(nullptr)},
                {"unit", unit_json(result.records->dataset, rule.entity, unit.row)},
                {"group", group_json(describe_group(result, selection, group))},
                {"keys", keys},
                {"title", in_both(text.title)},
                {"message", in_both(text.message)},
                {"basis", basis_json(text.basis)},
                {"missing", missing_json(text.missing)}};
    if (text.more_missing > 0) one["more_missing"] = text.more_missing;
    if (!text.readings.empty()) {
        Json readings = Json::array();
        for (const SelectedReading& reading : text.readings)
            readings.push_back({{"title", in_both(reading.title)}, {"status", word(reading.status)}});
        one["readings"] = std::move(readings);
    }
    one["recommendations"] = recommendations_json(text.recommendations);
    one["fingerprint"] = text.fingerprint;
    return one;
}

/// By rule; versions of one rule belong together.
Json selections_summary(const CheckResult& result) {
    Json rules = Json::object();
    for (const Selection& selection : result.selections) {
        Json& one = rules[result.rule(selection).id];
        const Json own = {
            {"recommended", selection.recommended}, {"possible", selection.possible}, {"not_chosen", selection.not_chosen}};
        if (one.is_null())
            one = own;
        else
            for (const auto& [status, number] : own.items())
                one[status] = one[status].get<std::uint64_t>() + number.get<std::uint64_t>();
    }
    return rules;
}

/// What lenient reading met, as where nothing could be concluded, but in both languages.
Json problems_of_rows(const Records& records) {
    Json all = Json::array();
    for (const Diagnostic& d : records.problems.all()) {
        Json one = {{"code", d.code}, {"name", d.name}, {"file", d.place.file}};
        if (!d.place.sheet.empty()) {
            one["sheet"] = d.place.sheet;
            one["cell"] = d.place.cell();
        }
        one["row"] = d.cell ? d.cell->row : d.place.line;
        one["column"] = d.cell ? d.cell->column : "";
        one["value"] = d.cell ? d.cell->value : "";
        one["message"] = in_both(d.message);
        one["help"] = in_both(d.help);
        all.push_back(std::move(one));
    }
    return all;
}

Json lenient_counts_json(const LenientCounts& counts) {
    return {{"unreadable_cells", counts.cells},
            {"unplaced_rows", counts.unplaced},
            {"rows_below_unplaced", counts.below},
            {"copies", counts.copies}};
}

/// Null where records were read strictly.
Json lenient_json(const Records& records) {
    if (records.strictness != Strictness::lenient) return nullptr;
    const Dataset& data = records.dataset;
    Json all = lenient_counts_json(lenient_counts(data)), kinds = Json::array(), tables = Json::object();
    for (const ProblemKind& kind : problem_kinds(records))
        kinds.push_back({{"code", kind.code}, {"name", kind.name}, {"title", in_both(kind.title)}, {"count", kind.count}});
    for (EntityId entity = 0; entity < data.tables.size(); ++entity)
        if (!data[entity].defects.empty())
            tables[(*data.schema)[entity].plural] = lenient_counts_json(lenient_counts(data, entity));
    all["kinds"] = std::move(kinds);
    all["tables"] = std::move(tables);
    return all;
}

Json summary_json(const CheckResult& result) {
    const Summary summary = summarise(result);
    Json rules = Json::object();
    for (const RuleCounts& counts : result.rules) {
        rules[result.rule(counts).id] = counts_json(counts);
    }
    Json kinds = Json::object(), entities = Json::object();
    for (const auto& [kind, counts] : summary.by_kind) kinds[kind] = counts_json(counts);
    for (const auto& [entity, counts] : summary.by_entity) entities[entity] = counts_json(counts);
    Json tables = Json::object();
    const Schema& schema = *result.records->dataset.schema;
    for (EntityId entity = 0; entity < schema.entities.size(); ++entity)
        if (!schema[entity].derived_from && result.records->dataset[entity].supplied)
            tables[schema[entity].plural] = rows_json(result.records->rows[entity]);
    Json rows = rows_json(summary.rows);
    rows["tables"] = std::move(tables);
    Json without = Json::object();
    for (const TableCoverage& coverage : summary.coverage)
        without[coverage.table] = coverage.supplied ? Json{{"supplied", true}, {"communes_without_rows", coverage.tops_without}}
                                                    : Json{{"supplied", false}};
    return {{"rules", rules},
            {"statuses", counts_json(summary.all)},
            {"kinds", kinds},
            {"entities", entities},
            {"selections", selections_summary(result)},
            {"not_in_force", result.not_in_force},
            {"rows", rows},
            {"tables", without},
            {"lenient", lenient_json(*result.records)}};
}

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

/// DEL, C1 controls and direction marks can only stand in strings, where an escape is the same character: a terminal that shows
/// the document obeys none of them.
std::string with_marks_escaped(const std::string& document) {
    std::string result;
    result.reserve(document.size());
    for (std::size_t i = 0; i < document.size(); ++i) {
        const auto at = [&](std::size_t n) {
            return i + n < document.size() ? static_cast<unsigned char>(document[i + n]) : 0u;
        };
        unsigned mark = 0;
        if (at(0) == 0x7F) mark = 0x7F;
        if (at(0) == 0xC2 && at(1) >= 0x80 && at(1) <= 0x9F) mark = at(1);
        if (at(0) == 0xE2 && (at(1) == 0x80 || at(1) == 0x81)) {
            const unsigned point = 0x2000 + ((at(1) & 0x3F) << 6) + (at(2) & 0x3F);
            const bool turns = point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
                               (point >= 0x2066 && point <= 0x2069);
            if (turns) mark = point;
        }
        if (mark == 0) {
            result += document[i];
            continue;
        }
        result += fmt::format("\\u{:04x}", mark);
        i += mark < 0x80 ? 0 : mark < 0x800 ? 1 : 2;
    }
    return result;
}

std::string write(const Report& report) {
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
    Json findings = Json::array();
    for (const Finding& finding : result.findings) findings.push_back(finding_json(result, finding));
    Json selections = Json::array();
    for (const Selection& selection : result.selections)
        for (const SelectedUnit& unit : selection.listed) selections.push_back(selected_json(result, selection, unit));
    const Json document = {{"hoagiai", {{"version", report.version}}},
                           {"as_of", iso_date(result.request.as_of)},
                           {"period", result.request.period ? Json(result.request.period->text) : Json(nullptr)},
                           {"profile", profile_json(result)},
                           {"rulebooks", rulebooks},
                           {"overrides", overrides_json(result.request)},
                           {"rules_off", rules_off_json(result.request)},
                           {"records", files},
                           {"summary", summary_json(result)},
                           {"findings", findings},
                           {"selections", selections},
                           {"problems", problems_of_rows(*result.records)}};
    return with_marks_escaped(document.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace

extern const OutputFormat output_format_json;
const OutputFormat output_format_json = {"json", ".json", write};

}  // namespace hoagiai
