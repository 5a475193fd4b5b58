// The Data Package as a Schema. Table Schema says types, constraints and keys; the keys under `hoagiai` say the rest.
#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <set>

#include "engine/language/parser.h"
#include "engine/schema/packed.h"
#include "engine/schema/schema.h"
#include "engine/text/fold.h"
#include "engine/text/yaml.h"

namespace hoagiai {

extern const std::string_view builtin_schema_tree;

namespace {

inline constexpr DiagnosticKind missing_key{"S001", "schema-key-missing"};
inline constexpr DiagnosticKind bad_value{"S002", "schema-value"};
inline constexpr DiagnosticKind unknown_target{"S003", "schema-unknown-name"};
inline constexpr DiagnosticKind titles_alike{"S004", "titles-alike"};
inline constexpr DiagnosticKind title_is_keyword{"S005", "title-is-keyword"};

constexpr std::size_t most_choices = 62;  // a set is held in the bits of one word

class SchemaReader {
public:
    SchemaReader(Diagnostics& diagnostics) : diagnostics_(diagnostics), schema_(std::make_shared<Schema>()) {
        for (const std::string& keyword : keywords()) keywords_.insert(fold_identifier(keyword));
    }

    std::shared_ptr<const Schema> read(const YamlNode& root) {
        schema_->version = text(root, "version");
        const YamlNode& own = child(root, "hoagiai");
        read_choices(child(own, "choices"));
        read_addressees(child(own, "addressees"));
        const YamlNode& resources = child(root, "resources");
        for (const YamlNode& resource : resources.items) declare_entity(resource);
        for (std::size_t i = 0; i < resources.items.size(); ++i) read_fields(resources.items[i], schema_->entities[i]);
        if (const YamlNode* derived = own.find("derived"))
            for (const YamlNode& node : derived->items) read_derived(node);
        return schema_;
    }

private:
    const YamlNode& child(const YamlNode& node, std::string_view key) {
        static const YamlNode nothing;
        if (const YamlNode* found = node.find(key)) return *found;
        diagnostics_.add(
            missing_key, node.place(),
            {fmt::format("lược đồ thiếu khóa `{}`", key), fmt::format("the schema's key `{}` is missing here", key)});
        return nothing;
    }
    std::string text(const YamlNode& node, std::string_view key) { return child(node, key).text.value; }
    static bool is_true(const YamlNode* node, std::string_view key) {
        const YamlNode* value = node ? node->find(key) : nullptr;
        return value && value->text.value == "true";
    }

    void check_title(const std::string& title, std::set<std::string>& seen, const YamlNode& at) {
        const std::string folded = fold_identifier(title);
        if (keywords_.count(folded))
            diagnostics_.add(title_is_keyword, at.place(),
                             {fmt::format("tên `{}` trùng với từ khóa của ngôn ngữ quy tắc", title),
                              fmt::format("the title `{}` is a keyword of the rule language", title)});
        if (!seen.insert(folded).second)
            diagnostics_.add(
                titles_alike, at.place(),
                {fmt::format("tên `{}` đã dùng rồi", title), fmt::format("the title `{}` is used already", title)});
    }

    /// The Vietnamese spelling in rules: `name_vi` where the schema gives one (a title that is too long to be a name), else the
    /// title's.
    static std::string name_in_rules(const YamlNode* own, const Words& title) {
        const YamlNode* given = own ? own->find("name_vi") : nullptr;
        return given ? new_spelling(given->text.value) : fold_identifier(title.vi);
    }

    /// A name in rules is no keyword and means one thing in its place.
    void check_name(const std::string& name, std::set<std::string>& seen, const YamlNode& at) {
        if (keywords_.count(name))
            diagnostics_.add(title_is_keyword, at.place(),
                             {fmt::format("tên `{}` trùng với từ khóa của ngôn ngữ quy tắc", name),
                              fmt::format("the name `{}` is a keyword of the rule language", name)});
        if (!seen.insert(name).second)
            diagnostics_.add(titles_alike, at.place(),
                             {fmt::format("tên `{}` đã dùng rồi", name), fmt::format("the name `{}` is used already", name)});
    }

