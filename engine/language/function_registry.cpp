// Looking functions up. The list of subjects is made from this folder by the build.
#include <algorithm>
#include <string>

#include "engine/language/functions/function.h"
#include "engine/text/fold.h"

namespace hoagiai {

const std::vector<const FunctionTable*>& registered_functions();

const Function* find_function(std::string_view name) {
    const std::string wanted = fold(name);
    for (const FunctionTable* table : registered_functions())
        for (const Function& function : *table)
            if (function.name == wanted || fold(function.name_vi) == wanted) return &function;
    return nullptr;
}

std::vector<const Function*> all_functions() {
    std::vector<const Function*> all;
    for (const FunctionTable* table : registered_functions())
        for (const Function& function : *table) all.push_back(&function);
    std::sort(all.begin(), all.end(), [](const Function* a, const Function* b) { return a->name < b->name; });
    return all;
}

}  // namespace hoagiai
