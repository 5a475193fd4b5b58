// A parameter's value in words, as people should read it: by the title that its choice has, else as its type is printed.
#pragma once

#include "engine/checking/checked.h"

namespace hoagiai {

/// The declaration of a checked parameter.
const ParameterDecl& declaration(const CheckedRulebook& book, const CheckedParameter& parameter);
/// Its own title; `rulebook/parameter` where it has none.
Words parameter_title(const CheckedRulebook& book, const CheckedParameter& parameter);
/// "3"; "mọi hòa giải viên"; "chưa xác định" where it is left open.
Words parameter_value_words(const CheckedRulebook& book, const CheckedParameter& parameter, const CheckedValue& value);

}  // namespace hoagiai
