// One nested document: communes with their teams, teams with their mediators and cases. A row that stands inside another has
// its parent from there; in a flat table it names it. Scalars are read as the cells of a CSV file are; in YAML whatever their
// quotes, while in JSON the types that it has of its own must not say something else.
#include <fmt/format.h>

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/records/format.h"
#include "engine/records/formats/nested_places.h"
#include "engine/records/kinds.h"

namespace hoagiai {

namespace {

struct Inside {
    LinkId link = none_id;  ///< none_id: a flat table
    Row parent = no_row;
};

class NestedReader {
public:
    NestedReader(RecordsBuilder& builder, NestedForm form, bool every_key)
        : builder_(builder), schema_(builder.schema()), form_(form), every_key_(every_key), unused_(schema_.entities.size()) {
        for (EntityId entity = 0; entity < schema_.entities.size(); ++entity) {
            auto places = std::make_unique<NodePlaces>(builder.table(entity).names());
            places_.push_back(places.get());
            builder.table(entity).set_places(std::move(places));
        }
    }

    void read(const YamlNode& root) {
        if (root.is_null()) return;
        if (!root.is_mapping()) {
            wrong_form(
                root, "", {"hồ sơ gồm các bảng", "records are made of tables"},
                form_ == NestedForm::json
                    ? Words{R"(viết {"communes": [{"id": …}]})", R"(write {"communes": [{"id": …}]})"}
                    : Words{"viết communes: rồi mỗi dòng một `- id: …`", "write communes: and then each row as `- id: …`"});
            return;
        }
        for (const YamlEntry& entry : root.entries) {
            if (const auto entity = find_table(schema_, entry.key.value))
                rows(*entity, entry, {});
            else
                unknown(entry.key,
                        {fmt::format("không có bảng `{}`", shown(entry.key.value)),
                         fmt::format("there is no table `{}`", shown(entry.key.value))},
                        near_tables(schema_, entry.key.value), table_list(schema_));
        }
        for (const std::vector<const Text*>& keys : unused_) say_unused(keys);
    }

private:
    void unknown(const Text& key, Words message, const std::vector<std::string>& near, const std::string& all) {
        Diagnostic& said = builder_.diagnostics().add(
            unknown_record_key, key.place(), std::move(message),
            near.empty() ? Words{fmt::format("các khóa dùng được: {}", all), fmt::format("keys that can stand here: {}", all)}
                         : Words{fmt::format("có phải là `{}`?", fmt::join(near, "`, `")),
                                 fmt::format("did you mean `{}`?", fmt::join(near, "`, `"))});
        said.cell = Cell{said.place.line, key.value, ""};
    }

    void wrong_form(const YamlNode& node, std::string column, Words message, Words help) {
        wrong_form(builder_.diagnostics(), node, std::move(column), std::move(message), std::move(help));
    }

    static void wrong_form(Diagnostics& list, const YamlNode& node, std::string column, Words message, Words help) {
        Diagnostic& said = list.add(wrong_record_form, start_of(node), std::move(message), std::move(help));
        said.cell = Cell{said.place.line, std::move(column), node.is_scalar() ? node.text.value : ""};
    }

    void rows(EntityId entity, const YamlEntry& entry, Inside inside) {
        TableBuilder& table = builder_.table(entity);
        table.supply();
        if (entry.value.is_null()) return;
        if (!entry.value.is_sequence()) {
            wrong_form(entry.value, entry.key.value,
                       {fmt::format("`{}` là một danh sách các dòng", entry.key.value),
                        fmt::format("`{}` is a list of rows", entry.key.value)},
                       form_ == NestedForm::json ? Words{R"(viết [{"id": …}])", R"(write [{"id": …}])"}
                                                 : Words{"bắt đầu mỗi dòng bằng `- id: …`", "begin each row with `- id: …`"});
            return;
        }
        for (const ColumnName column : required(table.kind())) table.supply(column);
        for (const YamlNode& item : entry.value.items) row(entity, item, inside);
    }

