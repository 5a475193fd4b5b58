#include "engine/rulebook/mapping.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/rulebook/kinds.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

Words form_of(const YamlNode& node) {
    switch (node.kind) {
        case YamlNode::Kind::null: return {"không có gì", "nothing"};
        case YamlNode::Kind::scalar: return {"một câu", "a text"};
        case YamlNode::Kind::sequence: return {"một danh sách", "a list"};
        case YamlNode::Kind::mapping: return {"các khóa", "keys"};
    }
    return {};
}

}  // namespace

Mapping::Mapping(const YamlNode& node, Words what, Diagnostics& diagnostics) : node_(node), what_(std::move(what)), diagnostics_(diagnostics) {
    if (!node.is_mapping())
        diagnostics_.add(wrong_form, node.place(),
                         {fmt::format("{} gồm các khóa `khóa: giá trị`, ở đây là {}", what_.vi, form_of(node).vi),
                          fmt::format("a {} is made of keys `key: value`, this is {}", what_.en, form_of(node).en)});
}

const YamlNode* Mapping::optional(std::string_view key) {
    known_.emplace_back(key);
    const YamlNode* found = node_.find(key);
    return found && !found->is_null() ? found : nullptr;
}

const YamlNode* Mapping::required(std::string_view key) {
    const YamlNode* found = optional(key);
    if (!found && node_.is_mapping()) {
        // The place of the first key: a mapping has none of its own.
        const Place at = node_.entries.empty() ? node_.place() : node_.entries.front().key.place();
        diagnostics_.add(missing_required_key, at,
                         {fmt::format("{} thiếu `{}`", what_.vi, key), fmt::format("the {} has no `{}`", what_.en, key)},
                         {fmt::format("thêm {}: …", key), fmt::format("add {}: …", key)});
    }
    return found;
}

std::optional<Text> Mapping::text(std::string_view key, bool is_required) {
    const YamlNode* found = is_required ? required(key) : optional(key);
    return found ? scalar(*found, diagnostics_) : std::nullopt;
}

std::optional<Day> Mapping::day(std::string_view key) {
    const auto found = text(key);
    return found ? read_day(*found, diagnostics_) : std::nullopt;
}

Words Mapping::words(std::string_view key, bool is_required) {
    const YamlNode* found = is_required ? required(key) : optional(key);
    if (!found) return {};
    if (found->is_scalar()) {
        diagnostics_.add(wrong_form, found->place(),
                         {fmt::format("`{}` cần hai ngôn ngữ", key), fmt::format("`{}` needs both languages", key)},
                         {fmt::format("viết {}: {{vi: \"…\", en: \"…\"}}", key), fmt::format("write {}: {{vi: \"…\", en: \"…\"}}", key)});
        return {found->text.value, found->text.value};
    }
    Mapping both(*found, {fmt::format("`{}`", key), std::string(key)}, diagnostics_);
    const auto vi = both.text("vi", true), en = both.text("en");
    both.finish();
    if (vi && !en)
        diagnostics_.add(missing_translation, vi->place(), {fmt::format("`{}` chưa có bản tiếng Anh", key), fmt::format("`{}` has no English", key)},
                         {"thêm en: …", "add en: …"});
    return {vi ? vi->value : "", en ? en->value : vi ? vi->value : ""};
}

InForce Mapping::span() {
    InForce span{day("from"), day("to")};
    if (span.from && span.to && *span.to < *span.from)
        diagnostics_.add(bad_span, node_.find("to")->place(), {"ngày `to` trước ngày `from`", "`to` is before `from`"});
    return span;
}

void Mapping::finish() {
    for (const YamlEntry& entry : node_.entries) {
        if (std::find(known_.begin(), known_.end(), entry.key.value) != known_.end()) continue;
        diagnostics_.add(unknown_key, entry.key.place(),
                         {fmt::format("{} không có khóa `{}`", what_.vi, visible(entry.key.value)), fmt::format("a {} has no key `{}`", what_.en, visible(entry.key.value))},
                         did_you_mean(entry.key.value, known_));
    }
}

std::optional<Text> scalar(const YamlNode& node, Diagnostics& diagnostics) {
    if (node.is_scalar()) return node.text;
    if (node.is_null()) return std::nullopt;
    diagnostics.add(wrong_form, node.place(), {fmt::format("cần một câu hoặc một giá trị, ở đây là {}", form_of(node).vi), fmt::format("a text or a value is needed, this is {}", form_of(node).en)});
    return std::nullopt;
}

std::optional<Day> read_day(const Text& text, Diagnostics& diagnostics) {
    const auto day = parse_iso_date(text.value);
    if (!day)
        diagnostics.add(bad_day, text.place(), {fmt::format("`{}` không phải là một ngày có thật", visible(text.value)), fmt::format("`{}` is no day that exists", visible(text.value))},
                        {"viết năm-tháng-ngày, ví dụ 2023-04-18", "write year-month-day, such as 2023-04-18"});
    return day;
}

std::vector<const YamlNode*> one_or_several(const YamlNode& node) {
    std::vector<const YamlNode*> nodes;
    if (!node.is_sequence()) return {&node};
    for (const YamlNode& item : node.items) nodes.push_back(&item);
    return nodes;
}

}  // namespace hoagiai