    void read_choices(const YamlNode& sets) {
        for (const YamlEntry& entry : sets.entries) {
            auto set = std::make_shared<ChoiceSet>();
            std::set<std::string> seen_vi, seen_en;
            for (const YamlEntry& choice : entry.value.entries) {
                const Words title{text(choice.value, "vi"), text(choice.value, "en")};
                set->choices.push_back({choice.key.value, title, name_in_rules(&choice.value, title)});
                check_title(set->choices.back().title.vi, seen_vi, choice.value);
                check_title(set->choices.back().title.en, seen_en, choice.value);
            }
            if (set->choices.empty() || set->choices.size() > most_choices)
                diagnostics_.add(bad_value, entry.key.place(),
                                 {fmt::format("danh mục cần từ 1 đến {} lựa chọn", most_choices),
                                  fmt::format("a list has 1 to {} choices", most_choices)});
            choices_[entry.key.value] = std::move(set);
        }
    }

    void read_addressees(const YamlNode& addressees) {
        for (const YamlEntry& entry : addressees.entries) {
            Addressee addressee{entry.key.value, {text(entry.value, "vi"), text(entry.value, "en")}, std::nullopt};
            if (const YamlNode* until = entry.value.find("until")) addressee.until = parse_iso_date(until->text.value);
            schema_->addressees.push_back(std::move(addressee));
        }
    }

    void declare_entity(const YamlNode& resource) {
        Entity entity;
        entity.plural = text(resource, "name");
        const YamlNode& own = child(resource, "hoagiai");
        entity.name = text(own, "entity");
        entity.title = {text(own, "vi"), text(own, "en")};
        entity.name_vi = name_in_rules(&own, entity.title);
        check_name(entity.name_vi, entity_names_vi_, resource);
        entity.plural_title = {text(resource, "title"), text(own, "plural_en")};
        entity.roster = is_true(&own, "roster");
        check_title(entity.title.vi, entity_titles_vi_, resource);
        check_title(entity.plural_title.vi, entity_titles_vi_, resource);
        check_title(entity.title.en, entity_titles_en_, resource);
        schema_->entities.push_back(std::move(entity));
    }

    void read_fields(const YamlNode& resource, Entity& entity) {
        std::set<std::string> seen_vi, seen_en, names_vi;
        const YamlNode& table = child(resource, "schema");
        for (const YamlNode& node : child(table, "fields").items) {
            const YamlNode* own = node.find("hoagiai");
            const Words title{text(node, "title"), own ? text(*own, "en") : text(node, "title")};
            check_title(title.vi, seen_vi, node);
            check_title(title.en, seen_en, node);
            if (!read_link(node, own, table, title, entity)) read_field(node, own, title, entity);
            check_name(name_in_rules(own, title), names_vi, node);
        }
        entity.key = entity.find_field(text(table, "primaryKey"));
        entity.display = entity.find_field(text(child(resource, "hoagiai"), "display"));
        if (entity.key == none_id || entity.display == none_id) {
            diagnostics_.add(unknown_target, resource.place(),
                             {"khóa chính hoặc trường hiển thị không có trong bảng",
                              "the primary key or the display field is no field of the table"});
            entity.key = entity.display = 0;
            if (entity.fields.empty())
                entity.fields.push_back({"id", "mã", {"Mã", "Id"}, Type{Kind::text}, true, true, false, 0, 0});
        }
    }

    bool read_link(const YamlNode& node, const YamlNode* own, const YamlNode& table, const Words& title, Entity& entity) {
        const YamlNode* keys = table.find("foreignKeys");
        const std::string name = text(node, "name");
        if (!keys) return false;
        for (const YamlNode& key : keys->items) {
            if (text(key, "fields") != name) continue;
            Link link{name,
                      name_in_rules(own, title),
                      title,
                      schema_->find_plural(text(child(key, "reference"), "resource")),
                      is_true(own, "parent"),
                      is_true(node.find("constraints"), "required"),
                      is_true(own, "same_parent")};
            if (link.target == none_id) {
                diagnostics_.add(unknown_target, key.place(),
                                 {"liên kết đến một bảng không có", "the link leads to a table that is not there"});
                link.target = 0;
            }
            if (link.parent && entity.parent == none_id) entity.parent = static_cast<LinkId>(entity.links.size());
            entity.links.push_back(std::move(link));
            return true;
        }
        return false;
    }

