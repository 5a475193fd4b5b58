// One function a slip, tried in turn; the first that fits gives the hint.
#include "engine/language/familiar_slips.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/language/functions/function.h"
#include "engine/language/keywords.h"
#include "engine/language/letters.h"
#include "engine/language/parser.h"
#include "engine/language/sentence_slips.h"
#include "engine/language/slip.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

Words write(const std::string& right) { return {fmt::format("viết `{}`", right), fmt::format("write `{}`", right)}; }

std::string lower(std::string_view word) { return fold(word); }

/// `> =`, `! =`
Words split_sign(const Slip& slip) {
    if (slip.here().kind != TokenKind::equal || slip.stop == 0) return {};
    switch (slip.kind(1)) {
        case TokenKind::greater:
            return write(">=");
        case TokenKind::less:
            return write("<=");
        case TokenKind::equal:
            return write("=");
        default:
            return {};
    }
}

/// `a not in [b]`
Words not_behind(const Slip& slip) {
    if (slip.here().kind != TokenKind::not_word || slip.stop == 0) return {};
    std::size_t from = slip.stop;
    while (from >= 2 && slip.tokens[from - 1].kind == TokenKind::word && slip.tokens[from - 2].kind == TokenKind::dot)
        from -= 2;
    std::string operand = "x";
    if (slip.kind(1) == TokenKind::word) {
        operand.clear();
        for (std::size_t i = from == slip.stop ? slip.stop - 1 : from - 1; i < slip.stop; ++i) operand += slip.written(i);
    }
    if (slip.next() == TokenKind::in_word)
        return {fmt::format("viết `không {} trong […]`", operand), fmt::format("write `not {} in […]`", operand)};
    if (slip.next() == TokenKind::missing_word)
        return {fmt::format("viết `{} không bị_thiếu`", operand), fmt::format("write `{} is not missing`", operand)};
    return {};
}

/// `a = not b`, `1 + if …`
Words loose_operator(const Slip& slip) {
    const TokenKind here = slip.here().kind;
    if (here == TokenKind::not_word && comparing.has(slip.kind(1)) &&
        !TokenSet(TokenKind::word | TokenKind::open | TokenKind::literal | TokenKind::reserved).has(slip.next()))
        return {"viết `= sai`, hoặc `không` trước tên trường", "write `= false`, or `not` in front of the field"};
    if (here == TokenKind::not_word && slip.stop > 0 && slip.kind(1) != TokenKind::is_word)
        return {"đặt phần `không …` trong ngoặc: `(không …)`", "put the `not …` in parentheses: `(not …)`"};
    if (here == TokenKind::if_word)
        return {"đặt phần `nếu … thì … còn_không …` trong ngoặc", "put the `if … then … else …` in parentheses"};
    return {};
}

/// `a >= 1 and <= 5`
Words half_comparison(const Slip& slip) {
    if (!comparing.has(slip.here().kind) || (slip.kind(1) != TokenKind::and_word && slip.kind(1) != TokenKind::or_word))
        return {};
    return {"mỗi phép so sánh cần đủ hai vế, ví dụ `a >= 1 và a <= 5`",
            "each comparison has both sides, such as `a >= 1 and a <= 5`"};
}

/// `x is null`, `x is true`
Words is_something(const Slip& slip) {
    std::size_t back = 1;
    const bool negated = slip.kind(1) == TokenKind::not_word && slip.kind(2) == TokenKind::is_word;
    if (negated) back = 2;
    if (slip.kind(back) != TokenKind::is_word || slip.stop < back) return {};
    const std::string word = lower(slip.here().word);
    for (const std::string_view empty :
         {"null", "empty", "blank", "none", "nothing", "nil", "na", "undefined", "unknown", "trống", "rỗng", "missing"})
        if (word == empty)
            return negated ? Words{"viết `không bị_thiếu`", "write `is not missing`"}
                           : Words{"viết `bị_thiếu`", "write `is missing`"};
    if (slip.here().kind == TokenKind::end) return {};
    return write(fmt::format("{} {}", negated ? "!=" : "=", slip.written(slip.stop)));
}

