// What a word means: a field, a link, a definition, a parameter, or a choice. When it means nothing, somebody mistyped, so
// all words that would have been possible are compared with it.
#include <fmt/format.h>

#include <algorithm>

#include "engine/checking/checker.h"
#include "engine/checking/name_slips.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

std::uint32_t find_definition(const CheckedRulebook& book, EntityId entity, std::string_view name) {
    for (std::uint32_t i = 0; i < book.definitions.size(); ++i)
        if (book.definitions[i].entity == entity && book.definitions[i].name == name) return i;
    return none_id;
}

std::uint32_t find_parameter(const CheckedRulebook& book, std::string_view name) {
    for (std::uint32_t i = 0; i < book.parameters.size(); ++i)
        if (book.parameters[i].name == name) return i;
    return none_id;
}

}  // namespace

/// Field, link or definition of `entity`; leaves the rest to the caller.
bool Checker::look_up_first(const Name& name, EntityId entity, PathMeaning& meaning, Type& type) {
    const Entity& here = schema()[entity];
    meaning.entity = entity;
    if (const FieldId field = here.field_spelled(name.word); field != none_id) {
        meaning.end = PathMeaning::End::field;
        meaning.index = field;
        type = here.fields[field].type;
        return true;
    }
    if (const std::uint32_t definition = find_definition(*result_, entity, name.word); definition != none_id) {
        check_definition(definition);
        meaning.end = PathMeaning::End::definition;
        meaning.index = definition;
        type = result_->definitions[definition].type;
        return true;
    }
    if (const LinkId link = schema().link_spelled(entity, name.word); link != none_id) {
        meaning.end = PathMeaning::End::link;
        meaning.index = link;
        type = Type{};
        return true;
    }
    return false;
}

PathMeaning Checker::look_up(ExprId id, const Path& path, EntityId entity, const ChoiceSetPtr& expected, Type& type) {
    PathMeaning meaning;
    meaning.from = entity;
    type = Type{};
    const Name& first = path.names.front();
    if (path.names.size() == 1) {
        if (expected) {
            if (const int index = expected->spelled(first.word); index >= 0) {
                meaning.end = PathMeaning::End::choice;
                meaning.index = static_cast<std::uint32_t>(index);
                type = Type{Kind::choice, expected};
                return meaning;
            }
        }
        if (const std::uint32_t parameter = find_parameter(*result_, first.word); parameter != none_id) {
            meaning.end = PathMeaning::End::parameter;
            meaning.index = parameter;
            type = result_->parameters[parameter].type;
            return meaning;
        }
    }
    EntityId here = entity;
    bool down = false;
    for (std::size_t i = 0; i < path.names.size(); ++i) {
        const Name& name = path.names[i];
        const bool last = i + 1 == path.names.size();
        if (const auto step = schema().downward_spelled(here, name.word)) {
            meaning.steps.push_back({false, step->child, step->link});
            here = step->child;
            down = true;
            if (last) {
                meaning.end = PathMeaning::End::rows;
                meaning.entity = here;
            }
            continue;
        }
        PathMeaning end;
        Type end_type;
        if (!look_up_first(name, here, end, end_type)) {
            report_unknown(id, name, here, i == 0 && last ? expected : nullptr, i == 0);
            meaning.end = PathMeaning::End::unknown;
            return meaning;
        }
        if (down) {
            const std::string plural = path.names[i - 1].word;
            diagnostics_.add(
                bad_path, ast().place(id, name.range),
                {fmt::format("`{}` có nhiều dòng, nên không có một giá trị `{}` duy nhất", plural, name.word),
                 fmt::format("`{}` are many rows, so there is no one `{}`", plural, name.word)},
                {fmt::format("dùng một hàm trên các dòng, ví dụ: tổng({} của {}) hoặc đếm({} mà …)", name.word, plural, plural),
                 fmt::format("use a function over the rows, such as sum({} of {}) or count({} where …)", name.word, plural,
                             plural)});
            meaning.end = PathMeaning::End::unknown;
            return meaning;
        }
        if (last) {
            meaning.end = end.end;
            meaning.entity = here;
            meaning.index = end.index;
            type = end_type;
            return meaning;
        }
        if (end.end != PathMeaning::End::link) {
            diagnostics_.add(bad_path, ast().place(id, name.range),
                             {fmt::format("`{}` là một giá trị, phía sau không còn gì để dẫn tới", name.word),
                              fmt::format("`{}` is a value: nothing can follow it", name.word)},
                             {"chỉ liên kết (như xã, tổ_hòa_giải) mới dẫn tới đơn vị khác",
                              "only a link (such as commune, team) leads on to another unit"});
            meaning.end = PathMeaning::End::unknown;
            return meaning;
        }
        const EntityId target = schema()[here].links[end.index].target;
        meaning.steps.push_back({true, target, end.index});
        here = target;
    }
    return meaning;
}

