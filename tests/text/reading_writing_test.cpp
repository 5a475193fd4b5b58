// Nothing but an ordinary file is opened, and a target is the old file or the new one, never half of one.
#include "engine/text/files.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <cstring>
#include <fstream>
#include <sstream>

using namespace hoagiai;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for each test, removed afterwards.
struct Folder {
    fs::path path;
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "hoagiai-files-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
    }
    ~Folder() { fs::remove_all(path); }
    std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
};

void put(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string get(const fs::path& path) {
    std::ostringstream all;
    all << std::ifstream(path, std::ios::binary).rdbuf();
    return all.str();
}

std::string only_code(const Diagnostics& said) {
    REQUIRE(said.all().size() == 1);
    CHECK_FALSE(said.all()[0].message.vi.empty());
    CHECK(said.all()[0].message.vi != said.all()[0].message.en);
    return said.all()[0].code;
}

}  // namespace

TEST_CASE("a file is read as it is", "[files]") {
    const Folder folder;
    Diagnostics said;
    put(folder.path / "a", std::string("x\0y\xff\n", 5));
    std::string bytes = "old";
    REQUIRE(read_bytes(folder.path / "a", bytes, said));
    CHECK(bytes == std::string("x\0y\xff\n", 5));
    put(folder.path / "empty", "");
    REQUIRE(read_bytes(folder.path / "empty", bytes, said));
    CHECK(bytes.empty());
    const SourcePtr empty = read_source(folder.path / "empty", said);
    REQUIRE(empty);
    CHECK(empty->text().empty());
    CHECK(said.empty());
}

TEST_CASE("a source has no byte order mark and is UTF-8", "[files]") {
    const Folder folder;
    Diagnostics said;
    put(folder.path / "bom", "\xef\xbb\xbfTổ\n");
    const SourcePtr source = read_source(folder.path / "bom", said);
    REQUIRE(source);
    CHECK(source->text() == "Tổ\n");
    CHECK(source->name() == (folder.path / "bom").string());
    CHECK(said.empty());
    SECTION("a bad byte has its line and column") {
        put(folder.path / "bad", "một\nTổ \xd4\n");
        CHECK_FALSE(read_source(folder.path / "bad", said));
        CHECK(only_code(said) == "F004");
        CHECK(said.all()[0].place.line == 2);
        CHECK(said.all()[0].place.column == 4);
        CHECK(said.all()[0].message.en == "the byte 0xD4 is no UTF-8");
    }
    SECTION("UTF-16 is told by name") {
        put(folder.path / "wide",
            "\xff\xfe"
            "a");
        CHECK_FALSE(read_source(folder.path / "wide", said));
        CHECK(only_code(said) == "F004");
        CHECK(said.all()[0].message.en.find("UTF-16") != std::string::npos);
    }
    SECTION("bytes from elsewhere are treated alike") {
        const SourcePtr other = source_of("-", "\xef\xbb\xbfx", said);
        REQUIRE(other);
        CHECK(other->text() == "x");
        CHECK(other->name() == "-");
        CHECK_FALSE(source_of("-", "\x80", said));
    }
}

