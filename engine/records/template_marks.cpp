#include "engine/records/template_marks.h"

#include <string>

#include "engine/records/blanks.h"
#include "engine/text/fold.h"

namespace hoagiai {

bool is_example(std::string_view cell) {
    // Nearly every cell of every table comes by here, and hardly one begins with a bracket.
    const std::string_view text = trimmed(cell);
    if (text.empty() || text.front() != '[') return false;
    constexpr std::size_t longest_mark = 200;
    const std::size_t close = text.substr(0, longest_mark).find(']');
    if (close == std::string_view::npos) return false;
    const std::string words = fold_identifier(text.substr(1, close - 1)) + "_";
    return words.rfind("ví_dụ_", 0) == 0 || words.rfind("example_", 0) == 0;
}

bool is_guide_sheet(std::string_view name) {
    const std::string word = fold_identifier(name);
    return word == fold_identifier(guide_sheet.vi) || word == fold_identifier(guide_sheet.en);
}

}  // namespace hoagiai
