// The walls of the house: which room may include which, where heavy libraries may be seen, and that every type has a name, and
// every kind of diagnostic a code, of its own.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/support/read_file.h"

namespace {

namespace fs = std::filesystem;
using hoagiai::support::read_file;

const fs::path root = HOAGIAI_SOURCE_DIR;

std::vector<fs::path> sources() {
    std::vector<fs::path> found;
    for (const char* folder : {"engine", "cli"})
        for (const auto& entry : fs::recursive_directory_iterator(root / folder))
            if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") found.push_back(entry.path());
    REQUIRE(found.size() > 50);
    return found;
}

std::string room_of(const fs::path& path) {
    const fs::path relative = fs::relative(path, root);
    auto part = relative.begin();
    if (*part == "cli") return "cli";
    return (++part)->string();
}

/// DEPENDS of each room's CMakeLists.txt: what it may link, and so what it may include.
std::map<std::string, std::set<std::string>> declared_rooms() {
    std::map<std::string, std::set<std::string>> rooms;
    for (const auto& entry : fs::directory_iterator(root / "engine")) {
        if (!entry.is_directory()) continue;
        const std::string text = read_file(entry.path() / "CMakeLists.txt"), name = entry.path().filename().string();
        std::smatch depends;
        std::set<std::string>& allowed = rooms[name];
        if (std::regex_search(text, depends, std::regex(R"(DEPENDS ([a-z ]+))"))) {
            std::istringstream words(depends[1].str());
            for (std::string word; words >> word;) allowed.insert(word);
        }
    }
    return rooms;
}

/// The arrows, written out: a room may include the rooms named here.
const std::map<std::string, std::set<std::string>> arrows = {
    {"text", {}},
    {"values", {"text"}},
    {"language", {"text", "values"}},
    {"schema", {"text", "values", "language"}},
    {"rulebook", {"text", "values", "language"}},
    {"records", {"text", "values", "schema"}},
    {"checking", {"text", "values", "language", "schema", "rulebook"}},
    {"evaluation", {"text", "values", "language", "schema", "rulebook", "records", "checking"}},
    {"findings", {"text", "values", "language", "schema", "rulebook", "records", "checking", "evaluation"}},
    {"output", {"text", "values", "language", "schema", "rulebook", "records", "checking", "evaluation", "findings"}},
    {"authoring",
     {"text", "values", "language", "schema", "rulebook", "records", "checking", "evaluation", "findings", "output"}},
};

}  // namespace

TEST_CASE("rooms link what the arrows allow, and nothing else", "[house]") { CHECK(declared_rooms() == arrows); }

