// hoagiai version.
#include <cstdio>

#include "cli/command.h"
#include "engine/schema/schema.h"

namespace hoagiai {

namespace {

int run(const Arguments&) {
    std::printf("hoagiai %s (records schema %s)\n", HOAGIAI_VERSION, builtin_schema()->version.c_str());
    return exit_nothing;
}

}  // namespace

extern const Command command_version;
const Command command_version = {"version", {"Phiên bản", "The version"}, {}, run};

}  // namespace hoagiai
