// hoagiai lint: reads rule files, looks up names and types, and says all that is wrong, on standard output.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/command.h"
#include "engine/authoring/file_language.h"
#include "engine/authoring/fix.h"
#include "engine/authoring/lint.h"
#include "engine/output/format.h"

namespace hoagiai {

namespace {

std::string counted(std::size_t number, std::string_view what) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

/// What --fix has done, on standard error: standard output holds what is left.
bool fix(const Arguments& arguments) {
    FixResult result = fix_rule_files(arguments.all("RULES"), builtin_schema());
    for (const auto& [file, count] : result.fixed)
        std::fputs((arguments.language == Language::vi ? fmt::format("đã sửa {} chỗ trong {}\n", count, file)
                                                       : fmt::format("mended {} in {}\n", counted(count, "place"), file))
                       .c_str(),
                   stderr);
    print_diagnostics(result.problems, arguments);
    return !result.problems.has_errors();
}

int run(const Arguments& arguments) {
    if (arguments.has("--fix") && !fix(arguments)) return exit_input;
    LintResult result = lint(arguments.all("RULES"), builtin_schema());
    const Language language = arguments.language;
    const std::string format = arguments.one("--format", "text");
    if (format == "json") {
        std::fputs(diagnostics_json(result.diagnostics, language).c_str(), stdout);
    } else if (format == "text") {
        DiagnosticLanguages languages(language, arguments.language_asked);
        for (const Diagnostic& diagnostic : result.diagnostics.all())
            std::fputs(render(diagnostic, languages.of(diagnostic), wants_colour(1)).c_str(), stdout);
        const auto count = [&](Severity severity) {
            return static_cast<std::size_t>(std::count_if(result.diagnostics.all().begin(), result.diagnostics.all().end(),
                                                          [&](const Diagnostic& d) { return d.severity == severity; }));
        };
        if (!arguments.quiet)
            std::fputs((language == Language::vi ? fmt::format("{} tệp: {} lỗi, {} cảnh báo.\n", result.files,
                                                               count(Severity::error), count(Severity::warning))
                                                 : fmt::format("{}: {}, {}.\n", counted(result.files, "file"),
                                                               counted(count(Severity::error), "error"),
                                                               counted(count(Severity::warning), "warning")))
                           .c_str(),
                       stdout);
        const auto mendable =
            static_cast<std::size_t>(std::count_if(result.diagnostics.all().begin(), result.diagnostics.all().end(),
                                                   [](const Diagnostic& d) { return !d.fix.empty(); }));
        if (!arguments.quiet && mendable > 0)
            std::fputs(
                (language == Language::vi
                     ? fmt::format("{} chỗ có thể tự sửa: thêm --fix (tệp được ghi lại, các phần khác giữ nguyên).\n", mendable)
                     : fmt::format("{} can be mended by --fix (the file is written, all else stays as it is).\n",
                                   counted(mendable, "place")))
                    .c_str(),
                stdout);
    } else {
        return refuse_usage(bad_option_value, {"--format " + format, "--format " + format},
                            {"viết text hoặc json", "write text or json"}, language);
    }
    if (result.unreadable) return exit_input;
    const bool any = std::any_of(result.diagnostics.all().begin(), result.diagnostics.all().end(),
                                 [](const Diagnostic& d) { return d.severity != Severity::note; });
    return any ? exit_findings : exit_nothing;
}

}  // namespace

extern const Command command_lint;
const Command command_lint = {
    "lint",
    {"Soát tệp quy tắc: đọc, tên, kiểu", "Check rule files: reading, names, types"},
    {{"RULES", {"Tệp hoặc thư mục quy tắc", "Rule files or folders"}, "PATH", true, true},
     {"--fix", {"Ghi lại những chỗ chỉ có một cách sửa đúng", "Write what can be meant in one way only"}},
     {"--format", {"Dạng kết quả: text, json", "Output format: text, json"}, "FORMAT"},
     {"-q,--quiet", {"Không hiện dòng tổng kết", "No closing line"}}},
    run};

}  // namespace hoagiai
