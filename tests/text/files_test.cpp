// Files are taken whole or refused at once, and written whole or not at all.
#include "engine/text/files.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace hoagiai;

namespace {

namespace fs = std::filesystem;

struct Folder {
    fs::path path;
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "hoagiai-files-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        path = pattern;
    }
    ~Folder() { fs::remove_all(path); }
};

std::string code(const fs::path& path, std::size_t limit = 100) {
    Diagnostics diagnostics;
    return read_source(path, diagnostics, limit) ? "" : diagnostics.all().at(0).code;
}

}  // namespace

TEST_CASE("what is no ordinary file is refused without waiting", "[text]") {
    const Folder folder;
    REQUIRE(mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
    CHECK(code(folder.path / "pipe") == "F002");
    CHECK(code(folder.path) == "F002");
    CHECK(code("/dev/zero") == "F002");
    CHECK(code(folder.path / "nothing") == "F001");
    std::ofstream(folder.path / "large") << std::string(101, 'x');
    CHECK(code(folder.path / "large") == "F003");
    std::ofstream(folder.path / "bytes") << "a\nb\xFFz";
    Diagnostics diagnostics;
    CHECK_FALSE(read_source(folder.path / "bytes", diagnostics));
    CHECK(diagnostics.all()[0].code == "F004");
    CHECK(diagnostics.all()[0].place.line == 2);
    CHECK(diagnostics.all()[0].place.column == 2);
    std::ofstream(folder.path / "mark") << "\xEF\xBB\xBFxin chào";
    CHECK(read_source(folder.path / "mark", diagnostics)->text() == "xin chào");
    std::ofstream(folder.path / "empty");
    CHECK(read_source(folder.path / "empty", diagnostics)->text().empty());
}

TEST_CASE("a file is written whole or stays as it was", "[text]") {
    const Folder folder;
    Diagnostics diagnostics;
    const fs::path file = folder.path / "out.txt";
    CHECK(write_file(file, "one", diagnostics));
    CHECK(write_file(file, "two", diagnostics));
    std::string text;
    CHECK(read_bytes(file, text, diagnostics));
    CHECK(text == "two");
    CHECK_FALSE(write_file(folder.path / "no" / "out.txt", "x", diagnostics));
    CHECK_FALSE(write_file(folder.path, "x", diagnostics));
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);  // nothing is left lying about
}

TEST_CASE("SHA-256 of FIPS 180-4", "[text]") {
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
