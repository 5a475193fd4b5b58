// Looking functions up. The list of subjects is made from this folder by the build.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "engine/language/functions/function.h"
#include "engine/text/fold.h"

namespace hoagiai {

const std::vector<const FunctionTable*>& registered_functions();

std::string pattern(const Function& function, Language language) {
    const bool vietnamese = language == Language::vi;
    const std::string_view name = vietnamese ? function.name_vi : function.name;
    switch (function.shape) {
        case Shape::rows:
            return fmt::format("{}({})", name, vietnamese ? "CÁC_DÒNG mà ĐIỀU_KIỆN" : "ROWS where CONDITION");
        case Shape::rows_and_test:
            return fmt::format("{}({})", name, vietnamese ? "CÁC_DÒNG mà ĐIỀU_KIỆN, CẦN_ĐẠT" : "ROWS where CONDITION, TEST");
        case Shape::value_of_rows:
            return fmt::format("{}({})", name,
                               vietnamese ? "GIÁ_TRỊ của CÁC_DÒNG mà ĐIỀU_KIỆN" : "VALUE of ROWS where CONDITION");
        case Shape::scalar:
            return fmt::format("{}({})", name, vietnamese ? "GIÁ_TRỊ" : "VALUE");
    }
    return {};
}

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
