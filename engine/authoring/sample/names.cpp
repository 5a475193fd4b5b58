#include "engine/authoring/sample/names.h"

#include <fmt/format.h>

#include <string_view>

namespace hoagiai::sample {

namespace {

constexpr std::string_view surnames[] = {"Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê",  "Phạm",  "Hoàng",
                                         "Phan",   "Vũ",     "Đặng",   "Bùi",  "Đỗ",   "Hồ", "Ngô", "Dương", "Lý"};
constexpr std::string_view women_middle[] = {"Thị", "Thị", "Thị", "Ngọc", "Thu", "Thanh", "Kim"};
constexpr std::string_view women_given[] = {"Hoa",  "Lan", "Hương", "Hạnh", "Hiền", "Nga",
                                            "Thủy", "Yến", "Mai",   "Liên", "Chi",  "Dung"};
constexpr std::string_view men_middle[] = {"Văn", "Văn", "Văn", "Hữu", "Đức", "Quang", "Minh", "Xuân"};
constexpr std::string_view men_given[] = {"An",  "Bình", "Cường", "Dũng", "Hải",   "Hùng",
                                          "Lâm", "Long", "Nam",   "Sơn",  "Thắng", "Vinh"};

}  // namespace

std::string person_name(bool woman, Random& random) {
    const std::string_view surname = random.one_of(surnames);
    const std::string_view middle = woman ? random.one_of(women_middle) : random.one_of(men_middle);
    const std::string_view given = woman ? random.one_of(women_given) : random.one_of(men_given);
    return fmt::format("{} {} {} (giả định)", surname, middle, given);
}

}  // namespace hoagiai::sample
