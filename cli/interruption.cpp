#include "cli/interruption.h"

#include <csignal>

#include "cli/progress_line.h"
#include "engine/text/files.h"

namespace hoagiai {

namespace {

/// Only what is safe between any two instructions. Afterwards the signal comes once more, and does what it always does.
void stop(int signal) {
    remove_unfinished_file();
    erase_progress_line();
    ::raise(signal);
}

}  // namespace

void clean_up_on_signals() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction now{};
        // Who started us may have switched a signal off (nohup): then it stays off.
        if (::sigaction(signal, nullptr, &now) != 0 || now.sa_handler == SIG_IGN) continue;
        struct sigaction wanted{};
        wanted.sa_handler = stop;
        wanted.sa_flags = static_cast<int>(SA_RESETHAND);
        ::sigemptyset(&wanted.sa_mask);
        ::sigaction(signal, &wanted, nullptr);
    }
}

}  // namespace hoagiai
