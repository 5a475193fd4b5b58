// Parameters: their types and dated values, still as text; checking types them.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "engine/rulebook/reader.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

const std::vector<std::string> type_words = {"boolean", "integer", "ratio", "money", "date", "duration", "text", "choice"};

bool is_type(std::string_view word) {
    constexpr std::string_view list_of = "list of ";
    if (word.substr(0, list_of.size()) == list_of) {
        word.remove_prefix(list_of.size());
        if (word == "choices") return true;
    }
    return std::find(type_words.begin(), type_words.end(), word) != type_words.end();
}

}  // namespace

void RulebookReader::read_parameters(const YamlNode& node) {
    if (!node.is_mapping()) {
        Mapping(node, {"`parameters`", "parameters"}, diagnostics_);
        return;
    }
    for (const YamlEntry& entry : node.entries) read_parameter(entry.key, entry.value);
}

void RulebookReader::read_parameter(const Text& name, const YamlNode& node) {
    Mapping keys(node, {"tham số", "parameter"}, diagnostics_);
    ParameterDecl parameter;
    parameter.name = name;
    if (auto type = keys.text("type", true)) {
        parameter.type = std::move(*type);
        if (!is_type(parameter.type.value)) {
            diagnostics_.add(unknown_word, parameter.type.place(), {fmt::format("không có loại `{}`", visible(parameter.type.value)), fmt::format("there is no type `{}`", visible(parameter.type.value))},
                             did_you_mean(parameter.type.value, type_words));
        }
    }
    keys.words("title", false);
    parameter.measure = keys.words("measure", false);
    if (const YamlNode* choices = keys.optional("choices")) {
        if (choices->is_mapping()) {
            for (const YamlEntry& entry : choices->entries) {
                Mapping titles(entry.value, {"tên của lựa chọn", "choice's title"}, diagnostics_);
                parameter.choices.push_back({entry.key, {titles.plain("vi"), titles.plain("en")}});
                titles.finish();
            }
        } else {
            for (const YamlNode* item : one_or_several(*choices))
                if (const auto text = scalar(*item, diagnostics_)) parameter.choices.push_back({*text, {}});
        }
    }
    if (const YamlNode* values = keys.optional("values")) {
        for (const YamlNode* item : one_or_several(*values)) {
            Mapping value(*item, {"giá trị của tham số", "parameter's value"}, diagnostics_);
            parameter.values.push_back(read_value(value));
            value.finish();
        }
    } else if (node.find("value") || node.find("undetermined")) {
        parameter.values.push_back(read_value(keys));
    } else {
        keys.required("values");
    }
    keys.finish();
    check_values(parameter);
    book_.parameters.push_back(std::move(parameter));
}

ParameterValue RulebookReader::read_value(Mapping& keys) {
    ParameterValue value;
    value.place = keys.node().entries.empty() ? keys.place() : keys.node().entries.front().key.place();
    value.span = keys.span();
    value.basis = read_basis(keys.optional("basis"));
    if (const auto undetermined = keys.text("undetermined")) {
        value.undetermined = undetermined->value == "true";
        if (!value.undetermined)
            diagnostics_.add(unknown_word, undetermined->place(), {"`undetermined` chỉ có giá trị true", "`undetermined` can only be true"}, {"bỏ khóa này, hoặc viết undetermined: true", "leave it out, or write undetermined: true"});
    }
    const YamlNode* node = value.undetermined ? keys.optional("value") : keys.required("value");
    if (!node) return value;
    value.list = node->is_sequence();
    for (const YamlNode* item : one_or_several(*node))
        if (const auto text = scalar(*item, diagnostics_)) value.values.push_back(*text);
    if (!value.list && value.values.size() == 1 && value.values.front().value == "undetermined" && value.values.front().plain) {
        value.undetermined = true;
        value.values.clear();
    }
    if (value.undetermined && !value.values.empty())
        diagnostics_.add(given_twice, node->place(), {"một giá trị chưa xác định thì không ghi `value`", "an undetermined value has no `value`"});
    return value;
}

void RulebookReader::check_values(const ParameterDecl& parameter) {
    // A value holds from its `from` to the next one's, or to its own `to`: two that begin on one day collide.
    for (std::size_t i = 0; i < parameter.values.size(); ++i)
        for (std::size_t j = i + 1; j < parameter.values.size(); ++j) {
            const ParameterValue &a = parameter.values[i], &b = parameter.values[j];
            if (a.span.from != b.span.from) continue;
            Diagnostic& said = diagnostics_.add(two_values_on_a_day, b.place,
                                                {fmt::format("tham số `{}` có hai giá trị trong cùng một ngày", parameter.name.value), fmt::format("the parameter `{}` has two values on one day", parameter.name.value)},
                                                {"cho mỗi giá trị một ngày `from` khác nhau", "give each its own `from`"});
            said.related.push_back({a.place, {"giá trị kia ở đây", "the other one is here"}});
        }
}

}  // namespace hoagiai
