#include "engine/findings/settled_parameter.h"

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

Words value_words(const ParameterDecl& decl, const CheckedParameter& parameter, const CheckedValue& value) {
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

}  // namespace

std::vector<SettledParameter> settled_parameters(const CheckRequest& request) {
    std::vector<SettledParameter> all;
    if (!request.profile) return all;
    for (const ProfileParameter& set : request.profile->parameters) {
        const std::string& full = set.name.value;
        for (const auto& book : request.books) {
            const std::string prefix = book->book->name.value + "/";
            if (full.rfind(prefix, 0) != 0) continue;
            const CheckedParameter* parameter = book->find_parameter(full.substr(prefix.size()));
            if (!parameter || parameter->values.empty()) continue;
            const auto decl = std::find_if(book->book->parameters.begin(), book->book->parameters.end(),
                                           [&](const ParameterDecl& d) { return d.name.value == parameter->name; });
            const Words title = decl->title.en.empty() ? Words{full, full} : decl->title;
            all.push_back({full, title, value_words(*decl, *parameter, parameter->values.front()), set.reason});
        }
    }
    return all;
}

}  // namespace hoagiai
