#include "tests/support/records_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "engine/values/date.h"
#include "tests/support/workbook_builder.h"

namespace hoagiai::support {

namespace {

using Json = nlohmann::ordered_json;

/// Vowels with their six tones, and what each vowel is made of.
struct Vowel {
    const char* toned[6];
    const char* parts;
};
constexpr Vowel vowels[] = {
    {{"a", "à", "á", "ả", "ã", "ạ"}, "a"},       {{"ă", "ằ", "ắ", "ẳ", "ẵ", "ặ"}, "a\u0306"},
    {{"â", "ầ", "ấ", "ẩ", "ẫ", "ậ"}, "a\u0302"}, {{"e", "è", "é", "ẻ", "ẽ", "ẹ"}, "e"},
    {{"ê", "ề", "ế", "ể", "ễ", "ệ"}, "e\u0302"}, {{"i", "ì", "í", "ỉ", "ĩ", "ị"}, "i"},
    {{"o", "ò", "ó", "ỏ", "õ", "ọ"}, "o"},       {{"ô", "ồ", "ố", "ổ", "ỗ", "ộ"}, "o\u0302"},
    {{"ơ", "ờ", "ớ", "ở", "ỡ", "ợ"}, "o\u031B"}, {{"u", "ù", "ú", "ủ", "ũ", "ụ"}, "u"},
    {{"ư", "ừ", "ứ", "ử", "ữ", "ự"}, "u\u031B"}, {{"y", "ỳ", "ý", "ỷ", "ỹ", "ỵ"}, "y"},
    {{"A", "À", "Á", "Ả", "Ã", "Ạ"}, "A"},       {{"Ă", "Ằ", "Ắ", "Ẳ", "Ẵ", "Ặ"}, "A\u0306"},
    {{"Â", "Ầ", "Ấ", "Ẩ", "Ẫ", "Ậ"}, "A\u0302"}, {{"E", "È", "É", "Ẻ", "Ẽ", "Ẹ"}, "E"},
    {{"Ê", "Ề", "Ế", "Ể", "Ễ", "Ệ"}, "E\u0302"}, {{"I", "Ì", "Í", "Ỉ", "Ĩ", "Ị"}, "I"},
    {{"O", "Ò", "Ó", "Ỏ", "Õ", "Ọ"}, "O"},       {{"Ô", "Ồ", "Ố", "Ổ", "Ỗ", "Ộ"}, "O\u0302"},
    {{"Ơ", "Ờ", "Ớ", "Ở", "Ỡ", "Ợ"}, "O\u031B"}, {{"U", "Ù", "Ú", "Ủ", "Ũ", "Ụ"}, "U"},
    {{"Ư", "Ừ", "Ứ", "Ử", "Ữ", "Ự"}, "U\u031B"}, {{"Y", "Ỳ", "Ý", "Ỷ", "Ỹ", "Ỵ"}, "Y"},
};
constexpr const char* tones[] = {"", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"};

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ".");
    return digits;
}

class Writer {
public:
    Writer(const Dataset& data, const Spelling& spelling) : data_(data), schema_(*data.schema), spelling_(spelling) {}

    std::string name(const std::string& own, const Words& title) const { return spell(spelling_.vietnamese ? title.vi : own); }
    std::string spell(const std::string& text) const { return spelling_.decomposed ? decomposed(text) : text; }

    std::string cell(EntityId entity, FieldId field, Row row) const {
        const CellState state = data_.state(entity, field, row);
        if (state == CellState::missing) return "";
        const bool vietnamese = spelling_.vietnamese;
        if (state == CellState::never) return spell(vietnamese ? "Chưa" : "never");
        const std::int64_t value = data_[entity].columns[field].value(row);
        const Type& type = schema_[entity].fields[field].type;
        switch (type.kind) {
            case Kind::boolean:
                return spell(vietnamese ? (value ? "Có" : "không") : (value ? "true" : "false"));
            case Kind::integer:
            case Kind::money:
                return vietnamese ? grouped(value) : std::to_string(value);
            case Kind::ratio: {
                std::string text = fmt::format("{}.{:09}%", value / (ratio_unit / 100), value % (ratio_unit / 100));
                if (vietnamese) std::replace(text.begin(), text.end(), '.', ',');
                return text;
            }
            case Kind::date:
                return vietnamese ? vietnamese_date(static_cast<Day>(value)) : iso_date(static_cast<Day>(value));
            case Kind::choice: {
                const Choice& choice = type.choices->choices[static_cast<std::size_t>(value)];
                return name(choice.name, choice.title);
            }
            default:
                return spell(std::string(data_.texts[static_cast<std::size_t>(value)]));
        }
    }

