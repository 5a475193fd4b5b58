// One table for keys, kinds, severities, types of parameters and results: which of them is meant is told by what could stand
// there, so that a word may be in several rows.
#include "engine/text/vietnamese_words.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr std::pair<std::string_view, std::string_view> table[] = {
    // parts of a file
    {"bộ quy tắc", "rulebook"},
    {"bộ quy tắc", "tests"},
    {"cấu hình", "profile"},
    {"tham số", "parameters"},
    {"các tham số", "parameters"},
    {"định nghĩa", "definitions"},
    {"quy tắc", "rules"},
    {"các quy tắc", "rules"},
    {"nguồn", "source"},
    {"văn bản", "source"},
    {"kế thừa", "extends"},
    {"thay thế", "override"},
    {"trường hợp", "cases"},
    {"các trường hợp", "cases"},
    {"kiểm thử", "tests"},
    // keys of a rule
    {"mã", "id"},
    {"mã số", "id"},
    {"loại", "kind"},
    {"loại", "type"},
    {"mức độ", "severity"},
    {"tên", "title"},
    {"tên", "name"},
    {"tiêu đề", "title"},
    {"căn cứ", "basis"},
    {"căn cứ pháp lý", "basis"},
    {"đối tượng", "for"},
    {"bảng", "for"},
    {"áp dụng", "when"},
    {"áp dụng khi", "when"},
    {"điều kiện", "when"},
    {"khi", "when"},
    {"nếu", "when"},
    {"yêu cầu", "require"},
    {"phải", "require"},
    {"kết luận", "finding"},
    {"câu kết luận", "finding"},
    {"kiến nghị", "recommend"},
    {"hiệu lực", "in_force"},
    {"ngày", "on"},
    {"ngày quyết định", "on"},
    {"chọn", "choose"},
    {"xếp hạng", "rank_by"},
    {"giới hạn", "limit"},
    {"mỗi", "per"},
    // under them
    {"điều", "article"},
    {"khoản", "clause"},
    {"điểm", "point"},
    {"đoạn trích", "passage"},
    {"trích", "passage"},
    {"gửi", "to"},
    {"nơi nhận", "to"},
    {"thời hạn", "within"},
    {"từ", "from"},
    {"từ ngày", "from"},
    {"đến", "to"},
    {"đến ngày", "to"},
    {"kiểu", "type"},
    {"giá trị", "value"},
    {"giá trị", "values"},
    {"lựa chọn", "choices"},
    {"đơn vị tính", "measure"},
    {"lý do", "reason"},
    {"số", "number"},
    {"số hiệu", "number"},
    {"cơ quan ban hành", "issuer"},
    {"ngày ban hành", "issued"},
    {"kỳ", "period"},
    {"ngày xét", "as_of"},
    {"hồ sơ", "records"},
    {"kết quả", "expect"},
    // kinds and severities of rules
    {"bắt buộc", "requirement"},
    {"yêu cầu", "requirement"},
    {"chỉ tiêu", "target"},
    {"số liệu", "data"},
    {"câu hỏi", "question"},
    {"làm rõ", "question"},
    {"lựa chọn", "selection"},
    {"chọn", "selection"},
    {"rất nghiêm trọng", "critical"},
    {"nghiêm trọng", "critical"},
    {"nghiêm trọng", "major"},
    {"nặng", "major"},
    {"nhẹ", "minor"},
    {"thông tin", "info"},
    // types of parameters
    {"tiền", "money"},
    {"số tiền", "money"},
    {"số nguyên", "integer"},
    {"số", "integer"},
    {"tỷ lệ", "ratio"},
    {"ngày", "date"},
    {"ngày", "duration"},
    {"số ngày", "duration"},
    {"thời hạn", "duration"},
    {"days", "duration"},
    {"khoảng thời gian", "duration"},
    {"chữ", "text"},
    {"đúng sai", "boolean"},
    // results
    {"đạt", "pass"},
    {"không đạt", "fail"},
    {"chưa đạt", "fail"},
    {"chưa đủ căn cứ", "unknown"},
    {"chưa đủ căn cứ kết luận", "unknown"},
    {"chưa rõ", "unknown"},
    {"không áp dụng", "not_applicable"},
    {"được miễn", "waived"},
    {"đề nghị chọn", "recommended"},
    {"có thể chọn", "possible"},
    // tables and their keys
    {"xã", "communes"},
    {"tổ hòa giải", "teams"},
    {"hòa giải viên", "mediators"},
    {"vụ việc", "cases"},
};

/// hoac for hoặc: what a keyboard without Vietnamese gives. The text is folded.
std::string without_marks(const std::string& text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK));
    std::string result(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 0)));
    std::free(mapped);
    for (std::size_t at = result.find("đ"); at != std::string::npos; at = result.find("đ", at)) result.replace(at, 2, "d");
    return result;
}

std::string plain(std::string_view word) {
    std::string spaced(word);
    std::replace(spaced.begin(), spaced.end(), '_', ' ');
    return fold(spaced);
}

}  // namespace

std::vector<std::string> meant_in_vietnamese(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string written = plain(word);
    std::vector<std::string> found, unmarked;
    for (const auto& [vietnamese, key] : table) {
        if (std::find(candidates.begin(), candidates.end(), key) == candidates.end()) continue;
        const std::string known = plain(vietnamese);
        if (known == written)
            found.emplace_back(key);
        else if (without_marks(known) == written)
            unmarked.emplace_back(key);
    }
    return found.empty() ? unmarked : found;
}

}  // namespace hoagiai