    static std::vector<ColumnName> required(const Entity& kind) {
        std::vector<ColumnName> columns;
        for (FieldId field = 0; field < kind.fields.size(); ++field)
            if (kind.fields[field].required) columns.push_back({field, none_id});
        for (LinkId link = 0; link < kind.links.size(); ++link)
            if (kind.links[link].required) columns.push_back({none_id, link});
        return columns;
    }

    void row(EntityId entity, const YamlNode& node, Inside inside) {
        TableBuilder& table = builder_.table(entity);
        const Row here = table.start_row();
        places_[entity]->rows.push_back(&node);
        if (inside.link != none_id) table.put_inside(inside.link, inside.parent);
        if (!node.is_mapping()) {
            wrong_form(table.problems(), node, "",
                       {"một dòng gồm các khóa `trường: giá trị`", "a row is made of keys `field: value`"},
                       form_ == NestedForm::json ? Words{R"(viết {"id": …})", R"(write {"id": …})"}
                                                 : Words{"viết `- id: …`", "write `- id: …`"});
            table.refuse();
            return;
        }
        std::vector<std::pair<const YamlEntry*, Downward>> below;
        std::vector<std::pair<ColumnName, const Text*>> seen;
        for (const YamlEntry& entry : node.entries) {
            const auto column = table.names().find(entry.key.value);
            const auto before =
                std::find_if(seen.begin(), seen.end(), [&](const auto& one) { return column && one.first == *column; });
            if (before != seen.end()) {
                Diagnostic& said =
                    table.problems().add(column_twice, entry.key.place(),
                                         {fmt::format("`{}` có hai lần trong dòng này", table.names().name_of(*column)),
                                          fmt::format("`{}` is there twice in this row", table.names().name_of(*column))},
                                         {"bỏ một trong hai", "remove one of the two"});
                said.cell = Cell{said.place.line, entry.key.value, entry.value.text.value};
                said.related.push_back({before->second->place(), {"lần đầu ở đây", "first given here"}});
                table.spoil(*column);
            } else if (column) {
                seen.emplace_back(*column, &entry.key);
                value(table, *column, entry);
            } else if (const auto down = rows_inside(entity, entry.key.value)) {
                below.emplace_back(&entry, *down);
            } else {
                unknown_key(entity, entry);
            }
        }
        table.finish_row();
        for (const auto& [entry, down] : below) rows(down.child, *entry, {down.link, here});
    }

    void value(TableBuilder& table, ColumnName column, const YamlEntry& entry) {
        table.supply(column);
        if (entry.value.is_null()) return;
        if (!entry.value.is_scalar()) {
            wrong_form(table.problems(), entry.value, entry.key.value,
                       {fmt::format("`{}` là một giá trị, không phải danh sách hay các khóa", entry.key.value),
                        fmt::format("`{}` is one value, no list and no keys", entry.key.value)},
                       {fmt::format("viết {}: …", entry.key.value), fmt::format("write {}: …", entry.key.value)});
            table.spoil(column);
            return;
        }
        if (form_ == NestedForm::json && entry.value.text.plain && !fits_json_type(table, column, entry)) return;
        table.put(column, entry.value.text.value);
    }

    /// JSON's true and false are no text, and its 1.250 is one and a quarter, where the cell `1.250` is a thousand and more.
    bool fits_json_type(TableBuilder& table, ColumnName column, const YamlEntry& entry) {
        const std::string& text = entry.value.text.value;
        const Kind kind = column.link != none_id ? Kind::text : table.kind().fields[column.field].type.kind;
        const std::string key = shown(entry.key.value);
        if ((text == "true" || text == "false") && kind == Kind::text) {
            table.report_bad(
                json_type, column, text,
                {fmt::format("{}: {} là có hay không, ở đây cần chữ", key, text),
                 fmt::format("{}: {} is yes or no, a text is expected here", key, text)},
                {"đặt chữ trong ngoặc kép; viết null nếu chưa biết", "write the text in quotes, or null if it is not known"});
            return false;
        }
        const std::size_t point = text.find('.');
        if ((kind != Kind::integer && kind != Kind::money) || point == std::string::npos) return true;
        std::string digits = text;
        digits.erase(point, 1);
        if (text.size() - point != 4 || digits.find_first_not_of("-0123456789") != std::string::npos) return true;
        table.report_bad(
            ambiguous_number, column, text,
            {fmt::format("{}: `{}` không có ngoặc kép có thể là {} hoặc {},{}: cần một số nguyên viết rõ", key, text, digits,
                         text.substr(0, point), text.substr(point + 1)),
             fmt::format("{}: `{}` without quotes could be {} or {}: a whole number that reads one way is expected", key, text,
                         digits, text)},
            {fmt::format("viết {}", digits), fmt::format("write {}", digits)});
        return false;
    }

