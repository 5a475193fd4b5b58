// Loading whole folders and documents, told as documents: tests/cases/records/*.md. Each `## case` has input files (```csv
// teams.csv, ```yaml records.yaml), the problems that must be reported, all of them and in order (```problems: file:row:column
// name code value), and may have the rows read, used and refused (```rows) and what to do, said for each problem (```help).
// HOAGIAI_UPDATE_CASES=1 writes these three blocks anew.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/records/load.h"

using namespace hoagiai;

namespace {

struct Document {
    std::string name;
    std::vector<std::pair<std::string, std::string>> files;
    std::string problems, rows, help;

    std::string* told(const std::string& kind) {
        return kind == "problems" ? &problems : kind == "rows" ? &rows : kind == "help" ? &help : nullptr;
    }
};

/// \xNN, \r and \t of a document's input, which a text file cannot show.
std::string bytes_of(const std::string& shown) {
    std::string bytes;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown.compare(i, 2, "\\x") == 0 && i + 3 < shown.size()) {
            bytes += static_cast<char>(std::stoi(shown.substr(i + 2, 2), nullptr, 16));
            i += 3;
        } else if (shown.compare(i, 2, "\\r") == 0 || shown.compare(i, 2, "\\t") == 0) {
            bytes += shown[++i] == 'r' ? '\r' : '\t';
        } else {
            bytes += shown[i];
        }
    }
    return bytes;
}

std::vector<Document> documents(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::vector<Document> all;
    std::string line, block;
    std::string* target = nullptr;
    while (std::getline(file, line)) {
        if (target) {
            if (line == "```")
                target = nullptr;
            else
                *target += line + "\n";
        } else if (line.rfind("## ", 0) == 0) {
            all.push_back({line.substr(3), {}, "", "", ""});
        } else if (line.rfind("```", 0) == 0) {
            REQUIRE_FALSE(all.empty());
            std::istringstream words(line.substr(3));
            std::string kind, name;
            words >> kind >> std::ws;
            std::getline(words, name);
            if (std::string* told = all.back().told(kind)) {
                target = told;
            } else {
                all.back().files.emplace_back(bytes_of(name), "");
                target = &all.back().files.back().second;
            }
        }
    }
    return all;
}

std::string problems_of(const Records& records, const std::filesystem::path& root) {
    std::string text;
    for (const Diagnostic& problem : records.diagnostics.all()) {
        std::string file = problem.place.file;
        if (file.rfind(root.string(), 0) == 0)
            file = file.size() > root.string().size() ? file.substr(root.string().size() + 1) : ".";
        text += fmt::format("{}:{}:{} {}", file, problem.place.line, problem.place.column, problem.code);
        if (problem.cell) {
            CHECK(problem.cell->row == problem.place.line);
            text += fmt::format(" [{}] [{}]", problem.cell->column, problem.cell->value);
        }
        text += " " + problem.message.vi + "\n";
        CHECK_FALSE(problem.message.en.empty());
        CHECK(problem.help.vi.empty() == problem.help.en.empty());
        CHECK((problem.severity == Severity::note || !problem.help.en.empty()));
    }
    return text;
}

std::string help_of(const Records& records) {
    std::string text;
    for (const Diagnostic& problem : records.diagnostics.all()) text += problem.code + " " + problem.help.vi + "\n";
    return text;
}

std::string rows_of(const Records& records) {
    std::string text;
    for (EntityId entity = 0; entity < records.rows.size(); ++entity) {
        const RowCounts& counts = records.rows[entity];
        CHECK(counts.read == counts.used + counts.refused);
        if (counts.read == 0) continue;
        CHECK(records.dataset.tables[entity].size == counts.used);
        text +=
            fmt::format("{} {} {} {}\n", (*records.dataset.schema)[entity].plural, counts.read, counts.used, counts.refused);
    }
    return text;
}

/// The document with what was told now in place of what it says.
void update(const std::filesystem::path& path, std::vector<Document>& now) {
    std::ifstream file(path);
    std::string text, line;
    std::size_t next = 0;
    bool skipping = false;
    while (std::getline(file, line)) {
        if (line.rfind("## ", 0) == 0 && !skipping) ++next;
        if (skipping && line != "```") continue;
        skipping = false;
        text += line + "\n";
        if (line.rfind("```", 0) != 0 || next == 0) continue;
        const std::string* told = now[next - 1].told(line.substr(3));
        if (told) text += *told;
        skipping = told != nullptr;
    }
    file.close();
    std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("records as documents", "[records]") {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(HOAGIAI_SOURCE_DIR) / "tests/cases/records"))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    REQUIRE_FALSE(paths.empty());
    const std::filesystem::path root =
        std::filesystem::path(HOAGIAI_BINARY_DIR) / ("records-documents-" + std::to_string(::getpid()));
    const bool updating = std::getenv("HOAGIAI_UPDATE_CASES") != nullptr;
    for (const std::filesystem::path& path : paths) {
        std::vector<Document> all = documents(path);
        for (Document& document : all) {
            INFO(path.filename().string() << ": " << document.name);
            REQUIRE_FALSE(document.files.empty());
            std::filesystem::remove_all(root);
            std::filesystem::create_directories(root);
            for (const auto& [name, text] : document.files) std::ofstream(root / name, std::ios::binary) << bytes_of(text);
            const bool one_document = document.files.size() == 1 && document.files[0].first.find(".csv") == std::string::npos;
            const Records records = load_records(one_document ? root / document.files[0].first : root, builtin_schema());
            const std::string problems = problems_of(records, root), rows = rows_of(records), help = help_of(records);
            if (updating) {
                document.problems = problems, document.rows = rows, document.help = help;
            } else {
                CHECK(problems == document.problems);
                if (!document.rows.empty()) CHECK(rows == document.rows);
                if (!document.help.empty()) CHECK(help == document.help);
            }
            std::filesystem::remove_all(root);
        }
        if (updating) update(path, all);
    }
}
