#include "engine/authoring/record_template/guide.h"

namespace hoagiai::record_template {

std::string guide_title(Language language) {
    return say({"Cách điền mẫu hồ sơ này", "How to fill in these records"}, language);
}

std::vector<std::string> guide_lines(Language language) {
    if (language == Language::vi)
        return {
            "Mỗi trang là một bảng, mỗi dòng là một hồ sơ. Không đổi tên trang, không sửa tiêu đề cột.",
            "Cột có dấu (*) bắt buộc phải điền. Ô nào chưa biết thì để trống, không ghi “-” hay “?”, không đoán.",
            "Di chuột lên tiêu đề cột để xem phải ghi gì. Cột có danh mục thì chọn từ danh sách thả xuống; các danh mục ở cuối "
            "trang này.",
            "Ngày ghi đủ ngày, tháng, năm, chẳng hạn 17/04/2023. Cột nào cho phép thì ghi “chưa” khi biết chắc là chưa diễn "
            "ra.",
            "Dòng chữ nghiêng màu xám trong mỗi bảng là ví dụ giả định, không phải số liệu thật; khi kiểm tra sẽ được bỏ qua. "
            "Ghi "
            "hồ sơ từ dòng dưới.",
            "Bảng chỉ có dòng ví dụ thì coi như chưa được cung cấp, không kết luận gì từ bảng đó.",
            "Nếu đúng là không có gì để ghi vào một bảng thì xóa dòng ví dụ của bảng đó: bảng để trống nghĩa là không có.",
            "Điền xong thì kiểm tra bằng lệnh: hoagiai check TỆP_NÀY.xlsx --profile CẤU_HÌNH"};
    return {
        "Each sheet is a table, each row a record. Keep the names of the sheets and the headers.",
        "Columns with (*) must be filled in. Leave a cell blank if its value is not known; write no “-” or “?”, do not guess.",
        "Point at a header to see what to write. Where there is a list, choose from the drop-down list; the lists stand at the "
        "end of this sheet.",
        "Write whole dates, the day first or the year first: 17/04/2023, 2023-04-17. Where the column allows it, write "
        "“never” if it is known not to have happened.",
        "The row in grey italics in each table is an invented example and no fact; a check passes over it. Write your records "
        "below it.",
        "A table that holds nothing but its example counts as not supplied, and nothing is concluded from it.",
        "If there really is nothing to write into a table, remove its example: a blank table says that there is none.",
        "Then check it: hoagiai check THIS_FILE.xlsx --profile PROFILE"};
}

std::string lists_title(Language language) { return say({"Danh mục", "Lists"}, language); }

}  // namespace hoagiai::record_template
