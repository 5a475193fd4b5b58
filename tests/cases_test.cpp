// Tests written as documents (tests/cases/README.md): files, a command, what it must print, and how it must end. With
// HOAGIAI_UPDATE_CASES=1 the expected blocks are written anew, to be read in the diff.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/read_file.h"

namespace {

namespace fs = std::filesystem;
using hoagiai::support::read_file;

/// A fenced block: what stands behind ```, its lines, and where the lines are in the document.
struct Block {
    std::string label, text;
    std::size_t begin = 0, end = 0;
};

std::vector<Block> blocks_of(const std::string& document) {
    std::vector<Block> blocks;
    std::size_t at = 0;
    while (at < document.size()) {
        const std::size_t line_end = std::min(document.find('\n', at), document.size());
        if (document.compare(at, 3, "```") == 0) {
            Block block;
            block.label = document.substr(at + 3, line_end - at - 3);
            block.begin = line_end + 1;
            block.end = document.compare(block.begin, 3, "```") == 0 ? block.begin : document.find("\n```", line_end) + 1;
            block.text = document.substr(block.begin, block.end - block.begin);
            at = document.find('\n', block.end);
            at = at == std::string::npos ? document.size() : at + 1;
            blocks.push_back(std::move(block));
            continue;
        }
        at = line_end + 1;
    }
    return blocks;
}

std::string without_line_end(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

/// Runs all steps of a document in one fresh folder; the document with what was really printed.
std::string replay(const std::string& document) {
    std::string pattern = (fs::temp_directory_path() / "hoagiai-case-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    const fs::path folder = pattern;
    std::string result;
    std::size_t copied = 0;
    std::string out, err, code;
    for (const Block& block : blocks_of(document)) {
        if (block.label.rfind("file ", 0) == 0) {
            const fs::path path = folder / block.label.substr(5);
            fs::create_directories(path.parent_path());
            std::ofstream(path, std::ios::binary) << block.text;
            continue;
        }
        if (block.label == "command") {
            std::string command = without_line_end(block.text);
            const std::string program = "hoagiai";
            // `LC_ALL=en_US.UTF-8 hoagiai …`: the locale for this one command.
            const std::size_t begin = command.rfind("LC_ALL=", 0) == 0 ? command.find(' ') + 1 : 0;
            REQUIRE(command.compare(begin, program.size() + 1, program + " ") == 0);
            command.replace(begin, program.size(), std::string(HOAGIAI_BINARY_DIR) + "/hoagiai");
            const std::string shell = "cd '" + folder.string() + "' && RULES='" + HOAGIAI_SOURCE_DIR + "/rules' EXAMPLES='" +
                                      HOAGIAI_SOURCE_DIR +
                                      "/examples' && env -u LANG -u LC_ALL -u LC_MESSAGES -u CLICOLOR_FORCE NO_COLOR=1 " +
                                      command + " >'" + folder.string() + ".out' 2>'" + folder.string() + ".err'";
            const int status = std::system(shell.c_str());
            code = std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)) + "\n";
            out = read_file(folder.string() + ".out");
            err = read_file(folder.string() + ".err");
            continue;
        }
        std::string actual;
        if (block.label == "stdout") actual = out;
        if (block.label == "stderr") actual = err;
        if (block.label == "exit") actual = code;
        if (block.label.rfind("written ", 0) == 0)
            actual =
                fs::exists(folder / block.label.substr(8)) ? read_file(folder / block.label.substr(8)) : "(no such file)\n";
        if (block.label == "stdout contains") {
            actual = block.text;
            std::istringstream lines(block.text);
            for (std::string line; std::getline(lines, line);)
                if (!std::getenv("HOAGIAI_UPDATE_CASES") && out.find(line) == std::string::npos)
                    actual = "(not printed: " + line + ")\n" + out;
        }
        if (!actual.empty() && actual.back() != '\n') actual += '\n';
        result += document.substr(copied, block.begin - copied) + actual;
        copied = block.end;
    }
    result += document.substr(copied);
    fs::remove_all(folder);
    fs::remove(folder.string() + ".out");
    fs::remove(folder.string() + ".err");
    // Where the rules of this checkout stand is no part of what is printed.
    for (std::size_t at = result.find(HOAGIAI_SOURCE_DIR "/"); at != std::string::npos;
         at = result.find(HOAGIAI_SOURCE_DIR "/"))
        result.erase(at, std::string(HOAGIAI_SOURCE_DIR "/").size());
    return result;
}

}  // namespace

TEST_CASE("documents: what the program prints and how it ends", "[cases]") {
    std::vector<fs::path> paths;
    const fs::path cases = fs::path(HOAGIAI_SOURCE_DIR) / "tests/cases";
    for (const auto& entry : fs::recursive_directory_iterator(cases))
        if (entry.path().extension() == ".md" && entry.path().parent_path() != cases &&
            entry.path().parent_path().filename() != "records")
            paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    REQUIRE(paths.size() >= 10);
    for (const fs::path& path : paths) {
        const std::string document = read_file(path), actual = replay(document);
        if (std::getenv("HOAGIAI_UPDATE_CASES") && actual != document) std::ofstream(path, std::ios::binary) << actual;
        INFO(path.string() << "\n--- what it should be and what it is differ; HOAGIAI_UPDATE_CASES=1 writes what it is ---\n"
                           << actual);
        CHECK(actual == document);
    }
}
