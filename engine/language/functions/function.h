// A built-in function says everything about itself in one entry: its names, what it takes, what it gives, what it means
// over values with holes, its documentation and examples that run as tests. Each SUBJECT.cpp in this folder defines a
// FunctionTable named like the file; the build makes the registry from the folder, so nothing else has to be touched.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/values/known.h"
#include "engine/values/type.h"

namespace hoagiai {

/// One row as a row function sees it.
struct RowState {
    Truth in = Truth::yes();    ///< whether the row is counted (its `where`, and whether it surely belongs here)
    Truth test = Truth::yes();  ///< for rows_and_test
    Known value;                ///< for value_of_rows
    bool unlimited = false;     ///< stands for any number of rows, none included, of which only this is known
};

enum class Shape {
    rows,           ///< count(R where C)
    rows_and_test,  ///< share(R where C, P)
    value_of_rows,  ///< sum(X of R where C)
    scalar          ///< year(DATE)
};

struct Function {
    std::string_view name;     ///< English, as written in rules
    std::string_view name_vi;  ///< Vietnamese spelling
    Shape shape;
    /// scalar: the kinds of its arguments
    std::vector<Kind> parameters{};
    /// The type of the result, given that of X (value_of_rows) or of the first argument (scalar); empty: it does not take such.
    std::optional<Type> (*result)(const Type& operand) = nullptr;
    Known (*over_rows)(std::span<const RowState> rows, const Type& operand) = nullptr;
    Known (*of_values)(std::span<const Known> arguments) = nullptr;
    /// Row functions, if they can say it exactly: the values between which the result can move when one row, all others staying
    /// as some filling has them, changes from `before` to `after` (each one outcome). Empty: ask over_rows with the row pinned.
    std::optional<std::vector<Known>> (*moves)(std::span<const RowState> others, const RowState& before,
                                               const RowState& after) = nullptr;
    /// Two rows that differ may give the same range, though the value differs in each filling: of a row that moves, both ranges
    /// are taken together even where they are equal.
    bool hides_moves = false;
    Words summary{};  ///< one sentence for help and docs
    /// Runnable examples: an expression over a team with mediators [see tests/language], and what it gives.
    struct Example {
        std::string_view expression, rows, gives;
    };
    std::vector<Example> examples{};
    bool may_lack_answer = false;  ///< has no value over no rows, so a rule should guard it
};

using FunctionTable = std::vector<Function>;

/// How a call of it is written: "count(ROWS where CONDITION)", "đếm(CÁC_DÒNG mà ĐIỀU_KIỆN)".
std::string pattern(const Function& function, Language language = Language::en);
/// By either name; null if there is none.
const Function* find_function(std::string_view name);
/// All, by name.
std::vector<const Function*> all_functions();

}  // namespace hoagiai
