// hoagiai test: runs the tests beside rule files. Lints first: rules with errors are not tested.
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <filesystem>

#include "cli/command.h"
#include "engine/authoring/lint.h"
#include "engine/authoring/rule_tests/report.h"
#include "engine/authoring/rule_tests/rule_test.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

/// A rulebook's tests stand beside it: law.yaml, law.test.yaml.
std::vector<std::string> with_tests(const std::vector<std::string>& paths) {
    std::vector<std::string> all;
    for (const std::string& path : paths) {
        all.push_back(path);
        std::filesystem::path beside(path);
        if (beside.extension() != ".yaml" || beside.stem().extension() == ".test") continue;
        beside.replace_extension(".test.yaml");
        std::error_code ignored;
        if (std::filesystem::exists(beside, ignored)) all.push_back(beside.string());
    }
    return all;
}

/// "90" or "90%".
std::optional<unsigned> percentage(std::string_view text) {
    if (!text.empty() && text.back() == '%') text.remove_suffix(1);
    unsigned percent = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), percent);
    if (failed != std::errc() || end != text.data() + text.size() || percent > 100) return std::nullopt;
    return percent;
}

int run(const Arguments& arguments) {
    const Language language = arguments.language;
    const std::string format = arguments.one("--format", "text");
    if (format != "text" && format != "json" && format != "junit")
        return refuse_usage(bad_option_value, {"--format " + visible(format), "--format " + visible(format)},
                            {"viết text, json hoặc junit", "write text, json or junit"}, language);
    const auto required = percentage(arguments.one("--require", "0"));
    if (!required) {
        const std::string given = "--require " + visible(arguments.one("--require"));
        return refuse_usage(bad_option_value, {given, given},
                            {"viết số nguyên từ 0 đến 100", "write a whole number from 0 to 100"}, language);
    }
    const std::vector<std::string> paths = with_tests(arguments.all("RULES"));
    LintResult linted = lint(paths, builtin_schema());
    TestReport report;
    report.language = language;
    report.language_asked = arguments.language_asked;
    report.quiet = arguments.quiet;
    report.colour = wants_colour(1);
    report.required_percent = *required;
    Coverage coverage;
    if (arguments.has("--coverage") || arguments.has("--require")) report.coverage = &coverage;
    Diagnostics again;  // reading the files once more says nothing new
    const RuleFiles found = find_rule_files(paths, again);
    if (report.coverage)
        // A book without tests is one of which nothing was seen.
        for (const RuleFile& file : found.files)
            if (file.root && file.kind == FileKind::rulebook)
                if (const auto book = load_rulebook(file, builtin_schema(), again)) coverage.add(*book);
    for (const RuleFile& file : found.files) {
        if (!file.root || file.kind != FileKind::tests) continue;
        for (TestCase& one : run_rule_tests(file, builtin_schema(), arguments.one("--filter"), report.diagnostics,
                                            report.coverage ? &coverage : nullptr))
            report.cases.push_back(std::move(one));
    }
    for (const Diagnostic& diagnostic : linted.diagnostics.all())
        if (diagnostic.severity == Severity::error) report.diagnostics.add(diagnostic);
    report.diagnostics.sort();
    const std::string text = format == "json"    ? test_report_json(report)
                             : format == "junit" ? test_report_junit(report)
                                                 : test_report_text(report);
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (linted.unreadable || !written) return exit_input;
    return report.good() ? exit_nothing : exit_findings;
}

}  // namespace

extern const Command command_test;
const Command command_test = {
    "test",
    {"Chạy các tệp kiểm thử cạnh bộ quy tắc", "Run the tests beside rule files"},
    {{"RULES", {"Tệp hoặc thư mục quy tắc", "Rule files or folders"}, "PATH", true, true},
     {"--filter", {"Chỉ các trường hợp có tên chứa chữ này", "Only cases whose name contains this"}, "TEXT"},
     {"--format", {"Dạng kết quả: text, json, junit", "Output format: text, json, junit"}, "FORMAT"},
     {"--coverage",
      {"Cho biết các trường hợp đã thử đến đâu trong từng quy tắc", "Say how much of each rule the cases have seen"}},
     {"--require",
      {"Độ phủ thấp hơn mức này (%) thì kết thúc với mã 1", "End with 1 if coverage is below this (%)"},
      "PERCENT"},
     {"-q,--quiet", {"Không hiện trường hợp đạt", "Only what failed"}}},
    run};

}  // namespace hoagiai
