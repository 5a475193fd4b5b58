// The program as its user runs it: command lines through a shell, or a process that is watched while it runs.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace hoagiai::support {

/// A folder of its own for a test, removed afterwards.
struct ScratchFolder {
    std::filesystem::path path;
    ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();
    /// Names of what is in it, hidden files too, in order.
    std::vector<std::string> names() const;
};

struct Ran {
    int code = -1;  ///< as a shell counts: 128 and the signal's number where one ended it
    std::string out, err;
};

/// `$HOAGIAI` is the program, `$EXAMPLES` those of the checkout; runs in `folder`, and leaves nothing of its own there.
Ran run_shell(const std::filesystem::path& folder, const std::string& command);

/// Starts the program and asks `when` again and again until it says so, or the program has ended; then sends the signal.
/// As Ran::code; -1 where it ended before.
int run_and_signal(const std::vector<std::string>& arguments, int signal, const std::function<bool(pid_t)>& when);

/// What the program says on a terminal (standard error) while nobody takes its standard output for longer than its patience.
std::string run_on_terminal(const std::vector<std::string>& arguments);

/// Whether this machine lets a test mount something for itself; where not, says that `what` is not tried.
bool can_mount(const std::string& what);

/// The name of the program's file.
std::string program();

}  // namespace hoagiai::support
