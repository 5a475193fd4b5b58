// Parameters: each dated value is read as its declared type, and an undetermined one gets the list of what it may be.
#include <fmt/format.h>

#include <algorithm>

#include "engine/checking/checker.h"
#include "engine/checking/value_slips.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

struct TypeWord {
    std::string_view word;
    Kind kind;
};
constexpr TypeWord type_words[] = {{"boolean", Kind::boolean}, {"integer", Kind::integer}, {"ratio", Kind::ratio},
                                   {"money", Kind::money},     {"date", Kind::date},       {"duration", Kind::days},
                                   {"text", Kind::text},       {"choice", Kind::choice}};

std::string_view example_of(Kind kind) {
    switch (kind) {
        case Kind::boolean:
            return "true";
        case Kind::integer:
            return "3";
        case Kind::ratio:
            return "88%";
        case Kind::money:
            return "300000";
        case Kind::date:
            return "2023-04-18";
        case Kind::days:
        case Kind::months:
            return "3 days";
        default:
            return "…";
    }
}

/// A title gives a second spelling only where it can be read back: as a name, and as no other word of the list.
void keep_usable_names(ChoiceSet& set) {
    const auto& reserved = keywords();
    for (Choice& choice : set.choices) {
        const auto clashes = [&](const Choice& other) {
            return &other != &choice && (other.name == choice.name_vi || other.name_vi == choice.name_vi);
        };
        const bool digit_first = !choice.name_vi.empty() && choice.name_vi.front() >= '0' && choice.name_vi.front() <= '9';
        const bool taken = std::find(reserved.begin(), reserved.end(), choice.name_vi) != reserved.end();
        if (digit_first || taken || std::any_of(set.choices.begin(), set.choices.end(), clashes)) choice.name_vi.clear();
    }
}

}  // namespace

const CheckedValue* CheckedParameter::on(Day day) const {
    // The last that has begun holds, to the next `from` or its own `to`.
    const CheckedValue* found = nullptr;
    for (const CheckedValue& value : values)
        if (!value.span.from || *value.span.from <= day) found = &value;
    return found && found->span.contains(day) ? found : nullptr;
}

const CheckedParameter* CheckedRulebook::find_parameter(std::string_view parameter) const {
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [&](const CheckedParameter& p) { return p.name == parameter; });
    return found == parameters.end() ? nullptr : &*found;
}

void Checker::check_parameters() {
    for (const ParameterDecl& decl : book_->parameters) check_parameter(decl);
}

void Checker::check_parameter(const ParameterDecl& decl) {
    CheckedParameter parameter;
    parameter.name = decl.name.value;
    parameter.owner = decl.imported_from.empty() ? book_->name.value : decl.imported_from;
    parameter.measure = decl.measure;
    std::string word = decl.type.value;
    const std::string list_of = "list of ";
    if (word.rfind(list_of, 0) == 0) {
        parameter.type.list = true;
        word = word.substr(list_of.size());
        if (word == "choices") word = "choice";
    }
    const auto found =
        std::find_if(std::begin(type_words), std::end(type_words), [&](const TypeWord& known) { return known.word == word; });
    if (found != std::end(type_words)) parameter.type.kind = found->kind;
    if (parameter.type.kind == Kind::choice) {
        auto choices = std::make_shared<ChoiceSet>();
        for (const ParameterChoice& choice : decl.choices)
            choices->choices.push_back({choice.name.value, choice.title, fold_identifier(choice.title.vi)});
        keep_usable_names(*choices);
        if (choices->choices.empty() || choices->choices.size() > 62)
            diagnostics_.add(
                bad_parameter_value, decl.name.place(),
                {fmt::format("tham số `{}` thuộc loại choice cần `choices:` (từ 1 đến 62 từ)", decl.name.value),
                 fmt::format("the parameter `{}` of type choice needs `choices:` (1 to 62 words)", decl.name.value)},
                {"viết choices: [từ_1, từ_2]", "write choices: [word_1, word_2]"});
        parameter.type.choices = std::move(choices);
    }
    for (EntityId id = 0; id < schema().entities.size(); ++id) {
        const Entity& entity = schema()[id];
        if (entity.plural != parameter.name && entity.name_vi != parameter.name &&
            !schema().means_something(id, parameter.name))
            continue;
        diagnostics_.add(name_means_two_things, decl.name.place(),
                         {fmt::format("`{}` đã là tên trong hồ sơ ({})", parameter.name, entity.title.vi),
                          fmt::format("`{}` is already a name in the records ({})", parameter.name, entity.name)},
                         {"đặt tên khác cho tham số", "give the parameter another name"});
        break;
    }

    bool any_undetermined = false, first = true;
    for (const ParameterValue& written : decl.values) {
        CheckedValue value;
        value.span = written.span;
        value.basis = written.basis;
        value.set_by = written.set_by;
        value.reason = written.reason;
        value.undetermined = written.undetermined;
        any_undetermined = any_undetermined || written.undetermined;
        for (const Text& text : written.values)
            if (parameter.type.kind != Kind::error) {
                read_value(text, first, parameter.type, value);
                first = false;
            }
        if (!written.undetermined && written.list != parameter.type.list && parameter.type.kind != Kind::error)
            diagnostics_.add(bad_parameter_value, written.place,
                             parameter.type.list
                                 ? Words{"cần một danh sách [a, b]", "a list [a, b] is needed"}
                                 : Words{"cần một giá trị, không phải danh sách", "one value is needed, not a list"});
        parameter.values.push_back(std::move(value));
    }
    std::stable_sort(parameter.values.begin(), parameter.values.end(), [](const CheckedValue& a, const CheckedValue& b) {
        return a.span.from.value_or(std::numeric_limits<Day>::min()) < b.span.from.value_or(std::numeric_limits<Day>::min());
    });
    if (any_undetermined) find_readings(decl, parameter);
    result_->parameters.push_back(std::move(parameter));
}