namespace {

/// Names in both spellings; only those of the one in which the author writes are offered, unless only the other has a near one.
struct Candidates {
    std::vector<std::string> en, vi;
    void add(const std::string& name, const std::string& name_vi) {
        en.push_back(name);
        if (!name_vi.empty()) vi.push_back(name_vi);
    }
    void add_own(const std::string& name) { add(name, name); }

    std::vector<std::string> near(const std::string& word) const {
        const bool vietnamese = is_vietnamese(word);
        const auto first = suggestions(word, vietnamese ? vi : en);
        if (!first.empty()) return first;
        const auto second = suggestions(word, vietnamese ? en : vi);
        return second.empty() ? names_around(word, vietnamese ? vi : en) : second;
    }
};

}  // namespace

void Checker::report_unknown(ExprId id, const Name& name, EntityId entity, const ChoiceSetPtr& expected, bool first) {
    const Entity& here = schema()[entity];
    Candidates candidates;
    for (const Field& field : here.fields) candidates.add(field.name, field.name_vi);
    for (const Link& link : here.links) candidates.add(link.name, link.name_vi);
    for (const Downward& down : schema().downward(entity)) candidates.add(down.name, down.name_vi);
    for (const CheckedDefinition& definition : result_->definitions)
        if (definition.entity == entity) candidates.add_own(definition.name);
    if (first)
        for (const CheckedParameter& parameter : result_->parameters) candidates.add_own(parameter.name);
    if (expected)
        for (const Choice& choice : expected->choices) candidates.add(choice.name, choice.name_vi);

    const bool vietnamese = is_vietnamese(name.word);
    const auto in_its_spelling = [&](const auto& named) {
        return vietnamese && !named.name_vi.empty() ? named.name_vi : named.name;
    };
    Words help = first ? name_slip(schema(), entity, name.word) : Words{};
    const auto near = candidates.near(name.word);
    if (!help.en.empty()) {
        // The reason is known.
    } else if (!near.empty()) {
        help = {fmt::format("có phải ý bạn là `{}`?", fmt::join(near, "`, `")),
                fmt::format("did you mean `{}`?", fmt::join(near, "`, `"))};
    } else if (expected) {
        std::vector<std::string> words;
        for (const Choice& choice : expected->choices) words.push_back(in_its_spelling(choice));
        help = {fmt::format("các lựa chọn: {}", fmt::join(words, ", ")),
                fmt::format("the choices are: {}", fmt::join(words, ", "))};
    }
    if (help.en.empty() && first) {
        // A field of the unit above, or a word of some closed list that stands beside nothing with choices.
        for (const Link& link : here.links) {
            if (schema()[link.target].field_spelled(name.word) != none_id) {
                const std::string way = in_its_spelling(link);
                help = {
                    fmt::format("`{}` là trường của {}: viết {}.{}", name.word, schema()[link.target].title.vi, way, name.word),
                    fmt::format("`{}` is a field of {}: write {}.{}", name.word, schema()[link.target].name, way, name.word)};
                break;
            }
        }
        for (const Field& field : here.fields)
            if (help.en.empty() && field.type.choices && field.type.choices->spelled(name.word) >= 0) {
                const std::string of = in_its_spelling(field);
                help = {fmt::format("`{}` là một lựa chọn của `{}`: viết {} = {}", name.word, of, of, name.word),
                        fmt::format("`{}` is a choice of `{}`: write {} = {}", name.word, of, of, name.word)};
            }
    }
    const std::string shown = visible(name.word);
    diagnostics_.add(unknown_name, ast().place(id, name.range),
                     {fmt::format("không có tên nào là `{}` trong {} ({})", shown, here.title.vi, here.name),
                      fmt::format("a {} has nothing called `{}`", here.name, shown)},
                     std::move(help));
}

ChoiceSetPtr Checker::own_choices(ExprId id, EntityId entity) {
    const Node& node = ast()[id].node;
    if (const auto* path = std::get_if<Path>(&node)) {
        EntityId here = entity;
        for (std::size_t i = 0; i < path->names.size(); ++i) {
            const std::string& word = path->names[i].word;
            const Entity& unit = schema()[here];
            if (i + 1 == path->names.size()) {
                if (const FieldId field = unit.field_spelled(word); field != none_id) return unit.fields[field].type.choices;
                if (const std::uint32_t definition = find_definition(*result_, here, word); definition != none_id) {
                    check_definition(definition);
                    return result_->definitions[definition].type.choices;
                }
                if (const std::uint32_t parameter = i == 0 ? find_parameter(*result_, word) : none_id; parameter != none_id)
                    return result_->parameters[parameter].type.choices;
                return nullptr;
            }
            const LinkId link = schema().link_spelled(here, word);
            if (link == none_id) return nullptr;
            here = unit.links[link].target;
        }
        return nullptr;
    }
    if (const auto* either = std::get_if<If>(&node)) {
        if (auto choices = own_choices(either->then, entity)) return choices;
        return own_choices(either->otherwise, entity);
    }
    if (const auto* otherwise = std::get_if<Else>(&node)) return own_choices(otherwise->path, entity);
    return nullptr;
}

}  // namespace hoagiai
