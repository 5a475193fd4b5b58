// One nested document: communes with their teams, teams with their mediators and cases. A table that stands inside another
// has its parent from there; a flat one names it.
#include <fmt/format.h>

#include <algorithm>

#include "engine/records/format.h"
#include "engine/records/kinds.h"
#include "engine/records/names.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

class NestedReader {
public:
    explicit NestedReader(RecordsBuilder& builder) : builder_(builder), schema_(builder.schema()) {}

    void read(const YamlNode& root) {
        if (!root.is_mapping()) {
            builder_.diagnostics().add(wrong_record_form, root.place(), {"hồ sơ gồm các bảng: communes: …", "records are made of tables: communes: …"});
            return;
        }
        for (const YamlEntry& entry : root.entries) {
            const auto entity = find_table(schema_, entry.key.value);
            if (entity)
                rows(*entity, entry, none_id, "");
            else
                unknown(entry.key, near_tables(schema_, entry.key.value), schema_.entities.front().plural);
        }
    }

private:
    void unknown(const Text& key, const std::vector<std::string>& near, const std::string& example) {
        Diagnostic& said = builder_.diagnostics().add(unknown_record_key, key.place(), {fmt::format("không có bảng hoặc trường `{}`", visible(key.value)), fmt::format("there is no table or field `{}`", visible(key.value))},
                                                      near.empty() ? Words{"ví dụ: " + example, "such as: " + example} : Words{fmt::format("có phải ý bạn là `{}`?", fmt::join(near, "`, `")), fmt::format("did you mean `{}`?", fmt::join(near, "`, `"))});
        said.cell = Cell{said.place.line, key.value, ""};
    }

    /// The rows of a table, inside `parent_id` by `link` if it stands inside another.
    void rows(EntityId entity, const YamlEntry& entry, LinkId link, const std::string& parent_id) {
        TableBuilder& table = builder_.table(entity);
        table.supply();
        if (link != none_id) table.supply_link(link);
        if (entry.value.is_null()) return;
        if (!entry.value.is_sequence()) {
            builder_.diagnostics().add(wrong_record_form, entry.value.place(), {fmt::format("`{}` là một danh sách các dòng", entry.key.value), fmt::format("`{}` is a list of rows", entry.key.value)}, {"bắt đầu mỗi dòng bằng `- id: …`", "begin each row with `- id: …`"});
            return;
        }
        for (const YamlNode& item : entry.value.items) row(entity, item, link, parent_id);
    }

    void row(EntityId entity, const YamlNode& node, LinkId link, const std::string& parent_id) {
        if (!node.is_mapping()) {
            builder_.diagnostics().add(wrong_record_form, node.place(), {"mỗi dòng gồm các khóa `trường: giá trị`", "a row is made of keys `field: value`"});
            return;
        }
        const Entity& kind = schema_[entity];
        TableBuilder& table = builder_.table(entity);
        const Place start = node.entries.empty() ? node.place() : node.entries.front().key.place();
        const std::uint32_t offset = node.entries.empty() ? node.text.begin : node.entries.front().key.begin;
        const SourcePtr source = node.text.source;
        table.set_locate([source](std::uint32_t at) { return source ? source->place(at, at + 1) : Place{}; });
        table.start_row(offset, start.line);
        if (link != none_id) table.put_link(link, parent_id);
        for (FieldId field = 0; field < kind.fields.size(); ++field)
            if (kind.fields[field].required) table.supply_field(field);
        for (LinkId required = 0; required < kind.links.size(); ++required)
            if (kind.links[required].required) table.supply_link(required);
        std::string id;
        const auto downward = schema_.downward(entity);
        struct Below {
            const YamlEntry* entry;
            const Downward* down;
        };
        std::vector<Below> below;
        for (const YamlEntry& entry : node.entries) {
            const auto table_inside = find_table(schema_, entry.key.value);
            const auto down = std::find_if(downward.begin(), downward.end(), [&](const Downward& d) { return table_inside && d.child == *table_inside && d.link != none_id && schema_[d.child].links[d.link].parent; });
            if (down != downward.end()) {
                below.push_back({&entry, &*down});
                continue;
            }
            const auto column = find_column(kind, entry.key.value);
            if (!column) {
                auto near = near_columns(kind, entry.key.value);
                std::vector<std::string> plurals;
                for (const Downward& d : downward) plurals.push_back(d.name);
                for (const std::string& plural : suggestions(entry.key.value, plurals)) near.push_back(plural);
                unknown(entry.key, near, kind.fields.back().name);
                table.refuse_row();
                continue;
            }
            if (entry.value.is_sequence() || entry.value.is_mapping()) {
                builder_.diagnostics().add(wrong_record_form, entry.value.place(), {fmt::format("`{}` là một giá trị", entry.key.value), fmt::format("`{}` is one value", entry.key.value)});
                table.refuse_row();
                continue;
            }
            if (column->link != none_id) {
                table.supply_link(column->link);
                table.put_link(column->link, entry.value.text.value);
                continue;
            }
            table.supply_field(column->field);
            table.put(column->field, entry.value.text.value, entry.key.value, [&] { return entry.value.place(); });
            if (column->field == kind.key) id = nfc(entry.value.text.value);
        }
        table.finish_row();
        for (const Below& inner : below) rows(inner.down->child, *inner.entry, inner.down->link, id);
    }

    RecordsBuilder& builder_;
    const Schema& schema_;
};

}  // namespace

void read_nested(const YamlNode& root, RecordsBuilder& builder) { NestedReader(builder).read(root); }

}  // namespace hoagiai
