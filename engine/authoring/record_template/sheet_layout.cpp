#include "engine/authoring/record_template/sheet_layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/authoring/record_template/example_value.h"
#include "engine/records/template_marks.h"
#include "engine/text/fold.h"
#include "engine/text/source.h"

namespace hoagiai::record_template {

namespace {

constexpr std::size_t narrowest = 12, widest = 36;  // characters
constexpr std::size_t header_width = 18;            // a longer header takes several lines
constexpr std::size_t note_width = 44;              // characters of a line of a note's box

/// No name that is given has an apostrophe.
std::string reference(std::string_view sheet) { return fmt::format("'{}'", sheet); }

}  // namespace

const char* number_format(Kind kind) {
    switch (kind) {
        case Kind::date:
            return "dd/mm/yyyy";
        case Kind::ratio:
            return "0.0%";
        case Kind::money:
            return "#,##0";
        case Kind::text:
            return "@";  // an id 007 keeps its zeros
        default:
            return "General";
    }
}

std::size_t text_width(const Column& column, const Plan& plan) {
    std::size_t width = std::max(display_width(example_value(column, plan.language).text),
                                 std::min(display_width(column.header), header_width));
    if (column.kind() == Kind::choice)
        for (const std::string& word : plan.lists[list_of(column, plan)].words) width = std::max(width, display_width(word));
    return std::clamp(width + 2, narrowest, widest);
}

std::size_t header_lines(const Column& column, std::size_t width) {
    // A line may end before a long word, so it holds less than its width.
    return 1 + display_width(column.header) / (width - 6);
}

std::size_t note_lines(std::string_view text) {
    std::size_t lines = 1;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines += 1 + display_width(text.substr(start, end - start)) / note_width;
        start = end + 1;
    }
    return lines;
}

std::size_t list_of(const Column& column, const Plan& plan) {
    const ChoiceSet* set = column.kind() == Kind::choice ? column.field->type.choices.get() : nullptr;
    const auto found =
        std::find_if(plan.lists.begin(), plan.lists.end(), [&](const ChoiceList& list) { return list.set == set; });
    return static_cast<std::size_t>(found - plan.lists.begin());
}

std::string words_formula(const Plan& plan, std::size_t list, std::uint32_t first_row) {
    const std::string letters = column_letters(static_cast<std::uint32_t>(list + 1));
    return fmt::format("={}!${}${}:${}${}", reference(say(guide_sheet, plan.language)), letters, first_row + 1, letters,
                       first_row + plan.lists[list].words.size());
}

std::string ids_formula(const Sheet& target) {
    return fmt::format("=OFFSET({0}!$A$2,0,0,MAX(1,COUNTA({0}!$A$2:$A${1})),1)", reference(target.name), last_row + 1);
}

}  // namespace hoagiai::record_template
