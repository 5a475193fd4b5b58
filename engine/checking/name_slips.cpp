// Each reason is looked for in turn; the nearest to what stands there comes first.
#include "engine/checking/name_slips.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

/// Names in the spelling that the author uses.
template <class Named>
const std::string& spelled_as(const std::string& word, const Named& named) {
    return is_vietnamese(word) && !named.name_vi.empty() ? named.name_vi : named.name;
}

Words word_for_truth(const std::string& word) {
    const std::string folded = fold(word);
    for (const std::string_view yes : {"có", "yes", "đúng", "true"})
        if (folded == yes) return {"viết `= đúng`, hoặc chỉ ghi tên trường", "write `= true`, or the name of the field alone"};
    for (const std::string_view no : {"no", "sai", "false"})
        if (folded == no)
            return {"viết `= sai`, hoặc `không` trước tên trường", "write `= false`, or `not` in front of the field"};
    return {};
}

Words own_name(const Schema& schema, EntityId entity, const std::string& word) {
    if (schema.entity_spelled(word) != entity) return {};
    return {fmt::format("quy tắc xét từng {}: viết thẳng tên trường, không ghi `{}.` phía trước",
                        lower_first(schema[entity].title.vi), word),
            fmt::format("the rule is about one {} at a time: write its field without `{}.`", schema[entity].name, word)};
}

Words below(const Schema& schema, EntityId entity, const std::string& word) {
    for (const Downward& down : schema.downward(entity)) {
        const std::string& way = spelled_as(word, down);
        if (schema.downward_spelled(down.child, word))
            return {fmt::format("các dòng này nằm dưới `{}`: viết {}.{}", way, way, word),
                    fmt::format("these rows stand below `{}`: write {}.{}", way, way, word)};
    }
    for (const Downward& down : schema.downward(entity)) {
        const std::string& way = spelled_as(word, down);
        if (schema[down.child].field_spelled(word) != none_id)
            return {fmt::format("`{}` là trường của các dòng `{}`: viết trong một hàm, ví dụ đếm({} mà {} …)", word, way, way,
                                word),
                    fmt::format("`{}` is a field of the rows `{}`: write it in a function, such as count({} where {} …)", word,
                                way, way, word)};
    }
    return {};
}

bool holds_words(std::string_view whole, std::string_view part) {
    return ("_" + std::string(whole) + "_").find("_" + std::string(part) + "_") != std::string::npos;
}

}  // namespace

Words name_slip(const Schema& schema, EntityId entity, const std::string& word) {
    if (Words truth = word_for_truth(word); !truth.en.empty()) return truth;
    if (Words own = own_name(schema, entity, word); !own.en.empty()) return own;
    return below(schema, entity, word);
}

std::vector<std::string> names_around(const std::string& word, const std::vector<std::string>& names) {
    const std::string wanted = fold(word);
    if (wanted.find('_') == std::string::npos && !is_vietnamese(wanted)) return {};
    std::vector<std::string> longer, shorter;
    for (const std::string& name : names) {
        const std::string known = fold(name);
        if (holds_words(known, wanted))
            longer.push_back(name);
        else if (known.find('_') != std::string::npos && holds_words(wanted, known))
            shorter.push_back(name);
    }
    const auto by_size = [](const std::string& a, const std::string& b) { return a.size() < b.size(); };
    std::stable_sort(longer.begin(), longer.end(), by_size);
    if (const auto longest = std::max_element(shorter.begin(), shorter.end(), by_size); longest != shorter.end())
        longer.push_back(*longest);
    longer.erase(std::unique(longer.begin(), longer.end()), longer.end());
    if (longer.size() > 3) longer.resize(3);
    return longer;
}

Words addressee_help(const Schema& schema, const std::string& word, const std::vector<std::string>& names) {
    std::string written = fold(word);
    for (const auto& [shortened, whole] : {std::pair<std::string_view, std::string_view>{"ubnd", "ủy ban nhân dân"},
                                           {"hđnd", "hội đồng nhân dân"},
                                           {"mttq", "mặt trận tổ quốc"}})
        if (const std::size_t at = written.find(shortened); at != std::string::npos)
            written.replace(at, shortened.size(), whole);
    std::vector<std::string> listed;
    for (const Addressee& known : schema.addressees) {
        const std::string title = fold(known.title.vi);
        std::string level = title;  // people leave `cấp` out
        if (const std::size_t at = level.find("cấp "); at != std::string::npos)
            level.erase(at, std::string_view("cấp ").size());
        if (written == title || written == level)
            return {fmt::format("viết {}", known.name), fmt::format("write {}", known.name)};
        listed.push_back(fmt::format("{} ({})", known.name, known.title.vi));
    }
    Words help = did_you_mean(word, names);
    if (suggestions(word, names).empty()) help.vi = fmt::format("viết một trong: {}", fmt::join(listed, ", "));
    return help;
}

Words quoted_choice(const ChoiceSet& choices, const std::string& text) {
    const int meant = choices.spelled(fold_identifier(text));
    if (meant >= 0) {
        const std::string& name = spelled_as(text, choices.choices[static_cast<std::size_t>(meant)]);
        return {fmt::format("một lựa chọn viết không có ngoặc kép: {}", name),
                fmt::format("a choice is written without quotation marks: {}", name)};
    }
    std::vector<std::string> names;
    for (const Choice& choice : choices.choices) names.push_back(spelled_as(text, choice));
    return {fmt::format("một lựa chọn viết không có ngoặc kép; các lựa chọn: {}", fmt::join(names, ", ")),
            fmt::format("a choice is written without quotation marks; the choices are: {}", fmt::join(names, ", "))};
}

}  // namespace hoagiai
