// An output is the old file or the new one, whole, whatever happens while it is written: the program killed, stopped, a disk
// full, a folder that may not be written to, a printer of its output that takes nothing.
#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>

#include "tests/support/program.h"
#include "tests/support/read_file.h"

using namespace hoagiai::support;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

/// Records whose report takes a while to write.
void make_records(const fs::path& folder) {
    REQUIRE(run_shell(folder, "\"$HOAGIAI\" new sample --communes 60 --defects -o records").code == 0);
}

std::vector<std::string> arguments(const fs::path& folder) {
    return {"check",     (folder / "records").string(),
            "--profile", "province-2026",
            "--show",    "all",
            "-o",        (folder / "out" / "report.json").string()};
}

/// Some of the report is in a file that has no name, or one of its own.
bool is_writing(pid_t process, const fs::path& folder) {
    std::error_code ignored;
    for (const auto& open : fs::directory_iterator("/proc/" + std::to_string(process) + "/fd", ignored)) {
        const std::string target = fs::read_symlink(open.path(), ignored).string();
        if (target.rfind((folder / "out").string() + "/", 0) == 0 && fs::file_size(open.path(), ignored) > 0 && !ignored)
            return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a run that is ended while it writes leaves the old file whole and nothing beside it", "[cli][writing]") {
    const ScratchFolder folder, out;
    make_records(folder.path);
    fs::create_directory(folder.path / "out");
    for (const bool old : {false, true})
        for (const auto& [signal, code] : {std::pair(SIGKILL, 137), {SIGTERM, 143}, {SIGINT, 130}, {SIGHUP, 129}}) {
            if (old) put(folder.path / "out" / "report.json", "the old one\n");
            INFO(signal);
            CHECK(run_and_signal(arguments(folder.path), signal,
                                 [&](pid_t process) { return is_writing(process, folder.path); }) == code);
            std::size_t files = 0;
            for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder.path / "out")) ++files;
            CHECK(files == (old ? 1u : 0u));
            if (old) CHECK(read_file(folder.path / "out" / "report.json") == "the old one\n");
        }
}

TEST_CASE("where a file cannot be without a name, a signal removes its name", "[cli][writing]") {
    if (!can_mount("a file system without nameless files")) return;
    const ScratchFolder folder;
    make_records(folder.path);
    fs::create_directory(folder.path / "out");
    put(folder.path / "out" / "report.json", "the old one\n");
    // Without /proc no file can be given its name later.
    const std::string stopped = R"(unshare -m sh -c 'mount -t tmpfs none /proc
"$HOAGIAI" check records --profile province-2026 --show all -o out/report.json &
child=$!
until find out -name ".hoagiai-*.tmp" -size +0 | grep -q .; do
  kill -0 $child || exit 99
  sleep 0.001
done
kill -SIGNAL $child
wait $child'
code=$?
ls -A out
exit $code)";
    const auto with = [&](const std::string& signal) {
        std::string command = stopped;
        return command.replace(command.find("SIGNAL"), 6, signal);
    };
    const Ran terminated = run_shell(folder.path, with("TERM"));
    CHECK(terminated.code == 143);
    CHECK(terminated.out == "report.json\n");
    const Ran killed = run_shell(folder.path, with("KILL"));
    CHECK(killed.code == 137);
    CHECK(killed.out.rfind(".hoagiai-", 0) == 0);
    CHECK(killed.out.find(".tmp\nreport.json\n") != std::string::npos);
    CHECK(read_file(folder.path / "out" / "report.json") == "the old one\n");
    const Ran whole =
        run_shell(folder.path,
                  "rm out/.hoagiai-*\nunshare -m sh -c 'mount -t tmpfs none /proc; \"$HOAGIAI\" check \"$EXAMPLES/first-look\" "
                  "--profile published --fail-on never -q -o out/report.json'; ls -A out");
    CHECK(whole.code == 0);
    CHECK(whole.out == "report.json\n");
    CHECK(read_file(folder.path / "out" / "report.json").rfind("{\n", 0) == 0);
}

