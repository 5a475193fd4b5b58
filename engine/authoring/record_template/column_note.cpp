#include "engine/authoring/record_template/column_note.h"

#include <fmt/format.h>

namespace hoagiai::record_template {

namespace {

Words bounds(const Field& field) {
    const bool from = !field.minimum.is_infinite(), to = !field.maximum.is_infinite();
    const std::int64_t least = field.minimum.numerator(), most = field.maximum.numerator();
    if (from && to) return {fmt::format(" từ {} đến {}", least, most), fmt::format(" from {} to {}", least, most)};
    if (from) return {fmt::format(" từ {} trở lên", least), fmt::format(", {} or more", least)};
    if (to) return {fmt::format(" không quá {}", most), fmt::format(", {} at most", most)};
    return {};
}

/// A link says where its ids are found.
Words of_link(const Link& link, const Plan& plan, const Schema& schema) {
    const Sheet* sheet = plan.sheet_of(link.target);
    const Words& plural = schema[link.target].plural_title;
    if (!sheet)
        return {fmt::format("Ghi mã của một dòng trong bảng “{}” (không có trong mẫu này).", plural.vi),
                fmt::format("The id of a row of the table “{}” (which is not in this template).", plural.en)};
    return {fmt::format("Ghi hoặc chọn mã của một dòng ở bảng “{}”.", sheet->name),
            fmt::format("Write or choose the id of a row of “{}”.", sheet->name)};
}

Words of_choice(const ChoiceSet& set) {
    Words all{"Chọn một trong: ", "One of: "};
    for (std::size_t i = 0; i < set.choices.size(); ++i) {
        const std::string_view end = i + 1 < set.choices.size() ? "; " : ".";
        all.vi += set.choices[i].title.vi + std::string(end);
        all.en += set.choices[i].title.en + std::string(end);
    }
    return all;
}

Words how(const Column& column) {
    const Field& field = *column.field;
    switch (column.kind()) {
        case Kind::boolean:
            return {"Ghi “có” hoặc “không”.", "Write “yes” or “no”."};
        case Kind::integer:
            return {fmt::format("Số nguyên{}.", bounds(field).vi), fmt::format("A whole number{}.", bounds(field).en)};
        case Kind::money:
            return {"Số tiền bằng đồng, số nguyên, chẳng hạn 1.250.000.", "An amount in đồng, whole, such as 1250000."};
        case Kind::ratio:
            return {"Tỷ lệ phần trăm, có dấu %, chẳng hạn 88,5%.", "A percentage with its sign, such as 88.5%."};
        case Kind::date:
            return field.event ? Words{"Ngày, tháng, năm, chẳng hạn 17/04/2023. Biết chắc là chưa diễn ra thì ghi “chưa”.",
                                       "A date, the day first or the year first: 17/04/2023, 2023-04-17. Write “never” if it "
                                       "is known not to have happened."}
                               : Words{"Ngày, tháng, năm, chẳng hạn 17/04/2023.",
                                       "A date, the day first or the year first: 17/04/2023, 2023-04-17."};
        case Kind::choice:
            return of_choice(*field.type.choices);
        default:
            return column.key
                       ? Words{"Mã do đơn vị đặt, mỗi dòng một mã, không trùng nhau. Bảng khác dùng mã này để dẫn đến dòng.",
                               "An id of your own, another one for each row. Other tables lead to the row by it."}
                       : Words{"Chữ hoặc số, ghi như trong giấy tờ.", "A text, as it stands in your papers."};
    }
}

}  // namespace

std::string column_note(const Column& column, const Plan& plan, const Schema& schema) {
    const Words must = column.required ? Words{"Bắt buộc phải điền.", "It must be filled in."}
                                       : Words{"Để trống nếu chưa biết.", "Leave it blank if it is not known."};
    const Words written = column.link ? of_link(*column.link, plan, schema) : how(column);
    return say(column.title(), plan.language) + "\n" + say(written, plan.language) + "\n" + say(must, plan.language);
}

std::string example_note(Language language) {
    return say({"Dòng này là ví dụ giả định để xem cách ghi, không phải số liệu thật; khi kiểm tra sẽ được bỏ qua.\n"
                "Ghi hồ sơ từ dòng dưới. Nếu ghi đè lên dòng này thì thay hết mọi ô, kể cả ô này.",
                "This row is an invented example of how to write things, and no fact; a check passes over it.\n"
                "Write your records below it. If you write over it, replace every cell, this one too."},
               language);
}

}  // namespace hoagiai::record_template