    std::string link(EntityId entity, LinkId link, Row row) const {
        const Row target = data_[entity].links[link].targets[row];
        return target == no_row ? "" : spell(std::string(data_.id(schema_[entity].links[link].target, target)));
    }

    std::vector<Row> rows(EntityId entity) const {
        std::vector<Row> all(data_[entity].size);
        std::iota(all.begin(), all.end(), Row{0});
        if (spelling_.mixed) std::reverse(all.begin(), all.end());
        return all;
    }

    // CSV.

    std::string csv(EntityId entity) const {
        const Entity& kind = schema_[entity];
        struct Column {
            std::string title;
            FieldId field = none_id;
            LinkId link = none_id;
        };
        std::vector<Column> columns;
        for (FieldId field = 0; field < kind.fields.size(); ++field)
            if (data_[entity].columns[field].supplied)
                columns.push_back({name(kind.fields[field].name, kind.fields[field].title), field, none_id});
        for (LinkId i = 0; i < kind.links.size(); ++i)
            if (data_[entity].links[i].supplied) columns.push_back({name(kind.links[i].name, kind.links[i].title), none_id, i});
        if (spelling_.mixed) std::reverse(columns.begin(), columns.end());
        const auto quoted = [](const std::string& text) {
            std::string result = "\"";
            for (const char byte : text) result += byte == '"' ? std::string(2, byte) : std::string(1, byte);
            return result + "\"";
        };
        const std::string around = spelling_.mixed ? "\u00A0 " : "";
        std::string text = spelling_.mixed ? "\xEF\xBB\xBFSTT;" : "";
        const char* const separator = spelling_.mixed ? ";" : ",";
        for (std::size_t i = 0; i < columns.size(); ++i) text += (i == 0 ? "" : separator) + quoted(columns[i].title);
        text += spelling_.mixed ? std::string(";Ghi chú") + "\r\n" : "\n";
        std::size_t number = 0;
        for (const Row row : rows(entity)) {
            if (spelling_.mixed) text += std::to_string(++number) + ";";
            for (std::size_t i = 0; i < columns.size(); ++i)
                text += (i == 0 ? "" : separator) + quoted(around +
                                                           (columns[i].field != none_id ? cell(entity, columns[i].field, row)
                                                                                        : link(entity, columns[i].link, row)) +
                                                           around);
            text += spelling_.mixed ? ";x\r\n" : "\n";
        }
        return text;
    }

    // Workbooks: a title above the table where the spelling is mixed, STT and Ghi chú beside it.

    std::vector<BuiltSheet> sheets(bool open_document) const {
        std::vector<BuiltSheet> all;
        for (EntityId entity = 0; entity < schema_.entities.size(); ++entity)
            if (!schema_[entity].derived_from && data_[entity].supplied)
                all.push_back({name(schema_[entity].plural, schema_[entity].plural_title), sheet(entity, open_document), ""});
        if (spelling_.mixed) std::reverse(all.begin(), all.end());
        return all;
    }

