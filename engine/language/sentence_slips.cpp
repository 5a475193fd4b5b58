// Phrases are compared by their folded tokens, so that capitals and the place of tone marks do not matter.
#include "engine/language/sentence_slips.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/language/functions/function.h"
#include "engine/language/keywords.h"
#include "engine/language/spoken_signs.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

std::string folded(const Slip& slip, std::size_t at) {
    return at < slip.tokens.size() && slip.tokens[at].kind != TokenKind::end ? fold(slip.written(at)) : std::string();
}

bool has_low_line(const Slip& slip, std::size_t at) { return slip.written(at).find('_') != std::string::npos; }

/// How many tokens from `at` on say the phrase; 0: they do not.
std::size_t says(const Slip& slip, std::size_t at, std::string_view phrase) {
    std::size_t tokens = 0;
    for (std::size_t begin = 0; begin <= phrase.size(); ++tokens) {
        const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
        if (folded(slip, at + tokens) != fold(phrase.substr(begin, end - begin))) return 0;
        begin = end + 1;
    }
    return tokens;
}

/// The name or path that ends in front of a token, as written; `x` if something else stands there.
std::string operand_before(const Slip& slip, std::size_t at) {
    if (at == 0 || slip.tokens[at - 1].kind != TokenKind::word) return "x";
    std::size_t from = at - 1;
    while (from >= 2 && slip.tokens[from - 1].kind == TokenKind::dot && slip.tokens[from - 2].kind == TokenKind::word)
        from -= 2;
    return std::string(
        slip.text.substr(slip.tokens[from].range.begin, slip.tokens[at - 1].range.end - slip.tokens[from].range.begin));
}

/// Phrases that end a name written as several words, if no further word follows: `dân số lớn hơn 3`, `ngày kết thúc bị thiếu`.
bool ends_name(const Slip& slip, std::size_t at) {
    for (const auto& [phrase, sign] : spoken_signs)
        if (const std::size_t length = says(slip, at, phrase); length > 0 && slip.tokens[at + length].kind != TokenKind::word)
            return true;
    for (const std::string_view empty : {"bị thiếu", "bị trống", "bỏ trống", "để trống", "trống", "còn không"})
        if (says(slip, at, empty)) return true;
    return false;
}

/// `hòa giải không thành`: the `không` belongs to the name.
bool inside_name(const Slip& slip, std::size_t at) {
    if (slip.tokens[at].kind != TokenKind::not_word) return false;
    const std::string behind = folded(slip, at + 1);
    return behind == "thành" || behind == "thuộc" || behind == "còn" || behind == "được";
}

bool is_name_part(const Slip& slip, std::size_t at) {
    return at < slip.tokens.size() && (slip.tokens[at].kind == TokenKind::word || inside_name(slip, at));
}

/// The words that stand side by side around a token, as one name.
std::string joined_name(const Slip& slip, std::size_t at) {
    std::size_t first = at, last = at;
    while (first > 0 && is_name_part(slip, first - 1)) --first;
    while (is_name_part(slip, last + 1) && !ends_name(slip, last + 1)) ++last;
    return fold_identifier(
        slip.text.substr(slip.tokens[first].range.begin, slip.tokens[last].range.end - slip.tokens[first].range.begin));
}

/// `thì a nếu không b`, `dân_số giảm dần`
Words one_word_in_several(const Slip& slip) {
    if (says(slip, slip.stop, "nếu không") || says(slip, slip.stop, "còn không") || says(slip, slip.stop, "ngược lại"))
        return {"viết liền: `còn_không`", "write `còn_không` as one word"};
    if (says(slip, slip.stop, "giảm dần") || says(slip, slip.stop, "từ cao xuống thấp"))
        return {"viết liền: `giảm_dần`", "write `descending`"};
    if (says(slip, slip.stop, "tăng dần") || says(slip, slip.stop, "từ thấp đến cao"))
        return {"viết liền: `tăng_dần`", "write `ascending`"};
    return {};
}

