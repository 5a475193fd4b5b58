// Mappings of rule files: forms, missing and unknown keys, texts in two languages, days and spans.
#include "engine/rulebook/mapping.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/rulebook/kinds.h"
#include "engine/text/fold.h"
#include "engine/text/vietnamese_words.h"

namespace hoagiai {

namespace {

Words form_of(const YamlNode& node) {
    switch (node.kind) {
        case YamlNode::Kind::null:
            return {"ở đây không có gì", "this is nothing"};
        case YamlNode::Kind::scalar:
            return {"ở đây là một câu", "this is a text"};
        case YamlNode::Kind::sequence:
            return {"ở đây là một danh sách", "this is a list"};
        case YamlNode::Kind::mapping:
            return {"ở đây là các khóa", "this is keys"};
    }
    return {};
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

Mapping::Mapping(const YamlNode& node, Words what, Diagnostics& diagnostics, Words help)
    : node_(node), what_(std::move(what)), diagnostics_(diagnostics) {
    if (node.is_mapping()) return;
    const Words form = form_of(node);
    diagnostics_.add(wrong_form, node.place(),
                     {fmt::format("{} gồm các khóa `khóa: giá trị`, {}", what_.vi, form.vi),
                      fmt::format("a {} is made of keys `key: value`, {}", what_.en, form.en)},
                     std::move(help));
}

bool Mapping::know(std::string_view key) {
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) return false;
    known_.emplace_back(key);
    return true;
}

Place Mapping::head() const { return node_.entries.empty() ? node_.place() : node_.entries.front().key.place(); }

Place Mapping::key_place(std::string_view key) const {
    for (const YamlEntry& entry : node_.entries)
        if (entry.key.value == key) return entry.key.place();
    return head();
}

const YamlNode* Mapping::optional(std::string_view key) {
    const bool first_time = know(key);
    for (const YamlEntry& entry : node_.entries) {
        if (entry.key.value != key) continue;
        if (!entry.value.is_null()) return &entry.value;
        if (first_time)
            diagnostics_.add(wrong_form, entry.key.place(),
                             {fmt::format("sau `{}:` không có gì", key), fmt::format("nothing stands behind `{}:`", key)},
                             {fmt::format("viết giá trị sau `{}:`, hoặc bỏ khóa này", key),
                              fmt::format("write a value behind `{}:`, or leave the key out", key)});
        return nullptr;
    }
    return nullptr;
}

const YamlNode* Mapping::required(std::string_view key) {
    const YamlNode* found = optional(key);
    if (found || !node_.is_mapping() || node_.left_out || node_.find(key)) return found;
    // A key that is there without a value was reported as that; one that stands there in Vietnamese will be as that.
    const bool translated = std::any_of(node_.entries.begin(), node_.entries.end(), [&](const YamlEntry& entry) {
        return !meant_in_vietnamese(entry.key.value, {std::string(key)}).empty();
    });
    if (!translated)
        diagnostics_.add(missing_required_key, head(),
                         {fmt::format("{} thiếu `{}`", what_.vi, key), fmt::format("the {} has no `{}`", what_.en, key)},
                         {fmt::format("thêm {}: …", key), fmt::format("add {}: …", key)});
    return found;
}

const YamlNode* Mapping::section(std::string_view key) {
    know(key);  // so that optional() does not take it for the first time
    return optional(key);
}

std::optional<Text> Mapping::text(std::string_view key, bool is_required) {
    const YamlNode* node = is_required ? required(key) : optional(key);
    if (!node) return std::nullopt;
    auto found = scalar(*node, diagnostics_);
    if (found && is_required && is_blank(found->value)) {
        diagnostics_.add(wrong_form, node->place(), {fmt::format("`{}` để trống", key), fmt::format("`{}` is blank", key)},
                         {fmt::format("viết {}: …", key), fmt::format("write {}: …", key)});
        return std::nullopt;
    }
    return found;
}

std::optional<Day> Mapping::day(std::string_view key) {
    const auto found = text(key);
    return found ? read_day(*found, diagnostics_) : std::nullopt;
}

Words Mapping::words(std::string_view key, bool is_required) {
    const YamlNode* found = is_required ? required(key) : optional(key);
    return found ? read_words(*found, key, diagnostics_) : Words{};
}

InForce Mapping::span(bool* readable) {
    InForce span{day("from"), day("to")};
    bool good =
        span.from.has_value() == (node_.find("from") != nullptr) && span.to.has_value() == (node_.find("to") != nullptr);
    if (span.from && span.to && *span.to < *span.from) {
        good = false;
        Diagnostic& said = diagnostics_.add(
            bad_span, node_.find("to")->place(),
            {fmt::format("`to` ({}) trước `from` ({})", iso_date(*span.to), iso_date(*span.from)),
             fmt::format("`to` ({}) is before `from` ({})", iso_date(*span.to), iso_date(*span.from))},
            {"`to` là ngày cuối cùng còn hiệu lực, không trước `from`", "`to` is the last day that counts, not before `from`"});
        said.related.push_back({node_.find("from")->place(), {"`from` ở đây", "`from` stands here"}});
    }
    if (readable) *readable = good;
    return span;
}

void Mapping::finish() {
    for (const YamlEntry& entry : node_.entries) {
        const std::string& key = entry.key.value;
        if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
        diagnostics_.add(unknown_key, entry.key.place(),
                         {fmt::format("{} không có khóa `{}`", what_.vi, visible(key)),
                          fmt::format("a {} has no key `{}`", what_.en, visible(key))},
                         did_you_mean(key, known_));
    }
}

std::optional<Text> scalar(const YamlNode& node, Diagnostics& diagnostics) {
    if (node.is_scalar()) return node.text;
    const Words form = form_of(node);
    diagnostics.add(wrong_form, node.place(),
                    {"cần một câu hoặc một giá trị, " + form.vi, "a text or a value is needed, " + form.en});
    return std::nullopt;
}

std::optional<Day> read_day(const Text& text, Diagnostics& diagnostics) {
    const auto day = parse_iso_date(text.value);
    if (day) return day;
    Words help = {"viết năm-tháng-ngày, ví dụ 2023-04-18", "write year-month-day, such as 2023-04-18"};
    const auto meant = guess_day(text.value);
    if (meant)
        help = {fmt::format("viết năm-tháng-ngày: {}", iso_date(*meant)),
                fmt::format("write year-month-day: {}", iso_date(*meant))};
    Diagnostic& said =
        diagnostics.add(bad_day, text.place(),
                        meant ? Words{fmt::format("`{}` không viết theo dạng năm-tháng-ngày", visible(text.value)),
                                      fmt::format("`{}` is not written as year-month-day", visible(text.value))}
                              : Words{fmt::format("`{}` không phải là một ngày có thật", visible(text.value)),
                                      fmt::format("`{}` is no day that exists", visible(text.value))},
                        std::move(help));
    // 1/7/2025 is the first of July here, and the seventh of January elsewhere: that is for the author to say.
    if (meant && text.plain && text.value.find('/') == std::string::npos && text.value.find('.') == std::string::npos)
        said.fix = {{text.begin, text.end, iso_date(*meant)}};
    return std::nullopt;
}

std::optional<Period> read_period(const Text& text, Diagnostics& diagnostics) {
    auto period = parse_period(text.value);
    if (!period)
        diagnostics.add(
            bad_period, text.place(),
            {fmt::format("`{}` không phải là kỳ", visible(text.value)), fmt::format("`{}` is no period", visible(text.value))},
            {"viết 2023, 2023-H1, 2023-Q2, 2023-05 hoặc 2023-01-01..2023-03-31",
             "write 2023, 2023-H1, 2023-Q2, 2023-05 or 2023-01-01..2023-03-31"});
    return period;
}

bool is_id(const Text& text, const Words& what, Diagnostics& diagnostics) {
    const bool good = std::all_of(text.value.begin(), text.value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    if (!good)
        diagnostics.add(
            bad_id, text.place(),
            {fmt::format("{} chỉ gồm chữ cái không dấu, chữ số, `-`, `_`: `{}`", what.vi, visible(text.value)),
             fmt::format("{} is made of letters without marks, digits, `-`, `_`: `{}`", what.en, visible(text.value))},
            {"ví dụ team-size", "such as team-size"});
    return good;
}

Words two_languages_help(std::string_view key) {
    return {fmt::format("viết {}: {{vi: \"…\", en: \"…\"}}", key), fmt::format("write {}: {{vi: \"…\", en: \"…\"}}", key)};
}

Words read_words(const YamlNode& node, std::string_view key, Diagnostics& diagnostics) {
    const std::string name(key);
    if (!node.is_mapping()) {
        const Words form = form_of(node);
        diagnostics.add(wrong_form, node.place(),
                        {fmt::format("`{}` cần câu tiếng Việt và câu tiếng Anh, {}", visible(name), form.vi),
                         fmt::format("`{}` needs a Vietnamese and an English text, {}", visible(name), form.en)},
                        two_languages_help(visible(name)));
        // One text is still good enough to go on with.
        return node.is_scalar() ? Words{node.text.value, node.text.value} : Words{};
    }
    Mapping both(node, {"phần `" + visible(name) + "`", "part `" + visible(name) + "`"}, diagnostics);
    const auto vi = both.text("vi", true), en = both.text("en");
    both.finish();
    for (const auto& sentence : {vi, en})
        if (sentence) warn_of_cut_text(*sentence, diagnostics);
    if (vi && (en ? is_blank(en->value) : !node.find("en")))
        diagnostics.add(
            missing_translation, vi->place(),
            {fmt::format("`{}` chưa có bản tiếng Anh", visible(name)), fmt::format("`{}` has no English", visible(name))},
            {"thêm en: …", "add en: …"});
    const bool has_english = en && !is_blank(en->value);
    return {vi ? vi->value : "", has_english ? en->value : vi ? vi->value : ""};
}

void warn_of_cut_text(const Text& text, Diagnostics& diagnostics) {
    if (!text.plain || !text.source) return;
    const std::string_view file = text.source->text();
    const std::size_t sign = file.find_first_not_of(" \t", text.end);
    if (sign == std::string_view::npos || sign == text.end || file[sign] != '#') return;
    const std::size_t end = std::min(file.find_first_of("\r\n", sign), file.size());
    const std::string whole = visible(file.substr(text.begin, end - text.begin));
    diagnostics.add(text_cut_by_comment, text.source->place(sign, end),
                    {"câu dừng ở trước dấu #; phần sau là ghi chú và không được in ra",
                     "the text ends in front of the #; what follows is a comment and is never printed"},
                    {fmt::format("nếu cả dòng là câu: \"{}\"; nếu là ghi chú thì để trên dòng riêng", whole),
                     fmt::format("if all of it is the text: \"{}\"; if it is a comment, give it a line of its own", whole)});
}

std::vector<const YamlNode*> one_or_several(const YamlNode& node) {
    if (!node.is_sequence()) return {&node};
    std::vector<const YamlNode*> nodes;
    for (const YamlNode& item : node.items) nodes.push_back(&item);
    return nodes;
}

}  // namespace hoagiai
