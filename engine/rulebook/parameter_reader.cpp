// Parameters: their types and dated values, still as text; checking types them.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "engine/rulebook/reader.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr std::string_view undetermined_word = "undetermined";

const std::vector<std::string>& type_words() {
    static const std::vector<std::string> words = {"boolean",  "integer", "ratio",  "money",          "date",
                                                   "duration", "text",    "choice", "list of choices"};
    return words;
}

/// A type, or a list of one: `list of choices`, `list of text`.
bool is_type(std::string_view word) {
    constexpr std::string_view list_of = "list of ";
    const auto& words = type_words();
    if (std::find(words.begin(), words.end(), word) != words.end()) return true;
    if (word.substr(0, list_of.size()) != list_of) return false;
    return std::find(words.begin(), words.end() - 1, word.substr(list_of.size())) != words.end() - 1;
}

bool holds_words(std::string_view type) { return type == "choice" || type == "list of choice" || type == "list of choices"; }

Day first_day_of(const ParameterValue& value) { return value.span.from.value_or(std::numeric_limits<Day>::min()); }

bool says_undetermined(const YamlNode& node) {
    return node.is_scalar() && node.text.plain && node.text.value == undetermined_word;
}

}  // namespace

void RulebookReader::read_parameters(const YamlNode& node) {
    if (!node.is_mapping()) {
        Mapping(node, {"phần `parameters`", "part `parameters`"}, diagnostics_,
                {"viết mỗi tham số là một khóa: tên: {type: …, values: …}",
                 "write each parameter as a key: name: {type: …, values: …}"});
        return;
    }
    SeenNames seen;
    for (const YamlEntry& entry : node.entries) {
        refuse_twin(seen, entry.key);
        read_parameter(entry.key, entry.value);
    }
}

void RulebookReader::read_parameter(const Text& name, const YamlNode& node) {
    is_name(name, {"tham số", "parameter"});
    Mapping keys(node, {"tham số", "parameter"}, diagnostics_,
                 {"viết tên: {type: integer, value: 3}", "write name: {type: integer, value: 3}"});
    ParameterDecl parameter;
    parameter.name = name;
    parameter.name.value = new_spelling(name.value);
    if (auto type = keys.text("type", true)) {
        parameter.type = std::move(*type);
        const std::string& word = parameter.type.value;
        if (!is_type(word))
            diagnostics_.add(
                unknown_word, parameter.type.place(),
                {fmt::format("không có loại `{}`", visible(word)), fmt::format("there is no type `{}`", visible(word))},
                did_you_mean(word, type_words()));
    }
    parameter.title = keys.words("title", false);
    parameter.measure = keys.words("measure", false);
    if (const YamlNode* choices = keys.optional("choices")) read_choices(*choices, parameter);
    read_values(keys, parameter);
    keys.finish();
    book_.parameters.push_back(std::move(parameter));
}

void RulebookReader::read_choices(const YamlNode& node, ParameterDecl& parameter) {
    SeenNames seen;
    const auto add = [&](const Text& word, Words title) {
        refuse_twin(seen, word);
        if (holds_words(parameter.type.value)) is_name(word, {"lựa chọn", "choice"});
        parameter.choices.push_back({word, std::move(title)});
        if (holds_words(parameter.type.value)) parameter.choices.back().name.value = new_spelling(word.value);
    };
    if (node.is_mapping()) {
        for (const YamlEntry& entry : node.entries) add(entry.key, read_words(entry.value, entry.key.value, diagnostics_));
    } else if (node.is_sequence()) {
        for (const YamlNode& item : node.items)
            if (const auto text = scalar(item, diagnostics_)) add(*text, {});
    } else {
        diagnostics_.add(wrong_form, node.place(),
                         {"`choices` là một danh sách các từ, hoặc các khóa `từ: {vi, en}`",
                          "`choices` is a list of words, or keys `word: {vi, en}`"},
                         {"viết choices: [từ_1, từ_2]", "write choices: [word_1, word_2]"});
    }
}

