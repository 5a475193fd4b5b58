// yaml-cpp says what its grammar missed; what the author did wrong is told by the characters around the place.
#include "engine/text/yaml_message.h"

#include <algorithm>

#include "engine/text/fold.h"
#include "engine/text/yaml_kinds.h"
#include "engine/text/yaml_mend.h"

namespace hoagiai {

namespace {

struct Slip {
    Words message, help;
};

struct Translation {
    std::string_view complaint;  ///< how yaml-cpp's message begins
    Slip slip;
};

const Slip tab_slip = {{"có ký tự tab ở chỗ thụt dòng", "there is a tab where the line is indented"},
                       {"thụt dòng bằng dấu cách", "indent with spaces"}};
const Slip colon_slip = {{"dấu hai chấm ở chỗ không thể có khóa mới", "a colon where no new key can stand"},
                         {"câu có dấu hai chấm thì đặt trong ngoặc kép, hoặc xuống dòng sau |",
                          "put a text that holds a colon in double quotes, or on lines of its own after |"}};
const Slip deeper_slip = {{"không thể có khóa mới ở đây: dòng này thụt quá sâu, hoặc dòng phía trên thiếu dấu hai chấm",
                           "no new key can stand here: this line is indented too far, or the line above lacks its colon"},
                          {"để các khóa cùng mức thẳng hàng nhau; câu có dấu hai chấm thì đặt trong ngoặc kép",
                           "keep keys of one level in line; put a text that holds a colon in double quotes"}};
const Slip glued_slip = {{"thiếu dấu cách sau dấu hai chấm", "the space after the colon is missing"},
                         {"viết `khóa: giá trị`", "write `key: value`"}};
const Slip after_quote_slip = {
    {"còn chữ đứng sau dấu ngoặc đóng của câu", "something stands behind the quote that closes the text"},
    {"đặt cả câu trong một cặp ngoặc kép; dấu ngoặc kép bên trong viết là \\\"",
     "put the whole text in one pair of double quotes; write \\\" for a double quote inside"}};
const Slip after_bracket_slip = {
    {"còn chữ đứng sau dấu `]` hoặc `}` đóng", "something stands behind the closing `]` or `}`"},
    {"câu bắt đầu bằng `[` hoặc `{` thì đặt trong ngoặc kép", "put a text that begins with `[` or `{` in double quotes"}};
const Slip first_character_slip = {{"câu không thể bắt đầu bằng ký tự này", "a text cannot begin with this character"},
                                   {"đặt câu trong ngoặc kép", "put the text in double quotes"}};
const Slip escape_slip = {
    {"sau `\\` trong ngoặc kép không phải là một ký tự thoát", "what follows `\\` in double quotes is no escape"},
    {"viết `\\\\` cho một dấu gạch chéo ngược, hoặc dùng ngoặc đơn", "write `\\\\` for a backslash, or use single quotes"}};
const Slip block_slip = {
    {"sau | hoặc > chỉ có thể có +, - hoặc một chữ số từ 1 đến 9", "after | or > only +, - or a digit from 1 to 9 can stand"},
    {"xuống dòng sau | và viết câu ở dòng dưới", "start a new line after | and write the text below"}};
const Slip tag_slip = {
    {"không dùng nhãn kiểu (!nhãn)", "tags (!tag) are not taken here"},
    {"bỏ nhãn; câu bắt đầu bằng ! thì đặt trong ngoặc kép", "leave it out; put a text that begins with ! in double quotes"}};
const Slip anchor_slip = {{"không dùng neo (&tên) và bí danh (*tên)", "anchors (&name) and aliases (*name) are not taken here"},
                          {"viết giá trị ra; câu bắt đầu bằng & hoặc * thì đặt trong ngoặc kép",
                           "write the value out; put a text that begins with & or * in double quotes"}};

const Slip space_slip = {
    {"dấu cách ở đây là một ký tự đặc biệt (thường do chép từ Word hoặc trang web), YAML không coi là dấu cách",
     "this is a special character that looks like a space or like nothing (often copied from a word processor), no space"},
    {"thay bằng dấu cách thường", "put an ordinary space in its place"}};

const Translation translations[] = {
    {"illegal tab", tab_slip},
    {"end of map flow not found",
     {{"thiếu dấu `}` đóng lại `{`, hoặc có dấu hai chấm trong câu không có ngoặc kép",
       "the `}` that closes `{` is missing, or a colon stands in a text without quotes"},
      {"thêm `}`; câu có dấu phẩy hoặc hai chấm thì đặt trong ngoặc kép",
       "add `}`; put texts with commas or colons in double quotes"}}},
    {"end of sequence flow not found",
     {{"thiếu dấu `]` đóng lại `[`", "the `]` that closes `[` is missing"},
      {"thêm `]`, hoặc thêm dấu phẩy giữa hai mục", "add `]`, or a comma between two items"}}},
    {"illegal flow end",
     {{"dấu đóng `]` hoặc `}` không có dấu mở", "a closing `]` or `}` that nothing opens"},
      {"xóa dấu này, hoặc đặt cả câu trong ngoặc kép", "remove it, or put the whole text in double quotes"}}},
    {"illegal map value", colon_slip},
    {"illegal map key",
     {{"dấu `?` ở chỗ không thể có khóa mới", "a `?` where no new key can stand"},
      {"đặt câu trong ngoặc kép", "put the text in double quotes"}}},
    {"end of map not found",
     {{"dòng này không thẳng hàng với các khóa phía trên", "this line does not stand in line with the keys above"},
      {"kiểm tra số dấu cách đầu dòng", "check the spaces at the front of the line"}}},
    {"end of sequence not found",
     {{"dòng này không thẳng hàng với các mục `-` phía trên", "this line does not stand in line with the `-` items above"},
      {"kiểm tra số dấu cách đầu dòng", "check the spaces at the front of the line"}}},
    {"illegal block entry",
     {{"dấu `-` ở chỗ không thể có danh sách", "a `-` where no list can stand"},
      {"xuống dòng trước `-`; nếu là chữ thì đặt trong ngoặc kép",
       "start a new line before `-`; if it is text put it in double quotes"}}},
    {"illegal EOF in scalar",
     {{"thiếu dấu ngoặc đóng", "the closing quote is missing"},
      {"thêm dấu ngoặc ở cuối câu", "add the quote at the end of the text"}}},
    {"illegal document indicator in scalar",
     {{"dòng `---` hoặc `...` nằm trong một câu chưa đóng ngoặc", "a line `---` or `...` stands inside a quoted text"},
      {"đóng ngoặc kép", "close the quote"}}},
    {"unknown escape character", escape_slip},
    {"bad character found while scanning hex number", escape_slip},
    {"invalid unicode", escape_slip},
    {"unknown token", first_character_slip},
    {"illegal character in scalar", first_character_slip},
    {"unexpected character in block scalar", block_slip},
    {"cannot set zero indentation for a block scalar", block_slip},
    {"cannot assign multiple tags", tag_slip},
    {"tag handle with no suffix", tag_slip},
    {"end of verbatim tag not found", tag_slip},
    {"illegal character found while scanning tag handle", tag_slip},
    {"invalid tag", tag_slip},
    {"aliases can't have any content", anchor_slip},
    {"YAML major version", {{"chỉ đọc YAML 1.x", "only YAML 1.x is read"}, {"xóa dòng %YAML", "remove the %YAML line"}}},
};

const Slip other_slip = {{"chỗ này không đúng cú pháp YAML", "this is no YAML"},
                         {"đặt câu trong ngoặc kép và kiểm tra số dấu cách đầu dòng",
                          "put texts in double quotes and check the spaces at the front of the line"}};

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

/// What the characters around the place tell, where the parser's complaint is about something else.
const Slip* told_by_surroundings(std::string_view complaint, std::string_view line, std::size_t column) {
    const bool end_missing = begins(complaint, "end of map not found") || begins(complaint, "end of sequence not found");
    const std::string_view before = line.substr(0, column);
    const std::size_t last = before.find_last_not_of(" \t");
    if (begins(complaint, "illegal map value")) {
        const std::size_t key = before.find_first_not_of(" \t-");
        const bool first_colon = before.find(": ") == std::string_view::npos;
        const bool quoted = key != std::string_view::npos && (before[key] == '"' || before[key] == '\'');
        return key != std::string_view::npos && first_colon && !quoted ? &deeper_slip : nullptr;
    }
    if (!end_missing || last == std::string_view::npos) return nullptr;
    const char here = column < line.size() ? line[column] : ' ', next = column + 1 < line.size() ? line[column + 1] : ' ';
    if (here == ':' && next != ' ' && last + 1 == column) return &glued_slip;
    if (before[last] == '"' || before[last] == '\'') return &after_quote_slip;
    if (before[last] == ']' || before[last] == '}') return &after_bracket_slip;
    if (before[last] == ':' || before[last] == '-') return &first_character_slip;
    return nullptr;
}

const Slip& slip_of(std::string_view complaint, std::string_view line, std::size_t column) {
    if (const Slip* slip = told_by_surroundings(complaint, line, column)) return *slip;
    for (const Translation& translation : translations)
        if (begins(complaint, translation.complaint)) return translation.slip;
    return other_slip;
}

/// The line, shortened around nothing: a help shows it whole.
std::string mended_line(std::string_view text, const Edit& edit) {
    const std::string_view line = line_at(text, edit.begin);
    const auto front = static_cast<std::size_t>(text.data() + edit.begin - line.data());
    std::string mended = edited(line, {{front, front + (edit.end - edit.begin), edit.text}});
    mended.erase(0, std::min(mended.find_first_not_of(' '), mended.size()));
    return visible(mended);
}

void with_fix(Diagnostic& said, std::string_view text, Edit edit) {
    const std::string line = mended_line(text, edit);
    said.help = {said.help.vi + ":\n" + line, said.help.en + ":\n" + line};
    said.fix = {std::move(edit)};
}

/// Slips after which the whole of the line can only have been meant as one text.
bool wants_quotes(const Slip& slip, std::string_view complaint) {
    for (const Slip* one : {&colon_slip, &after_quote_slip, &after_bracket_slip, &first_character_slip})
        if (slip.message == one->message) return true;
    return begins(complaint, "illegal block entry") || begins(complaint, "illegal flow end");
}

bool is_sentence(std::string_view line, std::size_t at) {
    return at < line.size() && line.substr(at).find(' ') != std::string_view::npos;
}

}  // namespace

void report_broken_yaml(const Source& source, std::string_view complaint, std::size_t at, const Text& last, bool mend,
                        Diagnostics& diagnostics) {
    const std::string_view text = source.text();
    at = std::min(at, text.size());
    const std::string_view line = line_at(text, at);
    const auto line_begin = static_cast<std::size_t>(line.data() - text.data());
    // A tab in the indentation makes the parser complain about anything but the tab.
    const std::string_view indentation = line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
    if (const std::size_t tab = indentation.find('\t');
        tab != std::string_view::npos && (mend || begins(complaint, "illegal "))) {
        Diagnostic& said =
            diagnostics.add(broken_yaml, source.place(line_begin + tab, line_begin + tab + 1), tab_slip.message, tab_slip.help);
        if (mend) said.fix = untab(text);
        return;
    }
    if (const auto space = plain_space(text, at); space && mend) {
        Diagnostic& said =
            diagnostics.add(foreign_space, source.place(space->begin, space->end), space_slip.message, space_slip.help);
        said.fix = {*space};
        return;
    }
    if (complaint.find("anchor") != std::string_view::npos || complaint.find("alias") != std::string_view::npos) {
        Diagnostic& said = diagnostics.add(anchor_used, source.place(at, at + 1), anchor_slip.message, anchor_slip.help);
        if (const auto quoted = quote_line(text, at); quoted && mend && is_sentence(line, quoted->begin - line_begin))
            with_fix(said, text, *quoted);
        return;
    }
    const Slip& slip = slip_of(complaint, line, at - line_begin);
    Diagnostic& said = diagnostics.add(broken_yaml, source.place(at, at + 1), slip.message, slip.help);
    const bool began_above = last.source && !last.plain && last.end <= at && last.end > line_begin && last.begin < line_begin;
    if (&slip == &after_quote_slip && began_above) {
        said.related.push_back({source.place(last.begin, last.begin + 1),
                                {"câu bắt đầu ở đây; có phải thiếu dấu ngoặc đóng ở dòng này không?",
                                 "the text began here; is its closing quote missing on this line?"}});
        if (const auto closed = close_quote(text, last.begin); closed && mend) with_fix(said, text, *closed);
        return;
    }
    if (const auto quoted = quote_in_braces(text, at); quoted && mend && begins(complaint, "end of map flow not found"))
        return with_fix(said, text, *quoted);
    if (!mend || !wants_quotes(slip, complaint)) return;
    if (const auto quoted = quote_line(text, at)) with_fix(said, text, *quoted);
}

}  // namespace hoagiai