    void say_unused(const std::vector<const Text*>& keys) {
        if (keys.empty()) return;
        std::vector<std::string> names;
        for (const Text* key : keys) names.push_back(key->value);
        Diagnostic& said = builder_.diagnostics().add(column_not_used, keys[0]->place(), not_used_message(names));
        said.cell = Cell{said.place.line, fmt::format("{}", fmt::join(names, ", ")), ""};
    }

    /// Tables that may stand inside a row: those whose parent link leads to it.
    std::optional<Downward> rows_inside(EntityId entity, std::string_view key) const {
        const auto child = find_table(schema_, key);
        if (!child) return std::nullopt;
        for (const Downward& down : schema_.downward(entity))
            if (down.child == *child && down.link != none_id && schema_[*child].links[down.link].parent) return down;
        return std::nullopt;
    }

    /// The row is refused, unless the key only holds a value that no field resembles.
    void unknown_key(EntityId entity, const YamlEntry& entry) {
        const Entity& kind = schema_[entity];
        const Text& key = entry.key;
        std::vector<const Text*>& unused = unused_[entity];
        const bool holds_value = entry.value.is_scalar() || entry.value.is_null();
        // Every row may have it, and looking for what it resembles takes its time.
        if (holds_value && std::any_of(unused.begin(), unused.end(), [&](const Text* one) { return one->value == key.value; }))
            return;
        const std::string see = shown(key.value);
        if (const auto table = find_table(schema_, key.value)) {
            const LinkId parent = schema_.parent_link(*table);
            const std::string where = parent == none_id ? "" : schema_[schema_[*table].links[parent].target].plural;
            Diagnostic& said = builder_.diagnostics().add(
                unknown_record_key, key.place(),
                {fmt::format("bảng `{}` không đặt trong một dòng của {}", see, kind.plural),
                 fmt::format("the table `{}` cannot stand inside a row of {}", see, kind.plural)},
                where.empty() ? Words{"đặt bảng này ở cấp đầu của tệp", "put it at the first level of the file"}
                              : Words{fmt::format("đặt trong một dòng của {}, hoặc ở cấp đầu của tệp", where),
                                      fmt::format("put it inside a row of {}, or at the first level of the file", where)});
            said.cell = Cell{said.place.line, key.value, ""};
            builder_.table(entity).refuse();
            return;
        }
        std::string all;
        for (const Field& field : kind.fields) all += (all.empty() ? "" : ", ") + field.name;
        for (const Link& link : kind.links) all += ", " + link.name;
        std::vector<std::string> near = builder_.table(entity).names().near(key.value);
        for (const std::string& table : near_tables(schema_, key.value))
            if (rows_inside(entity, table)) near.push_back(table);
        if (near.empty() && !every_key_ && holds_value) return unused.push_back(&key);
        builder_.table(entity).refuse();
        for (const Downward& down : schema_.downward(entity))
            if (rows_inside(entity, down.name)) all += ", " + down.name;
        unknown(
            key,
            {fmt::format("{} không có trường `{}`", kind.plural, see), fmt::format("{} have no field `{}`", kind.plural, see)},
            near, all);
    }

    RecordsBuilder& builder_;
    const Schema& schema_;
    const NestedForm form_;
    const bool every_key_;
    std::vector<std::vector<const Text*>> unused_;  // by EntityId
    std::vector<NodePlaces*> places_;               // by EntityId
};

}  // namespace

void read_nested(const YamlNode& root, RecordsBuilder& builder, NestedForm form, bool every_key) {
    NestedReader(builder, form, every_key).read(root);
}

}  // namespace hoagiai
