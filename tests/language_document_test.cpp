// The documents of the rule language say what the program does: every block in them is read, every table is asked, and the
// table of functions is the one that the code gives.
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>

#include "engine/language/functions/function.h"
#include "engine/language/parser.h"
#include "tests/support/document_reader.h"
#include "tests/support/read_file.h"

using namespace hoagiai;
using support::read_file;

namespace {

namespace fs = std::filesystem;

const fs::path language = fs::path(HOAGIAI_SOURCE_DIR) / "docs/language.md";
const fs::path vietnamese = fs::path(HOAGIAI_SOURCE_DIR) / "docs/vi/ngon-ngu.md";

/// The functions as a table, from their own entries; their examples are run by tests/evaluation/functions_test.cpp.
std::string table_of_functions() {
    std::string table = "| function | in Vietnamese | what it gives | for instance |\n|---|---|---|---|\n";
    for (const Function* function : all_functions()) {
        std::string examples;
        for (const Function::Example& example : function->examples) {
            examples += examples.empty() ? "" : "; ";
            examples += fmt::format("`{}`", example.expression);
            if (!example.rows.empty()) examples += fmt::format(" over {}", example.rows);
            examples += fmt::format(" is {}", example.gives);
        }
        table +=
            fmt::format("| `{}` | `{}` | {} | {} |\n", pattern(*function), function->name_vi, function->summary.en, examples);
    }
    return table;
}

std::string with_table(const std::string& document, const std::string& table) {
    const std::string begin = "<!-- written by the test from the code -->\n", end = "<!-- end -->";
    const std::size_t from = document.find(begin), to = document.find(end);
    REQUIRE(from != std::string::npos);
    REQUIRE(from < to);
    return document.substr(0, from + begin.size()) + table + document.substr(to);
}

void read_document(const fs::path& path, std::size_t least_blocks, std::size_t least_answers) {
    support::DocumentReader reader(fs::path(HOAGIAI_BINARY_DIR) / ("document-" + path.stem().string()));
    reader.read(support::document_parts(read_file(path)));
    for (const std::string& problem : reader.problems()) {
        UNSCOPED_INFO(problem);
        CHECK(problem == "");
    }
    CHECK(reader.blocks() >= least_blocks);
    CHECK(reader.answers() >= least_answers);
}

}  // namespace

TEST_CASE("docs/language.md says what the program does", "[language]") { read_document(language, 60, 280); }

TEST_CASE("docs/vi/ngon-ngu.md says what the program does", "[language]") { read_document(vietnamese, 2, 20); }

TEST_CASE("the table of functions is that of the code", "[language]") {
    const std::string document = read_file(language), renewed = with_table(document, table_of_functions());
    if (std::getenv("HOAGIAI_UPDATE_CASES") && renewed != document) std::ofstream(language, std::ios::binary) << renewed;
    CHECK(document == renewed);
}

TEST_CASE("every key that rule files may have stands in docs/language.md", "[language]") {
    const std::string document = read_file(language);
    const std::regex read_key(R"re(\.(?:text|plain|day|words|optional|required|section)\("([a-z_]+)")re");
    std::set<std::string> keys;
    for (const char* name :
         {"rulebook/reader.cpp", "rulebook/rule_reader.cpp", "rulebook/parameter_reader.cpp", "rulebook/layer_reader.cpp",
          "rulebook/profile_reader.cpp", "rulebook/mapping.cpp", "authoring/rule_tests/rule_test.cpp"}) {
        const std::string code = read_file(fs::path(HOAGIAI_SOURCE_DIR) / "engine" / name);
        for (std::sregex_iterator at(code.begin(), code.end(), read_key), end; at != end; ++at) keys.insert((*at)[1].str());
    }
    CHECK(keys.size() >= 40);
    for (const std::string& key : keys) {
        INFO(key);
        CHECK(std::regex_search(document, std::regex("`" + key + "`|[{ \n]" + key + ":")));
    }
}

TEST_CASE("every keyword and function stands in docs/language.md in both spellings", "[language]") {
    const std::string document = read_file(language);
    const auto stands = [&](std::string_view word) {
        INFO(word);
        CHECK(document.find(word) != std::string::npos);
    };
    for (const std::string& keyword : keywords()) stands("`" + keyword + "`");
    for (const Function* function : all_functions()) {
        stands(fmt::format("`{}(", function->name));
        stands(fmt::format("`{}`", function->name_vi));
    }
}
