// What the schema and the language call things in either spelling, for names whose meaning is known.
#pragma once

#include <string>
#include <string_view>

#include "engine/checking/checked.h"
#include "engine/language/parser.h"

namespace hoagiai {

/// The word for a path's name of that number, or (number 0) for the function of a call. Empty for the book's own names and for
/// what has only one spelling.
std::string_view name_in(const CheckedRulebook& book, ExprId id, std::size_t number, Spelling spelling);

/// The expression in English words and names, however the rulebook spells it: reports say the same for both. For the thread
/// that asks, as long as the rulebook lives.
const std::string& print_in_english(const CheckedRulebook& book, ExprId id);
/// The same in Vietnamese, for people.
const std::string& print_in_vietnamese(const CheckedRulebook& book, ExprId id);

}  // namespace hoagiai
