// The program's door: nothing but the last line of defence.
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <exception>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "cli/interruption.h"
#include "cli/options.h"

namespace {

/// Records are large, and their blocks follow each other: memory that one gave back is not returned to the system, which would
/// hand it out again page by page.
void keep_memory() {
#if defined(__GLIBC__)
    constexpr int all = 1 << 30, step = 16 << 20;  // bytes
    mallopt(M_MMAP_THRESHOLD, all);
    mallopt(M_TRIM_THRESHOLD, all);
    mallopt(M_TOP_PAD, step);
#endif
}

}  // namespace

int main(int argc, char** argv) {
    keep_memory();
    spdlog::set_default_logger(spdlog::stderr_color_st("hoagiai"));
    spdlog::set_level(spdlog::level::warn);
    spdlog::set_pattern("hoagiai: %v");
    hoagiai::clean_up_on_signals();
    try {
        return hoagiai::run_command_line(argc, argv);
    } catch (const std::exception& problem) {
        spdlog::error("{}", problem.what());
        return hoagiai::exit_bug;
    }
}
