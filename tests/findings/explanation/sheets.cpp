#include "tests/findings/explanation/sheets.h"

#include <unistd.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "engine/text/fold.h"
#include "tests/support/read_file.h"

namespace hoagiai::support {

namespace fs = std::filesystem;

namespace {

std::vector<std::vector<std::string>> cells_of(const std::string& text) {
    std::vector<std::vector<std::string>> lines = {{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (byte == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"')
            lines.back().back() += text[i++];
        else if (byte == '"')
            quoted = !quoted;
        else if (byte == ',' && !quoted)
            lines.back().emplace_back();
        else if (byte == '\n' && !quoted)
            lines.push_back({""});
        else if (byte != '\r')
            lines.back().back() += byte;
    }
    if (lines.back() == std::vector<std::string>{""}) lines.pop_back();
    return lines;
}

/// Headers may be titles: the field's name instead.
std::string field_name(const std::string& table, const std::string& header) {
    const auto schema = builtin_schema();
    const Entity& entity = (*schema)[schema->find_plural(table)];
    const std::string folded = fold(header);
    for (const Field& field : entity.fields)
        if (fold(field.title.vi) == folded || fold(field.title.en) == folded) return field.name;
    for (const Link& link : entity.links)
        if (fold(link.title.vi) == folded || fold(link.title.en) == folded) return link.name;
    return header;
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char byte : text) result += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    return result + "\"";
}

}  // namespace

Sheets Sheets::read_csv(const fs::path& folder) {
    Sheets sheets;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".csv") continue;
        const auto lines = cells_of(read_file(entry.path()));
        Sheet& sheet = sheets.tables[entry.path().stem().string()];
        for (const std::string& header : lines.front())
            sheet.columns.push_back(field_name(entry.path().stem().string(), header));
        for (std::size_t i = 1; i < lines.size(); ++i) {
            auto& row = sheet.rows.emplace_back();
            for (std::size_t column = 0; column < lines[i].size(); ++column)
                if (!lines[i][column].empty()) row[sheet.columns[column]] = lines[i][column];
        }
    }
    return sheets;
}

void Sheets::fill(const std::string& table, const std::string& id, const std::string& field, const std::string& value) {
    Sheet& sheet = tables.at(table);
    if (std::find(sheet.columns.begin(), sheet.columns.end(), field) == sheet.columns.end()) sheet.columns.push_back(field);
    bool found = false;
    for (auto& row : sheet.rows)
        if (row.at("id") == id) {
            CHECK(row.count(field) == 0);  // it was blank
            row[field] = value;
            found = true;
        }
    INFO(table << " " << id);
    REQUIRE(found);
}

Records Sheets::load() const {
    std::string pattern = (fs::temp_directory_path() / "hoagiai-sheets-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    for (const auto& [table, sheet] : tables) {
        std::ofstream file(fs::path(pattern) / (table + ".csv"), std::ios::binary);
        for (std::size_t i = 0; i < sheet.columns.size(); ++i) file << (i == 0 ? "" : ",") << quoted(sheet.columns[i]);
        file << "\n";
        for (const auto& row : sheet.rows) {
            for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
                const auto cell = row.find(sheet.columns[i]);
                file << (i == 0 ? "" : ",") << (cell == row.end() ? "" : quoted(cell->second));
            }
            file << "\n";
        }
    }
    Records records = load_records(pattern, builtin_schema());
    fs::remove_all(pattern);
    return records;
}

}  // namespace hoagiai::support