    std::string sheet(EntityId entity, bool open_document) const {
        const Entity& kind = schema_[entity];
        std::string text;
        std::uint32_t number = 0, column = 0;
        const auto begin = [&] {
            ++number;
            column = spelling_.mixed ? 2 : 1;
            text += open_document ? "<table:table-row>" : fmt::format("<row r=\"{}\">", number);
            if (open_document && spelling_.mixed) text += "<table:table-cell/>";
        };
        const auto end = [&] { text += open_document ? "</table:table-row>" : "</row>"; };
        const auto add = [&](const std::string& words, FieldId field, Row row) {
            text += open_document ? ods_cell(entity, field, row, words)
                                  : xlsx_cell(column_letters(column) + std::to_string(number), entity, field, row, words);
            ++column;
        };
        if (spelling_.mixed) {
            begin();
            add("BIỂU TỔNG HỢP", none_id, no_row);
            end();
        }
        begin();
        for (FieldId field = 0; field < kind.fields.size(); ++field)
            if (data_[entity].columns[field].supplied)
                add(name(kind.fields[field].name, kind.fields[field].title), none_id, no_row);
        for (LinkId i = 0; i < kind.links.size(); ++i)
            if (data_[entity].links[i].supplied) add(name(kind.links[i].name, kind.links[i].title), none_id, no_row);
        if (spelling_.mixed) add("Ghi chú", none_id, no_row);
        end();
        for (const Row row : rows(entity)) {
            begin();
            for (FieldId field = 0; field < kind.fields.size(); ++field)
                if (data_[entity].columns[field].supplied) add(cell(entity, field, row), field, row);
            for (LinkId i = 0; i < kind.links.size(); ++i)
                if (data_[entity].links[i].supplied) add(link(entity, i, row), none_id, row);
            if (spelling_.mixed) add("x", none_id, no_row);
            end();
        }
        return text;
    }

    /// The kind of a cell that is no text, and its number; Kind::text for all others.
    std::pair<Kind, std::int64_t> typed(EntityId entity, FieldId field, Row row) const {
        if (field == none_id || row == no_row || data_.state(entity, field, row) != CellState::known) return {Kind::text, 0};
        return {schema_[entity].fields[field].type.kind, data_[entity].columns[field].value(row)};
    }

    std::string xlsx_cell(const std::string& place, EntityId entity, FieldId field, Row row, const std::string& words) const {
        if (words.empty()) return "";
        const auto [kind, value] = typed(entity, field, row);
        const auto number = [&](int style, const std::string& text) {
            return fmt::format("<c r=\"{}\" s=\"{}\"><v>{}</v></c>", place, style, text);
        };
        if (kind == Kind::boolean) return fmt::format("<c r=\"{}\" t=\"b\"><v>{}</v></c>", place, value);
        if (kind == Kind::integer || kind == Kind::money) return number(0, std::to_string(value) + ".0");
        if (kind == Kind::date) return number(spelling_.vietnamese ? 1 : 3, std::to_string(value + 25569));
        if (kind == Kind::ratio)
            return number(2, fmt::format("{}", static_cast<double>(value) / static_cast<double>(ratio_unit)));
        return fmt::format("<c r=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> {}</t></is></c>", place,
                           xml_escaped(words));
    }

    std::string ods_cell(EntityId entity, FieldId field, Row row, const std::string& words) const {
        if (words.empty()) return "<table:table-cell/>";
        const auto [kind, value] = typed(entity, field, row);
        const auto one = [&](const char* type, const std::string& attribute) {
            return fmt::format(
                "<table:table-cell office:value-type=\"{}\" {} "
                "calcext:value-type=\"{}\"><text:p>{}</text:p></table:table-cell>",
                type, attribute, type, xml_escaped(words));
        };
        if (kind == Kind::boolean) return one("boolean", fmt::format("office:boolean-value=\"{}\"", value ? "true" : "false"));
        if (kind == Kind::integer || kind == Kind::money) return one("float", fmt::format("office:value=\"{}\"", value));
        if (kind == Kind::date) return one("date", fmt::format("office:date-value=\"{}\"", iso_date(static_cast<Day>(value))));
        if (kind == Kind::ratio)
            return one("percentage",
                       fmt::format("office:value=\"{}\"", static_cast<double>(value) / static_cast<double>(ratio_unit)));
        return one("string", "");
    }

    // Nested.

