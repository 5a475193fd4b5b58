// hoagiai rules: what holds on a day when all layers are put together, before any record is looked at; and which clauses of the
// law and criteria of the catalogue the books answer for.
#include <fmt/format.h>

#include <cstdio>

#include "cli/check_input.h"
#include "cli/shipped_rules.h"
#include "engine/authoring/coverage/law_coverage.h"
#include "engine/output/rule_list/rule_list.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

int print(const std::string& text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    return written ? exit_nothing : exit_input;
}

/// Of the books named, or else of all that are shipped. The catalogue is the shipped one where none of the paths has one.
int print_coverage(const Arguments& arguments) {
    Diagnostics said;
    std::vector<std::string> paths = arguments.all("--rules");
    if (arguments.has("--profile")) {
        const CheckInput input = read_rule_input(arguments, said);
        for (const auto& book : input.request.books) paths.push_back(book->book->source->name());
    }
    const auto shipped = shipped_rules();
    if (paths.empty() && shipped && !said.has_errors()) paths.push_back(shipped->string());
    LawCoverage coverage = load_law_coverage(paths, said);
    if (coverage.groups.empty() && shipped) {
        paths.push_back((*shipped / "catalogue.yaml").string());
        coverage = load_law_coverage(paths, said);
    }
    if (said.has_errors()) return refuse_input(said, arguments);
    return print(law_coverage_markdown(coverage, arguments.language));
}

int run(const Arguments& arguments) {
    const Language language = arguments.language;
    const std::string format = arguments.one("--format", "text");
    if (format != "text" && format != "json")
        return refuse_usage(bad_option_value, {"--format " + visible(format), "--format " + visible(format)},
                            {"viết text hoặc json", "write text or json"}, language);
    if (arguments.has("--coverage")) {
        if (format == "text") return print_coverage(arguments);
        return refuse_usage(
            bad_option_value, {"--coverage --format json", "--coverage --format json"},
            {"--coverage in ra một trang Markdown; bỏ --format", "--coverage prints a page of Markdown; leave --format out"},
            language);
    }
    Diagnostics said;
    const CheckInput input = read_rule_input(arguments, said);
    if (said.has_errors()) return refuse_input(said, arguments);
    said.sort();
    print_diagnostics(said, arguments);
    const RuleList list = list_rules(input.request);
    const bool needs = arguments.has("--needs");
    return print(format == "json" ? rule_list_json(list, needs) : rule_list_text(list, language, needs, wants_colour(1)));
}

}  // namespace

extern const Command command_rules;
const Command command_rules = {
    "rules",
    {"Liệt kê các quy tắc và tham số áp dụng vào một ngày, và nguồn của chúng",
     "List the rules and parameters that hold on a day, and where they come from"},
    with_rule_options(
        {{"--needs", {"Cho biết mỗi quy tắc đọc những cột nào của hồ sơ", "Say which columns of the records each rule reads"}},
         {"--coverage",
          {"In ra từng điều, khoản và tiêu chí: quy tắc nào, hoặc vì sao không có",
           "Print every clause and criterion with its rules, or why there is none"}},
         {"--format", {"Dạng kết quả: text, json", "Output format: text, json"}, "FORMAT"}}),
    run};

}  // namespace hoagiai
