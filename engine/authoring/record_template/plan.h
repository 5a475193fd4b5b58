// What a template holds, before it is known how it is written: its sheets with their columns, and the lists of choices.
#pragma once

#include <string>
#include <vector>

#include "engine/authoring/record_template/record_template.h"

namespace hoagiai::record_template {

struct Column {
    const Field* field = nullptr;  ///< of a link null
    const Link* link = nullptr;
    bool key = false, required = false;
    std::string header;  ///< a title that the reader takes for this column, with (*) where it must be filled in
    /// A link's ids are written as texts are.
    Kind kind() const { return field ? field->type.kind : Kind::text; }
    const Words& title() const { return field ? field->title : link->title; }
};

struct Sheet {
    EntityId entity = none_id;
    std::string name;             ///< of a workbook's sheet, at most 31 characters
    std::vector<Column> columns;  ///< the key, the links, the other fields
};

/// The words of one closed list in the template's language. `set` is null for yes and no.
struct ChoiceList {
    const ChoiceSet* set = nullptr;
    EntityId entity = none_id;  ///< the first that takes words from it
    std::string title;
    std::vector<std::string> words;
};

struct Plan {
    Language language = Language::vi;
    std::vector<Sheet> sheets;
    std::vector<ChoiceList> lists;  ///< each once, however many columns take their words from it
    const Sheet* sheet_of(EntityId entity) const;
};

Plan make_plan(const TemplateRequest& request, const Schema& schema);

}  // namespace hoagiai::record_template
