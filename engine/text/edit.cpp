// Edits are taken one by one against those already taken, then made from the front in one pass.
#include "engine/text/edit.h"

#include <algorithm>

namespace hoagiai {

std::string edited(std::string_view text, std::vector<Edit> edits, std::size_t* made) {
    std::vector<Edit> taken;
    for (Edit& edit : edits) {
        if (edit.begin > edit.end || edit.end > text.size()) continue;
        const bool clashes = std::any_of(taken.begin(), taken.end(), [&](const Edit& other) {
            return (edit.begin < other.end && other.begin < edit.end) ||
                   // Something put in strictly inside of what is replaced.
                   (edit.begin == edit.end && other.begin < edit.begin && edit.begin < other.end) ||
                   (other.begin == other.end && edit.begin < other.begin && other.begin < edit.end);
        });
        if (!clashes) taken.push_back(std::move(edit));
    }
    std::stable_sort(taken.begin(), taken.end(), [](const Edit& a, const Edit& b) {
        // What is put in at a place stands in front of what replaces from there on.
        return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    std::string result;
    std::size_t at = 0;
    for (const Edit& edit : taken) {
        result.append(text.substr(at, edit.begin - at));
        result += edit.text;
        at = edit.end;
    }
    result.append(text.substr(at));
    if (made) *made = taken.size();
    return result;
}

}  // namespace hoagiai