TEST_CASE("no file includes a room that its own may not", "[house]") {
    const std::regex quoted(R"re(#\s*include\s*"([^"]*)")re"), ours("(engine|cli)/([a-z_]+).*");
    for (const fs::path& path : sources()) {
        const std::string text = read_file(path), room = room_of(path);
        for (std::sregex_iterator i(text.begin(), text.end(), quoted), end; i != end; ++i) {
            const std::string included = (*i)[1];
            INFO(fs::relative(path, root).string() << " includes " << included);
            std::smatch parts;
            // By the full path from the root, so that the room can be seen.
            REQUIRE(std::regex_match(included, parts, ours));
            const bool into_cli = parts[1] == "cli";
            const std::string other = into_cli ? "cli" : parts[2].str();
            CHECK((other == room || room == "cli" || (!into_cli && arrows.at(room).count(other) > 0)));
        }
    }
}

TEST_CASE("no two types have one name, since the linker would take them for one", "[house]") {
    const std::regex begins(R"(namespace ([a-z_:]+) \{)"), defines(R"((?:struct|class) ([A-Za-z_]+)(?: final)? (?:[{]|: ).*)");
    std::map<std::string, fs::path> first;
    for (const fs::path& path : sources()) {
        std::istringstream lines(read_file(path));
        std::string around;
        bool own_file = false;  // what stands in a namespace without a name
        for (std::string line; std::getline(lines, line);) {
            std::smatch parts;
            if (std::regex_match(line, parts, begins)) around = parts[1];
            if (line == "namespace {") own_file = true;
            if (line == "}  // namespace") own_file = false;
            if (own_file || !std::regex_match(line, parts, defines)) continue;
            const auto [known, fresh] = first.emplace(around + "::" + parts[1].str(), path);
            INFO(known->first << " in " << known->second.string() << " and " << path.string());
            CHECK(fresh);
        }
    }
    CHECK(first.size() > 200);
}

TEST_CASE("heavy libraries are seen in their one place", "[house]") {
    const std::pair<std::regex, std::vector<std::string>> libraries[] = {
        {std::regex("#include <boost/"), {"engine/language/grammar.cpp"}},
        {std::regex("#include <yaml-cpp/"), {"engine/text/yaml_parser.cpp"}},
        {std::regex("#include <CLI/"), {"cli/options.cpp"}},
        {std::regex("#include <openssl/"), {"engine/text/files.cpp", "engine/text/open_file.cpp"}},
        {std::regex("#include <spdlog/"), {"cli/"}},
        {std::regex("#include <utf8proc"), {"engine/text/"}},
        {std::regex("#include <zip.h>"), {"engine/records/formats/archive.cpp"}},
        {std::regex("#include <xlsxwriter"), {"engine/authoring/record_template/workbook.cpp"}},
        {std::regex("#include <pugixml"), {"engine/records/formats/xlsx", "engine/records/formats/ods"}},
        {std::regex("#include <nlohmann/"),
         {"engine/output/", "engine/records/formats/nested_json.cpp", "engine/authoring/rule_tests/report_json.cpp"}},
    };
    for (const fs::path& path : sources()) {
        const std::string text = read_file(path), relative = fs::relative(path, root).generic_string();
        for (const auto& [pattern, places] : libraries)
            if (std::regex_search(text, pattern)) {
                INFO(relative);
                CHECK(std::any_of(places.begin(), places.end(),
                                  [&](const std::string& place) { return relative.rfind(place, 0) == 0; }));
                // The pieces of a JSON report are JSON; nobody outside of that room includes them.
                const bool pieces = relative.rfind("engine/output/json_parts/", 0) == 0;
                CHECK((path.extension() == ".cpp" || pieces));
            }
    }
}

TEST_CASE("every kind of diagnostic has a code of its own, and docs/diagnostics.md has it", "[house]") {
    const std::regex kind(R"re((DiagnosticKind|Lint)\s+\w+\s*(=\s*)?\{+\s*"([^"]*)",\s*"([^"]*)")re"),
        form("[FYSBXNLREU][0-9]{3}");
    const std::string documented = read_file(root / "docs" / "diagnostics.md");
    std::map<std::string, std::string> codes;
    for (const fs::path& path : sources()) {
        const std::string text = read_file(path);
        for (std::sregex_iterator i(text.begin(), text.end(), kind), end; i != end; ++i) {
            const std::string code = (*i)[3], name = (*i)[4], row = "| " + code + " | " + name + " |";
            INFO(fs::relative(path, root).string() << " " << code << ": row of docs/diagnostics.md: " << row);
            CHECK(std::regex_match(code, form));
            CHECK(std::regex_match(name, std::regex("[a-z0-9]+(-[a-z0-9]+)*")));
            CHECK(codes.emplace(code, name).second);
            CHECK(documented.find(row) != std::string::npos);
        }
    }
    CHECK(codes.size() > 80);
}

TEST_CASE("every source opens with a word on why it exists, or is the other half of a header that does", "[house]") {
    for (const fs::path& path : sources()) {
        const std::string text = read_file(path);
        fs::path header = path;
        header.replace_extension(".h");
        INFO(fs::relative(path, root).string());
        const bool opens = text.rfind("// ", 0) == 0;
        CHECK((opens || (path.extension() == ".cpp" && fs::exists(header) && read_file(header).rfind("// ", 0) == 0)));
        CHECK((path.extension() != ".h" || text.find("#pragma once") != std::string::npos));
    }
}
