// A report in some form. Each formats/NAME.cpp defines one OutputFormat, `output_format_NAME`; the build makes the table from
// the folder, and --format reads the table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/finding.h"
#include "engine/text/diagnostic.h"
#include "engine/text/sink.h"

namespace hoagiai {

struct Report {
    const CheckResult* result = nullptr;
    std::string version;
    Language language = Language::vi;
    bool colour = false;
};

struct OutputFormat {
    std::string_view name;       ///< for --format
    std::string_view extension;  ///< with the point, for -o
    /// A finding at a time: what is held does not grow with their number.
    void (*write)(const Report& report, Sink& out) = nullptr;
    bool names_files = true;       ///< it says which files were read, with their hashes
    std::string_view file_mark{};  ///< what a file of it begins with, but standard output does not
};

/// All, by name.
std::vector<const OutputFormat*> output_formats();
const OutputFormat* find_output_format(std::string_view name);
const OutputFormat* output_format_for(std::string_view file_name);

/// The whole in one string.
std::string written(const OutputFormat& format, const Report& report);

/// Diagnostics as JSON: an array of {code, name, severity, file, line, column, end_line, end_column, message, help}.
std::string diagnostics_json(const Diagnostics& diagnostics, Language language);
/// What is printed instead of a report when the input could not be taken: {"problems": […]}.
std::string problems_json(const Diagnostics& diagnostics, Language language);
/// The same in lines: each problem an object of its own, with "type": "problem".
std::string problems_json_lines(const Diagnostics& diagnostics, Language language);

}  // namespace hoagiai
