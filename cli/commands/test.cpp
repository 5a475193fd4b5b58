// hoagiai test: runs the tests beside rule files. Lints first: rules with errors are not tested.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "cli/command.h"
#include "engine/authoring/lint.h"
#include "engine/authoring/rule_tests/rule_test.h"
#include "engine/output/format.h"
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

std::string failure_text(const TestFailure& failure, Language language) {
    const std::string place = fmt::format("{}:{}:{}", visible(failure.place.file), failure.place.line, failure.place.column);
    std::string text = language == Language::vi ? fmt::format("    {}: {} {}: cần {}, nhận được {}\n", place, failure.rule,
                                                              failure.unit, failure.expected, failure.actual)
                                                : fmt::format("    {}: {} {}: expected {}, found {}\n", place, failure.rule,
                                                              failure.unit, failure.expected, failure.actual);
    if (!failure.why.en.empty()) text += "      " + visible(say(failure.why, language)) + "\n";
    return text;
}

int run(const Arguments& arguments) {
    const Language language = arguments.language;
    const std::vector<std::string> paths = with_tests(arguments.all("RULES"));
    LintResult linted = lint(paths, builtin_schema());
    Diagnostics said;
    Diagnostics again;  // reading the files once more says nothing new
    std::vector<TestCase> cases;
    for (const RuleFile& file : find_rule_files(paths, again).files)
        if (file.root && file.kind == FileKind::tests)
            for (TestCase& one : run_rule_tests(file, builtin_schema(), arguments.one("--filter"), said))
                cases.push_back(std::move(one));
    for (const Diagnostic& diagnostic : linted.diagnostics.all())
        if (diagnostic.severity == Severity::error) said.add(diagnostic);
    said.sort();
    const auto passed =
        static_cast<std::size_t>(std::count_if(cases.begin(), cases.end(), [](const TestCase& one) { return one.passed(); }));
    for (const Diagnostic& diagnostic : said.all()) std::fputs(render(diagnostic, language, wants_colour(1)).c_str(), stdout);
    std::string file;
    for (const TestCase& one : cases) {
        if (one.passed() && arguments.quiet) continue;
        if (one.file != file) std::fputs((visible(one.file) + "\n").c_str(), stdout);
        file = one.file;
        std::fputs(fmt::format("  {} {}\n", one.passed() ? "ok  " : "FAIL", visible(one.name)).c_str(), stdout);
        for (const TestFailure& failure : one.failures) std::fputs(failure_text(failure, language).c_str(), stdout);
    }
    if (cases.empty())
        std::fputs(language == Language::vi ? "Không tìm thấy tệp kiểm thử (TÊN.test.yaml) nào.\n"
                                            : "No test file (NAME.test.yaml) was found.\n",
                   stdout);
    std::fputs(fmt::format("{} passed, {} failed\n", passed, cases.size() - passed).c_str(), stdout);
    if (linted.unreadable) return exit_input;
    return passed == cases.size() && !said.has_errors() ? exit_nothing : exit_findings;
}

}  // namespace

extern const Command command_test;
const Command command_test = {
    "test",
    {"Chạy các tệp kiểm thử cạnh bộ quy tắc", "Run the tests beside rule files"},
    {{"RULES", {"Tệp hoặc thư mục quy tắc", "Rule files or folders"}, "PATH", true, true},
     {"--filter", {"Chỉ các trường hợp có tên chứa chữ này", "Only cases whose name contains this"}, "TEXT"},
     {"-q,--quiet", {"Chỉ hiện trường hợp không đạt", "Only what failed"}}},
    run};

}  // namespace hoagiai
