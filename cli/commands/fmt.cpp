// hoagiai fmt: lays out the expressions of rule files, or turns them into the other spelling, in place.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/command.h"
#include "engine/authoring/file_language.h"
#include "engine/authoring/formatter/difference.h"
#include "engine/authoring/formatter/formatter.h"
#include "engine/authoring/formatter/kinds.h"
#include "engine/text/files.h"

namespace hoagiai {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A source has no byte order mark; a file that has one keeps it.
bool write_back(const RuleFile& file, const std::string& text, Diagnostics& diagnostics) {
    std::string bytes;
    if (!read_bytes(file.source->name(), bytes, diagnostics)) return false;
    const bool marked = bytes.compare(0, byte_order_mark.size(), byte_order_mark) == 0;
    return write_file(file.source->name(), (marked ? std::string(byte_order_mark) : std::string()) + text, diagnostics);
}

int run(const Arguments& arguments) {
    const Language language = arguments.language;
    const bool check = arguments.has("--check");
    const std::string keywords = arguments.one("--keywords");
    if (!keywords.empty() && keywords != "vi" && keywords != "en")
        return refuse_usage(bad_option_value, {"--keywords " + keywords, "--keywords " + keywords},
                            {"viết vi hoặc en", "write vi or en"}, language);
    Diagnostics diagnostics;
    const RuleFiles found = find_rule_files(arguments.all("RULES"), diagnostics);
    std::string report;
    std::size_t changed = 0, broken = 0;
    bool unwritten = false;
    for (const RuleFile& file : found.files) {
        const bool words_only = !keywords.empty();
        if (!file.root || (words_only && file.kind != FileKind::rulebook)) {
            broken += !file.root;
            continue;
        }
        const auto text = words_only
                              ? respelled(file, keywords == "vi" ? Spelling::vi : Spelling::en, builtin_schema(), diagnostics)
                              : laid_out(file, diagnostics);
        if (!text) {
            ++broken;
            continue;
        }
        if (*text == file.source->text()) continue;
        ++changed;
        if (check)
            report += unified_difference(file.source->name(), file.source->text(), *text);
        else if (write_back(file, *text, diagnostics))
            report += file.source->name() + "\n";
        else
            unwritten = true;
    }
    const auto& said = diagnostics.all();
    const bool bug = std::any_of(said.begin(), said.end(), [](const Diagnostic& d) { return d.code == changes_meaning.code; });
    // With --check what is wrong with the files is the result, as it is for lint.
    DiagnosticLanguages languages(language, arguments.language_asked);
    if (check)
        for (const Diagnostic& diagnostic : said) report += render(diagnostic, languages.of(diagnostic), wants_colour(1));
    else
        print_diagnostics(diagnostics, arguments);
    std::fputs(report.c_str(), stdout);
    if (bug) return exit_bug;
    if (found.unreadable || unwritten || (broken > 0 && !check)) return exit_input;
    return check && (changed > 0 || broken > 0) ? exit_findings : exit_nothing;
}

}  // namespace

extern const Command command_fmt;
const Command command_fmt = {
    "fmt",
    {"Trình bày lại biểu thức trong tệp quy tắc", "Lay out the expressions of rule files"},
    {{"RULES", {"Tệp hoặc thư mục quy tắc", "Rule files or folders"}, "PATH", true, true},
     {"--check", {"Chỉ cho xem phần sẽ thay đổi, không ghi", "Only show what would change; write nothing"}},
     {"--keywords",
      {"Chỉ chuyển cách viết từ khóa và tên: vi, en", "Only turn keywords and names into one spelling: vi, en"},
      "vi|en"}},
    run};

}  // namespace hoagiai
