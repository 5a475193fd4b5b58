// A cell by the kind of its field; yes and no, closed lists and texts are read here.
#include "engine/records/cell.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

bool is_ascii_word(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

}  // namespace

CellReader::CellReader(const Field& field, TextPool& texts) : field_(&field), texts_(&texts) {
    if (field.type.kind != Kind::choice) return;
    const auto& choices = field.type.choices->choices;
    // A name goes before a title that happens to read the same.
    for (std::size_t i = 0; i < choices.size(); ++i) choices_.emplace(fold(choices[i].name), static_cast<int>(i));
    for (std::size_t i = 0; i < choices.size(); ++i)
        for (const std::string& title : {choices[i].title.vi, choices[i].title.en}) {
            choices_.emplace(fold(title), static_cast<int>(i));
            choices_.emplace(fold_identifier(title), static_cast<int>(i));
        }
}

bool CellReader::read(std::string_view raw, CellValue& value, CellProblem& problem) const {
    const std::string_view text = trimmed(raw);
    value = {};
    if (text.empty()) return true;
    if (!is_plain_ascii(text)) {
        if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
            const auto byte = static_cast<unsigned>(static_cast<unsigned char>(text[bad]));
            problem = {invalid_characters,
                       {fmt::format("ô có byte 0x{:02X} không thuộc bảng mã UTF-8: `{}`", byte, shown(text)),
                        fmt::format("the cell holds the byte 0x{:02X}, which is no UTF-8: `{}`", byte, shown(text))},
                       {"lưu lại tệp dưới dạng “CSV UTF-8”", "save the file as “CSV UTF-8”"}};
            return false;
        }
    }
    // A word of a closed list goes before; a date knows for itself whether its event may not have happened.
    // In a text the English word may be an id or a name like any other.
    const bool other_kind = field_->type.kind != Kind::date && field_->type.kind != Kind::choice;
    if (other_kind && says_never(text) && !(field_->type.kind == Kind::text && is_plain_ascii(text)))
        return problem = never_is_not_possible(text, *field_), false;
    switch (field_->type.kind) {
        case Kind::boolean:
            return read_boolean(text, value, problem);
        case Kind::integer:
        case Kind::money:
            return read_whole_number(text, *field_, value, problem);
        case Kind::ratio:
            return read_percentage(text, *field_, value, problem);
        case Kind::date:
            return read_date(text, *field_, value, problem);
        case Kind::choice:
            return read_choice(text, value, problem);
        default:
            break;
    }
    // `-`, `?`, `…` stand for a blank, and a rule would take them for something that is there.
    if (text.size() <= 12 && std::none_of(text.begin(), text.end(), is_ascii_word) && fold_identifier(text).empty()) {
        const std::string see = shown(text);
        problem = {no_words,
                   {fmt::format("`{}` không có chữ hay số nào", see), fmt::format("`{}` holds no letter and no digit", see)},
                   {"để trống nếu chưa biết hoặc không có", "leave it blank if it is not known or there is none"}};
        return false;
    }
    value = {CellState::known, texts_->add(text)};
    return true;
}

bool read_boolean(std::string_view text, CellValue& value, CellProblem& problem) {
    value.state = CellState::known;
    if (text == "true") return value.value = 1, true;
    if (text == "false") return value.value = 0, true;
    static constexpr std::string_view yes[] = {"true", "có", "x", "yes", "1"}, no[] = {"false", "không", "no", "0"};
    const std::string folded = text.size() <= 16 ? fold(text) : std::string();
    for (const std::string_view word : yes)
        if (folded == word) return value.value = 1, true;
    for (const std::string_view word : no)
        if (folded == word) return value.value = 0, true;
    const std::string see = shown(text);
    problem = {bad_boolean,
               {fmt::format("`{}` không phải là có hay không", see), fmt::format("`{}` is neither yes nor no", see)},
               {"viết có, x, true, yes hoặc 1; không, false, no hoặc 0; để trống nếu chưa biết",
                "write có, x, true, yes or 1; không, false, no or 0; leave it blank if it is not known"}};
    return false;
}

bool CellReader::read_choice(std::string_view text, CellValue& value, CellProblem& problem) const {
    const auto& choices = field_->type.choices->choices;
    value.state = CellState::known;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].name == text) return value.value = static_cast<std::int64_t>(i), true;
    if (text.size() <= 400) {
        if (const auto found = choices_.find(fold(text)); found != choices_.end()) return value.value = found->second, true;
    }
    if (says_never(text)) return problem = never_is_not_possible(text, *field_), false;
    std::vector<std::string> words;
    std::string list_vi, list_en;
    for (const Choice& choice : choices) {
        for (const std::string& word : {choice.name, choice.title.vi, choice.title.en}) words.push_back(word);
        list_vi += fmt::format("{}{} ({})", list_vi.empty() ? "" : ", ", choice.name, choice.title.vi);
        list_en += fmt::format("{}{} ({})", list_en.empty() ? "" : ", ", choice.name, choice.title.en);
    }
    const std::vector<std::string> near = suggestions(text, words);
    const std::string see = shown(text);
    problem = {unknown_choice,
               {fmt::format("`{}` không có trong danh mục: {}", see, list_vi),
                fmt::format("`{}` is not in the list: {}", see, list_en)},
               near.empty() ? Words{"viết một từ trong danh mục, hoặc để trống nếu chưa biết",
                                    "write a word of the list, or leave it blank if it is not known"}
                            : Words{fmt::format("có phải là `{}`?", near[0]), fmt::format("did you mean `{}`?", near[0])}};
    return false;
}

}  // namespace hoagiai