/// `không quá 3`, `từ 3 đến 5`, `là nữ`
Words spoken_comparison(const Slip& slip) {
    if (slip.stop == 0) return {};
    const std::size_t at = slip.stop;
    if (says(slip, at, "từ") && at + 1 < slip.tokens.size()) {
        const std::string least = slip.written(at + 1);
        if (says(slip, at + 2, "trở lên"))
            return {fmt::format("viết `{} >= {}`", operand_before(slip, at), least),
                    fmt::format("write `{} >= {}`", operand_before(slip, at), least)};
        if (says(slip, at + 2, "đến") && at + 3 < slip.tokens.size() && slip.tokens[at + 3].kind != TokenKind::end) {
            const std::string range = fmt::format("{} <= {} <= {}", least, operand_before(slip, at), slip.written(at + 3));
            return {fmt::format("viết `{}`", range), fmt::format("write `{}`", range)};
        }
    }
    if (says(slip, at, "trên")) {
        if (at + 1 < slip.tokens.size() && slip.is_number(at + 1)) return {"viết `>`", "write `>`"};
        return {"viết `/` để chia, `>` để so sánh; tỷ lệ của các dòng: `tỷ_lệ(các_dòng, điều_kiện)`",
                "write `/` to divide, `>` to compare; a share of rows is `share(rows, condition)`"};
    }
    if (says(slip, at, "trở lên")) return {"viết `>=` trước số", "write `>=` in front of the number"};
    if (says(slip, at, "trở xuống")) return {"viết `<=` trước số", "write `<=` in front of the number"};
    for (const auto& [phrase, sign] : spoken_signs)
        // `mức tối đa khi …` is a name written as several words.
        if (const std::size_t length = says(slip, at, phrase);
            length > 0 && (has_low_line(slip, at - 1) || slip.kind(1) != TokenKind::word ||
                           slip.here().kind != TokenKind::word || slip.tokens[at + length].kind != TokenKind::word))
            return {fmt::format("viết `{}`", sign), fmt::format("write `{}`", sign)};
    return {};
}

/// `ngày_kết_thúc bị trống`, `không bị thiếu`, `đã có`
Words spoken_missing(const Slip& slip) {
    if (slip.stop == 0) return {};
    const std::string operand = operand_before(slip, slip.stop);
    for (const std::string_view filled : {"không bị thiếu", "không bị trống", "không trống", "không để trống", "không bỏ trống",
                                          "không thiếu", "đã có", "đã ghi", "có ghi", "khác rỗng"})
        if (says(slip, slip.stop, filled))
            return {fmt::format("viết `{} không bị_thiếu`", operand), fmt::format("write `{} is not missing`", operand)};
    for (const std::string_view empty : {"bị thiếu", "bị trống", "bỏ trống", "để trống", "trống", "rỗng", "thiếu", "không có",
                                         "không ghi", "chưa có", "chưa ghi"})
        if (says(slip, slip.stop, empty))
            return {fmt::format("ô trống: `{} bị_thiếu`; việc chắc chắn chưa xảy ra: `{} = chưa`", operand, operand),
                    fmt::format("an empty cell: `{} is missing`; what surely never happened: `{} = never`", operand, operand)};
    return {};
}

/// `có ngày_kết_thúc`, `không có ngày_kết_thúc`
Words having(const Slip& slip) {
    if (slip.stop == 0 || folded(slip, slip.stop - 1) != "có" || slip.here().kind != TokenKind::word) return {};
    if (slip.stop >= 2 && slip.kind(2) == TokenKind::word) return {};
    const std::string name = has_low_line(slip, slip.stop) ? slip.written(slip.stop)
                                                           : joined_name(slip, slip.stop).substr(std::string("có_").size());
    if (slip.kind(2) == TokenKind::not_word)
        return {
            fmt::format("ô trống: `{} bị_thiếu`; việc chắc chắn chưa xảy ra: `{} = chưa`; không có dòng nào: `đếm({}) = 0`",
                        name, name, name),
            fmt::format("an empty cell: `{} is missing`; what surely never happened: `{} = never`; no rows: `count({}) = 0`",
                        name, name, name)};
    if (has_low_line(slip, slip.stop))
        return {fmt::format("ô có ghi: `{} không bị_thiếu`; có dòng nào đó: `đếm({}) >= 1`", name, name),
                fmt::format("a cell that is filled: `{} is not missing`; some rows: `count({}) >= 1`", name, name)};
    return {fmt::format("một tên viết liền bằng `_`: `có_{}`; hỏi ô có ghi hay không: `{} không bị_thiếu`", name, name),
            fmt::format("the words of a name are joined by `_`: `có_{}`; to ask whether a cell is filled: `{} is not missing`",
                        name, name)};
}

/// `số vụ_việc`
Words number_of(const Slip& slip) {
    if (slip.stop == 0 || folded(slip, slip.stop - 1) != "số" || slip.here().kind != TokenKind::word ||
        !has_low_line(slip, slip.stop))
        return {};
    const std::string rows = slip.written(slip.stop);
    return {fmt::format("viết `đếm({})`", rows), fmt::format("write `count({})`", rows)};
}

/// `đếm(hòa_giải_viên nữ)`, `đếm(vụ_việc có …)`
Words rows_with_condition(const Slip& slip) {
    if (slip.kind(1) != TokenKind::word || slip.kind(2) != TokenKind::open || slip.kind(3) != TokenKind::word) return {};
    const bool several_words =
        slip.here().kind == TokenKind::word && folded(slip, slip.stop) != "có" && !has_low_line(slip, slip.stop - 1);
    if (several_words || (slip.here().kind != TokenKind::word && slip.here().kind != TokenKind::in_word)) return {};
    const std::string rows = slip.written(slip.stop - 1);
    return {fmt::format("điều kiện của các dòng đứng sau `mà`: `{}({} mà …)`", slip.written(slip.stop - 3), rows),
            fmt::format("a condition of rows stands behind `where`: `{}({} where …)`", slip.written(slip.stop - 3), rows)};
}

