#include "engine/output/explanation/legend.h"

#include <algorithm>
#include <set>

#include "engine/language/functions/function.h"

namespace hoagiai {

namespace {

struct Word {
    std::string_view written, vi, en;  ///< en empty: it says itself
};

constexpr Word words[] = {
    {"and", "và", ""},
    {"or", "hoặc", ""},
    {"not", "không", ""},
    {"in", "thuộc", ""},
    {"where", "chỉ tính những dòng mà", ""},
    {"of", "của", ""},
    {"if", "nếu", ""},
    {"then", "thì", ""},
    {"else", "còn lại", ""},
    {"(… else …)", "nếu trống thì lấy", ""},
    {"is missing", "để trống", ""},
    {"is not missing", "không để trống", ""},
    {"never", "chưa diễn ra", "has not happened"},
    {"as_of", "ngày xét", "the day of the check"},
    {"period_start", "ngày đầu kỳ", "the period's first day"},
    {"period_end", "ngày cuối kỳ", "the period's last day"},
    {"period", "kỳ kiểm tra", ""},
    {"previous", "liền trước", ""},
    {">=", "lớn hơn hoặc bằng", "at least"},
    {"<=", "nhỏ hơn hoặc bằng", "at most"},
    {"!=", "khác", "is not"},
};

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || (byte & 0x80) != 0;
}

/// The words and signs of an expression, what stands in quotes left out; `is missing` and a bracketed `else` as one.
void collect(const std::string& expression, std::set<std::string, std::less<>>& found) {
    std::vector<std::string> tokens;
    std::vector<bool> conditional = {false};  // whether an `if` of this bracket waits for its else
    for (std::size_t at = 0; at < expression.size();) {
        const char byte = expression[at];
        std::size_t end = at + 1;
        if (byte == '"') {
            while (end < expression.size() && expression[end] != '"') end += expression[end] == '\\' ? 2 : 1;
            at = end + 1;
            continue;
        }
        if (byte == '(') conditional.push_back(false);
        if (byte == ')' && conditional.size() > 1) conditional.pop_back();
        if (is_letter(byte)) {
            while (end < expression.size() &&
                   (is_letter(expression[end]) || (expression[end] >= '0' && expression[end] <= '9')))
                ++end;
        } else if (end < expression.size() && expression[end] == '=') {
            ++end;
        }
        std::string token = expression.substr(at, end - at);
        if (token == "if") conditional.back() = true;
        if (token == "else") {
            found.insert(conditional.back() ? "else" : "(… else …)");
            conditional.back() = false;
        }
        if (token == "missing") found.insert(!tokens.empty() && tokens.back() == "not" ? "is not missing" : "is missing");
        if (token != " ") tokens.push_back(token);
        at = end;
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool of_missing = tokens[i] == "not" && i + 1 < tokens.size() && tokens[i + 1] == "missing";
        const bool called = i + 1 < tokens.size() && tokens[i + 1] == "(";
        // Which else it is was found out above.
        if (tokens[i] != "else" && !of_missing && (called || !find_function(tokens[i]))) found.insert(tokens[i]);
    }
}

}  // namespace

std::string legend_of(const std::vector<std::string>& expressions, Language language) {
    std::set<std::string, std::less<>> found;
    for (const std::string& expression : expressions) collect(expression, found);
    std::string legend;
    const auto add = [&](std::string_view written, std::string_view meaning) {
        legend += (legend.empty() ? "" : "; ") + std::string(written) + ": " + std::string(meaning);
    };
    for (const Word& word : words) {
        const std::string_view meaning = language == Language::vi ? word.vi : word.en;
        if (!meaning.empty() && found.count(word.written)) add(word.written, meaning);
    }
    if (language != Language::vi) return legend;
    for (const Function* function : all_functions()) {
        std::string meaning(function->name_vi);
        std::replace(meaning.begin(), meaning.end(), '_', ' ');
        if (found.count(function->name) && function->name != function->name_vi) add(function->name, meaning);
    }
    return legend;
}

}  // namespace hoagiai
