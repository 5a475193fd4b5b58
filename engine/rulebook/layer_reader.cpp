// Layers, as one book writes them: which books it extends, which of their values it overrides, which of their rules it
// switches off. Whether these exist is found out when the other books are there (checking/layers).
#include "engine/rulebook/reader.h"

namespace hoagiai {

void RulebookReader::read_extends(const YamlNode& node) {
    for (const YamlNode* item : one_or_several(node))
        if (auto path = scalar(*item, diagnostics_)) book_.extends.push_back(std::move(*path));
}

void RulebookReader::read_overrides(const YamlNode& node) {
    const Words help = {"viết override: [{parameter: tên, from: 2023-04-18, value: …, reason: …, basis: {…}}]",
                        "write override: [{parameter: name, from: 2023-04-18, value: …, reason: …, basis: {…}}]"};
    for (const YamlNode* item : one_or_several(node)) {
        Mapping keys(*item, {"mục của `override`", "`override` item"}, diagnostics_, help);
        if (!item->is_mapping()) continue;
        auto parameter = keys.text("parameter", true);
        const auto reason = keys.text("reason", true);
        // Its dated value is written like one of a parameter's own.
        ParameterDecl scratch;
        std::vector<std::size_t> dated;
        read_value(keys, scratch, dated);
        keys.finish();
        ParameterValue& value = scratch.values.front();
        if (!parameter || dated.empty() || (value.values.empty() && !value.undetermined)) continue;
        value.set_by = book_.name.value;
        value.reason = reason ? reason->value : "";
        book_.overrides.push_back({std::move(*parameter), std::move(value)});
    }
}

void RulebookReader::read_off(const YamlNode& node) {
    const Words help = {"viết off: [{rule: mã-quy-tắc, reason: …, basis: {…}}]",
                        "write off: [{rule: rule-id, reason: …, basis: {…}}]"};
    for (const YamlNode* item : one_or_several(node)) {
        Mapping keys(*item, {"mục của `off`", "`off` item"}, diagnostics_, help);
        if (!item->is_mapping()) continue;
        auto rule = keys.text("rule", true);
        const auto reason = keys.text("reason", true);
        auto basis = read_basis(keys.optional("basis"));
        keys.finish();
        if (rule) book_.off.push_back({std::move(*rule), reason ? reason->value : "", std::move(basis)});
    }
}

}  // namespace hoagiai