/// `trong vòng 3 ngày kể từ ngày_phân_công`, `trong năm 2023`, `trong kỳ 2023`
Words spoken_span(const Slip& slip) {
    const std::size_t at = slip.stop;
    if (at < 2) return {};
    if (slip.is_number(at) && slip.kind(2) == TokenKind::in_word) {
        const std::string number = slip.written(at), operand = operand_before(slip, at - 2);
        if (folded(slip, at - 1) == "năm" || folded(slip, at - 1) == "year")
            return {fmt::format("viết `năm({}) = {}`", operand, number), fmt::format("write `year({}) = {}`", operand, number)};
        if (slip.kind(1) == TokenKind::period)
            return {fmt::format("bỏ `{}`: kỳ được chọn khi chạy, bằng --period {}", number, number),
                    fmt::format("leave `{}` out: the period is chosen by --period {}", number, number)};
    }
    std::size_t in = at - 1;
    while (in > 0 && at - in < 4 && slip.tokens[in].kind == TokenKind::word) --in;
    if (slip.tokens[in].kind != TokenKind::in_word || !std::holds_alternative<DurationLiteral>(slip.here().literal)) return {};
    std::string since = "ngày_bắt_đầu_tính";
    for (const std::string_view phrase : {"kể từ", "tính từ", "từ", "sau khi", "sau"})
        if (const std::size_t length = says(slip, at + 1, phrase);
            length > 0 && at + 1 + length < slip.tokens.size() && is_name_part(slip, at + 1 + length)) {
            since = joined_name(slip, at + 1 + length).substr(fold_identifier(phrase).size() + 1);
            break;
        }
    const bool spaced = in >= 2 && slip.tokens[in - 1].kind == TokenKind::word && slip.tokens[in - 2].kind == TokenKind::word;
    const std::string operand = spaced ? joined_name(slip, in - 1) : operand_before(slip, in);
    const std::string limit = fmt::format("{} <= {} + {}", operand, since, slip.written(at));
    return {fmt::format("viết `{}`", limit), fmt::format("write `{}`", limit)};
}

/// `300000 đồng`, `300 nghìn`
Words spoken_money(const Slip& slip) {
    if (slip.stop == 0 || !slip.is_number(slip.stop - 1) || slip.here().kind != TokenKind::word) return {};
    const std::string unit = folded(slip, slip.stop);
    std::int64_t times = 0;
    if (unit == "đồng" || unit == "đ" || unit == "vnd" || unit == "vnđ") times = 1;
    if (unit == "nghìn" || unit == "ngàn" || unit == "k") times = 1000;
    if (unit == "triệu") times = 1000000;
    std::int64_t number = 0;
    const std::string digits = slip.written(slip.stop - 1);
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (times == 0 || failed != std::errc() || end != digits.data() + digits.size() || number > 1000000000) return {};
    return {fmt::format("số tiền tính bằng đồng, chỉ ghi chữ số: `{}`", number * times),
            fmt::format("money is counted in đồng and written in digits alone: `{}`", number * times)};
}

/// `kết quả hòa giải`, `thôn, tổ dân phố`
Words spaced_name(const Slip& slip) {
    if (slip.stop == 0) return {};
    std::string name;
    if (slip.here().kind == TokenKind::comma && slip.kind(1) == TokenKind::word && slip.next() == TokenKind::word &&
        !has_low_line(slip, slip.stop - 1)) {
        name = joined_name(slip, slip.stop - 1) + "_" + joined_name(slip, slip.stop + 1);
    } else if (slip.kind(1) == TokenKind::word && is_name_part(slip, slip.stop)) {
        // `count mediators`, `đếm vụ_việc` are calls, and `a va b` has a keyword in the middle.
        if (has_low_line(slip, slip.stop) || has_low_line(slip, slip.stop - 1)) return {};
        name = folded(slip, slip.stop - 1) == "đếm" ? std::string() : joined_name(slip, slip.stop);
    }
    if (name.empty() || !is_vietnamese(name)) return {};
    return {fmt::format("một tên viết liền, chữ thường, nối bằng `_`: `{}`", name),
            fmt::format("the words of a name are joined by `_`, in small letters: `{}`", name)};
}

}  // namespace

Words sentence_slip(const Slip& slip) {
    for (const auto known : {one_word_in_several, number_of, spoken_span, spoken_comparison, spoken_missing, spoken_money,
                             rows_with_condition, having, spaced_name}) {
        Words words = known(slip);
        if (!words.en.empty()) return words;
    }
    return {};
}

}  // namespace hoagiai
