#include "tests/support/program.h"

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "tests/support/read_file.h"

namespace hoagiai::support {

namespace fs = std::filesystem;

namespace {

int as_shell_counts(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

[[noreturn]] void start(const std::vector<std::string>& arguments) {
    const std::string name = program();
    std::vector<char*> words = {const_cast<char*>(name.c_str())};
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    ::execv(name.c_str(), words.data());
    ::_exit(127);
}

}  // namespace

ScratchFolder::ScratchFolder() {
    std::string pattern = (fs::temp_directory_path() / "hoagiai-program-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
}

std::vector<std::string> ScratchFolder::names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(path)) all.push_back(entry.path().filename().string());
    std::sort(all.begin(), all.end());
    return all;
}

std::string program() { return std::string(HOAGIAI_BINARY_DIR) + "/hoagiai"; }

Ran run_shell(const fs::path& folder, const std::string& command) {
    const ScratchFolder said;
    const std::string out = (said.path / "out").string(), err = (said.path / "err").string();
    const std::string whole = "cd '" + folder.string() + "' && export HOAGIAI='" + program() + "' EXAMPLES='" +
                              HOAGIAI_SOURCE_DIR +
                              "/examples' NO_COLOR=1 && unset LANG LC_ALL LC_MESSAGES CLICOLOR_FORCE; {\n" + command +
                              "\n} >'" + out + "' 2>'" + err + "'";
    const int status = std::system(whole.c_str());
    return {as_shell_counts(status), read_file(out), read_file(err)};
}

int run_and_signal(const std::vector<std::string>& arguments, int signal, const std::function<bool(pid_t)>& when) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const int nowhere = ::open("/dev/null", O_RDWR);
        for (const int stream : {0, 1, 2}) ::dup2(nowhere, stream);
        start(arguments);
    }
    int status = 0;
    while (!when(child)) {
        if (::waitpid(child, &status, WNOHANG) == child) return -1;
        ::usleep(500);
    }
    ::kill(child, signal);
    REQUIRE(::waitpid(child, &status, 0) == child);
    return as_shell_counts(status);
}

std::string run_on_terminal(const std::vector<std::string>& arguments) {
    int data[2];
    REQUIRE(::pipe2(data, O_CLOEXEC) == 0);
    int screen = -1;
    const pid_t child = ::forkpty(&screen, nullptr, nullptr, nullptr);
    REQUIRE(child >= 0);
    if (child == 0) {
        ::dup2(data[1], 1);
        ::setenv("TERM", "xterm", 1);
        start(arguments);
    }
    ::close(data[1]);
    ::usleep(1'300'000);
    std::string shown;
    std::thread reading([&] {
        char bytes[4096];
        for (ssize_t count = 0; (count = ::read(screen, bytes, sizeof bytes)) > 0;)
            shown.append(bytes, static_cast<std::size_t>(count));
    });
    char bytes[65536];
    while (::read(data[0], bytes, sizeof bytes) > 0) {
    }
    ::close(data[0]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    reading.join();
    ::close(screen);
    return shown;
}

bool can_mount(const std::string& what) {
    const bool can = std::system("unshare -m mount -t tmpfs none /tmp >/dev/null 2>&1") == 0;
    if (!can) std::cout << "not tried: " << what << ", since nothing may be mounted here\n";
    return can;
}

}  // namespace hoagiai::support
