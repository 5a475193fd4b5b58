#include "engine/authoring/rule_tests/selection_expectation.h"

#include <fmt/format.h>

#include "engine/rulebook/mapping.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

const Words form_help = {"viết [c1, c2], hoặc {recommended: [c1], possible: [c3]}",
                         "write [c1, c2], or {recommended: [c1], possible: [c3]}"};

ExpectedList read_list(const YamlNode& node, SelectionStatus status, const Schema& schema, Diagnostics& diagnostics) {
    ExpectedList list{status, node.place(), {}};
    if (node.is_mapping()) {
        for (const YamlEntry& unit : node.entries)
            if (auto details = read_details(unit.value, schema, diagnostics))
                list.units.push_back({unit.key, std::move(*details)});
        return list;
    }
    for (const YamlNode* item : one_or_several(node))
        if (auto id = scalar(*item, diagnostics)) list.units.push_back({std::move(*id), {}});
    return list;
}

}  // namespace

std::optional<SelectionExpectation> read_selection_expectation(const YamlNode& node, const Schema& schema,
                                                               Diagnostics& diagnostics) {
    const std::size_t errors_before = diagnostics.errors();
    SelectionExpectation expected;
    expected.place = node.place();
    if (node.is_mapping()) {
        Mapping keys(node, {"phần mong đợi của một quy tắc chọn đơn vị", "selection's expectation"}, diagnostics, form_help);
        for (const SelectionStatus status : {SelectionStatus::recommended, SelectionStatus::possible})
            if (const YamlNode* list = keys.optional(word(status)))
                expected.lists.push_back(read_list(*list, status, schema, diagnostics));
        keys.finish();
        if (expected.lists.empty() && diagnostics.errors() == errors_before)
            diagnostics.add(bad_expectation, node.place(), {"ở đây không mong đợi kết quả nào", "nothing is expected here"},
                            form_help);
    } else if (node.is_sequence()) {
        expected.lists.push_back(read_list(node, SelectionStatus::recommended, schema, diagnostics));
    } else if (node.is_scalar() && node.text.value == "not_in_force") {
        expected.not_in_force = true;
    } else {
        diagnostics.add(bad_expectation, node.place(),
                        {"cần danh sách các đơn vị được chọn", "the list of the units that are chosen is needed"}, form_help);
    }
    if (diagnostics.errors() > errors_before) return std::nullopt;
    return expected;
}

std::string listed_ids(const CheckResult& check, const Selection& selection, SelectionStatus status) {
    const EntityId entity = check.rule(selection).entity;
    std::string ids;
    for (const SelectedUnit& unit : selection.listed)
        if (unit.status == status) ids += (ids.empty() ? "" : ", ") + std::string(check.records->dataset.id(entity, unit.row));
    return "[" + ids + "]";
}

}  // namespace hoagiai