bool Checker::read_value(const Text& text, bool first, Type& type, CheckedValue& value) {
    const auto refuse = [&](Words help = {}) {
        if (const auto slip = value_slip(text.value, type.kind)) {
            Diagnostic& said =
                diagnostics_.add(slip->kind, text.place(), slip->message,
                                 slip->mended.empty() ? slip->help : Words{"viết " + slip->mended, "write " + slip->mended});
            if (slip->sure && text.plain) said.fix = {{text.begin, text.end, slip->mended}};
            return false;
        }
        if (help.en.empty()) help = nearly_right(text.value, type.kind);
        if (help.en.empty())
            help = {fmt::format("viết ví dụ {}",
                                type.kind == Kind::days || type.kind == Kind::months ? "3 ngày" : example_of(type.kind)),
                    fmt::format("write for instance {}", example_of(type.kind))};
        diagnostics_.add(bad_parameter_value, text.place(),
                         {fmt::format("`{}` không phải là {}", visible(text.value), describe({type.kind}).vi),
                          fmt::format("`{}` is not {}", visible(text.value), describe({type.kind}).en)},
                         std::move(help));
        return false;
    };
    if (type.kind == Kind::text) {
        value.values.push_back(Known::text(text.value));
        return true;
    }
    if (type.kind == Kind::choice) {
        const int index = type.choices->spelled(new_spelling(text.value));
        if (index < 0) {
            std::vector<std::string> words;
            for (const Choice& choice : type.choices->choices) words.push_back(choice.name);
            return refuse({fmt::format("các lựa chọn: {}", fmt::join(words, ", ")),
                           fmt::format("the choices are: {}", fmt::join(words, ", "))});
        }
        value.values.push_back(Known::choice(index));
        return true;
    }
    // All others are written as in rules, so they are read as in rules.
    Ast literal;
    Diagnostics said;
    const ExprId id = parse_expression(literal, text, said);
    if (id == no_expr) return refuse();
    bool minus = false;
    const Node* node = &literal[id].node;
    if (const auto* negative = std::get_if<Negative>(node)) {
        minus = true;
        node = &literal[negative->operand].node;
    }
    if (const auto* number = std::get_if<NumberLiteral>(node)) {
        const bool wanted = number->ratio ? type.kind == Kind::ratio : (type.kind == Kind::integer || type.kind == Kind::money);
        if (!wanted)
            return refuse(type.kind == Kind::ratio
                              ? Words{fmt::format("viết {}%", text.value), fmt::format("write {}%", text.value)}
                              : Words{});
        Known known = Known::number(number->value);
        value.values.push_back(minus ? negative(known) : known);
        return true;
    }
    if (minus) return refuse();
    if (const auto* boolean = std::get_if<BooleanLiteral>(node); boolean && type.kind == Kind::boolean && text.plain) {
        value.values.push_back(Known::truth(Truth::of(boolean->value)));
        return true;
    }
    if (const auto* date = std::get_if<DateLiteral>(node); date && type.kind == Kind::date) {
        value.values.push_back(Known::number(date->day));
        return true;
    }
    if (const auto* duration = std::get_if<DurationLiteral>(node);
        duration && (type.kind == Kind::days || type.kind == Kind::months)) {
        // The first value says whether the parameter counts days or months.
        const Kind kind = duration->months ? Kind::months : Kind::days;
        if (first) type.kind = kind;
        if (type.kind != kind)
            return refuse({"mọi giá trị của tham số phải cùng tính bằng ngày hoặc cùng bằng tháng",
                           "all values of a parameter count days, or all count months"});
        value.values.push_back(Known::number(duration->amount));
        return true;
    }
    return refuse();
}

void Checker::find_readings(const ParameterDecl& decl, CheckedParameter& parameter) {
    const auto add = [&](Known known, Words title) {
        parameter.readings.push_back(std::move(known));
        parameter.reading_titles.push_back(std::move(title));
    };
    if (parameter.type.kind == Kind::boolean) {
        // Titles may be given under `choices:`; else it is the parameter's own that says what is answered.
        const auto title = [&](std::string_view word, Words answer) {
            for (const ParameterChoice& choice : decl.choices)
                if (choice.name.value == word && !choice.title.vi.empty()) return choice.title;
            const Words& about = decl.title;
            return Words{(about.vi.empty() ? parameter.name : about.vi) + ": " + answer.vi,
                         (about.en.empty() ? parameter.name : about.en) + ": " + answer.en};
        };
        add(Known::truth(Truth::yes()), title("true", {"có", "yes"}));
        add(Known::truth(Truth::no()), title("false", {"không", "no"}));
        return;
    }
    for (const ParameterChoice& choice : decl.choices) {
        CheckedValue value;
        if (parameter.type.kind == Kind::error || parameter.type.list ||
            !read_value(choice.name, parameter.readings.empty() && parameter.values.size() == 1, parameter.type, value))
            continue;
        add(value.values.front(),
            choice.title.en.empty() && choice.title.vi.empty() ? Words{choice.name.value, choice.name.value} : choice.title);
    }
    if (decl.choices.size() < 2)
        diagnostics_.add(
            bad_parameter_value, decl.name.place(),
            {fmt::format("tham số chưa xác định `{}` cần ít nhất hai cách hiểu trong `choices:`", parameter.name),
             fmt::format("the undetermined parameter `{}` needs at least two readings under `choices:`", parameter.name)},
            {"viết choices: [cách_1, cách_2]", "write choices: [one, other]"});
}

}  // namespace hoagiai