void RulebookReader::read_values(Mapping& keys, ParameterDecl& parameter) {
    std::vector<std::size_t> dated;
    const YamlNode& node = keys.node();
    const YamlNode* values = keys.optional("values");
    if (values || node.find("values")) {
        // The short form beside the list: which of the two would hold?
        for (const std::string_view key : {"value", "undetermined", "from", "to", "basis"})
            if (node.find(key)) {
                keys.optional(key);
                diagnostics_.add(given_twice, keys.key_place(key),
                                 {fmt::format("`{}` đứng cạnh `values`", key), fmt::format("`{}` stands beside `values`", key)},
                                 {fmt::format("viết `{}` trong một mục của `values`, hoặc bỏ `values`", key),
                                  fmt::format("write `{}` inside an item of `values`, or leave `values` out", key)});
            }
    }
    if (values) {
        if (values->is_sequence() && values->items.empty())
            diagnostics_.add(wrong_form, values->place(), {"`values` không có giá trị nào", "`values` has no value"},
                             {"viết values: [{from: 2014-01-01, value: …}]", "write values: [{from: 2014-01-01, value: …}]"});
        for (const YamlNode* item : one_or_several(*values)) {
            Mapping value(*item, {"giá trị của tham số", "parameter's value"}, diagnostics_,
                          {"viết {from: 2014-01-01, value: …}; một giá trị cho mọi ngày thì viết value: … thay cho values",
                           "write {from: 2014-01-01, value: …}; for one value on all days write value: … instead of values"});
            if (item->is_mapping()) read_value(value, parameter, dated);
            value.finish();
        }
    } else if (node.find("value") || node.find("undetermined")) {
        read_value(keys, parameter, dated);
    } else {
        keys.required("values");
        // Known, so that what is wrong is said once.
        for (const std::string_view key : {"value", "undetermined", "from", "to", "basis"}) keys.optional(key);
    }
    check_values(parameter, std::move(dated));
}

void RulebookReader::read_value(Mapping& keys, ParameterDecl& parameter, std::vector<std::size_t>& dated) {
    ParameterValue value;
    value.place = keys.head();
    bool readable = true;
    value.span = keys.span(&readable);
    value.basis = read_basis(keys.optional("basis"));
    read_undetermined(keys, value);
    const YamlNode* node = keys.node().find(undetermined_word) ? keys.optional("value") : keys.required("value");
    if (node && value.undetermined && !says_undetermined(*node))
        diagnostics_.add(given_twice, node->place(),
                         {"một giá trị chưa xác định thì không ghi `value`", "an undetermined value has no `value`"},
                         {"bỏ `value`, hoặc bỏ `undetermined`", "leave out `value`, or `undetermined`"});
    else if (node && says_undetermined(*node))
        value.undetermined = true;
    else if (node) {
        value.list = node->is_sequence();
        for (const YamlNode* item : one_or_several(*node)) {
            if (says_undetermined(*item))
                diagnostics_.add(
                    wrong_form, item->place(),
                    {"`undetermined` không thể là một mục của danh sách", "`undetermined` cannot be an item of a list"},
                    {"viết value: undetermined cho cả giá trị", "write value: undetermined for the whole value"});
            else if (const auto text = scalar(*item, diagnostics_))
                value.values.push_back(*text);
        }
    }
    if (readable) dated.push_back(parameter.values.size());
    parameter.values.push_back(std::move(value));
}

void RulebookReader::read_undetermined(Mapping& keys, ParameterValue& value) {
    const auto written = keys.text(undetermined_word);
    if (!written) return;
    value.undetermined = written->plain && written->value == "true";
    if (!value.undetermined)
        diagnostics_.add(unknown_word, written->place(),
                         {"`undetermined` chỉ có giá trị true", "`undetermined` can only be true"},
                         {"bỏ khóa này, hoặc viết undetermined: true", "leave it out, or write undetermined: true"});
}

void RulebookReader::check_values(const ParameterDecl& parameter, std::vector<std::size_t> dated) {
    // A value holds from its `from` to the next one's; one that says `to` itself must have ended by then.
    const auto& values = parameter.values;
    std::stable_sort(dated.begin(), dated.end(),
                     [&](std::size_t a, std::size_t b) { return first_day_of(values[a]) < first_day_of(values[b]); });
    const ParameterValue *before = nullptr, *longest = nullptr;  // longest: the one whose own `to` is the latest so far
    for (const std::size_t index : dated) {
        const ParameterValue& value = values[index];
        const ParameterValue* other = nullptr;
        if (before && before->span.from == value.span.from)
            other = before;
        else if (longest && *longest->span.to >= first_day_of(value))
            other = longest;
        if (other) {
            const bool later = other < &value;  // said at the one that stands further down
            Diagnostic& said =
                diagnostics_.add(two_values_on_a_day, later ? value.place : other->place,
                                 {fmt::format("tham số `{}` có hai giá trị trong cùng một ngày", visible(parameter.name.value)),
                                  fmt::format("the parameter `{}` has two values on one day", visible(parameter.name.value))},
                                 other == before && before->span.from == value.span.from
                                     ? Words{"cho mỗi giá trị một ngày `from` khác nhau", "give each its own `from`"}
                                     : Words{fmt::format("kết thúc giá trị trước bằng `to` trước ngày {}, hoặc bỏ `to`",
                                                         iso_date(*value.span.from)),
                                             fmt::format("let the earlier one end with a `to` before {}, or leave its `to` out",
                                                         iso_date(*value.span.from))});
            said.related.push_back({later ? other->place : value.place, {"giá trị kia ở đây", "the other one is here"}});
        }
        before = &value;
        if (value.span.to && (!longest || *value.span.to > *longest->span.to)) longest = &value;
    }
}

}  // namespace hoagiai
