#include "engine/authoring/record_template/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/records/names.h"
#include "engine/text/fold.h"

namespace hoagiai::record_template {

namespace {

constexpr std::size_t longest_sheet_name = 31;  // characters, in Excel

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

bool fits_a_sheet(const std::string& name) {
    return !name.empty() && characters(name) <= longest_sheet_name && name.find_first_of("[]:*?/\\'") == std::string::npos;
}

/// The plural title; where Excel has no room for it the title of one row, which the reader takes too, rather than a title
/// cut inside a word.
std::string sheet_name(const Entity& entity, Language language) {
    for (const std::string& title : {say(entity.plural_title, language), say(entity.title, language)})
        if (fits_a_sheet(title)) return title;
    return entity.plural;
}

/// The title, unless the reader would take it for another column: names go before titles.
std::string header(const ColumnNames& names, ColumnName column, bool required, Language language) {
    const std::string mark = required ? " (*)" : "", title = say(names.title_of(column), language) + mark;
    return names.find(title) == column ? title : names.name_of(column) + mark;
}

Sheet make_sheet(const Schema& schema, EntityId id, Language language) {
    const Entity& entity = schema[id];
    const ColumnNames names(entity);
    Sheet sheet{id, sheet_name(entity, language), {}};
    const auto add_field = [&](FieldId at) {
        const Field& field = entity.fields[at];
        sheet.columns.push_back(
            {&field, nullptr, at == entity.key, field.required, header(names, {at, none_id}, field.required, language)});
    };
    add_field(entity.key);
    for (LinkId at = 0; at < entity.links.size(); ++at) {
        const Link& link = entity.links[at];
        sheet.columns.push_back({nullptr, &link, false, link.required, header(names, {none_id, at}, link.required, language)});
    }
    for (FieldId at = 0; at < entity.fields.size(); ++at)
        if (at != entity.key) add_field(at);
    return sheet;
}

void add_list(const Column& column, EntityId entity, Language language, std::vector<ChoiceList>& lists) {
    const bool vietnamese = language == Language::vi;
    const ChoiceSet* set = column.kind() == Kind::choice ? column.field->type.choices.get() : nullptr;
    if (!set && column.kind() != Kind::boolean) return;
    if (std::any_of(lists.begin(), lists.end(), [&](const ChoiceList& list) { return list.set == set; })) return;
    if (!set) {
        lists.push_back({nullptr, entity, vietnamese ? "Có, không" : "Yes, no",
                         vietnamese ? std::vector<std::string>{"có", "không"} : std::vector<std::string>{"yes", "no"}});
        return;
    }
    ChoiceList list{set, entity, say(column.title(), language), {}};
    for (const Choice& choice : set->choices) list.words.push_back(say(choice.title, language));
    lists.push_back(std::move(list));
}

/// "Level" is one thing of an inspection and another of a report.
void tell_apart(std::vector<ChoiceList>& lists, const Schema& schema, Language language) {
    std::map<std::string, int> titles;
    for (const ChoiceList& list : lists) ++titles[list.title];
    for (ChoiceList& list : lists)
        if (titles[list.title] > 1) list.title += fmt::format(" ({})", lower_first(say(schema[list.entity].title, language)));
}

}  // namespace

const Sheet* Plan::sheet_of(EntityId entity) const {
    const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& sheet) { return sheet.entity == entity; });
    return found == sheets.end() ? nullptr : &*found;
}

Plan make_plan(const TemplateRequest& request, const Schema& schema) {
    Plan plan;
    plan.language = request.language;
    for (const EntityId entity : request.entities) plan.sheets.push_back(make_sheet(schema, entity, request.language));
    for (const Sheet& sheet : plan.sheets)
        for (const Column& column : sheet.columns) add_list(column, sheet.entity, request.language, plan.lists);
    tell_apart(plan.lists, schema, request.language);
    return plan;
}

}  // namespace hoagiai::record_template