/// `in (a, b)`
Words round_list(const Slip& slip) {
    if (slip.kind(1) != TokenKind::in_word) return {};
    if (slip.here().kind == TokenKind::open)
        return {"danh sách viết trong ngoặc vuông: `[a, b]`", "a list is written in square brackets: `[a, b]`"};
    if (slip.here().kind == TokenKind::literal)
        return {fmt::format("viết `trong [{}]`", slip.written(slip.stop)),
                fmt::format("write `in [{}]`", slip.written(slip.stop))};
    return {};
}

/// `AND`, `Or`, `NOT`
Words capitals(const Slip& slip) {
    for (const std::size_t at : {slip.stop, slip.stop - 1}) {
        if (at >= slip.tokens.size() || slip.tokens[at].kind != TokenKind::word) continue;
        const std::string small = lower(slip.tokens[at].word);
        if (small != slip.tokens[at].word && find_keyword(small))
            return {fmt::format("viết chữ thường: `{}`", small), fmt::format("write it in small letters: `{}`", small)};
    }
    return {};
}

/// `count mediators where …`
Words call_without_parentheses(const Slip& slip) {
    if (slip.stop == 0 || slip.kind(1) != TokenKind::word || slip.here().kind != TokenKind::word) return {};
    const std::string& name = slip.tokens[slip.stop - 1].word;
    if (!find_function(name)) return {};
    return write(fmt::format("{}({}{})", name, slip.written(slip.stop), slip.next() == TokenKind::end ? "" : " …"));
}

/// `87,5`, `1,250,000`, `3 people`
Words spread_number(const Slip& slip) {
    if (slip.stop == 0 || !slip.is_number(slip.stop - 1)) return {};
    const std::string number = slip.written(slip.stop - 1);
    if (slip.here().kind == TokenKind::comma && slip.touches() && slip.is_number(slip.stop + 1)) {
        const std::string behind = slip.written(slip.stop + 1);
        if (behind.size() == 3)
            return {fmt::format("nếu là một số thì viết liền: `{}{}`", number, behind),
                    fmt::format("if it is one number, write `{}{}`", number, behind)};
        return {"số thập phân chỉ dùng cho tỷ lệ, với dấu chấm, ví dụ `87.5%`",
                "decimals are only for ratios, with a point, such as `87.5%`"};
    }
    if (slip.here().kind == TokenKind::word) {
        if (lower(slip.here().word) == "percent" || lower(slip.here().word) == "phần") return write(number + "%");
        return {"bỏ từ đứng sau số: đơn vị chỉ có `ngày`, `tháng`, `năm`",
                "the only units are `day(s)`, `month(s)` and `year(s)`"};
    }
    return {};
}

/// `active else true`, without parentheses
Words loose_else(const Slip& slip) {
    if (slip.here().kind != TokenKind::else_word) return {};
    return {"viết trong ngoặc riêng: `(trường lấy giá_trị)`", "write it in its own parentheses: `(field else value)`"};
}

/// What stands where no place is for it.
Words loose_part(const Slip& slip) {
    const bool value_missing =
        slip.stop == 0 || TokenSet(TokenKind::open | TokenKind::open_list | TokenKind::comma).has(slip.kind(1));
    switch (slip.here().kind) {
        case TokenKind::comma:
            if (value_missing && slip.stop > 0) return {};
            return {"dấu phẩy chỉ dùng trong danh sách `[…]` và giữa các phần của một hàm",
                    "a comma stands only in a list `[…]` and between the parts of a function"};
        case TokenKind::where_word:
        case TokenKind::of_word: {
            const std::string word = slip.written(slip.stop);
            return {fmt::format("`{}` chỉ đứng trong phần đầu của một hàm, ví dụ `đếm(hòa_giải_viên mà …)`, "
                                "`tổng(kinh_phí_được_phân_bổ của khoản_kinh_phí)`",
                                word),
                    fmt::format("`{}` stands only in the first part of a function, such as `count(mediators where …)`, "
                                "`sum(allocated of fundings)`",
                                word)};
        }
        case TokenKind::open_list:
            return {"danh sách `[…]` chỉ đứng sau `trong`", "a list `[…]` stands only behind `in`"};
        case TokenKind::then_word:
            return {"`thì` chỉ đứng sau `nếu`", "`then` stands only behind an `if`"};
        case TokenKind::dot:
            return {"bỏ dấu chấm ở cuối", "leave the full stop out"};
        default:
            return {};
    }
}

