// A command is a table entry: its name, its options, and what it does. Each commands/NAME.cpp defines `command_NAME`; the
// build makes the table from the folder, and help reads the table.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"

namespace hoagiai {

/// Exit codes, as docs/cli.md has them.
enum ExitCode : int {
    exit_nothing = 0,  ///< nothing to report at or above the threshold
    exit_findings = 1,
    exit_input = 2,  ///< the input could not be taken, or an output could not be written
    exit_bug = 3
};

struct OptionSpec {
    std::string_view name;  ///< "--rules"; without dashes: a positional argument
    Words help;
    std::string_view value{};  ///< what its value is called; empty: a flag
    bool repeatable = false;
    bool required = false;
};

/// What was given on the command line.
struct Arguments {
    std::map<std::string, std::vector<std::string>, std::less<>> values;
    Language language = Language::vi;
    bool language_asked = false;  ///< by --lang: then nothing else decides
    bool quiet = false, verbose = false;

    bool has(std::string_view option) const { return values.find(option) != values.end(); }
    const std::vector<std::string>& all(std::string_view option) const;
    std::string one(std::string_view option, std::string_view otherwise = {}) const;
};

struct Command {
    std::string_view name;
    Words summary;
    std::vector<OptionSpec> options;
    int (*run)(const Arguments& arguments) = nullptr;
};

/// All commands, by name.
std::vector<const Command*> all_commands();

/// What is wrong with the command line: a word of it (unknown, or missing), or an option's value.
inline constexpr DiagnosticKind unknown_argument{"U001", "usage"};
inline constexpr DiagnosticKind bad_option_value{"U002", "option-value"};
/// Prints one such to standard error; the exit code for it.
int refuse_usage(const DiagnosticKind& kind, Words what, Words help, Language language);

/// Standard output took only a part of what a command printed, or nothing.
inline constexpr DiagnosticKind output_not_printed{"U056", "output-not-printed"};
/// Says so; the exit code for it.
int refuse_output(int error, Language language);
/// What a command ends with, once all that it printed is out.
int when_printed(int code, Language language);

/// Prints diagnostics to standard error, as text.
void print_diagnostics(const Diagnostics& diagnostics, const Arguments& arguments);
/// NO_COLOR and CLICOLOR_FORCE count; otherwise only on a terminal. `stream`: 1 or 2.
bool wants_colour(int stream);

}  // namespace hoagiai