    Json document() const {
        Json root = Json::object();
        for (EntityId entity = 0; entity < schema_.entities.size(); ++entity) {
            if (schema_[entity].derived_from || !data_[entity].supplied) continue;
            const LinkId parent = schema_.parent_link(entity);
            Json flat = Json::array();
            for (const Row row : rows(entity))
                if (parent == none_id || data_[entity].links[parent].targets.empty() ||
                    data_[entity].links[parent].targets[row] == no_row)
                    flat.push_back(one_row(entity, row));
            if (parent == none_id || !flat.empty() || data_[entity].size == 0)
                root[name(schema_[entity].plural, schema_[entity].plural_title)] = std::move(flat);
        }
        return root;
    }

private:
    Json one_row(EntityId entity, Row row) const {
        const Entity& kind = schema_[entity];
        Json one = Json::object();
        for (FieldId field = 0; field < kind.fields.size(); ++field)
            if (data_[entity].columns[field].supplied)
                one[name(kind.fields[field].name, kind.fields[field].title)] = scalar(entity, field, row);
        for (LinkId i = 0; i < kind.links.size(); ++i)
            if (data_[entity].links[i].supplied && !kind.links[i].parent) {
                const std::string id = link(entity, i, row);
                one[name(kind.links[i].name, kind.links[i].title)] = id.empty() ? Json(nullptr) : Json(id);
            }
        for (const Downward& down : schema_.downward(entity)) {
            if (down.link == none_id || !schema_[down.child].links[down.link].parent) continue;
            Json below = Json::array();
            for (const Row child : rows(down.child))
                if (!data_[down.child].links[down.link].targets.empty() &&
                    data_[down.child].links[down.link].targets[child] == row)
                    below.push_back(one_row(down.child, child));
            if (!below.empty()) one[name(schema_[down.child].plural, schema_[down.child].plural_title)] = std::move(below);
        }
        return one;
    }

    /// In English spelling with JSON's own types where it has them.
    Json scalar(EntityId entity, FieldId field, Row row) const {
        const std::string text = cell(entity, field, row);
        if (text.empty()) return nullptr;
        const Kind kind = schema_[entity].fields[field].type.kind;
        if (!spelling_.vietnamese && kind == Kind::boolean) return text == "true";
        if (!spelling_.vietnamese && (kind == Kind::integer || kind == Kind::money)) return Json::parse(text);
        return text;
    }

    const Dataset& data_;
    const Schema& schema_;
    const Spelling spelling_;
};

void write_yaml(const Json& node, std::size_t indent, std::string& text) {
    const std::string margin(indent, ' ');
    for (const auto& [key, value] : node.items()) {
        if (node.is_object()) text += margin + Json(key).dump() + ":";
        if (!value.is_structured() || value.empty()) {
            text += " " + value.dump() + "\n";
        } else if (value.is_object()) {
            text += "\n";
            write_yaml(value, indent + 2, text);
        } else {
            text += "\n";
            for (const Json& item : value) {
                std::string row;
                write_yaml(item, indent + 4, row);
                row.replace(indent + 2, 1, "-");
                text += row;
            }
        }
    }
}

}  // namespace

std::string decomposed(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 1;
        while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80) ++length;
        std::string letter = text.substr(at, length);
        at += length;
        for (const Vowel& vowel : vowels)
            for (std::size_t tone = 0; tone < 6; ++tone)
                if (letter == vowel.toned[tone]) {
                    letter = std::string(vowel.parts) + tones[tone];
                    break;
                }
        result += letter;
    }
    return result;
}

void write_csv_folder(const Dataset& data, const std::filesystem::path& folder, const Spelling& spelling) {
    const Writer writer(data, spelling);
    const Schema& schema = *data.schema;
    for (EntityId entity = 0; entity < schema.entities.size(); ++entity)
        if (!schema[entity].derived_from && data[entity].supplied)
            std::ofstream(folder / (writer.name(schema[entity].plural, schema[entity].plural_title) + ".csv"), std::ios::binary)
                << writer.csv(entity);
}

std::string xlsx_workbook(const Dataset& data, const Spelling& spelling) {
    return zipped(xlsx_parts(Writer(data, spelling).sheets(false)));
}

std::string ods_workbook(const Dataset& data, const Spelling& spelling) {
    return zipped(ods_parts(Writer(data, spelling).sheets(true)));
}

std::string nested_json(const Dataset& data, const Spelling& spelling) { return Writer(data, spelling).document().dump(1); }

std::string nested_yaml(const Dataset& data, const Spelling& spelling) {
    std::string text;
    write_yaml(Writer(data, spelling).document(), 0, text);
    return text;
}

}  // namespace hoagiai::support