TEST_CASE("what is no ordinary file is refused without being opened", "[files]") {
    const Folder folder;
    Diagnostics said;
    std::string bytes;
    SECTION("missing") {
        CHECK_FALSE(read_bytes(folder.path / "none", bytes, said));
        CHECK(only_code(said) == "F001");
        CHECK(said.all()[0].message.en == "there is no such file");
        CHECK(said.all()[0].place.file == (folder.path / "none").string());
        CHECK(said.all()[0].place.line == 0);
    }
    SECTION("a file in the place of a folder") {
        put(folder.path / "a", "x");
        CHECK_FALSE(read_bytes(folder.path / "a" / "b", bytes, said));
        CHECK(only_code(said) == "F001");
    }
    SECTION("a folder") {
        CHECK_FALSE(read_bytes(folder.path, bytes, said));
        CHECK(only_code(said) == "F002");
        CHECK(said.all()[0].message.en.find("folder") != std::string::npos);
    }
    SECTION("a FIFO, which would wait for ever") {
        REQUIRE(::mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
        CHECK_FALSE(read_source(folder.path / "pipe", said));
        CHECK(only_code(said) == "F002");
        CHECK(said.all()[0].message.en.find("FIFO") != std::string::npos);
    }
    SECTION("a socket") {
        const std::string name = (folder.path / "s").string();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        REQUIRE(name.size() < sizeof address.sun_path);
        std::memcpy(address.sun_path, name.c_str(), name.size());
        const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
        REQUIRE(::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        CHECK_FALSE(read_bytes(name, bytes, said));
        CHECK(only_code(said) == "F002");
        CHECK(said.all()[0].message.en.find("socket") != std::string::npos);
        ::close(descriptor);
    }
    SECTION("a device, behind a link too") {
        fs::create_symlink("/dev/zero", folder.path / "zero");
        CHECK_FALSE(read_bytes(folder.path / "zero", bytes, said));
        CHECK(only_code(said) == "F002");
        CHECK(said.all()[0].message.en.find("device") != std::string::npos);
    }
    SECTION("links in a circle") {
        fs::create_symlink("b", folder.path / "a");
        fs::create_symlink("a", folder.path / "b");
        CHECK_FALSE(read_bytes(folder.path / "a", bytes, said));
        CHECK(only_code(said) == "F001");
    }
}

TEST_CASE("no permission is said as that", "[files]") {
    if (::geteuid() == 0) return;  // root may read everything
    const Folder folder;
    Diagnostics said;
    std::string bytes;
    put(folder.path / "a", "x");
    fs::permissions(folder.path / "a", fs::perms::none);
    CHECK_FALSE(read_bytes(folder.path / "a", bytes, said));
    CHECK(only_code(said) == "F001");
    CHECK(said.all()[0].message.en == "cannot read the file: Permission denied");
}

TEST_CASE("the limit is the last size that is taken", "[files]") {
    const Folder folder;
    Diagnostics said;
    std::string bytes;
    put(folder.path / "a", "12345");
    CHECK(read_bytes(folder.path / "a", bytes, said, 5));
    CHECK(said.empty());
    CHECK_FALSE(read_bytes(folder.path / "a", bytes, said, 4));
    CHECK(only_code(said) == "F003");
    SECTION("a file whose size is not told in advance") {
        Diagnostics other;
        CHECK_FALSE(read_bytes("/proc/self/maps", bytes, other, 10));
        CHECK(only_code(other) == "F003");
        Diagnostics none;
        CHECK(read_bytes("/proc/self/maps", bytes, none));
        CHECK(bytes.size() > 10);
    }
}

TEST_CASE("a file is written whole and leaves nothing beside it", "[files]") {
    const Folder folder;
    Diagnostics said;
    const fs::path target = folder.path / "out.txt";
    REQUIRE(write_file(target, "một", said));
    CHECK(get(target) == "một");
    REQUIRE(write_file(target, std::string("\0x", 2), said));
    CHECK(get(target) == std::string("\0x", 2));
    REQUIRE(write_file(target, "", said));
    CHECK(get(target).empty());
    CHECK(folder.entries() == 1);
    CHECK(said.empty());
}

TEST_CASE("permissions: a new file as the user's own, an old one as it was", "[files]") {
    const Folder folder;
    Diagnostics said;
    const mode_t mask = ::umask(027);
    const bool written = write_file(folder.path / "new", "x", said);
    ::umask(mask);
    REQUIRE(written);
    struct stat status{};
    ::stat((folder.path / "new").c_str(), &status);
    CHECK((status.st_mode & 07777) == 0640);
    ::chmod((folder.path / "new").c_str(), 0604);
    REQUIRE(write_file(folder.path / "new", "y", said));
    ::stat((folder.path / "new").c_str(), &status);
    CHECK((status.st_mode & 07777) == 0604);
}

TEST_CASE("a link stays a link: what it leads to is written", "[files]") {
    const Folder folder;
    Diagnostics said;
    put(folder.path / "real", "old");
    fs::create_symlink("real", folder.path / "link");
    REQUIRE(write_file(folder.path / "link", "new", said));
    CHECK(fs::is_symlink(folder.path / "link"));
    CHECK(get(folder.path / "real") == "new");
    CHECK(folder.entries() == 2);
}

TEST_CASE("what cannot be written is refused and nothing is left behind", "[files]") {
    const Folder folder;
    Diagnostics said;
    SECTION("no folder") {
        CHECK_FALSE(write_file(folder.path / "none" / "a", "x", said));
        CHECK(only_code(said) == "F005");
        CHECK(said.all()[0].message.vi == "không ghi được tệp: không có tệp hoặc thư mục này");
        CHECK(said.all()[0].message.en == "cannot write the file: No such file or directory");
    }
    SECTION("a folder in the place of the file") {
        fs::create_directory(folder.path / "d");
        CHECK_FALSE(write_file(folder.path / "d", "x", said));
        CHECK(only_code(said) == "F002");
        CHECK(fs::is_empty(folder.path / "d"));
    }
    SECTION("a path that names no file") {
        CHECK_FALSE(write_file(folder.path / "", "x", said));
        CHECK(said.has_errors());
        CHECK_FALSE(write_file("", "x", said));
    }
    SECTION("a FIFO stays one") {
        REQUIRE(::mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
        CHECK_FALSE(write_file(folder.path / "pipe", "x", said));
        CHECK(only_code(said) == "F002");
        CHECK(fs::is_fifo(folder.path / "pipe"));
    }
    SECTION("devices, and a link out of /dev to an ordinary file") {
        CHECK_FALSE(write_file("/dev/null", "x", said));
        CHECK_FALSE(write_file("/dev/fd/1", "x", said));
        put(folder.path / "a", "old");
        const int descriptor = ::open((folder.path / "a").c_str(), O_RDWR);
        CHECK_FALSE(write_file("/proc/self/fd/" + std::to_string(descriptor), "x", said));
        CHECK_FALSE(write_file("/dev/fd/" + std::to_string(descriptor), "x", said));
        fs::create_symlink("/dev/fd/" + std::to_string(descriptor), folder.path / "link");
        CHECK_FALSE(write_file(folder.path / "link", "x", said));
        ::close(descriptor);
        CHECK(get(folder.path / "a") == "old");
        fs::remove(folder.path / "a");
        fs::remove(folder.path / "link");
        for (const Diagnostic& one : said.all()) CHECK(one.code == "F002");
        CHECK(said.all().size() == 5);
    }
    for (const auto& entry : fs::directory_iterator(folder.path))
        CHECK(entry.path().filename().string().find(".hoagiai") == std::string::npos);
}

TEST_CASE("SHA-256 as FIPS 180-4 has it", "[files]") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
