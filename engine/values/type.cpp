// Types in words, as messages say them.
#include "engine/values/type.h"

namespace hoagiai {

int ChoiceSet::index_of(std::string_view name) const {
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].name == name) return static_cast<int>(i);
    return -1;
}

int ChoiceSet::spelled(std::string_view word) const {
    const int index = index_of(word);
    for (std::size_t i = 0; index < 0 && i < choices.size(); ++i)
        if (!choices[i].name_vi.empty() && choices[i].name_vi == word) return static_cast<int>(i);
    return index;
}

bool Type::is_numeric() const {
    switch (kind) {
        case Kind::integer:
        case Kind::ratio:
        case Kind::money:
        case Kind::date:
        case Kind::days:
        case Kind::months:
            return true;
        default:
            return false;
    }
}

Words describe(const Type& type) {
    Words one;
    switch (type.kind) {
        case Kind::error:
            one = {"giá trị lỗi", "a value with an error"};
            break;
        case Kind::boolean:
            one = {"điều kiện (đúng hoặc sai)", "a condition (true or false)"};
            break;
        case Kind::integer:
            one = {"số nguyên", "a whole number"};
            break;
        case Kind::ratio:
            one = {"tỷ lệ (ví dụ 88%)", "a ratio (such as 88%)"};
            break;
        case Kind::money:
            one = {"số tiền (đồng)", "an amount of money (đồng)"};
            break;
        case Kind::date:
            one = {"ngày", "a date"};
            break;
        case Kind::days:
            one = {"khoảng thời gian tính bằng ngày (ví dụ 3 ngày)", "a number of days (such as 3 days)"};
            break;
        case Kind::months:
            one = {"khoảng thời gian tính bằng tháng (ví dụ 1 month)", "a number of months (such as 1 month)"};
            break;
        case Kind::text:
            one = {"chữ (trong ngoặc kép)", "a text (in double quotes)"};
            break;
        case Kind::choice:
            one = {"một lựa chọn trong danh mục", "a word of a closed list"};
            break;
        case Kind::period:
            one = {"kỳ kiểm tra", "a period"};
            break;
    }
    if (type.average && type.kind != Kind::ratio) one = {"số trung bình", "an average"};
    if (type.list) one = {"danh sách: " + one.vi, "a list of: " + one.en};
    return one;
}

}  // namespace hoagiai
