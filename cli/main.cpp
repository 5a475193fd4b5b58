// The program's door: nothing but the last line of defence.
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <exception>

#include "cli/interruption.h"
#include "cli/options.h"

int main(int argc, char** argv) {
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