TEST_CASE("a full disk is said, and what was there stays", "[cli][writing]") {
    if (!can_mount("a full disk")) return;
    const ScratchFolder folder;
    make_records(folder.path);
    fs::create_directory(folder.path / "disk");
    const Ran ran = run_shell(folder.path, R"(unshare -m sh -c 'mount -t tmpfs -o size=64k none disk
echo old >disk/report.json
"$HOAGIAI" check records --profile province-2026 -q -o disk/report.json -o other.csv --lang en
echo $?; ls -A disk; cat disk/report.json')");
    CHECK(ran.out == "2\nreport.json\nold\n");
    CHECK(ran.err.find("No space left on device") != std::string::npos);
    CHECK(ran.err.find("Not written: 1 of the outputs; written whole: 1.") != std::string::npos);
    CHECK(fs::exists(folder.path / "other.csv"));
}

TEST_CASE("a folder that may not be written to is said", "[cli][writing]") {
    const ScratchFolder folder;
    const std::string check = "\"$HOAGIAI\" check \"$EXAMPLES/first-look\" --profile bac-lieu-2023 -q --lang en -o ";
    SECTION("a file in the place of a folder") {
        put(folder.path / "file", "old");
        const Ran ran = run_shell(folder.path, check + "file/report.html");
        CHECK(ran.code == 2);
        CHECK(ran.err.find("error[F005]") != std::string::npos);
        CHECK(read_file(folder.path / "file") == "old");
    }
    SECTION("a disk that is only read") {
        if (!can_mount("a disk that is only read")) return;
        fs::create_directory(folder.path / "disk");
        put(folder.path / "disk" / "report.html", "old");
        const Ran ran = run_shell(folder.path, "unshare -m sh -c 'mount --bind disk disk && mount -o remount,ro,bind disk\n" +
                                                   check + "disk/report.html; echo $?; ls -A disk'");
        CHECK(ran.out == "2\nreport.html\n");
        CHECK(ran.err.find("Read-only file system") != std::string::npos);
        CHECK(read_file(folder.path / "disk" / "report.html") == "old");
    }
}

TEST_CASE("standard output that takes nothing is said, and is no success", "[cli][writing]") {
    if (!fs::exists("/dev/full")) return;
    const ScratchFolder folder;
    for (const std::string command :
         {"rules --profile published", "version", "check --help", "lint \"$EXAMPLES/../rules\"",
          "test \"$EXAMPLES/../rules/bac-lieu\"",
          "explain \"$EXAMPLES/bac-lieu-2023\" --profile bac-lieu-2023 --rule law-35-2013/team-size --unit HB-T1 -q",
          "new sample --communes 1 -o made"}) {
        INFO(command);
        const Ran ran = run_shell(folder.path, "LC_ALL=en_US.UTF-8 \"$HOAGIAI\" " + command + " >/dev/full");
        CHECK(ran.code == 2);
        CHECK(ran.err.find("error[U056]") != std::string::npos);
    }
    for (const std::string format : {"text", "html", "markdown", "json", "jsonl", "csv"}) {
        INFO(format);
        const Ran ran = run_shell(
            folder.path, "\"$HOAGIAI\" check \"$EXAMPLES/first-look\" --profile bac-lieu-2023 -q --lang en --format " + format +
                             " >/dev/full");
        CHECK(ran.code == 2);
        CHECK(ran.err.find("error[U056]") != std::string::npos);
        CHECK(ran.err.find("No space left on device") != std::string::npos);
    }
}

TEST_CASE("a file of CSV has the mark by which Excel knows UTF-8, a pipe has not", "[cli][writing]") {
    const ScratchFolder folder;
    const std::string check = "\"$HOAGIAI\" check \"$EXAMPLES/first-look\" --profile bac-lieu-2023 --fail-on never -q ";
    const Ran piped = run_shell(folder.path, check + "--format csv");
    CHECK(piped.out.rfind("rule,status,", 0) == 0);
    REQUIRE(run_shell(folder.path, check + "-o report.csv -o report.json").code == 0);
    CHECK(read_file(folder.path / "report.csv") == "\xEF\xBB\xBF" + piped.out);
    CHECK(read_file(folder.path / "report.json").front() == '{');
    // The ending does not count, the format does.
    REQUIRE(run_shell(folder.path, check + "--format csv -o table").code == 0);
    CHECK(read_file(folder.path / "table") == "\xEF\xBB\xBF" + piped.out);
}
