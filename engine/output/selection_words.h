// What the reports for people say of selections, in the order in which they say it: by rule, by group, by place.
#pragma once

#include <string>
#include <vector>

#include "engine/findings/selection/selected_text.h"

namespace hoagiai {

struct SelectionGroupWords {
    std::uint32_t group = none_id;
    Words heading;  ///< "Huyện Thử: đủ điều kiện 3/5; chọn tối đa 1"
    std::vector<const SelectedUnit*> units;
};

/// "Chọn xã điểm: đề nghị chọn 1, có thể chọn 2 trong 7 xã (law/pilots)"
Words selection_heading(const CheckResult& result, const Selection& selection);
/// Only groups of which a unit is listed.
std::vector<SelectionGroupWords> selection_groups(const CheckResult& result, const Selection& selection);
/// "[đề nghị chọn] thứ 1": status and place.
Words status_and_place(const SelectedUnit& unit);
/// "đủ điều kiện 3/5; chọn tối đa 2"
Words group_numbers(const GroupText& group);
/// "success_rate (tăng dần) = 87,5%"
Words key_words(const RankKeyText& key);
/// All of them; empty where nothing is ranked by.
Words keys_words(const SelectedText& text);
/// How ties are broken, what is not listed; one sentence each.
std::vector<Words> selection_remarks(const CheckResult& result, const Selection& selection);

}  // namespace hoagiai
