#include "engine/findings/settled_parameter.h"

#include "engine/findings/parameter_words.h"

namespace hoagiai {

std::vector<SettledParameter> settled_parameters(const CheckRequest& request) {
    std::vector<SettledParameter> all;
    if (!request.profile) return all;
    for (const ProfileParameter& set : request.profile->parameters) {
        const std::string& full = set.name.value;
        // Books that extend its own have a copy of it, with the same value.
        const auto add = [&] {
            for (const auto& book : request.books)
                for (const CheckedParameter& parameter : book->parameters)
                    if (parameter.owner + "/" + parameter.name == full && !parameter.values.empty())
                        return all.push_back({full, parameter_title(*book, parameter),
                                              parameter_value_words(*book, parameter, parameter.values.front()), set.reason});
        };
        add();
    }
    return all;
}

}  // namespace hoagiai
