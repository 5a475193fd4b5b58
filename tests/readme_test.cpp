// What the READMEs show is what the program prints: every ```console block is one command and pieces of its output, in their
// order; a line `…` stands for any number of lines. Those of the checkout's own READMEs run in it; those of the example that
// writes its records run one after the other in a fresh folder.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "tests/support/read_file.h"

namespace {

using hoagiai::support::read_file;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::vector<std::string> output_of(std::string command, const std::string& folder) {
    const std::string out = (std::filesystem::temp_directory_path() / "hoagiai-readme.out").string();
    command.replace(0, command.find(' '), std::string(HOAGIAI_BINARY_DIR) + "/hoagiai");
    const std::string shell =
        "cd '" + folder + "' && env -u LANG -u LC_ALL -u LC_MESSAGES NO_COLOR=1 " + command + " >'" + out + "' 2>/dev/null";
    REQUIRE(std::system(shell.c_str()) != -1);
    return lines_of(read_file(out));
}

/// The first line of the block that the output does not have where it should; empty if all are there.
std::string not_printed(const std::vector<std::string>& block, const std::vector<std::string>& output) {
    auto at = output.begin();
    bool anywhere = false;
    for (const std::string& line : block) {
        if (line == "…") {
            anywhere = true;
            continue;
        }
        at = anywhere ? std::find(at, output.end(), line) : at;
        if (at == output.end() || *at != line) return line;
        ++at;
        anywhere = false;
    }
    return anywhere || at == output.end() ? "" : "(the output goes on: " + *at + ")";
}

/// Runs the blocks of a README in a folder; how many there are.
std::size_t run_blocks(const std::string& name, const std::string& folder) {
    std::size_t blocks = 0;
    const std::vector<std::string> lines = lines_of(read_file(std::filesystem::path(HOAGIAI_SOURCE_DIR) / name));
    for (auto at = lines.begin(); (at = std::find(at, lines.end(), "```console")) != lines.end();) {
        const auto end = std::find(at, lines.end(), "```");
        REQUIRE(at + 1 < end);
        const std::string command = *(at + 1);
        REQUIRE(command.rfind("$ hoagiai ", 0) == 0);
        const std::string missing = not_printed({at + 2, end}, output_of(command.substr(2), folder));
        INFO(name << ": " << command);
        CHECK(missing == "");
        ++blocks;
        at = end;
    }
    return blocks;
}

}  // namespace

TEST_CASE("the READMEs show what the program prints", "[examples]") {
    std::size_t blocks = 0;
    for (const char* name : {"README.md", "README.vi.md"}) blocks += run_blocks(name, HOAGIAI_SOURCE_DIR);
    CHECK(blocks >= 5);
}

TEST_CASE("examples/province-2026: its READMEs write the records and show what is found in them", "[examples][sample]") {
    for (const char* name : {"examples/province-2026/README.md", "examples/province-2026/README.vi.md"}) {
        std::string folder = (std::filesystem::temp_directory_path() / "hoagiai-province-XXXXXX").string();
        REQUIRE(::mkdtemp(folder.data()) != nullptr);
        CHECK(run_blocks(name, folder) >= 7);
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
}
