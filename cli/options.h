// The command line, as main() sees it.
#pragma once

#include "cli/command.h"

namespace hoagiai {

/// Reads the command line and runs the command; the process's exit code.
int run_command_line(int argc, char** argv);

}  // namespace hoagiai