    void read_field(const YamlNode& node, const YamlNode* own, const Words& title, Entity& entity) {
        Field field;
        field.name = text(node, "name");
        field.name_vi = name_in_rules(own, title);
        field.title = title;
        const YamlNode* constraints = node.find("constraints");
        field.required = is_true(constraints, "required");
        field.unique = is_true(constraints, "unique");
        field.event = is_true(own, "event");
        field.minimum = Number::minus_infinity();
        field.maximum = Number::infinity();
        const std::string type = text(node, "type");
        const YamlNode* kind = own ? own->find("kind") : nullptr;
        if (const YamlNode* set = own ? own->find("choices") : nullptr) {
            field.type.kind = Kind::choice;
            field.type.choices = choices_[set->text.value];
            if (!field.type.choices) {
                diagnostics_.add(unknown_target, set->place(), {"không có danh mục này", "there is no such list of choices"});
                field.type.choices = std::make_shared<ChoiceSet>();
            }
        } else if (kind) {
            field.type.kind = kind->text.value == "ratio"   ? Kind::ratio
                              : kind->text.value == "money" ? Kind::money
                                                            : Kind::error;
        } else {
            static const std::map<std::string, Kind> kinds = {{"string", Kind::text},
                                                              {"boolean", Kind::boolean},
                                                              {"integer", Kind::integer},
                                                              {"year", Kind::integer},
                                                              {"date", Kind::date}};
            const auto found = kinds.find(type);
            field.type.kind = found == kinds.end() ? Kind::error : found->second;
        }
        if (field.type.kind == Kind::error)
            diagnostics_.add(
                bad_value, child(node, "type").place(),
                {fmt::format("không có loại dữ liệu `{}`", type), fmt::format("there is no field type `{}`", type)});
        if (field.type.kind == Kind::date) {
            field.minimum = first_day;
            field.maximum = last_day;
        }
        read_bound(constraints, "minimum", field, field.minimum);
        read_bound(constraints, "maximum", field, field.maximum);
        entity.fields.push_back(std::move(field));
    }

    void read_bound(const YamlNode* constraints, std::string_view key, const Field& field, Number& bound) {
        const YamlNode* node = constraints ? constraints->find(key) : nullptr;
        if (!node) return;
        if (field.type.kind == Kind::date) {
            if (const auto day = parse_iso_date(node->text.value)) bound = *day;
        } else {
            bound = std::strtoll(node->text.value.c_str(), nullptr, 10);
        }
    }

    void read_derived(const YamlNode& node) {
        Entity entity;
        entity.name = text(node, "name");
        entity.plural = text(node, "plural");
        entity.title = {text(node, "vi"), text(node, "en")};
        entity.name_vi = name_in_rules(&node, entity.title);
        check_name(entity.name_vi, entity_names_vi_, node);
        entity.plural_title = {text(node, "plural_vi"), text(node, "plural_en")};
        entity.fields.push_back(
            {"id", "tên_đơn_vị", {"Tên đơn vị", "Name of the unit"}, Type{Kind::text}, true, true, false, 0, 0});
        const EntityId of = schema_->find_entity(text(node, "of"));
        const FieldId field = of == none_id ? none_id : schema_->entities[of].find_field(text(node, "field"));
        if (field == none_id) {
            diagnostics_.add(unknown_target, node.place(),
                             {"đơn vị suy ra từ một trường không có", "the unit is derived from a field that is not there"});
            return;
        }
        entity.derived_from = {of, field};
        schema_->entities.push_back(std::move(entity));
    }

    Diagnostics& diagnostics_;
    std::shared_ptr<Schema> schema_;
    std::map<std::string, ChoiceSetPtr> choices_;
    std::set<std::string> keywords_, entity_titles_vi_, entity_titles_en_, entity_names_vi_;
};

}  // namespace

std::shared_ptr<const Schema> read_schema(const SourcePtr& source, Diagnostics& diagnostics) {
    const auto root = read_yaml(source, diagnostics);
    if (!root || diagnostics.has_errors()) return nullptr;
    auto schema = SchemaReader(diagnostics).read(*root);
    return diagnostics.has_errors() ? nullptr : schema;
}

std::shared_ptr<const Schema> builtin_schema() {
    static const std::shared_ptr<const Schema> schema = [] {
        Diagnostics diagnostics;
        auto read = SchemaReader(diagnostics).read(unpacked(builtin_schema_tree));
        if (diagnostics.has_errors()) std::abort();  // a test reads it: a program with a broken schema is never built
        return read;
    }();
    return schema;
}

}  // namespace hoagiai