/// `previous` alone
Words lonely_previous(const Slip& slip) {
    for (const std::size_t at : {slip.stop, slip.stop - 1})
        if (at < slip.tokens.size() && slip.tokens[at].kind == TokenKind::previous_word)
            return {"viết `kỳ_trước`", "write `previous period`"};
    return {};
}

/// A second comparison behind one that is complete: `a in [b] = c`, `a is missing = true`.
Words second_relation(const Slip& slip) {
    const TokenKind here = slip.here().kind;
    if (!comparing.has(here) && here != TokenKind::in_word && here != TokenKind::is_word && here != TokenKind::is_missing)
        return {};
    if (slip.stop == 0 || TokenSet(TokenKind::and_word | TokenKind::or_word | TokenKind::not_word).has(slip.kind(1))) return {};
    if (comparing.has(slip.kind(1))) return {};
    return {"chỉ một phép so sánh mỗi chỗ: nối bằng `và`, hoặc đặt một phần trong ngoặc",
            "one comparison at a time: join them with `and`, or put one in parentheses"};
}

/// Words of other languages, and keywords typed without their marks or with a slip.
Words other_word(const Slip& slip) {
    static constexpr std::pair<std::string_view, std::string_view> habits[] = {{"equals", "="},
                                                                               {"eq", "="},
                                                                               {"is_equal", "="},
                                                                               {"bằng", "="},
                                                                               {"gt", ">"},
                                                                               {"lt", "<"},
                                                                               {"ge", ">="},
                                                                               {"le", "<="},
                                                                               {"gte", ">="},
                                                                               {"lte", "<="},
                                                                               {"ne", "!="},
                                                                               {"khác", "!="},
                                                                               {"between", "a <= x <= b"},
                                                                               {"like", "="},
                                                                               {"contains", "in […]"},
                                                                               {"otherwise", "else"},
                                                                               {"elseif", "else if"},
                                                                               {"elif", "else if"},
                                                                               {"hay", "hoặc"},
                                                                               {"xor", "!="},
                                                                               {"mod", "- a * …"}};
    if (slip.here().kind != TokenKind::word || slip.stop == 0) return {};
    const std::string word = lower(slip.here().word);
    for (const auto& [theirs, ours] : habits)
        if (word == theirs) return write(std::string(ours));
    std::vector<std::string> possible;
    for (const std::string& keyword : keywords())
        if (keyword != "not" && keyword != "true" && keyword != "false" && keyword != "of") possible.push_back(keyword);
    const auto near = suggestions(slip.here().word, possible);
    if (near.empty()) return {};
    return {fmt::format("có phải ý bạn là `{}`?", near.front()), fmt::format("did you mean `{}`?", near.front())};
}

}  // namespace

Words familiar_slip(std::string_view text, const std::vector<Token>& tokens, std::size_t stop) {
    const Slip slip{text, tokens, stop};
    if (Words words = sentence_slip(slip); !words.en.empty()) return words;
    for (const auto known :
         {split_sign, not_behind, is_something, loose_operator, half_comparison, round_list, capitals, call_without_parentheses,
          spread_number, loose_else, loose_part, lonely_previous, second_relation, other_word}) {
        Words words = known(slip);
        if (!words.en.empty()) return words;
    }
    return {};
}

}  // namespace hoagiai
