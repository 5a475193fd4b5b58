// One table for the reader, and for the test that no field's title is one of these words.
#include "engine/language/keywords.h"

#include <algorithm>
#include <array>

#include "engine/language/parser.h"

namespace hoagiai {

namespace {

constexpr std::array table = {
    Keyword{"and", "và", TokenKind::and_word},
    Keyword{"or", "hoặc", TokenKind::or_word},
    Keyword{"not", "không", TokenKind::not_word},
    Keyword{"in", "trong", TokenKind::in_word},
    Keyword{"is", "", TokenKind::is_word},
    Keyword{"missing", "", TokenKind::missing_word},
    Keyword{"", "bị_thiếu", TokenKind::is_missing},  // is missing
    Keyword{"if", "nếu", TokenKind::if_word},
    Keyword{"then", "thì", TokenKind::then_word},
    Keyword{"else", "còn_không", TokenKind::else_word},
    Keyword{"", "lấy", TokenKind::else_word},  // else in parentheses
    Keyword{"where", "mà", TokenKind::where_word},
    Keyword{"of", "của", TokenKind::of_word},
    Keyword{"true", "đúng", TokenKind::literal, {}, true},
    Keyword{"false", "sai", TokenKind::literal, {}, false},
    Keyword{"never", "chưa", TokenKind::reserved, Reserved::never},
    Keyword{"as_of", "ngày_xét", TokenKind::reserved, Reserved::as_of},
    Keyword{"period_start", "đầu_kỳ", TokenKind::reserved, Reserved::period_start},
    Keyword{"period_end", "cuối_kỳ", TokenKind::reserved, Reserved::period_end},
    Keyword{"period", "kỳ", TokenKind::period, Reserved::period},
    Keyword{"previous", "", TokenKind::previous_word},
    Keyword{"", "kỳ_trước", TokenKind::period, Reserved::previous_period},  // previous period
};

constexpr std::array units = {
    Unit{"day", "days", "ngày", false, 1},
    Unit{"month", "months", "tháng", true, 1},
    Unit{"year", "years", "năm", true, 12},
};

}  // namespace

const Keyword* find_keyword(std::string_view word) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Keyword& keyword) { return word == keyword.en || word == keyword.vi; });
    return found == table.end() || word.empty() ? nullptr : &*found;
}

const Unit* find_unit(std::string_view word) {
    const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) {
        return word == unit.en || word == unit.plural || word == unit.vi;
    });
    return found == units.end() ? nullptr : &*found;
}

const std::vector<std::string>& keywords() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> words;
        for (const Keyword& keyword : table)
            if (!keyword.en.empty()) words.emplace_back(keyword.en);
        for (const Keyword& keyword : table)
            if (!keyword.vi.empty()) words.emplace_back(keyword.vi);
        return words;
    }();
    return all;
}

}  // namespace hoagiai
