// The parser says what its grammar missed; what the author did wrong is told by the characters around the place: people write
// JSON with the commas, dates, leading zeros and bare words of a spreadsheet.
#include <algorithm>

#include "engine/records/formats/nested_json.h"
#include "engine/records/kinds.h"

namespace hoagiai {

namespace {

struct Slip {
    Words message, help;
};

const Slip empty{{"tệp trống", "the file is empty"},
                 {R"(viết {"communes": [{"id": …}]})", R"(write {"communes": [{"id": …}]})"}};
const Slip cut_off{
    {"tệp kết thúc giữa chừng: còn thiếu dấu đóng `]` hoặc `}`", "the file ends too early: a closing `]` or `}` is missing"},
    {"kiểm tra xem tệp có bị cắt mất phần cuối không", "look whether the end of the file was cut off"}};
const Slip open_text{{"thiếu dấu ngoặc kép đóng của chữ bắt đầu ở đây", "the quote that closes this text is missing"},
                     {"thêm dấu ngoặc kép ở cuối chữ", "add the quote at the end of the text"}};
const Slip line_break{{"chữ trong ngoặc kép bị ngắt dòng hoặc có dấu tab", "a text in quotes has a line break or a tab in it"},
                      {"thêm dấu ngoặc kép đóng trên dòng này; chữ có ngắt dòng thì viết \\n, dấu tab thì viết \\t",
                       "close the quote on this line; write \\n for a line break and \\t for a tab inside a text"}};
const Slip surrogate{{"ký tự thoát \\u này chỉ là một nửa của một ký tự", "this \\u escape is only one half of a character"},
                     {"viết thẳng ký tự đó", "write the character itself"}};
const Slip escape{
    {"sau `\\` không phải là một ký tự thoát của JSON", "what follows `\\` is no escape of JSON"},
    {"viết `\\\\` cho một dấu gạch chéo ngược; \\u cần bốn chữ số", "write `\\\\` for a backslash; \\u needs four hex digits"}};
const Slip leading_zero{{"số không được bắt đầu bằng 0", "a number cannot begin with 0"},
                        {"mã số thì đặt trong ngoặc kép, chẳng hạn \"010\"", "put an id in quotes, such as \"010\""}};
const Slip comma_in_number{{"dấu phẩy đứng giữa các chữ số, và sau dấu phẩy phải là một khóa mới",
                            "a comma between digits, and behind a comma a new key begins"},
                           {"viết liền các chữ số, chẳng hạn 1250000, hoặc đặt giá trị trong ngoặc kép",
                            "write the digits without it, such as 1250000, or put the value in quotes"}};
const Slip bare_word{
    {"chữ, ngày và tỷ lệ phần trăm phải đặt trong ngoặc kép", "words, dates and percentages must stand in double quotes"},
    {"viết chẳng hạn \"17/04/2023\", \"88,5%\"; không có ngoặc kép chỉ có số, true, false và null",
     "write \"17/04/2023\", \"88,5%\"; without quotes stand only numbers, true, false and null"}};
const Slip single_quotes{{"JSON dùng ngoặc kép thẳng (\") quanh chữ", "JSON has straight double quotes (\") around texts"},
                         {"thay bằng ngoặc kép thẳng", "use straight double quotes"}};
const Slip comment{{"JSON không có chú thích", "JSON has no comments"}, {"xóa chú thích này", "remove the comment"}};
const Slip number_too_large{{"số quá lớn", "the number is too large"}, {"kiểm tra lại số liệu", "check the figure"}};
const Slip trailing_comma{{"dấu phẩy thừa trước dấu đóng", "a comma too many before the closing bracket"},
                          {"xóa dấu phẩy này", "remove the comma"}};
const Slip two_commas{{"dấu phẩy thừa", "a comma too many"}, {"xóa dấu phẩy này", "remove the comma"}};
const Slip missing_comma{{"thiếu dấu phẩy ở phía trước", "a comma is missing in front of this"},
                         {"thêm dấu phẩy giữa hai phần", "add a comma between the two parts"}};
const Slip missing_colon{{"sau khóa phải là dấu hai chấm", "behind a key a colon is needed"},
                         {"viết \"khóa\": giá trị", "write \"key\": value"}};
const Slip missing_value{{"thiếu giá trị ở phía trước", "a value is missing in front of this"},
                         {"viết null nếu chưa biết", "write null if it is not known"}};
const Slip key_expected{{"ở đây phải là một khóa trong ngoặc kép", "a key in double quotes is needed here"},
                        {"viết \"khóa\": giá trị", "write \"key\": value"}};
const Slip wrong_bracket{{"dấu đóng này không khớp với dấu mở", "this bracket does not close the one that is open"},
                         {"đóng `{` bằng `}` và `[` bằng `]`", "close `{` with `}` and `[` with `]`"}};
const Slip behind_the_end{
    {"sau phần cuối của tài liệu còn có nội dung khác", "something stands behind the end of the document"},
    {"mỗi tệp chỉ chứa một tài liệu; nhiều dòng thì đặt trong một danh sách `[…]`",
     "a file holds one document; put several rows into a list `[…]`"}};
const Slip no_json{{"tệp .json phải bắt đầu bằng `{`", "a .json file begins with `{`"},
                   {"viết {\"communes\": [{\"id\": …}]}; nếu là YAML thì đổi tên tệp thành .yaml",
                    "write {\"communes\": [{\"id\": …}]}; if it is YAML, name the file .yaml"}};
const Slip other{{"chỗ này không đúng cú pháp JSON", "this is no JSON"},
                 {"kiểm tra dấu phẩy, dấu ngoặc kép và dấu đóng mở", "check the commas, quotes and brackets"}};

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Where JSON breaks off, and what was there before.
struct Break {
    std::string_view text, complaint;
    std::size_t last_end, token, at;

