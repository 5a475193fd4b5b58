#include "engine/findings/parameter_words.h"

#include <algorithm>

#include "engine/findings/value_text.h"

namespace hoagiai {

namespace {

/// A word's own title, where `choices:` gives one: it says what was settled better than "yes".
Words choice_title(const ParameterDecl& decl, const Known& known) {
    if (!known.is_truth()) return {};
    const std::string_view wanted = known.as_truth().surely_true() ? "true" : "false";
    for (const ParameterChoice& choice : decl.choices)
        if (choice.name.value == wanted) return choice.title;
    return {};
}

}  // namespace

const ParameterDecl& declaration(const CheckedRulebook& book, const CheckedParameter& parameter) {
    return *std::find_if(book.book->parameters.begin(), book.book->parameters.end(),
                         [&](const ParameterDecl& decl) { return decl.name.value == parameter.name; });
}

Words parameter_title(const CheckedRulebook& book, const CheckedParameter& parameter) {
    const std::string full = parameter.owner + "/" + parameter.name;
    const Words& title = declaration(book, parameter).title;
    return title.en.empty() ? Words{full, full} : title;
}

Words parameter_value_words(const CheckedRulebook& book, const CheckedParameter& parameter, const CheckedValue& value) {
    if (value.undetermined) return {"chưa xác định", "undetermined"};
    const ParameterDecl& decl = declaration(book, parameter);
    Type type = parameter.type;
    type.list = false;
    Words words;
    for (const Known& known : value.values) {
        if (const Words title = choice_title(decl, known); !title.vi.empty()) return title;
        const std::string between = words.vi.empty() ? "" : ", ";
        words.vi += between + value_text(known, type, Language::vi);
        words.en += between + value_text(known, type, Language::en);
    }
    return words;
}

}  // namespace hoagiai
