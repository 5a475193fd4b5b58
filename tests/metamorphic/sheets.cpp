#include "tests/metamorphic/sheets.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>

#include "engine/text/fold.h"
#include "engine/values/date.h"

namespace hoagiai::metamorphic {

namespace {

std::string cell(const Dataset& data, EntityId entity, FieldId field, Row row) {
    const CellState state = data.state(entity, field, row);
    if (state == CellState::missing) return "";
    if (state == CellState::never) return "never";
    const std::int64_t value = data[entity].columns[field].value(row);
    const Type& type = (*data.schema)[entity].fields[field].type;
    switch (type.kind) {
        case Kind::boolean:
            return value ? "true" : "false";
        case Kind::integer:
        case Kind::money:
            return std::to_string(value);
        case Kind::ratio:
            return fmt::format("{}.{:09}%", value / (ratio_unit / 100), value % (ratio_unit / 100));
        case Kind::date:
            return iso_date(static_cast<Day>(value));
        case Kind::choice:
            return type.choices->choices[static_cast<std::size_t>(value)].name;
        default:
            return std::string(data.texts[static_cast<std::size_t>(value)]);
    }
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char byte : text) result += byte == '"' ? "\"\"" : std::string(1, byte);
    return result + "\"";
}

std::string line(const std::vector<std::string>& cells) {
    std::string text;
    for (const std::string& one : cells) text += (text.empty() ? "" : ",") + quoted(one);
    return text + "\n";
}

/// A folder of its own for each reading, gone afterwards.
class Folder {
public:
    Folder() {
        static int count = 0;
        path_ =
            std::filesystem::temp_directory_path() / fmt::format("hoagiai-metamorphic-{}-{}", getpid(), ++count) / "records";
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_.parent_path(), ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

void require_no_errors(const Diagnostics& diagnostics) {
    for (const Diagnostic& one : diagnostics.all()) UNSCOPED_INFO(render(one, Language::en, false));
    REQUIRE_FALSE(diagnostics.has_errors());
}

}  // namespace

std::size_t Sheet::column(const std::string& title) const {
    return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), title) - columns.begin());
}

Sheets sheets_of(const Dataset& data) {
    const Schema& schema = *data.schema;
    Sheets sheets;
    for (EntityId entity = 0; entity < schema.entities.size(); ++entity) {
        const Entity& kind = schema[entity];
        const Table& table = data[entity];
        if (kind.derived_from || !table.supplied) continue;
        Sheet sheet{kind.plural, {}, std::vector<std::vector<std::string>>(table.size)};
        for (FieldId field = 0; field < kind.fields.size(); ++field) {
            if (!table.columns[field].supplied) continue;
            sheet.columns.push_back(kind.fields[field].name);
            for (Row row = 0; row < table.size; ++row) sheet.rows[row].push_back(cell(data, entity, field, row));
        }
        for (LinkId link = 0; link < kind.links.size(); ++link) {
            if (!table.links[link].supplied) continue;
            sheet.columns.push_back(kind.links[link].name);
            for (Row row = 0; row < table.size; ++row) {
                const Row target = table.links[link].targets[row];
                sheet.rows[row].push_back(target == no_row ? "" : std::string(data.id(kind.links[link].target, target)));
            }
        }
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

std::shared_ptr<Records> load(const Sheets& sheets) {
    const Folder folder;
    for (const Sheet& sheet : sheets) {
        std::ofstream file(folder.path() / (sheet.name + ".csv"), std::ios::binary);
        file << line(sheet.columns);
        for (const auto& row : sheet.rows) file << line(row);
    }
    auto records = std::make_shared<Records>(load_records(folder.path(), builtin_schema()));
    require_no_errors(records->diagnostics);
    return records;
}

Sheets example(const std::string& name) {
    const Records records = load_records(std::filesystem::path(HOAGIAI_SOURCE_DIR) / "examples" / name, builtin_schema());
    require_no_errors(records.diagnostics);
    return sheets_of(records.dataset);
}

namespace {

/// Whether a column names units that have no table of their own: a province.
bool names_derived(const Schema& schema, const std::string& sheet, const std::string& column) {
    const EntityId entity = schema.find_plural(sheet);
    const FieldId field = schema[entity].find_field(column);
    return field != none_id && std::any_of(schema.entities.begin(), schema.entities.end(),
                                           [&](const Entity& one) { return one.derived_from == std::pair(entity, field); });
}

}  // namespace

Sheets renamed(Sheets sheets, const std::function<std::string(const std::string&)>& name) {
    const std::vector<std::string> known = names_of_units(sheets);
    const auto schema = builtin_schema();
    for (Sheet& sheet : sheets) {
        const Entity& kind = (*schema)[schema->find_plural(sheet.name)];
        for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
            const std::string& title = sheet.columns[column];
            if (title != "id" && title != "unit" && kind.find_link(title) == none_id &&
                !names_derived(*schema, sheet.name, title))
                continue;
            for (auto& row : sheet.rows)
                if (std::binary_search(known.begin(), known.end(), row[column])) row[column] = name(row[column]);
        }
    }
    return sheets;
}

std::vector<std::string> names_of_units(const Sheets& sheets) {
    const std::vector<std::string> of_rows = ids(sheets);
    std::set<std::string> all(of_rows.begin(), of_rows.end());
    std::map<std::string, std::set<std::string>> spellings;
    for (const Sheet& sheet : sheets)
        for (std::size_t column = 0; column < sheet.columns.size(); ++column)
            if (names_derived(*builtin_schema(), sheet.name, sheet.columns[column]))
                for (const auto& row : sheet.rows)
                    if (!row[column].empty()) spellings[fold(row[column])].insert(row[column]);
    // A unit that is spelt in two ways would become two, and a blank at the end is not shown; and they keep their order among
    // each other only if all are renamed.
    const bool one_each = std::all_of(spellings.begin(), spellings.end(), [](const auto& unit) {
        return unit.second.size() == 1 && unit.second.begin()->back() != ' ';
    });
    for (const auto& [folded, written] : spellings)
        if (one_each) all.insert(*written.begin());
    return {all.begin(), all.end()};
}

std::vector<std::string> ids(const Sheets& sheets) {
    std::set<std::string> all;
    for (const Sheet& sheet : sheets)
        for (const auto& row : sheet.rows) all.insert(row[sheet.column("id")]);
    return {all.begin(), all.end()};
}

}  // namespace hoagiai::metamorphic