    bool says(std::string_view words) const { return complaint.find(words) != std::string_view::npos; }
    char here() const { return token < text.size() ? text[token] : '\0'; }
    char before() const { return last_end > 0 ? text[last_end - 1] : '\0'; }
    bool begins(std::string_view what) const { return text.substr(std::min(token, text.size()), what.size()) == what; }
    /// Where it stands between the last part and this one; npos if it does not.
    std::size_t between(char sign) const { return text.substr(0, token).find(sign, last_end); }
};

const Slip& inside_text(const Break& broken) {
    if (broken.says("missing closing quote")) return open_text;
    if (broken.says("surrogate")) return surrogate;
    if (broken.says("control character")) return line_break;
    return escape;
}

const Slip& slip_of(const Break& broken) {
    const bool comma = broken.between(',') != std::string_view::npos;
    const bool colon = broken.between(':') != std::string_view::npos;
    const char here = broken.here();
    if (broken.text.find_first_not_of(" \t\r\n") == std::string_view::npos) return empty;
    if (broken.says("invalid string")) return inside_text(broken);
    if (broken.says("number overflow")) return number_too_large;
    if (broken.begins("//") || broken.begins("/*") || here == '#') return comment;
    if (here == '\'' || broken.begins("“") || broken.begins("”") || broken.begins("‘")) return single_quotes;
    if (is_digit(here) && !comma && broken.token == broken.last_end && broken.before() == '0') return leading_zero;
    if (is_digit(here) && comma && is_digit(broken.before()) && broken.says("object key")) return comma_in_number;
    if (broken.last_end == 0 && here != ']' && here != '}') return no_json;
    // Behind the last bracket of all.
    if (broken.says("; expected end of input") && (broken.before() == '}' || broken.before() == ']')) return behind_the_end;
    if (broken.says("object key") && here != '}' && here != ']' && here != ',' && !broken.says("unexpected end of input"))
        return key_expected;
    if (broken.says("invalid literal") || broken.says("invalid number") || broken.says("invalid comment")) return bare_word;
    if (broken.says("unexpected end of input")) return cut_off;
    if (here == '}' || here == ']') {
        if (comma) return trailing_comma;
        if (broken.says("; expected '}'") || broken.says("; expected ']'")) return wrong_bracket;
        return colon ? missing_value : wrong_bracket;
    }
    // 17 and -04: a date without quotes.
    if (broken.token == broken.last_end && is_digit(broken.before()) && (here == '-' || is_digit(here))) return bare_word;
    if (broken.at < broken.text.size() && broken.text[broken.at] == ',') {
        if (colon) return missing_value;
        if (comma) return two_commas;
    }
    if (broken.says("object separator")) return missing_colon;
    if (broken.says("; expected '}'") || broken.says("; expected ']'")) return missing_comma;
    return other;
}

}  // namespace

Diagnostic& report_broken_json(const Source& source, std::string_view complaint, std::size_t last_end, std::size_t token,
                               std::size_t at, Diagnostics& diagnostics) {
    const std::string_view text = source.text();
    // What the parser quotes of the file could read like its own words.
    const std::size_t quoted = complaint.find("; last read: '"), behind = complaint.rfind("'; expected ");
    std::string own(complaint.substr(0, quoted));
    if (quoted != std::string_view::npos && behind != std::string_view::npos && behind > quoted)
        own += complaint.substr(behind + 1);
    const Break broken{text, own, std::min(last_end, text.size()), std::min(token, text.size()), std::min(at, text.size())};
    const Slip& slip = slip_of(broken);
    std::size_t begin = broken.token, end = std::max(broken.token, broken.at) + 1;
    if (&slip == &trailing_comma || &slip == &two_commas || &slip == &comma_in_number) {
        begin = &slip == &two_commas ? broken.at : broken.between(',');
        end = begin + 1;
    } else if (&slip == &empty) {
        begin = end = 0;
    } else if (&slip == &cut_off) {
        // The last thing that is there.
        begin = text.find_last_not_of(" \t\r\n");
        end = begin + 1;
    } else if (&slip == &surrogate || &slip == &escape) {
        const std::size_t backslash = text.rfind('\\', broken.at);
        if (backslash != std::string_view::npos && backslash > broken.token) begin = backslash;
    } else if (&slip == &open_text || &slip == &line_break) {
        end = begin + 1;
    } else if ((&slip == &bare_word || &slip == &leading_zero) && broken.token == broken.last_end) {
        // 17/04/2023, 010: from where the value begins.
        const std::size_t start = text.substr(0, broken.token).find_last_of(" \t\r\n,:[{");
        begin = start == std::string_view::npos ? begin : start + 1;
    }
    return diagnostics.add(broken_json, source.place(begin, end), slip.message, slip.help);
}

}  // namespace hoagiai
